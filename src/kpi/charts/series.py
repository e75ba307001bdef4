"""A nyckeltal's time series: women, men and total, the target, declared breaks, example values hatched."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from kpi.appearance import Palette, palette
from kpi.charts.theme import template
from kpi.model import Gender, Period, PeriodKind
from kpi.words import period, quantity, say

LABEL_HEIGHT = 17  # pixels: direct labels nearer than this are moved apart
Figure = go.Figure
MOST_TICKS = 6  # so that they stand level on a telephone as well
HEIGHT = 380
SMALL_HEIGHT = 250
_WORD = 18  # pixels: the word for example values, which what stands higher must clear


@dataclass(frozen=True, slots=True)
class Level:
    """A line across the chart: a target's value and what it says."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Break:
    """A declared break: from this day on, values are not comparable with those before."""

    start: date


@dataclass(frozen=True, slots=True)
class Measure:
    """How the values are written."""

    unit: str
    decimals: int


def series_figure(
    observations: pd.DataFrame,
    measure: Measure,
    *,
    levels: Sequence[Level] = (),
    breaks: Sequence[Break] = (),
    example: bool = False,
    dark: bool = False,
    height: int = HEIGHT,
) -> go.Figure:
    """One unit's series of one indicator and kind of period, by gender.

    `observations` carries gender, period_kind, period_start, value and status. A year without a value breaks the
    line: nothing is drawn across what is not known.
    """
    colours = palette(dark)
    figure = go.Figure(layout={"template": template(dark), "height": height})
    labels: list[tuple[float, str, str]] = [(level.value, level.label, colours.target.colour) for level in levels]
    for gender in Gender:
        mine = observations[observations["gender"] == gender]
        if mine["value"].notna().any():
            labels.append(_draw(figure, mine, gender, measure, colours))
    _levels(figure, observations, levels, colours)
    _breaks(figure, breaks, colours, above=_WORD if example else 0)
    low, high = value_axis(figure, [*observations["value"].dropna(), *(level.value for level in levels)], measure)
    time_axis(figure, observations)
    direct_labels(figure, labels, low, high, LABEL_HEIGHT / (height - 50))
    if example:
        hatch(figure, colours)
    if breaks:
        figure.update_layout(margin_t=30 + _WORD * example)
    return figure


def _draw(
    figure: go.Figure, mine: pd.DataFrame, gender: Gender, measure: Measure, colours: Palette
) -> tuple[float, str, str]:
    style = colours.lines[gender]
    days, values, names = _with_gaps(mine)
    name = say(f"gender-{gender}")
    texts = [None if value is None else quantity(value, measure.decimals, measure.unit) for value in values]
    figure.add_scatter(
        x=days, y=values, name=name, mode="lines+markers", connectgaps=False,
        line={"color": style.colour, "dash": style.dash, "width": style.width},
        marker={"symbol": style.marker, "size": 8, "color": style.colour},
        customdata=list(zip(names, texts, strict=True)),
        hovertemplate=f"{name} %{{customdata[1]}} (%{{customdata[0]}})<extra></extra>",
    )  # fmt: skip
    last = mine.dropna(subset="value").iloc[-1]
    return float(last["value"]), f"{name} {quantity(last['value'], measure.decimals, measure.unit)}", style.colour


def _with_gaps(mine: pd.DataFrame) -> tuple[list[date], list[float | None], list[str]]:
    """The series with an empty point wherever a period is missing, so that the line is not drawn across it."""
    ordered = mine.sort_values("period_start")
    kind = PeriodKind(ordered["period_kind"].iloc[0])
    days: list[date] = []
    values: list[float | None] = []
    names: list[str] = []
    previous: Period | None = None
    for start, value in zip(ordered["period_start"], ordered["value"], strict=True):
        this = Period(start.date(), kind)
        if previous is not None and not kind.pooled and (this.start - previous.end).days > 1:
            days.append(previous.end)
            values.append(None)
            names.append("")
        days.append(this.start)
        values.append(None if pd.isna(value) else float(value))
        names.append(period(this))
        previous = this
    return days, values, names


def _levels(figure: go.Figure, observations: pd.DataFrame, levels: Sequence[Level], colours: Palette) -> None:
    first, last = observations["period_start"].min(), observations["period_start"].max()
    for level in levels:
        figure.add_scatter(
            x=[first, last], y=[level.value, level.value], mode="lines", name=level.label, hoverinfo="skip",
            line={"color": colours.target.colour, "dash": colours.target.dash, "width": colours.target.width},
        )  # fmt: skip


def _breaks(figure: go.Figure, breaks: Sequence[Break], colours: Palette, above: int) -> None:
    """A dotted line and the word; the page says the reason below, where a long one has room."""
    for item in breaks:
        figure.add_shape(
            type="line", x0=item.start, x1=item.start, y0=0, y1=1, yref="paper",
            line={"color": colours.quiet, "dash": "dot", "width": 1.2},
        )  # fmt: skip
        figure.add_annotation(
            x=item.start, y=1, yref="paper", text=say("chart-break"), showarrow=False, xanchor="center",
            yanchor="bottom", yshift=3 + above, font={"size": 12, "color": colours.quiet},
        )  # fmt: skip


def value_axis(figure: go.Figure, values: Sequence[float], measure: Measure) -> tuple[float, float]:
    """An axis that holds the values, with round values marked; returns its ends."""
    low, high = value_range(values)
    ticks, decimals = round_ticks(low, high)
    texts = [quantity(tick, decimals, measure.unit) for tick in ticks]
    figure.update_yaxes(range=[low, high], tickvals=ticks, ticktext=texts)
    return low, high


def value_range(values: Sequence[float]) -> tuple[float, float]:
    """From where to where an axis runs that holds the values with some air around them."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    # From zero where that costs little: a cut axis makes small changes look large.
    low = 0.0 if 0 <= low <= 0.6 * high else low
    high = 0.0 if 0.6 * low <= high < 0 else high
    room = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
    return (low if low == 0 else low - room), high + room


def time_axis(figure: go.Figure, observations: pd.DataFrame) -> None:
    """Years under yearly series; under monthly and the like, the year where it begins."""
    kind = PeriodKind(observations["period_kind"].iloc[0])
    starts = sorted({start.date() for start in observations["period_start"]})
    first = [day for day in starts if day.month == 1]
    marked = first if kind.part_of_year and len(first) > 1 else starts
    step = math.ceil(len(marked) / MOST_TICKS)
    shown = marked[::-step][::-1]
    whole_years = kind.part_of_year and marked is first
    texts = [str(day.year) if whole_years else period(Period(day, kind)) for day in shown]
    room = (starts[-1] - starts[0]).days * 0.03 + 20
    span = [starts[0] - timedelta(days=room), starts[-1] + timedelta(days=room)]
    figure.update_xaxes(tickvals=shown, ticktext=texts, tickangle=0, range=span)


def round_ticks(low: float, high: float) -> tuple[list[float], int]:
    """Round values to mark, two to six, and the decimals that they need."""
    raw = (high - low) / 5
    exponent = _exponent(raw)
    step = next(factor * 10.0**exponent for factor in (1, 2, 5, 10) if factor * 10.0**exponent >= raw * 0.999)
    first, last = math.ceil(low / step), math.floor(high / step)
    return [index * step for index in range(first, last + 1)], max(0, -_exponent(step))


def _exponent(value: float) -> int:
    return int(f"{value:e}".split("e")[1])


def direct_labels(
    figure: go.Figure, labels: list[tuple[float, str, str]], low: float, high: float, apart: float
) -> None:  # fmt: skip
    """Value, text and colour at the right end, moved apart (by that share of the axis) where they would overlap."""
    gap = apart * (high - low)
    placed: list[tuple[float, str, str]] = []
    for value, text, colour in sorted(labels):
        at = max(value, placed[-1][0] + gap) if placed else value
        placed.append((at, text, colour))
    overflow = max(0.0, placed[-1][0] - (high - gap / 2)) if placed else 0.0
    for at, text, colour in placed:
        figure.add_annotation(
            x=1, xref="paper", y=at - overflow, text=plain(text), showarrow=False, xanchor="left", xshift=10,
            font={"color": colour, "size": 13},
        )  # fmt: skip
    longest = max((len(text) for _, text, _ in labels), default=0)
    figure.update_layout(margin_r=24 + 7 * longest)


def hatch(figure: go.Figure, colours: Palette) -> None:
    """Example values: a hatched ground and the word, so that a copied picture says so as well."""
    figure.add_bar(
        x=[0.5], y=[1], xaxis="x2", yaxis="y2", width=1, hoverinfo="skip", name=say("example-word"),
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0},
                "pattern": {"shape": "/", "size": 16, "solidity": 0.04, "fgcolor": colours.rule}},
    )  # fmt: skip
    hidden = {"visible": False, "fixedrange": True}
    figure.update_layout(
        xaxis2={"overlaying": "x", "range": [0, 1], **hidden}, yaxis2={"overlaying": "y", "range": [0, 1], **hidden}
    )
    figure.add_annotation(
        x=0, y=1, xref="paper", yref="paper", text=say("example-word"), showarrow=False, xanchor="left",
        yanchor="bottom", yshift=3, font={"size": 13, "color": colours.quiet},
    )  # fmt: skip
    figure.update_layout(margin_t=30)


def plain(text: str) -> str:
    """Plotly renders a subset of HTML in texts: users' words must come out as they stand."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

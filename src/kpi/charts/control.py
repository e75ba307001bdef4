"""A control chart: one gender's values within their limits, phase by phase, those that a rule marks, and events."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from kpi.appearance import Palette, palette
from kpi.charts.flags import Flag, draw_flags, room_above
from kpi.charts.series import LABEL_HEIGHT, Level, Measure, direct_labels, hatch, time_axis, value_axis
from kpi.charts.theme import template
from kpi.model import Gender, Period
from kpi.words import quantity, say

HEIGHT = 300  # pixels, and what stands above the chart
_BELOW = 40  # pixels that the axis of time takes
_PLAIN, _MARKED = 6, 11


@dataclass(frozen=True, slots=True)
class ControlPoint:
    """One value: limits are None where its phase is too short; `meaning` is a key of `Palette.variation`, or empty.

    `said` is what the pointer shows, in lines. It must stand on the page as well.
    """

    period: Period
    value: float
    phase: int
    mean: float | None
    lower: float | None
    upper: float | None
    meaning: str
    said: str


def control_figure(
    points: Sequence[ControlPoint], gender: Gender, measure: Measure, *, level: Level | None = None,
    flags: Sequence[Flag] = (), span: Sequence[float] = (), example: bool = False, dark: bool = False,
) -> go.Figure:  # fmt: skip
    """The series with its limits, the target that it is held against, and flagged days (breaks, events).

    `span` holds values that the axis must have room for, so that charts beside each other can share it.
    """
    colours = palette(dark)
    above = room_above(flags, example=example)
    figure = go.Figure(layout={"template": template(dark), "height": HEIGHT + above, "hovermode": "closest"})
    for _, phase in itertools.groupby(points, lambda point: point.phase):
        _limits(figure, list(phase), colours)
    if level:
        _level(figure, points, level, colours)
    _values(figure, points, gender, colours)
    levels = [level.value] if level else []
    low, high = value_axis(figure, [*span, *extent(points), *levels], measure)
    starts = [pd.Timestamp(point.period.start) for point in points]
    time_axis(figure, pd.DataFrame({"period_kind": points[0].period.kind.value, "period_start": starts}))
    plot = HEIGHT - _BELOW
    direct_labels(figure, list(_said(points, level, measure, colours)), low, high, LABEL_HEIGHT / plot)
    if example:
        hatch(figure, colours)
    draw_flags(figure, flags, plot, colours, example=example)
    return figure


def extent(points: Sequence[ControlPoint]) -> list[float]:
    """The values and limits that an axis must have room for."""
    edges = (edge for point in points for edge in (point.value, point.lower, point.upper))
    return [edge for edge in edges if edge is not None]


def _limits(figure: go.Figure, phase: list[ControlPoint], colours: Palette) -> None:
    """The band of common variation, and the mean in it."""
    if phase[0].mean is None:
        return
    days = [phase[0].period.start, phase[-1].period.start]
    edge = {"color": colours.quiet, "width": 1}
    for name, value, fill in (
        ("lower", phase[0].lower, None), ("upper", phase[0].upper, "tonexty"), ("mean", phase[0].mean, None)
    ):  # fmt: skip
        figure.add_scatter(
            x=days, y=[value, value], mode="lines", name=name, hoverinfo="skip", fill=fill,
            fillcolor=colours.accent_surface if fill else None,
            line={**edge, "dash": "longdash"} if name == "mean" else edge,
        )  # fmt: skip


def _level(figure: go.Figure, points: Sequence[ControlPoint], level: Level, colours: Palette) -> None:
    figure.add_scatter(
        x=[points[0].period.start, points[-1].period.start], y=[level.value, level.value], mode="lines", name="target",
        hoverinfo="skip",
        line={"color": colours.target.colour, "dash": colours.target.dash, "width": colours.target.width},
    )  # fmt: skip


def _values(figure: go.Figure, points: Sequence[ControlPoint], gender: Gender, colours: Palette) -> None:
    style = colours.lines[gender]
    drawn = list(_with_gaps(points))
    marks = [colours.variation.get(point.meaning) if point else None for _, point in drawn]
    figure.add_scatter(
        x=[day for day, _ in drawn], y=[point.value if point else None for _, point in drawn],
        name=say(f"gender-{gender}"), mode="lines+markers", connectgaps=False,
        line={"color": style.colour, "dash": style.dash, "width": 1.4},
        marker={
            "symbol": [mark.marker if mark else style.marker for mark in marks],
            "size": [_MARKED if mark else _PLAIN for mark in marks],
            "color": [mark.colour if mark else style.colour for mark in marks], "opacity": 1,
            "line": {"width": 1, "color": colours.background},
        },
        text=[point.said if point else "" for _, point in drawn], hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip


def _with_gaps(points: Sequence[ControlPoint]) -> Iterator[tuple[date, ControlPoint | None]]:
    """An empty point where a period is missing or a phase begins: no line across what is not known or not like."""
    previous = None
    for point in points:
        if previous and (
            point.phase != previous.phase or (point.period.start - previous.period.end).days > 1
        ):  # fmt: skip
            yield previous.period.end, None
        yield point.period.start, point
        previous = point


def _said(
    points: Sequence[ControlPoint], level: Level | None, measure: Measure, colours: Palette
) -> Iterator[tuple[float, str, str]]:
    """The last phase's limits and the target, as labels at the right end."""
    last = points[-1]
    for name, value in (("lower", last.lower), ("mean", last.mean), ("upper", last.upper)):
        if value is not None:
            text = say(f"control-{name}", value=quantity(value, measure.decimals + 1, measure.unit))
            yield value, text, colours.quiet
    if level:
        yield level.value, level.label, colours.target.colour

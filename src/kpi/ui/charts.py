"""Plotly charts on pages, each with words that say what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from kpi.charts.series import HEIGHT, SMALL_HEIGHT, Break, Figure, Level, Measure, series_figure
from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender, ObservationStatus, Period, PeriodKind, TargetKind
from kpi.report.rows import Row, judged
from kpi.report.series import shown_series
from kpi.report.targets import target_level, target_words
from kpi.store.plans import unit_name
from kpi.ui.html import dark, show
from kpi.ui.kept import once
from kpi.ui.view import View
from kpi.words import period, quantity, say

# The toolbar's own words are English: keep what can be done with the pointer alone, and the table beside the chart.
CONFIG = {"displayModeBar": False, "locale": "sv", "scrollZoom": False}
_LEVELS = (TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.BELOW, TargetKind.BETWEEN)
_CHANGES = (TargetKind.CHANGE_AT_MOST, TargetKind.CHANGE_AT_LEAST)


def by_gender(follow_up: FollowUp, indicator: str, unit: str) -> dict[Gender, Any]:
    """The assessed rows of one nyckeltal at one unit; none where the follow-up is not about it."""
    return follow_up.by_subject.get((indicator, unit), {})


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure, what it shows in words, and what is said below it."""

    figure: Figure
    alt: str
    notes: tuple[str, ...]


def series_chart(
    follow_up: FollowUp, view: View, indicator: str, unit: str, *, height: int = HEIGHT
) -> Chart | None:  # fmt: skip
    """The nyckeltal's time series by gender, with target and breaks; None when it has no value."""
    series = shown_series(follow_up, indicator, unit)
    if not series["value"].notna().any():
        return None
    row = judged(by_gender(follow_up, indicator, unit))
    broken = _breaks(follow_up, indicator, unit, series)
    figure = series_figure(
        series, Measure(str(row.measure), int(row.decimals)), levels=target_levels(follow_up, row),
        breaks=[Break(item.period_start.date()) for item in broken], example=view.example, dark=dark(), height=height,
    )  # fmt: skip
    notes = [say("chart-break-reason", start=str(item.period_start.year), reason=item.reason) for item in broken]
    return Chart(figure, _alt(series, row, view.example), (*notes, *protected(series)))


def protected(series: pd.DataFrame) -> list[str]:
    """How many of the series' values are hidden by röjandekontroll, where any is: a gap alone could mean anything."""
    hidden = int(series["status"].eq(ObservationStatus.SUPPRESSED).sum())
    return [say("chart-protected", n=hidden)] if hidden else []


def draw(chart: Chart | None, key: str, empty: Sequence[str] = ()) -> None:
    """Put a chart on the page, or say why there is nothing to draw. `key` tells it apart on the page."""
    if chart is None:
        show("quiet", text=" ".join(empty) or say("chart-empty"))
        return
    st.plotly_chart(chart.figure, theme=None, config=CONFIG, key=f"chart-{key}", alt=chart.alt)
    for note in chart.notes:
        show("quiet", text=note)


def chart_grid(view: View, rows: Sequence[Row]) -> None:
    """Two charts abreast, each under its nyckeltal's name; those without outcomes are named together."""
    charts = [(row, once(series_chart, view, row.indicator, row.unit, height=SMALL_HEIGHT)) for row in rows]
    shown = [(row, chart) for row, chart in charts if chart]
    for first in range(0, len(shown), 2):
        for column, (row, chart) in zip(st.columns(2, gap="large"), shown[first : first + 2], strict=False):
            with column:
                link = view.link("nyckeltal", kod=row.indicator, enhet=row.unit)
                show("chart_heading", name=row.name, link=link, described=row.target)
                draw(chart, f"{row.indicator}-{row.unit}")
    missing = [row.name for row, chart in charts if not chart]
    if missing:
        show("quiet", text=say("charts-missing", names=", ".join(missing)))


def target_levels(follow_up: FollowUp, row: Any) -> list[Level]:
    """The target as lines on the chart; a required change is drawn at the value that it asks for."""
    if not isinstance(row.target_kind, str) or not row.target_kind:
        return []
    reference = unit_name(follow_up.units, row.reference) if isinstance(row.reference, str) else ""
    label = say("chart-target", target=target_words(row, reference))
    kind = TargetKind(row.target_kind)
    if kind in _LEVELS:
        levels = [Level(float(row.target_value), label)]
        return levels if pd.isna(row.target_upper) else [*levels, Level(float(row.target_upper), "")]
    if kind in _CHANGES and pd.notna(row.base_value):
        asked = row.base_value + abs(row.base_value) * row.target_value / 100
        return [Level(asked, say("chart-target-change", level=target_level(row), base=str(int(row.base_year))))]
    return []


def _breaks(follow_up: FollowUp, indicator: str, unit: str, series: pd.DataFrame) -> list[Any]:
    """The declared breaks inside the series, as rows of table `series_break`."""
    mine = follow_up.breaks
    mine = mine[(mine["indicator"] == indicator) & (mine["unit"].isna() | (mine["unit"] == unit))]
    return list(records(mine[mine["period_start"].between(series["period_start"].min(), series["period_start"].max())]))


def _alt(series: pd.DataFrame, row: Any, example: bool) -> str:
    known = series.dropna(subset="value").sort_values("period_start")
    kind = PeriodKind(known["period_kind"].iloc[0])
    parts = [
        say(
            "chart-alt-series", gender=say(f"gender-{gender}-lower"), count=len(mine),
            first=_at(mine["period_start"].iloc[0], kind),
            last=_at(mine["period_start"].iloc[-1], kind),
            low=quantity(mine["value"].min(), int(row.decimals), str(row.measure)),
            high=quantity(mine["value"].max(), int(row.decimals), str(row.measure)),
            from_value=quantity(mine["value"].iloc[0], int(row.decimals), str(row.measure)),
            to_value=quantity(mine["value"].iloc[-1], int(row.decimals), str(row.measure)),
        )
        for gender, mine in known.groupby("gender")
    ]  # fmt: skip
    words = say("chart-alt", name=str(row.short_name), series="; ".join(parts))
    return f"{say('example-word')}. {words}" if example else words


def _at(start: pd.Timestamp, kind: PeriodKind) -> str:
    return period(Period(start.date(), kind))

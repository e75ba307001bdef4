"""Plotly charts on pages, each with words that say what it shows."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from kpi.charts.series import HEIGHT, SMALL_HEIGHT, Break, Level, Measure, series_figure
from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender, Period, PeriodKind, TargetKind
from kpi.report.rows import Row, judged
from kpi.report.series import shown_series
from kpi.report.targets import target_level, target_words
from kpi.store.plans import unit_name
from kpi.ui.html import dark, show
from kpi.ui.view import View
from kpi.words import period, quantity, say

# The toolbar's own words are English: keep what can be done with the pointer alone, and the table beside the chart.
CONFIG = {"displayModeBar": False, "locale": "sv", "scrollZoom": False}
_LEVELS = (TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.BELOW, TargetKind.BETWEEN)
_CHANGES = (TargetKind.CHANGE_AT_MOST, TargetKind.CHANGE_AT_LEAST)


def by_gender(follow_up: FollowUp, indicator: str, unit: str) -> dict[Gender, Any]:
    """The assessed rows of one nyckeltal at one unit."""
    mine = follow_up.assessed
    mine = mine[(mine["indicator"] == indicator) & (mine["unit"] == unit)]
    return {Gender(row.gender): row for row in records(mine)}


def series_chart(follow_up: FollowUp, view: View, indicator: str, unit: str, *, height: int = HEIGHT) -> None:
    """The nyckeltal's time series by gender, with target and breaks."""
    series = shown_series(follow_up, indicator, unit)
    if not series["value"].notna().any():
        show("quiet", text=say("chart-empty"))
        return
    genders = by_gender(follow_up, indicator, unit)
    row = judged(genders)
    broken = _breaks(follow_up, indicator, unit, series)
    figure = series_figure(
        series, Measure(str(row.measure), int(row.decimals)), levels=target_levels(follow_up, row),
        breaks=[Break(item.period_start.date()) for item in broken], example=view.example, dark=dark(), height=height,
    )  # fmt: skip
    st.plotly_chart(
        figure, theme=None, config=CONFIG, key=f"chart-{indicator}-{unit}", alt=_alt(series, row, view.example),
    )  # fmt: skip
    for item in broken:
        show("quiet", text=say("chart-break-reason", start=str(item.period_start.year), reason=item.reason))


def chart_grid(follow_up: FollowUp, view: View, rows: Sequence[Row]) -> None:
    """Two charts abreast, each under its nyckeltal's name; those without outcomes are named together."""
    shown = [row for row in rows if shown_series(follow_up, row.indicator, row.unit)["value"].notna().any()]
    for first in range(0, len(shown), 2):
        for column, row in zip(st.columns(2, gap="large"), shown[first : first + 2], strict=False):
            with column:
                link = view.link("nyckeltal", kod=row.indicator, enhet=row.unit)
                show("chart_heading", name=row.name, link=link, described=row.target)
                series_chart(follow_up, view, row.indicator, row.unit, height=SMALL_HEIGHT)
    missing = [row.name for row in rows if row not in shown]
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

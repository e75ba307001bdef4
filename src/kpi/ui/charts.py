"""Plotly charts on pages, each with words that say what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from kpi.charts.series import HEIGHT, SMALL_HEIGHT, Break, Figure, Level, Measure, series_figure
from kpi.follow_up import FollowUp
from kpi.model import Gender
from kpi.report.rows import Row, judged
from kpi.report.series import shown_series
from kpi.report.series_words import breaks_in, chart_notes, series_alt, target_levels
from kpi.ui.html import dark, show
from kpi.ui.kept import once
from kpi.ui.view import View
from kpi.words import say

# The toolbar's own words are English: keep what can be done with the pointer alone, and the table beside the chart.
CONFIG = {"displayModeBar": False, "locale": "sv", "scrollZoom": False}


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
    levels = [Level(one.value, one.words) for one in target_levels(follow_up, row)]
    broken = breaks_in(follow_up, indicator, unit, series)
    figure = series_figure(
        series, Measure(str(row.measure), int(row.decimals)), levels=levels,
        breaks=[Break(item.period_start.date()) for item in broken], example=view.example, dark=dark(), height=height,
    )  # fmt: skip
    return Chart(figure, series_alt(series, row, example=view.example), chart_notes(series, broken))


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

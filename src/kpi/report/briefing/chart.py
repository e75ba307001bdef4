"""A nyckeltal's series as a chart that any writer can draw, with the exact values."""

from datetime import date, timedelta
from itertools import pairwise

import pandas as pd

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import DataMode, Gender, Period, PeriodKind
from kpi.report.briefing.content import Line, LineChart
from kpi.report.rows import judged, subject_name
from kpi.report.series import shown_series
from kpi.report.series_words import breaks_in, chart_notes, series_alt, target_levels
from kpi.words import period, say


def line_chart(follow: FollowUp, indicator: str, unit: str) -> LineChart | None:
    """The same series as the nyckeltal's page draws; None when it has no value.

    A period that is missing within the series is there, without values, so that no line is drawn across it.
    """
    series = shown_series(follow, indicator, unit)
    if not series["value"].notna().any():
        return None
    row = judged(follow.by_subject[indicator, unit])
    periods = _periods(series)
    return LineChart(
        title=subject_name(follow, row), alt=series_alt(series, row, example=follow.mode is DataMode.EXAMPLE),
        periods=tuple(_short(one) for one in periods), lines=_lines(series, periods),
        levels=tuple(target_levels(follow, row)), measure=str(row.measure), decimals=int(row.decimals),
        notes=chart_notes(series, breaks_in(follow, indicator, unit, series)),
    )  # fmt: skip


def _short(which: Period) -> str:
    """As it stands under an axis, where "kvartal 1 2025" would be cut."""
    if which.kind in (PeriodKind.QUARTER, PeriodKind.TERTIAL):
        n = (which.start.month - 1) // which.kind.months + 1
        return say(f"chart-period-{which.kind}", n=n, year=str(which.start.year))
    return period(which)


def _lines(series: pd.DataFrame, periods: list[Period]) -> tuple[Line, ...]:
    values: dict[Gender, dict[date, float]] = {}
    for one in records(series.dropna(subset="value")):
        values.setdefault(Gender(one.gender), {})[one.period_start.date()] = float(one.value)
    return tuple(
        Line(gender, say(f"gender-{gender}"), tuple(values[gender].get(one.start) for one in periods))
        for gender in Gender if gender in values
    )  # fmt: skip


def _periods(series: pd.DataFrame) -> list[Period]:
    kind = PeriodKind(series["period_kind"].iloc[0])
    known = [Period(start.date(), kind) for start in sorted(series["period_start"].unique())]
    if kind.pooled or kind is PeriodKind.DAY:
        return known
    gaps = [one for before, after in pairwise(known) for one in _between(before, after)]
    return sorted([*known, *gaps])


def _between(before: Period, after: Period) -> list[Period]:
    """The periods of the same kind that are missing between two."""
    found, start = [], before.end + timedelta(days=1)
    while start < after.start:
        one = Period(start, before.kind)
        found.append(one)
        start = one.end + timedelta(days=1)
    return found

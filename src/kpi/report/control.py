"""The control chart of one gender's series: each value with its limits, and what marks it, in words."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from kpi.analysis import periods
from kpi.analysis.arrays import BoolArray, DateArray, FloatArray, among
from kpi.analysis.outcome import WITHOUT_VALUE
from kpi.analysis.spc import Charts, Variation, control_charts
from kpi.analysis.spc_rules import Rule
from kpi.analysis.trend import TrendMethod
from kpi.follow_up import FollowUp
from kpi.model import Direction, Period, PeriodKind
from kpi.words import say


@dataclass(frozen=True, slots=True)
class Signal:
    """What marks a value: by which rule, above (1) or below (−1), since when, and what it means (`Variation`)."""

    rule: Rule
    side: int
    since: Period
    variation: Variation


@dataclass(frozen=True, slots=True)
class Point:
    """One value. mean, lower and upper are None where its phase is too short for limits."""

    period: Period
    value: float
    phase: int
    mean: float | None
    lower: float | None
    upper: float | None
    signal: Signal | None


def control_points(follow_up: FollowUp, row: Any) -> list[Point]:
    """The whole series of an assessed row whose development is told by a control chart; empty for other rows.

    Its last phase is the one that the row's trend is told by.
    """
    if row.trend_method != TrendMethod.XMR:
        return []
    series = _series(follow_up, row)
    starts = series["period_start"].to_numpy("datetime64[D]")
    charts = control_charts(
        series["value"].to_numpy(np.float64), starts=starts, breaks=_begins(follow_up, row, starts),
        direction=row.direction or Direction.NEUTRAL.value,
    )  # fmt: skip
    known = [Period(start.date(), PeriodKind(row.trend_period_kind)) for start in series["period_start"]]
    mean, lower, upper = (_present(column) for column in (charts.mean, charts.lower, charts.upper))
    return [
        Point(*point) for point in zip(known, series["value"].tolist(), charts.phase[0].tolist(), mean, lower, upper,
                                       _signals(charts, known), strict=True)
    ]  # fmt: skip


def _present(edges: FloatArray) -> list[float | None]:
    return [None if np.isnan(edge) else float(edge) for edge in edges[0]]


def _signals(charts: Charts, known: list[Period]) -> list[Signal | None]:
    marked = zip(charts.rule[0], charts.side[0], charts.since[0], charts.labels[0], strict=True)
    return [
        Signal(Rule(int(rule)), int(side), known[since], Variation(label)) if rule else None
        for rule, side, since, label in marked
    ]


def declared_breaks(follow_up: FollowUp, indicator: str, unit: str) -> pd.DataFrame:
    """The breaks that hold for a nyckeltal at a unit until the chosen period's end: rows of table `series_break`."""
    mine = follow_up.breaks
    mine = mine[(mine["indicator"] == indicator) & (mine["unit"].isna() | (mine["unit"] == unit))]
    until = pd.Timestamp(follow_up.period.end)
    return mine[mine["period_start"] <= until].sort_values("period_start")


def rule_words(signal: Signal) -> str:
    """Which rule marks a value, and which way: "under den undre gränsen"."""
    return say(f"control-rule-{signal.rule.name.lower()}-{'up' if signal.side > 0 else 'down'}")


def _series(follow_up: FollowUp, row: Any) -> pd.DataFrame:
    """The row's known values until the chosen period, in the order of time."""
    seen = follow_up.observations
    mine = seen[
        (seen["indicator"] == row.indicator) & (seen["unit"] == row.unit) & (seen["gender"] == row.gender)
        & (seen["period_kind"] == row.trend_period_kind)
    ]  # fmt: skip
    in_time = periods.ends(mine["period_kind"], mine["period_start"]) <= periods.day64(follow_up.period.end)
    known = mine["value"].notna().to_numpy() & ~among(mine["status"], WITHOUT_VALUE)
    found: pd.DataFrame = mine[in_time & known].sort_values("period_start")
    return found


def _begins(follow_up: FollowUp, row: Any, starts: DateArray) -> BoolArray:
    """True at the first value on or after each declared break."""
    days = declared_breaks(follow_up, row.indicator, row.unit)["period_start"].to_numpy("datetime64[D]")
    begins = np.zeros(len(starts), bool)
    at = np.searchsorted(starts, days)
    begins[at[at < len(starts)]] = True
    return begins

"""What stands on and beside a nyckeltal's chart: target, declared breaks, what is hidden, and what it says in words."""

from typing import Any

import pandas as pd

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import ObservationStatus, Period, PeriodKind, TargetKind
from kpi.report.briefing.content import Level
from kpi.report.series import target_fits
from kpi.report.targets import target_level, target_words
from kpi.store.plans import unit_name
from kpi.words import period, quantity, say

_LEVELS = (TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.BELOW, TargetKind.BETWEEN)
_CHANGES = (TargetKind.CHANGE_AT_MOST, TargetKind.CHANGE_AT_LEAST)


def chart_notes(series: pd.DataFrame, broken: list[Any]) -> tuple[str, ...]:
    """Why each of the breaks is there, and how much is hidden."""
    reasons = [say("chart-break-reason", start=str(item.period_start.year), reason=item.reason) for item in broken]
    return (*reasons, *protected(series))


def protected(series: pd.DataFrame) -> list[str]:
    """How many of the series' values are hidden by röjandekontroll, where any is: a gap alone could mean anything."""
    hidden = int(series["status"].eq(ObservationStatus.SUPPRESSED).sum())
    return [say("chart-protected", n=hidden)] if hidden else []


def target_levels(follow_up: FollowUp, row: Any) -> list[Level]:
    """The target as lines on the chart; a required change is drawn at the value that it asks for.

    None where the target is of another scale than the series: see `target_fits`.
    """
    if not isinstance(row.target_kind, str) or not row.target_kind or not target_fits(follow_up, row):
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


def breaks_in(follow_up: FollowUp, indicator: str, unit: str, series: pd.DataFrame) -> list[Any]:
    """The declared breaks inside the series, as rows of table `series_break`."""
    mine = follow_up.breaks
    mine = mine[(mine["indicator"] == indicator) & (mine["unit"].isna() | (mine["unit"] == unit))]
    return list(records(mine[mine["period_start"].between(series["period_start"].min(), series["period_start"].max())]))


def series_alt(series: pd.DataFrame, row: Any, *, example: bool) -> str:
    """How many values each gender has, from what to what, lowest and highest; said to be examples where they are."""
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

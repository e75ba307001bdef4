"""A nyckeltal at the units beneath one: each with its own outcome and target, the farthest from its target first."""

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kpi.analysis import periods
from kpi.analysis.assess import assess
from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender, Period, PeriodKind, Status
from kpi.report.answer import distance
from kpi.report.rows import judged, present
from kpi.report.targets import target_signs
from kpi.store.plans import unit_name
from kpi.words import say

JUDGED = (Status.MET, Status.NEAR, Status.NOT_MET)


@dataclass(frozen=True, slots=True)
class UnitPart:
    """One unit's assessed rows by gender; `away` says how far from its own target it is, or why that is not known."""

    unit: str
    name: str
    by_gender: dict[Gender, Any]
    target: str
    away: str

    @property
    def row(self) -> Any:
        """The row that it is judged and sorted by: totalt where that has a target."""
        return judged(self.by_gender)


def unit_parts(follow_up: FollowUp, indicator: str, unit: str) -> list[UnitPart]:
    """The units beneath that have observations, by `shortfall`; those without a target or a value last, by name."""
    subjects = follow_up.plan.subjects
    definition = subjects[subjects["indicator"] == indicator].iloc[:1]
    units = _beneath(follow_up, indicator, unit)
    if not units:
        return []
    asked = definition.loc[definition.index.repeat(len(units))].assign(unit=units).reset_index(drop=True)
    described = ["indicator", "short_name", "measure", "decimals", "direction"]
    assessed = assess(
        asked, follow_up.targets, follow_up.observations, follow_up.period, plan=follow_up.plan.code,
        breaks=follow_up.breaks,
    ).merge(definition[described], on="indicator")  # fmt: skip
    by_unit: dict[str, dict[Gender, Any]] = {}
    for row in records(assessed):
        by_unit.setdefault(row.unit, {})[Gender(row.gender)] = row
    parts = [_part(follow_up, code, by_gender) for code, by_gender in by_unit.items()]
    return sorted(parts, key=lambda part: (-shortfall(part.row), part.name))


def shortfall(row: Any) -> float:
    """How far from the target: above 0 on the wrong side, below on the right; −∞ where it is not judged."""
    if row.status not in JUDGED or not present(row.distance):
        return -math.inf
    away = abs(float(row.distance))
    return -away if row.status == Status.MET else away


def part_series(follow_up: FollowUp, part: UnitPart) -> dict[Gender, list[tuple[Period, float | None]]]:
    """The unit's series until the chosen period, in the order of time; None where a value or a whole period is missing.

    The series is that whose development is told, else that of the outcome. Genders without a value are left out.
    """
    seen, row = follow_up.observations, part.row
    kind = str(row.trend_period_kind or row.period_kind)
    mine = seen[(seen["indicator"] == row.indicator) & (seen["unit"] == part.unit) & (seen["period_kind"] == kind)]
    in_time = periods.ends(mine["period_kind"], mine["period_start"]) <= periods.day64(follow_up.period.end)
    mine = mine[in_time].sort_values("period_start")
    found = {gender: _with_gaps(mine[mine["gender"] == gender]) for gender in Gender}
    return {gender: points for gender, points in found.items() if any(value is not None for _, value in points)}


def _with_gaps(mine: pd.DataFrame) -> list[tuple[Period, float | None]]:
    found: list[tuple[Period, float | None]] = []
    for row in records(mine):
        which = Period(row.period_start.date(), PeriodKind(row.period_kind))
        if found and not which.kind.pooled and (which.start - found[-1][0].end).days > 1:
            found.append((Period(found[-1][0].end, PeriodKind.DAY), None))
        found.append((which, None if pd.isna(row.value) else float(row.value)))
    return found


def _part(follow_up: FollowUp, code: str, by_gender: dict[Gender, Any]) -> UnitPart:
    row = judged(by_gender)
    reference = unit_name(follow_up.units, row.reference) if present(row.reference) else ""
    return UnitPart(
        code, unit_name(follow_up.units, code), by_gender, target_signs(row, reference), _away(row, reference)
    )


def _away(row: Any, reference: str) -> str:
    if not present(row.target_code):
        return say("units-no-target")
    if row.status in JUDGED:
        return distance(row, reference)
    if present(row.reason):
        return say(f"reason-{row.reason}")
    return say("units-waiting", year=str(int(row.by_year)))


def _beneath(follow_up: FollowUp, indicator: str, unit: str) -> list[str]:
    """The units beneath, at any depth, that have observations of the nyckeltal; sorted by code."""
    units: pd.DataFrame = follow_up.units
    children = units.groupby("parent")["code"].agg(list).to_dict()
    observed = set(follow_up.observations.loc[follow_up.observations["indicator"] == indicator, "unit"])
    found: set[str] = set()
    waiting = list(children.get(unit, []))
    while waiting:
        child = waiting.pop()
        if child not in found:
            found.add(child)
            waiting += children.get(child, [])
    return sorted(found & observed)

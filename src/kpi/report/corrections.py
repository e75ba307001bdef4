"""What has been corrected in a period since it was closed: outcomes told otherwise now than then."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from kpi.analysis.outcome import KEY
from kpi.follow_up import FollowUp
from kpi.frames import period_of, records
from kpi.model import Gender, Period
from kpi.report.rows import present
from kpi.store.plans import unit_name
from kpi.words import NO_BREAK_SPACE, PERCENT, exact, say


@dataclass(frozen=True, slots=True)
class Correction:
    """One gender's outcome of a nyckeltal at a unit, as it was told then and is now."""

    indicator: str
    unit: str
    gender: Gender
    name: str
    unit_name: str
    period: Period
    before: str
    after: str


def corrections(before: FollowUp, after: FollowUp, closed: Period) -> list[Correction]:
    """The plan's outcomes of the closed period, or a part of it, that differ; both states after röjandekontroll."""
    subjects = after.plan.subjects.drop_duplicates(["indicator", "unit"])
    both = _of_plan(before, subjects).merge(_of_plan(after, subjects), on=KEY, how="outer", suffixes=("_then", "_now"))
    described = both.merge(subjects[["indicator", "unit", "short_name", "measure"]], on=["indicator", "unit"])
    found = []
    for row in records(described):
        its = period_of(row.period_start, row.period_kind)
        then = _told(row.measure, row.value_then, row.status_then)
        now = _told(row.measure, row.value_now, row.status_now)
        if its is not None and closed.start <= its.start and its.end <= closed.end and then != now:
            where = unit_name(after.units, row.unit)
            found.append(Correction(row.indicator, row.unit, Gender(row.gender), row.short_name, where, its, then, now))
    return found


def _of_plan(state: FollowUp, subjects: pd.DataFrame) -> pd.DataFrame:
    rows = state.observations[[*KEY, "value", "status"]].astype(object)
    return rows.merge(subjects[["indicator", "unit"]], on=["indicator", "unit"])


def _told(measure: str, value: Any, status: Any) -> str:
    """Every digit of the value, or why there is none; – where nothing has been delivered."""
    if present(value):
        return exact(value) + (f"{NO_BREAK_SPACE}%" if measure == PERCENT else "")
    return say(f"observation-{status}") if present(status) else "–"

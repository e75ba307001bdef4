"""What differs between two states of the same follow-up: before and after a delivery, or on two days."""

from dataclasses import dataclass
from typing import Any

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender, Reason
from kpi.report.rows import outcome_period, present
from kpi.store.plans import unit_name
from kpi.words import period, quantity, say


@dataclass(frozen=True, slots=True)
class Changed:
    """One gender of a nyckeltal at a unit whose value, period or status differs, each side in words."""

    indicator: str
    unit: str
    gender: Gender
    name: str
    unit_name: str
    before: str
    after: str


def changes(before: FollowUp, after: FollowUp) -> list[Changed]:
    """The differences, in the order of the plan. A nyckeltal that only one of the states has differs."""
    old = {(row.indicator, row.unit, row.gender): row for row in records(before.assessed)}
    new = {(row.indicator, row.unit, row.gender): row for row in records(after.assessed)}
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        told = _said(old.get(key)), _said(new.get(key))
        if told[0] != told[1]:
            row = new.get(key) or old[key]
            where = unit_name(after.units, row.unit)
            found.append(Changed(row.indicator, row.unit, Gender(row.gender), row.short_name, where, *told))
    return found


def _said(row: Any) -> str:
    """The value with its period and status; – where there is none."""
    if row is None or not present(row.value):
        return say("observation-suppressed") if row is not None and row.reason == Reason.SUPPRESSED else "–"
    which = outcome_period(row)
    judged = f", {say(f'status-{row.status}')}" if present(row.status) else ""
    text = quantity(row.value, int(row.decimals), row.measure)
    return f"{text} ({period(which) if which else ''}{judged})"

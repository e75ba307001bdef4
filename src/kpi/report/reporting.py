"""The follow-up's state: what each reporting point asks for, what has come in, and what is missing or late."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import pandas as pd

from kpi.analysis.budget.plan import budget
from kpi.frames import period_of, records
from kpi.model import AssignmentStatus, Period, PeriodKind, Required, Term
from kpi.moments import in_sweden
from kpi.report.assignments import OVER
from kpi.report.reported_accounts import area_accounts
from kpi.store.plans import unit_name
from kpi.words import count_word, listing, period, say

SEPARATOR = "|"


class State(StrEnum):
    """How it stands with one thing that is asked for."""

    IN = "in"
    IN_LATE = "in_late"
    AWAITED = "awaited"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Point:
    """A reporting point: a period that is followed up, by when, and what it asks for."""

    code: str
    name: str
    period: Period
    due_on: date | None
    requires: tuple[Required, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is asked for: what, about which nyckeltal or uppdrag, of whom, and the day it first came."""

    what: Required
    code: str
    unit: str
    name: str
    responsible: str
    came_on: date | None
    state: State


@dataclass(frozen=True)
class Material:
    """What there is to look in: the plan's nyckeltal and uppdrag, and what has come, each row with `created_at`.

    money: the plan's `cost_type`, `budget_item` and `budget_amount`, where accounts are asked for.
    """

    subjects: pd.DataFrame
    units: pd.DataFrame
    assignments: pd.DataFrame
    outcomes: pd.DataFrame
    said: Mapping[Required, pd.DataFrame] = field(default_factory=dict)
    money: tuple[pd.DataFrame, ...] = ()


def points(listed: pd.DataFrame) -> list[Point]:
    """The plan's reporting points in the order of the year. listed: the store's table `reporting_point`."""
    made = []
    for row in records(listed):
        when = period_of(row.period_start, row.period_kind)
        asked = tuple(Required(word) for word in str(row.requires).split(SEPARATOR))
        if when is not None:
            due_on = None if pd.isna(row.due_on) else pd.Timestamp(row.due_on).date()
            made.append(Point(str(row.code), str(row.name), when, due_on, asked, str(row.source)))
    return sorted(made, key=lambda one: (one.period.end, -one.period.kind.months))


def items(point: Point, material: Material, today: date) -> list[Item]:
    """Everything that a point asks for, in the order of the plan."""
    return [item for what in point.requires for item in _FINDERS[what](what, point, material, today)]


def state_sentence(found: Sequence[Item]) -> str:
    """How much has come in, and what is missing or late."""
    counts = {state: sum(one.state is state for one in found) for state in State}
    came = counts[State.IN] + counts[State.IN_LATE]
    parts = [say(f"reporting-{state}", n=counts[state], count=count_word(counts[state], common=True))
             for state in (State.MISSING, State.AWAITED, State.IN_LATE) if counts[state]]  # fmt: skip
    whole = say(
        "reporting-sentence", n=len(found), came=count_word(came, common=True).capitalize(),
        total=count_word(len(found), common=True),
    )  # fmt: skip
    rest = listing(parts)
    return f"{whole} {rest[0].upper()}{rest[1:]}." if parts else whole


def _state(came_on: date | None, point: Point, today: date) -> State:
    if came_on is not None:
        return State.IN_LATE if point.due_on is not None and came_on > point.due_on else State.IN
    return State.MISSING if point.due_on is not None and today > point.due_on else State.AWAITED


def _first(rows: pd.DataFrame, point: Point) -> dict[tuple[Any, ...], date]:
    """The Swedish day on which something about the point's period first came, by nyckeltal and unit, or uppdrag."""
    keys = ["assignment"] if "assignment" in rows.columns else ["indicator", "unit"]
    found: dict[tuple[Any, ...], date] = {}
    for row in records(rows):
        if _within(row, point):
            key = tuple(getattr(row, name) for name in keys)
            came = in_sweden(_moment(row.created_at)).date()
            found[key] = min(came, found.get(key, came))
    return found


def _within(row: Any, point: Point) -> bool:
    """About the point's period or a part of it; a judgement is about the year that it lies in, and made since."""
    if hasattr(row, "year"):
        return bool(row.year == point.period.end.year) and pd.Timestamp(row.judged_on).date() > point.period.start
    when = period_of(row.period_start, row.period_kind)
    return when is not None and point.period.start <= when.start and when.end <= point.period.end


def _moment(value: Any) -> datetime:
    moment: datetime = pd.Timestamp(value).to_pydatetime()
    return moment


def _of_subjects(what: Required, point: Point, material: Material, today: date) -> Iterator[Item]:
    rows = material.outcomes if what in (Required.OUTCOMES, Required.LONG_OUTCOMES) else material.said[what]
    came = _first(rows, point)
    long = what is Required.LONG_OUTCOMES
    seldom = _seldom(material.outcomes, point) if what is Required.OUTCOMES else frozenset()
    for row in records(material.subjects):
        if (row.term == Term.LONG) == long and row.indicator not in seldom:
            day = came.get((row.indicator, row.unit))
            name = f"{row.short_name}, {unit_name(material.units, row.unit)}"
            yield Item(what, row.indicator, row.unit, name, str(row.responsible), day, _state(day, point, today))


def _seldom(outcomes: pd.DataFrame, point: Point) -> frozenset[str]:
    """Nyckeltal whose outcomes have never come for so short a period as the point's: they are not asked for."""
    kinds: dict[str, int] = {}
    for row in records(outcomes[["indicator", "period_kind"]].drop_duplicates()):
        months = PeriodKind(row.period_kind).months
        kinds[row.indicator] = min(months, kinds.get(row.indicator, months))
    return frozenset(code for code, months in kinds.items() if months > point.period.kind.months)


def _of_assignments(what: Required, point: Point, material: Material, today: date) -> Iterator[Item]:
    """Those that are over before the point are not asked for."""
    said = material.said[what]
    came = _first(said, point)
    over = {
        row.assignment for row in records(said)
        if AssignmentStatus(row.status) in OVER
        and (when := period_of(row.period_start, row.period_kind)) is not None and when.end < point.period.start
    }  # fmt: skip
    for row in records(material.assignments):
        if row.code not in over:
            day = came.get((row.code,))
            who = listing(str(row.responsible).split(SEPARATOR))
            yield Item(what, row.code, "", str(row.heading), who, day, _state(day, point, today))


def _of_accounts(what: Required, point: Point, material: Material, today: date) -> Iterator[Item]:
    if material.money:
        for one in area_accounts(budget(*material.money), material.said[what], point.period):
            yield Item(what, one.code, "", one.name, "", one.came_on, _state(one.came_on, point, today))


_FINDERS = {
    Required.OUTCOMES: _of_subjects,
    Required.LONG_OUTCOMES: _of_subjects,
    Required.EXPLANATIONS: _of_subjects,
    Required.FORECASTS: _of_subjects,
    Required.ASSIGNMENTS: _of_assignments,
    Required.ACCOUNTS: _of_accounts,
}


@dataclass(frozen=True, slots=True)
class Lock:
    """A period that is closed: when, by whom and why."""

    period: Period
    since: datetime
    author: str
    reason: str

    @property
    def told(self) -> str:
        """In words."""
        return say("lock-told", period=period(self.period), who=self.author, reason=self.reason)


def locks(said: pd.DataFrame) -> list[Lock]:
    """The periods that are closed now. said: the table `period_lock` with `created_at`, in the order of delivery."""
    found: dict[Period, Any] = {}
    for row in records(said):
        when = period_of(row.period_start, row.period_kind)
        if when is not None:
            found[when] = row
    return [
        Lock(when, _moment(row.created_at), str(row.author), str(row.reason))
        for when, row in found.items()
        if row.locked
    ]

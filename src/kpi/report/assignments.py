"""Uppdrag: how far each has come, what was last reported, and which are late or not reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from kpi.frames import period_of, records
from kpi.model import AssignmentStatus, Period
from kpi.words import count_word, day, listing, period, say

OVER = (AssignmentStatus.DONE, AssignmentStatus.CLOSED)
"""Statuses after which nothing more is expected."""
SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody has reported at one follow-up."""

    period: Period
    status: AssignmentStatus
    text: str
    signed: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """One uppdrag at a chosen period. `reports` are those no later than it, the latest first.

    `overdue`: its day has passed and it is not done. `unreported`: nothing has been reported for the chosen period,
    and something was to be expected.
    """

    code: str
    goal: str
    heading: str
    wording: str
    decided_by: str
    responsible: str
    due_on: date | None
    source: str
    reports: tuple[Report, ...]
    overdue: bool
    unreported: bool

    @property
    def status(self) -> AssignmentStatus | None:
        """As last reported; None where nothing has been."""
        return self.reports[0].status if self.reports else None

    @property
    def late(self) -> bool:
        """What is to be asked about first."""
        return self.overdue or self.status is AssignmentStatus.DELAYED


def assignments(listed: pd.DataFrame, reported: pd.DataFrame, chosen: Period) -> list[Assignment]:
    """A plan's uppdrag with what has been reported: late ones first, then unreported, then in the plan's order.

    Late is what is reported as delayed, or has passed its day and is not done.

    listed: the store's table `assignment`; reported: `assignment_report` in the order of delivery.
    """
    said = _by_assignment(reported, chosen)
    found = [_assignment(row, said.get(str(row.code), ()), chosen) for row in records(listed)]
    return sorted(found, key=lambda one: (not one.late, not one.unreported))


def sentence(found: Sequence[Assignment]) -> str:
    """How the plan's uppdrag stand, counted."""
    if not found:
        return say("assignments-none")
    n = len(found)
    return say("assignments-sentence", n=n, count=count_word(n), parts=listing(counted(found)))


def counted(found: Sequence[Assignment]) -> list[str]:
    """How many uppdrag have each status, and how many nobody has reported."""
    told = [one for one in found if one.status is not None]
    counts = [(status, sum(one.status is status for one in told)) for status in AssignmentStatus]
    parts = [say(f"assignments-{status}", n=n, count=count_word(n)) for status, n in counts if n]
    silent = len(found) - len(told)
    return [*parts, *([say("assignments-silent", n=silent, count=count_word(silent))] if silent else [])]


def cells(one: Assignment) -> tuple[str, ...]:
    """Its row in a table: heading, decided by, responsible, due, state and latest report."""
    due = one.due_on.isoformat() if one.due_on else "–"
    said = one.reports[0].text if one.reports else "–"
    return one.heading, one.decided_by, one.responsible, due, state(one), said


def state(one: Assignment) -> str:
    """Status in words, with what is late or not reported."""
    words = [say(f"assignment-{one.status}") if one.status else say("assignment-silent")]
    if one.overdue:
        words.append(say("assignment-late"))
    elif one.unreported and one.status:
        words.append(say("assignment-unreported"))
    return " · ".join(words)


def _by_assignment(reported: pd.DataFrame, chosen: Period) -> dict[str, tuple[Report, ...]]:
    """The reports of each uppdrag about periods that end no later than the chosen, the latest period first."""
    found: dict[str, dict[Period, Report]] = {}
    for row in records(reported):
        when = period_of(row.period_start, row.period_kind)
        if when is not None and when.end <= chosen.end:
            found.setdefault(str(row.assignment), {})[when] = _report(row, when)
    ends = {code: sorted(said.values(), key=lambda one: one.period.end, reverse=True) for code, said in found.items()}
    return {code: tuple(said) for code, said in ends.items()}


def _report(row: Any, when: Period) -> Report:
    who = f"{row.author}, {row.author_role}" if row.author_role else str(row.author)
    signed = say("comment-signed", who=who, date=day(row.written_on), period=period(when))
    return Report(when, AssignmentStatus(row.status), str(row.text), signed)


def _assignment(row: Any, reports: tuple[Report, ...], chosen: Period) -> Assignment:
    due_on = None if pd.isna(row.due_on) else pd.Timestamp(row.due_on).date()
    over = bool(reports) and reports[0].status in OVER
    told_now = bool(reports) and reports[0].period.end >= chosen.start
    return Assignment(
        code=str(row.code), goal=str(row.goal), heading=str(row.heading), wording=str(row.wording),
        decided_by=str(row.decided_by), responsible=listing(str(row.responsible).split(SEPARATOR)), due_on=due_on,
        source=str(row.source), reports=reports, overdue=due_on is not None and due_on < chosen.end and not over,
        unreported=not over and not told_now,
    )  # fmt: skip

"""`sammantraden.csv` and `arenden.csv`: when the board meets, and what stands on each agenda.

What an item concerns is a code of a nyckeltal, a goal, an uppdrag or of what is under uppsikt, or a reporting point.
"""

from collections.abc import Sequence
from typing import Any

from kpi.errors import UserError, wrong
from kpi.ingest import plan_checks as check
from kpi.ingest import plan_values as v
from kpi.ingest.plan_columns import MARKS
from kpi.ingest.plan_lists.plan_list import Codes, PlanList
from kpi.ingest.plan_rows import without_marks
from kpi.ingest.plan_table import Column, Row
from kpi.model import WHOLE_PLAN, AgendaForm, AgendaKind, MeetingKind

MEETING_KINDS = {
    "sammanträde": MeetingKind.BOARD,
    "gemensam budgetdag": MeetingKind.BUDGET_DAY,
    "gemensam planeringsdag": MeetingKind.PLANNING_DAY,
}
ITEM_KINDS = {"återkommande ärende": AgendaKind.RECURRING, "uppföljning och fördjupning": AgendaKind.IN_DEPTH}
FORMS = {"muntlig": AgendaForm.ORAL, "skriftlig": AgendaForm.WRITTEN}
_CODES = {
    "indicators": ("indicator", "plan-indicator-unknown"),
    "goals": ("goal", "plan-goal-unknown"),
    "assignments": ("assignment", "form-assignment-unknown"),
    "oversight": ("oversight", "form-oversight-unknown"),
}
"""Fields that name others' codes: whose, and what is said of one that is none."""

DAYS = (
    Column("kod", "code", v.code, required=True),
    Column("första dag", "first_day", v.day, required=True),
    Column("sista dag", "last_day", v.day, required=True),
    Column("slag", "kind", v.Choice(MEETING_KINDS), required=True),
    Column("deltagare", "attendees", v.aliases, optional=True, empty=""),
    Column("föredragande", "presenters", v.aliases, optional=True, empty=""),
)
AGENDA = (
    Column("kod", "code", v.code, required=True),
    Column("sammanträde", "meeting", v.code, required=True),
    Column("ordning", "ordinal", v.count, required=True),
    Column("slag", "kind", v.Choice(ITEM_KINDS), required=True),
    Column("rubrik", "heading", v.text, required=True),
    Column("form", "form", v.Choice(FORMS), empty=AgendaForm.UNSAID),
    Column("föredragande", "presenters", v.aliases, empty=""),
)


def reversed_days(rows: Sequence[Row]) -> list[UserError]:
    """Meetings that end before they begin."""
    return [wrong("meeting-reversed", row.place("last_day")) for row in rows if row["last_day"] < row["first_day"]]


def _meetings(rows: Sequence[Row], _codes: Codes) -> list[UserError]:
    return check.repeated(rows, "code") + reversed_days(rows)


def _items(rows: Sequence[Row], codes: Codes) -> list[UserError]:
    return [
        *check.repeated(rows, "code"),
        *check.repeated(rows, "meeting", "ordinal"),
        *check.unknown(rows, "meeting", codes["meeting"], "meeting-unknown"),
        *check.unknown(rows, "follow_up", {*codes["reporting_point"], WHOLE_PLAN}, "agenda-point-unknown"),
        *(
            wrong(key, row.place(field))
            for row in rows
            for field, (table, key) in _CODES.items()
            if set(row[field]) - set(codes[table])
        ),
    ]


def _stored(row: Row) -> dict[str, Any]:
    joined = {field: v.SEPARATOR.join(row[field]) for field in _CODES}
    return {**without_marks(row), **joined, "follow_up": row["follow_up"] or ""}


MEETINGS = PlanList(
    "sammantraden.csv", "meeting", (*DAYS, Column("källa", "source", v.text, empty=""), *MARKS), _meetings
)
AGENDA_ITEMS = PlanList(
    "arenden.csv",
    "agenda_item",
    (
        *AGENDA,
        Column("nyckeltal", "indicators", v.codes, empty=()),
        Column("mål", "goals", v.codes, optional=True, empty=()),
        Column("uppdrag", "assignments", v.codes, optional=True, empty=()),
        Column("uppsikt", "oversight", v.codes, optional=True, empty=()),
        Column("uppföljning", "follow_up", v.code, optional=True),
        Column("källa", "source", v.text, empty=""),
        *MARKS,
    ),
    _items,
    _stored,
)

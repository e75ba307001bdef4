"""The year's meetings as users add to and change them: days, items on the agenda, and what an item concerns.

Each is stated whole: the last row about a meeting, an item or a link holds instead of what the plan lists, and says
whether it holds at all.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from kpi.errors import UserError, wrong
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Filled, Form, written
from kpi.ingest.forms.known import Known, unknown_plan
from kpi.ingest.plan_lists.meetings import AGENDA, DAYS, reversed_days
from kpi.ingest.plan_table import Column, Row
from kpi.model import WHOLE_PLAN, LinkKind

LINKS = {
    "nyckeltal": LinkKind.INDICATOR,
    "mål": LinkKind.GOAL,
    "uppdrag": LinkKind.ASSIGNMENT,
    "uppsikt": LinkKind.OVERSIGHT,
    "uppföljning": LinkKind.FOLLOW_UP,
}
_LISTED = {
    LinkKind.GOAL: ("goal", "plan-goal-unknown"),
    LinkKind.ASSIGNMENT: ("assignment", "form-assignment-unknown"),
    LinkKind.OVERSIGHT: ("oversight", "form-oversight-unknown"),
}
_PLAN = Column("plan", "plan", v.code, required=True)
_SIGNED = (
    Column("skriven av", "author", v.text, required=True),
    Column("skriven den", "written_on", v.day, required=True),
)


def _state(against: str) -> Column:
    return Column("läge", "holds", v.Choice({"gäller": True, against: False}), required=True)


def _days(rows: Sequence[Row], known: Known) -> list[UserError]:
    return unknown_plan(rows, known) + reversed_days(rows)


def _agenda(rows: Sequence[Row], known: Known) -> list[UserError]:
    return unknown_plan(rows, known) + _unheard(rows, known, "meeting", "meeting-unknown")


def _links(rows: Sequence[Row], known: Known) -> list[UserError]:
    faults = unknown_plan(rows, known) + _unheard(rows, known, "item", "agenda-item-unknown")
    return faults or [
        wrong(key, row.place("subject")) for row in rows for key in [_fault(row, known)] if key is not None
    ]


def _unheard(rows: Sequence[Row], known: Known, field: str, key: str) -> list[UserError]:
    """Rows about a meeting or an item that neither the plan lists nor anybody has added."""
    tables = ("meeting", "meeting_change") if field == "meeting" else ("agenda_item", "agenda_change")
    return [
        wrong(key, row.place(field))
        for row in rows
        if row["plan"] in known.plans
        and row[field] not in known.listed(row["plan"], tables[0]) | known.stated(row["plan"], tables[1])
    ]


def _fault(row: Row, known: Known) -> str | None:
    """Put the code of what the row links to in its place; or what is said of a subject that the plan has not."""
    plan, subject = row["plan"], row["subject"]
    if row["kind"] is LinkKind.INDICATOR:
        found = known.indicator.find(subject) & set(known.rows(plan, "plan_indicator")["indicator"])
        if len(found) != 1:
            return "plan-indicator-unknown"
        row.values["subject"] = next(iter(found))
        return None
    if row["kind"] is LinkKind.FOLLOW_UP:
        there = known.listed(plan, "reporting_point") | {WHOLE_PLAN}
        return None if subject in there else "agenda-point-unknown"
    table, key = _LISTED[row["kind"]]
    return None if subject in known.listed(plan, table) else key


MEETING_CHANGES = Form(
    name="meetings",
    table="meeting_change",
    columns=(_PLAN, *DAYS, _state("inställt"), *_SIGNED),
    key=("plan", "code"),
    check=_days,
    begun=("plan",),
)
AGENDA_CHANGES = Form(
    name="agenda",
    table="agenda_change",
    columns=(_PLAN, *AGENDA, _state("utgår"), *_SIGNED),
    key=("plan", "code"),
    check=_agenda,
    begun=("plan",),
)
AGENDA_LINKS = Form(
    name="agenda-links",
    table="agenda_link",
    columns=(
        _PLAN,
        Column("ärende", "item", v.code, required=True),
        Column("slag", "kind", v.Choice(LINKS), required=True),
        Column("gäller", "subject", v.text, required=True),
        _state("gäller inte"),
        *_SIGNED,
    ),
    key=("plan", "item", "kind", "subject"),
    check=_links,
    begun=("plan", "item"),
)


def chosen_links(
    plan: str, item: str, *, before: Mapping[LinkKind, Collection[str]], chosen: Mapping[LinkKind, Collection[str]],
    author: str, written_on: date,
) -> Filled:  # fmt: skip
    """What somebody has chosen on a page that an item concerns: that it holds, and that the rest no longer does.

    Raises `UserError` without a name, and where there is nothing to say.
    """
    if not author.strip():
        raise wrong("name-missing")
    told = [(kind, code, True) for kind, codes in chosen.items() for code in codes]
    told += [(kind, code, False) for kind, codes in before.items() for code in codes if code not in chosen[kind]]
    if not told:
        raise wrong("agenda-nothing-chosen")
    signed = {"plan": plan, "item": item, "author": author.strip(), "written_on": written_on}
    rows = [{**signed, "kind": kind, "subject": code, "holds": holds} for kind, code, holds in told]
    return written(AGENDA_LINKS, *rows)

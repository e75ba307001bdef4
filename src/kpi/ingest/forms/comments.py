"""Explanations, proposed measures, sustainability aspects and events: a row per text, about a nyckeltal and a period.

A text is a draft until somebody says that it is klarmarkerad. What does not say so is: whoever delivers a file of
texts, as before there were drafts, means them.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kpi.errors import UserError, wrong
from kpi.ingest import periods
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Filled, Form, Values, written
from kpi.ingest.forms.known import Known, settle
from kpi.ingest.forms.period import PERIOD, in_two
from kpi.ingest.plan_table import Column, Row
from kpi.model import ASPECTS, CommentKind, DeliveryKind, Period, PeriodKind, TextState

KINDS = {
    "förklaring": CommentKind.EXPLANATION,
    "åtgärd": CommentKind.ACTION,
    "händelse": CommentKind.EVENT,
    "ekonomisk hållbarhet": CommentKind.ECONOMIC,
    "social hållbarhet": CommentKind.SOCIAL,
    "miljömässig hållbarhet": CommentKind.ENVIRONMENTAL,
}
STATES = {"utkast": TextState.DRAFT, "klarmarkerad": TextState.FINAL}
CODE_LENGTH = 6  # two texts about one nyckeltal and period have the same once in 16 million
# Consonants, so that no spreadsheet takes a code for a number (1821e5), nor a reader for a word.
_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjklmnpqrst")


def code_of(text: str) -> str:
    """The code of a text that was given none: the same each time that it is delivered, as migration 12 has it."""
    return hashlib.sha256(text.encode()).hexdigest()[:CODE_LENGTH].translate(_LETTERS)


def _check(rows: Sequence[Row], known: Known) -> list[UserError]:
    faults = settle(rows, known)
    for row in rows:
        faults += _day_faults(row) + _measure_faults(row)
        if row["state"] is TextState.DRAFT:
            faults += [wrong("comment-draft-marked", row.place(one)) for one in ("marked_by", "marked_on") if row[one]]
    return faults


def _day_faults(row: Row) -> list[UserError]:
    keys = {"due_on": "comment-due-before", "marked_on": "comment-marked-before"}
    return [
        wrong(key, row.place(field))
        for field, key in keys.items()
        if row[field] is not None and row[field] < row["written_on"]
    ]


def _measure_faults(row: Row) -> list[UserError]:
    fields = () if row["kind"] is CommentKind.ACTION else ("responsible", "expected_effect")
    return [wrong("comment-not-a-measure", row.place(field)) for field in fields if row[field]]


def _stored(values: Values) -> dict[str, Any]:
    """What is said to be klarmarkerad without a name or a day is so by its author, when it was written."""
    made = in_two(values)
    if values["state"] is TextState.FINAL or values["marked_by"] or values["marked_on"]:
        made["marked_by"] = values["marked_by"] or values["author"]
        made["marked_on"] = values["marked_on"] or values["written_on"]
    made["state"] = (values["state"] or TextState.FINAL).value
    made["code"] = values["code"] or code_of(values["text"])
    return made


COMMENTS = Form(
    name="comments",
    table="comment",
    columns=(
        Column("nyckeltal", "indicator", v.text, required=True),
        Column("enhet", "unit", v.text, required=True),
        PERIOD,
        Column("slag", "kind", v.Choice(KINDS), required=True),
        Column("beteckning", "code", v.code, optional=True),
        Column("text", "text", v.text, required=True),
        Column("skriven av", "author", v.text, required=True),
        Column("funktion", "author_role", v.text, empty=""),
        Column("skriven den", "written_on", v.day, required=True),
        Column("ansvarig", "responsible", v.text, empty="", optional=True),
        Column("klart senast", "due_on", v.day, optional=True),
        Column("förväntad effekt", "expected_effect", v.text, empty="", optional=True),
        Column("läge", "state", v.Choice(STATES), optional=True),
        Column("klarmarkerad av", "marked_by", v.text, empty="", optional=True),
        Column("klarmarkerad den", "marked_on", v.day, optional=True),
    ),
    key=("indicator", "unit", "period_kind", "period_start", "kind", "code"),
    check=_check,
    stored=_stored,
    delivery=DeliveryKind.COMMENTS,
)


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody writes on a page. due: the day by which a measure is to be done, or "". code: "" for a new text."""

    kind: CommentKind
    text: str
    due: str = ""
    responsible: str = ""
    expected: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who has written a text and when; who has made it final and when, nobody for a draft."""

    author: str
    written_on: date
    author_role: str = ""
    marked_by: str = ""
    marked_on: date | None = None


def one_text(about: tuple[str, str, Period], said: Text, signed: Signature, first: date | None = None) -> Filled:
    """A text that somebody writes on a page, as a row of the form.

    about: nyckeltal, unit and period. first: when an earlier wording of it was written. Raises `UserError` without a
    text or a name, and for a day that is none or comes before the text was first written.
    """
    indicator, unit, period = about
    if not said.text.strip():
        raise wrong(f"{'aspect' if said.kind in ASPECTS else said.kind}-text-missing")
    if not signed.author.strip():
        raise wrong("name-missing")
    due_on = _whole_day(said.due.strip()) if said.due.strip() else None
    if due_on is not None and due_on < (first or signed.written_on):
        raise wrong("comment-due-before")
    values = {
        "indicator": indicator, "unit": unit, "period": period, "kind": said.kind, "code": said.code,
        "text": said.text.strip(), "responsible": said.responsible.strip(), "due_on": due_on,
        "expected_effect": said.expected.strip(),
        "state": TextState.FINAL if signed.marked_on else TextState.DRAFT, **asdict(signed),
    }  # fmt: skip
    return written(COMMENTS, values)


def _whole_day(cell: str) -> date:
    """A day: a year or a month alone does not say by which."""
    found = periods.parse(cell)
    if found is None or found.kind is not PeriodKind.DAY:
        raise wrong("action-due-not-a-day")
    return found.start

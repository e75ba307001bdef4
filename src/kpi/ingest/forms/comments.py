"""Explanations, proposed measures and events: one row per text, about a nyckeltal, a unit and a period."""

from collections.abc import Sequence
from datetime import date

from kpi.errors import UserError, wrong
from kpi.ingest import periods
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Filled, Form, written
from kpi.ingest.forms.known import Known, settle
from kpi.ingest.forms.period import PERIOD, in_two, whole_period
from kpi.ingest.plan_table import Column, Row
from kpi.model import DeliveryKind, PeriodKind

KINDS = {"förklaring": "explanation", "åtgärd": "action", "händelse": "event"}


def _check(rows: Sequence[Row], known: Known) -> list[UserError]:
    return settle(rows, known) + [
        wrong("comment-due-before", row.place("due_on"))
        for row in rows
        if row["due_on"] is not None and row["due_on"] < row["written_on"]
    ]


COMMENTS = Form(
    name="comments",
    table="comment",
    columns=(
        Column("nyckeltal", "indicator", v.text, required=True),
        Column("enhet", "unit", v.text, required=True),
        PERIOD,
        Column("slag", "kind", v.Choice(KINDS), required=True),
        Column("text", "text", v.text, required=True),
        Column("skriven av", "author", v.text, required=True),
        Column("funktion", "author_role", v.text, empty=""),
        Column("skriven den", "written_on", v.day, required=True),
        Column("klart senast", "due_on", v.day, optional=True),
    ),
    key=("indicator", "unit", "period_kind", "period_start", "kind", "text"),
    check=_check,
    stored=in_two,
    delivery=DeliveryKind.COMMENTS,
)


def one_text(
    kind: str, indicator: str, unit: str, when: str, text: str, *, author: str, written_on: date, due: str = ""
) -> Filled:  # fmt: skip
    """What somebody writes on a page: an event, an explanation or an action, as `kind` says.

    when: the period as people write it; due: the day by which an action is to be done, or "". Raises `UserError`
    without a period, a text or a name, and for a day that is none or comes before the text was written.
    """
    if not text.strip():
        raise wrong(f"{kind}-text-missing")
    if not author.strip():
        raise wrong("name-missing")
    due_on = _whole_day(due.strip()) if due.strip() else None
    if due_on is not None and due_on < written_on:
        raise wrong("comment-due-before")
    values = {"indicator": indicator, "unit": unit, "period": whole_period(when.strip()), "kind": kind,
              "text": text.strip(), "author": author.strip(), "author_role": "", "written_on": written_on,
              "due_on": due_on}  # fmt: skip
    return written(COMMENTS, values)


def _whole_day(cell: str) -> date:
    """A day: a year or a month alone does not say by which."""
    found = periods.parse(cell)
    if found is None or found.kind is not PeriodKind.DAY:
        raise wrong("action-due-not-a-day")
    return found.start

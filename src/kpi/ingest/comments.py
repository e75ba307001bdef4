"""Explanations, proposed measures and events, in a table: one row per text, about a nyckeltal, a unit and a period."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from kpi.errors import wrong
from kpi.ingest import periods
from kpi.ingest import plan_checks as check
from kpi.ingest import plan_values as v
from kpi.ingest.plan_rows import frame
from kpi.ingest.plan_table import Column, raise_all, read_table
from kpi.model import Actor, DeliveryKind, Origin, Period, PeriodKind
from kpi.store import Store, plans
from kpi.store.deliveries import Manifest, insert, record

KINDS = {"förklaring": "explanation", "åtgärd": "action", "händelse": "event"}


def _period(cell: str) -> Period:
    found = periods.parse(cell)
    if found is None:
        raise wrong("comment-period")
    return found


COLUMNS = (
    Column("nyckeltal", "indicator", v.code, required=True),
    Column("enhet", "unit", v.code, required=True),
    Column("period", "period", _period, required=True),
    Column("slag", "kind", v.choice(KINDS), required=True),
    Column("text", "text", v.text, required=True),
    Column("skriven av", "author", v.text, required=True),
    Column("funktion", "author_role", v.text, empty=""),
    Column("skriven den", "written_on", v.day, required=True),
    Column("klart senast", "due_on", v.day, optional=True),
)


@dataclass(frozen=True)
class CommentsFile:
    """Texts that have been read and found whole, as the store's table `comment`."""

    file: str
    sha256: str
    table: pd.DataFrame


def read_comments(store: Store, path: Path) -> CommentsFile:
    """Read a table of texts and check it against the store's nyckeltal and units.

    Raises `UserError` naming file, row and column.
    """
    rows = read_table(path, COLUMNS)
    faults = check.unknown(rows, "indicator", set(plans.indicators(store)["code"]), "plan-indicator-unknown")
    faults += check.unknown(rows, "unit", set(plans.units(store)["code"]), "plan-unit-unknown")
    faults += [
        wrong("comment-due-before", row.place("due_on"))
        for row in rows
        if row["due_on"] is not None and row["due_on"] < row["written_on"]
    ]
    raise_all(faults)
    return CommentsFile(
        path.name, hashlib.sha256(path.read_bytes()).hexdigest(), frame(_record(row.values) for row in rows)
    )


def one_text(
    kind: str, indicator: str, unit: str, when: str, text: str, *, author: str, written_on: date, due: str = ""
) -> CommentsFile:  # fmt: skip
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
    values = {"indicator": indicator, "unit": unit, "period": _period(when.strip()), "kind": kind,
              "text": text.strip(), "author": author.strip(), "author_role": "", "written_on": written_on,
              "due_on": due_on}  # fmt: skip
    table = frame([_record(values)])
    return CommentsFile("", hashlib.sha256(table.to_csv().encode()).hexdigest(), table)


def commit_comments(
    store: Store, comments: CommentsFile, actor: Actor, origin: Origin = Origin.USER, reason: str = ""
) -> int:
    """Store the texts as one delivery and return its id. Raises `UserError` when the actor may not write."""
    manifest = Manifest(
        DeliveryKind.COMMENTS, comments.file, origin, comments.file, comments.sha256, len(comments.table), reason
    )

    def write(cursor: Any, delivery_id: int) -> None:
        insert(cursor, "comment", comments.table, delivery_id)

    return record(store, manifest, actor, write)


def _whole_day(cell: str) -> date:
    """A day: a year or a month alone does not say by which."""
    found = periods.parse(cell)
    if found is None or found.kind is not PeriodKind.DAY:
        raise wrong("action-due-not-a-day")
    return found.start


def _record(read: dict[str, Any]) -> dict[str, Any]:
    values = dict(read)
    period: Period = values.pop("period")
    return {**values, "period_kind": period.kind.value, "period_start": period.start}

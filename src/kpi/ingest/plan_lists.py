"""What a plan's folder may hold beside goals, nyckeltal and targets: a file each, with its table and its rules."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from kpi.errors import UserError, wrong
from kpi.ingest import plan_checks as check
from kpi.ingest import plan_values as v
from kpi.ingest.plan_columns import MARKS
from kpi.ingest.plan_rows import frame, interpreted, without_marks
from kpi.ingest.plan_table import Column, Row, read_table

Codes = Mapping[str, Collection[str]]
"""What may be referred to: codes by table (goal, indicator, unit, and the lists' own)."""


@dataclass(frozen=True)
class PlanList:
    """One of the files: its rows become rows of `table`, with the plan's code and their position."""

    file: str
    table: str
    columns: tuple[Column, ...]
    check: Callable[[Sequence[Row], Codes], list[UserError]]


def _assignments(rows: Sequence[Row], codes: Codes) -> list[UserError]:
    return [
        *check.repeated(rows, "code"),
        *check.unknown(rows, "goal", codes["goal"], "plan-goal-unknown"),
        *(wrong("assignment-without-body", row.place("responsible")) for row in rows if not row["responsible"]),
    ]


ASSIGNMENTS = PlanList(
    "uppdrag.csv",
    "assignment",
    (
        Column("kod", "code", v.code, required=True),
        Column("mål", "goal", v.code, required=True),
        Column("rubrik", "heading", v.text, required=True),
        Column("ordalydelse", "wording", v.text, optional=True, empty=""),
        Column("beslutad av", "decided_by", v.text, required=True),
        Column("ansvarig", "responsible", v.aliases, required=True),
        Column("klart senast", "due_on", v.day, optional=True),
        Column("källa", "source", v.text, empty=""),
        *MARKS,
    ),
    _assignments,
)
LISTS = (ASSIGNMENTS,)
Lists = Mapping[str, Sequence[Row]]
"""The rows of each list, by table."""


def read_lists(folder: Path) -> Lists:
    """The rows of every list that the folder has. Raises `UserError` naming file, row and column."""
    found = [one for one in LISTS if (folder / one.file).exists()]
    return {one.table: read_table(folder / one.file, one.columns, f"{folder.name}/{one.file}") for one in found}


def list_faults(lists: Lists, codes: Codes) -> list[UserError]:
    """What is wrong within and between the lists."""
    own = {table: {row["code"] for row in rows if "code" in row.values} for table, rows in lists.items()}
    known = {one.table: own.get(one.table, set()) for one in LISTS} | dict(codes)
    faults = []
    for one in LISTS:
        rows = lists.get(one.table, ())
        faults += one.check(rows, known)
        faults += check.marks(rows)
    return faults


def list_tables(plan: str, lists: Lists) -> dict[str, pd.DataFrame]:
    """A frame for each list, with its table's columns (`delivery_id` excepted)."""
    return {
        table: frame({"plan": plan, "position": n, **without_marks(row)} for n, row in enumerate(rows, 1))
        for table, rows in lists.items()
    }


def list_marks(plan: str, lists: Lists) -> list[dict[str, Any]]:
    """What is interpreted in the lists, as rows of the table `interpretation`."""
    return interpreted(plan, [(table, "code", rows) for table, rows in lists.items()])

"""Every list, and how they are read, checked and made into tables."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from kpi.errors import UserError
from kpi.ingest import plan_checks as check
from kpi.ingest.plan_lists.assignments import ASSIGNMENTS
from kpi.ingest.plan_lists.documents import DOCUMENT_TYPES, DOCUMENTS, FOLLOW_UP_DOCUMENTS, VALUES
from kpi.ingest.plan_lists.plan_list import Codes
from kpi.ingest.plan_rows import frame, interpreted, without_marks
from kpi.ingest.plan_table import Row, read_table

LISTS = (VALUES, ASSIGNMENTS, DOCUMENT_TYPES, DOCUMENTS, FOLLOW_UP_DOCUMENTS)
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

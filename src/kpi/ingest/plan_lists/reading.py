"""Reading the lists of a plan's folder, and what must hold between them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from kpi.errors import UserError
from kpi.ingest import plan_checks as check
from kpi.ingest.plan_lists.assignments import ASSIGNMENTS
from kpi.ingest.plan_lists.budget import AMOUNTS, COST_TYPES, ITEMS
from kpi.ingest.plan_lists.documents import DOCUMENT_TYPES, DOCUMENTS, FOLLOW_UP_DOCUMENTS, VALUES
from kpi.ingest.plan_lists.meetings import AGENDA_ITEMS, MEETINGS
from kpi.ingest.plan_lists.oversight import OVERSIGHT
from kpi.ingest.plan_lists.plan_list import Codes
from kpi.ingest.plan_lists.reporting import POINTS
from kpi.ingest.plan_rows import frame, interpreted
from kpi.ingest.plan_table import Row, read_table

LISTS = (
    VALUES, ASSIGNMENTS, OVERSIGHT, POINTS, COST_TYPES, ITEMS, AMOUNTS, DOCUMENT_TYPES, DOCUMENTS, FOLLOW_UP_DOCUMENTS,
    MEETINGS, AGENDA_ITEMS,
)  # fmt: skip
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
        one.table: frame({"plan": plan, "position": n, **one.stored(row)} for n, row in enumerate(lists[one.table], 1))
        for one in LISTS
        if one.table in lists
    }


def list_marks(plan: str, lists: Lists) -> list[dict[str, Any]]:
    """What is interpreted in the lists, as rows of the table `interpretation`."""
    return interpreted(plan, [(one.table, one.names, lists.get(one.table, ())) for one in LISTS])

"""Cells that are merged over several rows: the first one's text holds for all of them."""

from dataclasses import replace

import numpy as np

from kpi.ingest.layout.seen import Seen
from kpi.ingest.layout.words import called, part
from kpi.ingest.table import Cells, Sheet, Table


def filled_down(table: Table, sheet: Sheet, columns: list[Seen]) -> list[Seen]:
    """The columns with merged cells filled down. Figures stand for one row only, and are left as they are."""
    found = list(columns)
    for first, at, last, _ in sheet.merged:
        rows = np.flatnonzero((table.rows > first) & (table.rows <= last + 1))
        if len(rows) > 1 and table.rows[rows[0]] == first + 1 and _is_key(columns[at]):
            found[at] = replace(found[at], cells=_same(found[at].cells, rows))
    return found


def _is_key(column: Seen) -> bool:
    return not column.numeric or (bool(called(column.header) or part(column.header)) and not column.spread)


def _same(cells: Cells, rows: np.ndarray) -> Cells:
    """The first row's cell on all the rows."""
    take = np.arange(len(cells.text))
    take[rows] = rows[0]
    return Cells(
        cells.text.iloc[take].reset_index(drop=True),
        None if cells.number is None else cells.number[take],
        None if cells.dated is None else cells.dated[take],
    )

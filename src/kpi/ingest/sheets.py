"""From a reader's grid to the sheet that the layouts are found on: Arrow becomes pandas."""

from functools import partial

import numpy as np

from kpi.ingest.distinct import Distinct
from kpi.ingest.grid import Column, Grid
from kpi.ingest.table import HEAD_ROWS, Cells, Sheet, Table


def as_sheet(grid: Grid, file: str) -> Sheet:
    """The sheet of a grid. Its `below` raises the grid's fault, if it has one."""
    if grid.names is not None:
        head = [(0, grid.names)]
    else:
        rows = zip(*(column.text.slice(0, HEAD_ROWS).to_pylist() for column in grid.columns), strict=True)
        head = [(number, list(row)) for number, row in enumerate(rows, start=1)]
    return Sheet(
        grid.name, head, partial(_below, grid, file), grid.hidden, grid.hidden_rows, grid.merged, grid.roles,
        grid.title, grid,
    )  # fmt: skip


def _below(grid: Grid, file: str, index: int) -> Table:
    if grid.fault:
        raise grid.fault
    if grid.names is not None:
        names, skipped, first = grid.names, 0, 1
    else:
        names = [column.text[index].as_py() for column in grid.columns]
        skipped, first = index + 1, index + 2
    columns = [cells(column, skipped) for column in grid.columns]
    return Table(file, grid.name, names, columns, np.arange(first, first + len(grid) - skipped, dtype=np.int64))


def cells(column: Column, skipped: int = 0) -> Cells:
    """A column from the row `skipped` on."""
    given = Distinct.of(column.text.slice(skipped))
    number = None if column.number is None else np.asarray(column.number.slice(skipped), dtype=np.float64)
    dated = None if column.dated is None else np.asarray(column.dated.slice(skipped), dtype=bool)
    return Cells(
        given,
        None if number is None or np.isnan(number).all() else number,
        None if dated is None or not dated.any() else dated,
    )

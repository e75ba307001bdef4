"""XLSX. The package is examined before it is opened: what it declares must fit in memory, and hold no error cells."""

import datetime
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any

import numpy as np
import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook

from kpi.errors import Place, wrong
from kpi.ingest.package import ErrorCell, error_cell, examine
from kpi.ingest.table import HEAD_ROWS, Cells, Sheet, Table


def workbook(content: bytes, file: str) -> list[Sheet]:
    """Every sheet. Raises `UserError` for a broken, locked, oversized or bomb-like file."""
    parts = examine(content, file)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in parts}
    except (CalamineError, OSError) as error:
        raise wrong("workbook-broken", Place(file=file)) from error
    return [
        Sheet(
            name,
            [(number, [_text(value) for value in row]) for number, row in enumerate(rows[:HEAD_ROWS], start=1)],
            partial(_below, rows, Place(file=file, sheet=name), error_cell(content, parts[name])),
        )
        for name, rows in sheets.items()
    ]


def _below(rows: list[list[Any]], place: Place, fault: ErrorCell | None, index: int) -> Table:
    # Calamine reads #DIV/0! and the like as blank, and a blank may be allowed where an error is not.
    if fault:
        raise wrong("cell-has-error", replace(place, row=fault.row, value=fault.text), cell=fault.cell)
    names = [_text(value) for value in rows[index]]
    columns = [_cells(list(column)) for column in zip(*rows[index + 1 :], strict=True)]
    columns = columns or [_cells([]) for _ in names]
    return Table(place.file, place.sheet, names, columns, np.arange(index + 2, len(rows) + 1, dtype=np.int64))


def _cells(values: list[Any]) -> Cells:
    kinds = {type(value) for value in values}
    number = dated = None
    if kinds & {int, float}:
        number = np.array([value if type(value) in (int, float) else np.nan for value in values], dtype=np.float64)
    if kinds & {datetime.date, datetime.datetime}:
        dated = np.array([isinstance(value, datetime.date) for value in values], dtype=bool)
    return Cells(pd.Series([_text(value) for value in values], dtype="str"), number, dated)


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)

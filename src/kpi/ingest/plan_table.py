"""Semicolon tables with Swedish headers, as people keep them in an editor: read cell by cell, with row and column.

A file's rows count as a text editor counts lines, so that an error can be found where it says.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kpi.errors import Place, UserError, wrong
from kpi.words import listing

DELIMITER = ";"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file. `parse` turns a non-empty cell into a value or raises `UserError`; `empty` stands for none.

    A required column must be there and filled on every row; another must be there unless `optional`.
    """

    header: str
    field: str
    parse: Callable[[str], Any]
    required: bool = False
    optional: bool = False
    empty: Any = None


@dataclass(frozen=True, slots=True)
class Row:
    """The values of one row by field, and where it stands."""

    file: str
    number: int
    values: dict[str, Any]
    texts: dict[str, str]
    headers: dict[str, str] = field(repr=False)
    sheet: str = ""

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def place(self, name: str) -> Place:
        """Where the value of a field stands, with what is written there."""
        value = self.texts.get(name) or None
        return Place(self.file, sheet=self.sheet, row=self.number, column=self.headers[name], value=value)


def read_table(path: Path, columns: Sequence[Column], shown: str = "", *, empty: bool = False) -> list[Row]:
    """Every row of a file, parsed. Raises one `UserError`: the first fault, with the rest as its details.

    empty: the file may hold its headings alone.
    """
    file = shown or path.name
    lines = _lines(path, file)
    number, header = next(lines, (1, []))
    names = [name.strip().lower() for name in header]
    raise_all(header_faults(Place(file, row=number), names, columns))
    rows, faults = [], list[UserError]()
    for number, cells in lines:
        row, found = parsed_row(Place(file, row=number), names, cells, columns)
        rows.append(row)
        faults += found
    raise_all(faults)
    if not rows and not empty:
        raise wrong("plan-table-empty", Place(file))
    return rows


def raise_all(faults: Sequence[UserError]) -> None:
    """Raise the first fault, with the others as details; nothing when there is none."""
    if faults:
        first, *rest = faults
        first.details = tuple(rest)
        raise first


def _lines(path: Path, file: str) -> Iterator[tuple[int, list[str]]]:
    """Non-empty records with the line that each begins on."""
    reader = csv.reader(io.StringIO(read_text(path, file)), delimiter=DELIMITER, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise wrong("plan-quotes", Place(file, row=number)) from error
        if any(cell.strip() for cell in cells):
            yield number, cells


def read_text(path: Path, file: str) -> str:
    """A UTF-8 file, with or without byte-order mark. Raises `UserError` when it is missing or of another encoding."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise wrong("plan-file-missing", Place(file)) from error
    except UnicodeDecodeError as error:
        row = path.read_bytes()[: error.start].count(b"\n") + 1
        raise wrong("plan-not-utf8", Place(file, row=row)) from error


def header_faults(place: Place, names: list[str], columns: Sequence[Column]) -> list[UserError]:
    """What is wrong with a header row: columns that are unknown, stand twice, or are missing."""
    known = {column.header for column in columns}
    faults = [
        wrong("plan-column-unknown", replace(place, column=name), allowed=listing(sorted(known)))
        for name in names
        if name not in known
    ]
    faults += [
        wrong("plan-column-twice", replace(place, column=name))
        for name in sorted({name for name in names if names.count(name) > 1})
    ]
    faults += [
        wrong("plan-column-missing", replace(place, column=column.header))
        for column in columns
        if column.header not in names and not column.optional
    ]
    return faults


def parsed_row(
    place: Place, names: list[str], cells: list[str], columns: Sequence[Column]
) -> tuple[Row, list[UserError]]:
    """The values of the row at `place`, and what is wrong with them. Raises `UserError` for too many or few cells.

    A cell that is wrong has no value.
    """
    if len(cells) != len(names):
        raise wrong("plan-cells", place, found=str(len(cells)), expected=str(len(names)))
    written = {name: cell.strip() for name, cell in zip(names, cells, strict=True)}
    texts = {column.field: written.get(column.header, "") for column in columns}
    headers = {column.field: column.header for column in columns}
    row = Row(place.file, place.row or 0, {}, texts, headers, place.sheet)
    faults = list[UserError]()
    for column in columns:
        try:
            row.values[column.field] = _value(column, texts[column.field])
        except UserError as error:
            error.place = row.place(column.field)
            faults.append(error)
    return row, faults


def _value(column: Column, text: str) -> Any:
    if text:
        return column.parse(text)
    if column.required:
        raise wrong("plan-cell-missing")
    return column.empty

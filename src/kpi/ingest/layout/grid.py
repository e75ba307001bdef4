"""The sheets of a file that hold its table: each with its header, its columns and what stands around them."""

import hashlib
from dataclasses import dataclass, replace

import numpy as np

from kpi.errors import Place, wrong
from kpi.ingest.layout.header import find
from kpi.ingest.layout.layout import JOINT, Role
from kpi.ingest.layout.merged import filled_down
from kpi.ingest.layout.roles import KEYS, keys_of
from kpi.ingest.layout.seen import Seen
from kpi.ingest.layout.words import called
from kpi.ingest.registers import Registers
from kpi.ingest.shaped import LeftOut
from kpi.ingest.table import Cells, Sheet, Table, normal
from kpi.words import listing, say

_TABLE_WIDTH = 3  # in a narrower table a row with one cell may be a row of it


@dataclass(frozen=True)
class Headed:
    """A sheet's table below its header. `around` are the texts above and below it, in order."""

    sheet: str
    columns: list[Seen]
    table: Table
    around: tuple[str, ...]

    @property
    def headers(self) -> tuple[str, ...]:
        """Of the columns whose headers say neither period, gender nor unit: what the layout is known by."""
        return tuple(sorted(column.header for column in self.columns if column.header and not column.spread))

    @property
    def code(self) -> str:
        """The layout's code: the same for every file with the same headers."""
        return hashlib.sha256(JOINT.join(self.headers).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Found:
    """The sheets that are read, in the file's order, and what is told of the others and of hidden rows."""

    tables: list[Headed]
    left_out: tuple[LeftOut, ...]
    notes: tuple[LeftOut, ...]


def headed(sheets: list[Sheet], known: Registers) -> Found:
    """The sheets with the most common header; none when no sheet has a table."""
    found = [one for sheet in sheets if not sheet.hidden and (one := _headed(sheet, known)) and len(one.table)]
    codes = [one.code for one in found]
    most = max(codes, key=codes.count, default="")
    tables = [one for one in found if one.code == most]
    left = [
        LeftOut(len(one.table), say("left-out-sheet", sheet=one.sheet, read=listing(each.sheet for each in tables)))
        for one in found
        if one.code != most
    ]
    headless = {sheet.name for sheet in sheets} - {one.sheet for one in found}
    left += [
        LeftOut(0, say("left-out-hidden" if sheet.hidden else "left-out-headless", sheet=sheet.name))
        for sheet in sheets
        if sheet.name in headless and (sheet.hidden or any(cell for _, cells in sheet.head for cell in cells))
    ]
    hidden = {sheet.name: sheet.hidden_rows for sheet in sheets}
    shown = [int(np.isin(one.table.rows, [*hidden[one.sheet]]).sum()) for one in tables]
    return Found(tables, tuple(left), (LeftOut(sum(shown), say("note-hidden-rows")),) if sum(shown) else ())


def _headed(sheet: Sheet, known: Registers) -> Headed | None:
    header = find(sheet, known)
    if header is None:
        return None
    whole = sheet.below(header.index)
    names = [*header.names, *[()] * (len(whole.columns) - len(header.names))]
    columns = [Seen(texts, cells, known) for texts, cells in zip(names, whole.columns, strict=False)]
    columns = filled_down(whole, sheet, columns)
    table, below = without_notes(replace(whole, columns=[column.cells for column in columns]).without_blank_rows())
    columns = _told_once([
        Seen(texts or _nameless(at, cells), cells, known)
        for at, (texts, cells) in enumerate(zip(names, table.columns, strict=False), start=1)
    ])  # fmt: skip
    place = Place(table.file, sheet.name)
    _refuse_second(columns, table, place)
    _refuse_repeated([column for column in columns if not column.spread], place)
    return Headed(sheet.name, columns, table, (*header.preamble, *below))


def _told_once(columns: list[Seen]) -> list[Seen]:
    """A header says a key only where no column says it, and a gender alone only where another says another: "Totalt"
    after some years is their sum, and "M" among parties is one of them."""
    genders = {column.said.gender for column in columns if column.spread} - {""}
    if len(genders) == 1:
        columns = [
            replace(column, plain=True)
            if column.said.gender and not (column.said.period or column.said.unit)
            else column
            for column in columns
        ]
    keys = keys_of([column for column in columns if not column.spread and column.filled])
    return [replace(column, plain=True) if column.spread and _says(column, [*keys]) else column for column in columns]


def _says(column: Seen, keys: list[Role]) -> bool:
    told = {Role.PERIOD: column.said.period, Role.GENDER: column.said.gender, Role.UNIT: column.said.unit}
    return any(told.get(role) for role in keys)


def _refuse_second(columns: list[Seen], table: Table, place: Place) -> None:
    """A row that says what the header says begins another table, whose columns may be others."""
    same = np.zeros(len(table), int)
    for column in columns:
        if column.texts:
            weight = 2 if called(normal(column.texts[-1])) in {*KEYS} - {Role.INDICATOR} else 1
            same += weight * column.cells.text.str.strip().str.casefold().eq(normal(column.texts[-1])).to_numpy(int)
    if (same > 1).any():
        raise wrong("second-table", replace(place, row=int(table.rows[(same > 1).argmax()])))


def _nameless(number: int, cells: Cells) -> tuple[str, ...]:
    """A column that says something and has no name is known by its number."""
    return () if cells.blank.all() else (say("column-number", number=str(number)),)


def _refuse_repeated(columns: list[Seen], place: Place) -> None:
    headers = [column.header for column in columns if column.header]
    if repeated := sorted({header for header in headers if headers.count(header) > 1}):
        raise wrong("columns-repeated", place, columns=listing(f"”{header}”" for header in repeated))


def without_notes(table: Table) -> tuple[Table, tuple[str, ...]]:
    """The table without the rows at its end that hold one cell only, and what those say."""
    if len(table.columns) < _TABLE_WIDTH or not len(table):
        return table, ()
    filled = np.sum([~column.blank for column in table.columns], axis=0)
    last = int(np.flatnonzero(filled > 1).max(initial=-1)) + 1
    said = [next(c.text.iloc[i] for c in table.columns if not c.blank[i]) for i in range(last, len(table))]
    return table.take(np.arange(len(table)) < last), tuple(normal(text) and text.strip() for text in said)

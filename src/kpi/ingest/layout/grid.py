"""The sheets of a file that hold its table: each with its header, its columns and what stands around them."""

import hashlib
from dataclasses import dataclass

import numpy as np

from kpi.errors import Place, wrong
from kpi.ingest.layout.header import find
from kpi.ingest.layout.layout import JOINT
from kpi.ingest.layout.seen import Seen
from kpi.ingest.registers import Registers
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


def headed(sheets: list[Sheet], known: Registers) -> list[Headed]:
    """The sheets with the most common header, in the file's order; empty when no sheet has a table."""
    found = [one for sheet in sheets if (one := _headed(sheet, known)) and len(one.table)]
    codes = [one.code for one in found]
    most = max(codes, key=codes.count, default="")
    return [one for one in found if one.code == most]


def _headed(sheet: Sheet, known: Registers) -> Headed | None:
    header = find(sheet, known)
    if header is None:
        return None
    table, below = without_notes(sheet.below(header.index).without_blank_rows())
    names = [*header.names, *[()] * (len(table.columns) - len(header.names))]
    columns = [
        Seen(texts or _nameless(at, cells), cells, known)
        for at, (texts, cells) in enumerate(zip(names, table.columns, strict=False), start=1)
    ]
    _refuse_repeated([column for column in columns if not column.spread], Place(table.file, sheet.name))
    return Headed(sheet.name, columns, table, (*header.preamble, *below))


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

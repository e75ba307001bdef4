"""What every reader hands on: sheets of cells, and the columns below a header row.

A cell is text; a cell that the file itself stores as a number or a date (XLSX, Parquet) keeps that beside it, so
that nothing is rounded or guessed on the way through text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.ingest.distinct import Distinct
from kpi.ingest.grid import Grid

Record = tuple[int, list[str]]
HEADER_JOINT = "; "  # between the cells of a header row, where it is shown
HEAD_ROWS = 20  # a header further down than this is not looked for


def single_spaced(text: str) -> str:
    """Without spaces at the ends, and each run of spaces of any kind as one."""
    return " ".join(text.split())


def normal(text: str) -> str:
    """How names are compared: without regard to case, spaces at the ends, or the kind and number of spaces."""
    return single_spaced(text).casefold()


@dataclass(frozen=True, eq=False)
class Cells:
    """One column. Its text is "" where blank; `number` is NaN where the cell is not stored as a number."""

    given: "pd.Series[str] | Distinct"
    number: NDArray[np.float64] | None = None
    dated: NDArray[np.bool_] | None = None  # the cell is stored as a date: its text is then the ISO form

    @cached_property
    def text(self) -> "pd.Series[str]":
        """The text of every row."""
        return self.given.column if isinstance(self.given, Distinct) else self.given

    @cached_property
    def distinct(self) -> Distinct:
        """The distinct texts."""
        return self.given if isinstance(self.given, Distinct) else Distinct(self.given)

    def __len__(self) -> int:
        return len(self.given)

    def at(self, row: int) -> str:
        """One cell's text, by its place in the column."""
        return self.distinct.texts[int(self.distinct.codes[row])]

    def take(self, keep: NDArray[np.bool_]) -> "Cells":
        """The cells where `keep` is true."""
        return Cells(
            self.distinct.take(keep),
            None if self.number is None else self.number[keep],
            None if self.dated is None else self.dated[keep],
        )

    @cached_property
    def blank(self) -> NDArray[np.bool_]:
        """True where nothing stands, or only spaces."""
        return self.distinct.where(np.asarray(self.distinct.each.str.strip().eq(""), dtype=bool))


def text_cells(values: Iterable[str]) -> Cells:
    """A column of text."""
    return Cells(pd.Series(list(values), dtype="str"))


@dataclass(frozen=True, slots=True)
class Table:
    """The cells below a header: `names` as written, one `Cells` each; `rows` are row numbers in the file, from 1.

    A table put together from several sheets has in `sheets` the sheet of each row.
    """

    file: str
    sheet: str
    names: list[str]
    columns: list[Cells]
    rows: NDArray[np.int64]
    sheets: NDArray[np.object_] | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def take(self, keep: NDArray[np.bool_]) -> "Table":
        """The rows where `keep` is true."""
        columns = [column.take(keep) for column in self.columns]
        sheets = None if self.sheets is None else self.sheets[keep]
        return Table(self.file, self.sheet, self.names, columns, self.rows[keep], sheets)

    @property
    def row_sheets(self) -> "pd.Series[str] | str | None":
        """The sheet of each row, or of all; None where the file has no sheets."""
        if self.sheets is None:
            return self.sheet or None
        return pd.Series(self.sheets, dtype="object").where(self.sheets != "", None)

    def without_blank_rows(self) -> "Table":
        """Rows where at least one cell says something."""
        blank = np.logical_and.reduce([column.blank for column in self.columns]) if self.columns else np.array([])
        return self.take(~blank) if len(self) and blank.any() else self


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet before its header is found. `head` are its first rows: row number and cells as text.

    A hidden sheet has no cells: it is not read, only told of. `hidden_rows` are row numbers in the file, from 1; they
    are read as others are. `merged` are ranges (first row, first column, last row, last column) counted from 0, ends
    included: row i of them is row i + 1 of the file. Only the first cell of a range holds its value. `roles` tells
    which columns hold time, geo or metric, and `title` what the file is about, where the format says so (PC-Axis,
    JSON-stat).
    """

    name: str
    head: list[tuple[int, list[str]]]
    below: Callable[[int], Table]  # the table below the header at this index of `head`
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    source: Grid | None = None  # all its cells, for a file that is not plain text
    records: Callable[[], Iterator[Record]] | None = None  # all its rows, for a file that is

    def all_rows(self) -> Iterator[Record]:
        """Every row of the sheet as text, from the top: its number in the file and its cells."""
        if self.source is None:
            return iter(self.head) if self.records is None else self.records()
        rows = zip(*(column.text.to_pylist() for column in self.source.columns), strict=True)
        if self.source.names is None:
            return enumerate(map(list, rows), start=1)
        return chain(self.head, enumerate(map(list, rows), start=1))


@dataclass(frozen=True, slots=True)
class Wanted:
    """The names that a header may have, compared by `normal`, and how many of them make a row the header."""

    names: frozenset[str]
    enough: int = 2
    separator: str | None = None
    encoding: str | None = None

    def score(self, cells: list[str]) -> int:
        """How many of the names stand in a row."""
        return len(self.names & {normal(cell) for cell in cells})

    def find(self, head: list[tuple[int, list[str]]]) -> int | None:
        """Index in `head` of the row with most of the names, if it has enough of them."""
        scores = [self.score(cells) for _, cells in head]
        best = max(scores, default=0)
        return scores.index(best) if best >= self.enough else None

"""What an ODS says beside its values: hidden rows, merged cells, failed formulas; and how far its cells reach.

A cell or a row may be said to stand a million times in a few bytes, and a reader writes them all out: so the reach is
reckoned first, without writing anything out.
"""

import re
import zipfile

from kpi.errors import Place, UserError, wrong
from kpi.ingest import limits
from kpi.ingest.grid import Grid
from kpi.ingest.readers import xml
from kpi.ingest.readers.cells import column_letters
from kpi.ingest.readers.package import CONTENT

_CELLS = ("table-cell", "covered-table-cell")
_ENDLESS = 1_000_000_000  # more than any sheet has
_FAILED = re.compile(r"#[A-ZÅÄÖ0-9/?!]+|(?:Err|Fel):\d+")


class _Walk:
    """Where we are in the sheet that is being walked through, and what it has shown. Counts from 0."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: dict[str, Grid] = {}
        self.depth = 0  # a table may stand within a cell of another: only the outer one is a sheet

    def begin(self, name: str, given: xml.Attributes) -> None:
        if name == "table":
            self.depth += 1
            if self.depth == 1:
                self._table(given.get("name", ""))
        elif self.depth != 1:
            return
        elif name == "table-row":
            self._row(given)
        elif name in _CELLS:
            self._cell(given)

    def end(self, name: str) -> None:
        if name == "table":
            self.depth -= 1
            if not self.depth:
                self.found[self.place.sheet] = Grid(
                    self.place.sheet, hidden_rows=frozenset(self.hidden), merged=tuple(self.merged), fault=self.fault
                )
        elif name in _CELLS and self.depth == 1:
            self._closed_cell()
        elif name == "table-row" and self.depth == 1:
            self.row += self.rows

    def text(self, text: str) -> None:
        if self.formula:
            self.said += text

    def _table(self, name: str) -> None:
        self.place = Place(file=self.file, sheet=name)
        self.row = self.rows = self.column = self.reach = 0
        self.formula: xml.Attributes = {}
        self.said = ""
        self.hidden = set[int]()
        self.merged: list[tuple[int, int, int, int]] = []
        self.fault: UserError | None = None

    def _row(self, given: xml.Attributes) -> None:
        self.rows, self.column = _count(given, "number-rows-repeated"), 0
        # Empty rows at the end are said to reach to the end of the world, and so may hidden ones be.
        if given.get("visibility") in ("collapse", "filter") and self.row < limits.ROWS:
            self.hidden.update(range(self.row + 1, self.row + 1 + min(self.rows, limits.SHEET_CELLS // 10)))

    def _cell(self, given: xml.Attributes) -> None:
        first, self.column = self.column, self.column + _count(given, "number-columns-repeated")
        if "value-type" in given or "formula" in given:
            self._reached()
        if "formula" in given:
            self.formula, self.said = given, ""
        across, down = _count(given, "number-columns-spanned"), _count(given, "number-rows-spanned")
        if across * down > 1:
            self.merged.append((self.row, first, self.row + down - 1, first + across - 1))
            if len(self.merged) > limits.MERGED:
                raise wrong("too-many-merged", self.place, count=len(self.merged), most=limits.MERGED)

    def _reached(self) -> None:
        self.reach = max(self.reach, self.column)
        rows = self.row + self.rows
        if rows * self.reach > limits.SHEET_CELLS:
            raise wrong("sheet-too-large", self.place, rows=rows, columns=self.reach)

    def _closed_cell(self) -> None:
        given, self.formula = self.formula, {}
        if not given or self.fault:
            return
        cell, at = f"{column_letters(self.column)}{self.row + 1}", Place(self.file, self.place.sheet, self.row + 1)
        if _FAILED.fullmatch(self.said.strip()):
            failed = Place(self.file, at.sheet, at.row, value=self.said.strip())
            self.fault = wrong("cell-has-error", failed, cell=cell)
        elif "value-type" not in given:
            self.fault = wrong("formula-not-computed", at, cell=cell)


def marks(package: zipfile.ZipFile, file: str) -> dict[str, Grid]:
    """By sheet. Raises `UserError` for a sheet that reaches too far, or XML that is a trap."""
    walk = _Walk(file)
    xml.walk(package.read(CONTENT), file, walk.begin, walk.end, walk.text)
    return walk.found


def _count(given: xml.Attributes, name: str) -> int:
    return min(max(1, int(given.get(name, "1"))), _ENDLESS)

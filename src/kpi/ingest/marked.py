"""The delivered file with marks where something is said of it: a workbook with the same cells in the same places."""

import io
from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from xlsxwriter import Workbook

from kpi.errors import Place, UserError
from kpi.ingest.look import ANY
from kpi.ingest.read import sheets
from kpi.ingest.table import HEAD_ROWS, Record, Sheet, normal
from kpi.words import say

MOST_ROWS = 100_000
"""Of a longer file the first rows and those with marks are shown, each with its number in the first sheet."""
_LONGEST_CELL, _LONGEST_NAME = 32_767, 31
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def marked(content: bytes, file: str, findings: Sequence[UserError]) -> bytes:
    """An XLSX: first a list of the findings, then each sheet of the file with its cells as text.

    Raises `UserError` when the file cannot be read at all.
    """
    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": datetime(2025, 1, 1)})  # noqa: DTZ001 - the same bytes each time
        bold = book.add_format({"bold": True, "bottom": 1})
        red = book.add_format({"bg_color": "#f9d7d4", "border": 1, "border_color": "#b3261e"})
        _list(book.add_worksheet(say("marked-list")), findings, bold)
        for number, sheet in enumerate(sheets(content, file, ANY), start=1):
            mine = [one for one in findings if one.place.sheet in ("", sheet.name)]
            _sheet(book.add_worksheet(_name(sheet, number)), sheet, mine, red)
    return out.getvalue()


def _list(page: Any, findings: Sequence[UserError], bold: Any) -> None:
    page.set_column(0, 3, 14)
    page.set_column(4, 4, 100)
    for column, key in enumerate(("sheet", "row", "column", "value", "what")):
        page.write_string(0, column, say(f"marked-{key}"), bold)
    for row, one in enumerate(findings, start=1):
        place = one.place
        cells = (place.sheet, str(place.row or ""), place.column, place.value or "", say(one.key, **one.args_))
        for column, text in enumerate(cells):
            page.write_string(row, column, text[:_LONGEST_CELL])


def _name(sheet: Sheet, number: int) -> str:
    """A name that a workbook takes, whatever the file's own is."""
    plain = "".join(mark for mark in sheet.name if mark not in "[]:*?/\\'" and mark.isprintable()).strip()
    return f"{number} {plain or say('marked-sheet')}"[:_LONGEST_NAME]


def _sheet(page: Any, sheet: Sheet, findings: Sequence[UserError], red: Any) -> None:
    by_row: dict[int, list[UserError]] = {}
    for one in findings:
        by_row.setdefault(one.place.row or 0, []).append(one)
    shown = _shown(sheet, set(by_row))
    for at, (number, cells) in enumerate(shown):
        marks: dict[int, list[str]] = {}
        for one in by_row.get(number, []):
            marks.setdefault(_column(one.place, sheet, cells), []).append(say(one.key, **one.args_))
        for column, text in enumerate(cells):
            page.write_string(at, column, text[:_LONGEST_CELL], *([red] if column in marks else []))
        for column, said in marks.items():
            page.write_comment(at, column, "\n".join(said), {"x_scale": 3})


def _shown(sheet: Sheet, marked_rows: set[int]) -> list[Record]:
    rows = list(islice(sheet.all_rows(), MOST_ROWS + 1))
    if len(rows) <= MOST_ROWS:
        return rows
    return [row for at, row in enumerate(sheet.all_rows()) if at < HEAD_ROWS or row[0] in marked_rows]


def _column(place: Place, sheet: Sheet, cells: list[str]) -> int:
    """The cell that is meant: below the header of that name, else the one that holds the value, else the first."""
    for _, header in sheet.head:
        for column, text in enumerate(header):
            if place.column and normal(text) == normal(place.column):
                return column
    same = [column for column, text in enumerate(cells) if place.value and normal(text) == normal(place.value)]
    return same[0] if same else 0

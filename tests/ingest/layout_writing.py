"""Rows of cells written as the files that people save."""

import csv as csv_module
import io
import re
from collections.abc import Callable, Iterator

from ingest_files import xlsx
from layout_making import Preliminary
from test_read_kinds import as_ods
from xlsxwriter import Workbook

Rows = list[list[object]]
Sheets = dict[str, Rows]
LEFT, ABOVE = object(), object()
"""In place of a cell: the one to the left, or the one above, is merged over it; left blank where nothing is merged."""


def as_text(value: object, sign: str) -> str:
    if isinstance(value, Preliminary):
        return f"{as_text(value.value, sign)} (p)"
    if value in (LEFT, ABOVE):
        return ""
    # With two decimals: 12,3 and 12,345 would not be told from thousands.
    return f"{value:.2f}".replace(".", sign) if isinstance(value, float) else str(value or "")


def in_csv(separator: str, sign: str, encoding: str) -> Callable[[Sheets], bytes]:
    def write(sheets: Sheets) -> bytes:
        ((_, rows),) = sheets.items()
        width = max(map(len, rows))
        out = io.StringIO()
        writer = csv_module.writer(out, delimiter=separator, lineterminator="\r\n")
        writer.writerows([as_text(cell, sign) for cell in [*row, *[None] * (width - len(row))]] for row in rows)
        return out.getvalue().encode(encoding, "replace")

    return write


def _plain(rows: Rows) -> Rows:
    """Years as the numbers that people write them as."""
    width = max(map(len, rows))
    return [[_cell(cell) for cell in [*row, *[None] * (width - len(row))]] for row in rows]


def _cell(cell: object) -> object:
    if cell in (LEFT, ABOVE):
        return None
    if isinstance(cell, Preliminary):
        return as_text(cell, ",")
    return int(cell) if isinstance(cell, str) and re.fullmatch(r"(19|20)\d\d", cell) else cell


def in_xlsx(sheets: Sheets) -> bytes:
    return xlsx(**{name: _plain(rows) for name, rows in sheets.items()})


def in_merged_xlsx(sheets: Sheets) -> bytes:
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet, plain = book.add_worksheet(name), _plain(rows)
            for (first, left), (last, right) in _ranges(rows):
                if (first, left) == (last, right):
                    sheet.write(first, left, plain[first][left])
                else:
                    sheet.merge_range(first, left, last, right, plain[first][left])
    return content.getvalue()


def _ranges(rows: Rows) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The first and the last cell of everything that is written."""
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell not in (None, LEFT, ABOVE):
                right, last = column, at
                while right + 1 < len(row) and row[right + 1] is LEFT:
                    right += 1
                while last + 1 < len(rows) and column < len(rows[last + 1]) and rows[last + 1][column] is ABOVE:
                    last += 1
                yield (at, column), (last, right)


def in_ods(sheets: Sheets) -> bytes:
    ((_, rows),) = sheets.items()
    return as_ods(_plain(rows))


FORMS = {
    "semikolon": in_csv(";", ",", "utf-8"), "semikolon, BOM": in_csv(";", ".", "utf-8-sig"),
    "komma": in_csv(",", ".", "utf-8"), "tabb": in_csv("\t", ",", "utf-16"), "xlsx": in_xlsx, "ods": in_ods,
    "komma inuti": in_csv(",", ",", "utf-8"), "cp1252": in_csv(";", ",", "cp1252"),
}  # fmt: skip

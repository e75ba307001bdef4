"""Tables as bytes: CSV as Swedish spreadsheets read it, Parquet, and a workbook.

Texts come from people: in CSV and workbooks one that begins as a formula does gets an apostrophe before it, so that
it cannot run. Numbers stay numbers.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pandas as pd
import xlsxwriter

from kpi.export.table import Kind, Table
from kpi.words import say

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_767  # characters; Excel takes no more
MOST_ROWS = 1_048_575  # of a sheet, its header apart; a longer table goes on in the next


class FileFormat(StrEnum):
    """How a table is written; the value is the file's ending."""

    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"

    @property
    def media_type(self) -> str:
        """As registered with IANA."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    FileFormat.CSV: "text/csv",
    FileFormat.PARQUET: "application/vnd.apache.parquet",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Told:
    """What a file says of itself: metadata for Parquet, notes for a workbook, and the workbook's date."""

    metadata: Mapping[str, str]
    notes: Sequence[Sequence[str]]
    made: datetime


def encoded(table: Table, form: FileFormat, told: Told) -> bytes:
    """The table as a file. The same table and the same `told` are the same bytes."""
    match form:
        case FileFormat.CSV:
            return to_csv(table)
        case FileFormat.PARQUET:
            return to_parquet(table, told.metadata)
        case FileFormat.XLSX:
            return to_xlsx(table, table.title, told.notes, told.made)


def harmless(text: str) -> str:
    """The text, which no spreadsheet will take for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def to_csv(table: Table) -> bytes:
    """Semicolons, decimal comma, and UTF-8 with a mark that tells spreadsheets so."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    kinds = [column.kind for column in table.columns]
    for row in table.frame.itertuples(index=False, name=None):
        writer.writerow([_csv_cell(value, kind) for value, kind in zip(row, kinds, strict=True)])
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(value: Any, kind: Kind) -> str:
    if pd.isna(value):
        return ""
    if kind is Kind.TEXT:
        return harmless(value)
    return exact(value) if kind is Kind.NUMBER else str(int(value))


def exact(value: float) -> str:
    """Every digit that the number has, with a decimal comma and no exponent: 287.7 is "287,7", 5.0 is "5"."""
    return format(Decimal(repr(float(value))), "f").removesuffix(".0").replace(".", ",")


def to_parquet(table: Table, about: Mapping[str, str]) -> bytes:
    """Typed columns as they are; `about` follows as the file's own metadata."""
    texts = {column.name: "string" for column in table.columns if column.kind is Kind.TEXT}
    frame = table.frame.astype(texts)  # a column that is empty throughout keeps its type
    frame.attrs.update(about)
    return frame.to_parquet(index=False)


def to_xlsx(table: Table, sheet: str, notes: Sequence[Sequence[str]], made: datetime) -> bytes:
    """A workbook: the table, with a header that stays and filters, and a sheet of notes.

    `made` becomes the workbook's date, so that the same table is the same bytes.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": made.replace(tzinfo=UTC)})
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for number, first in enumerate(range(0, max(len(table.frame), 1), MOST_ROWS), start=1):
            name = sheet if number == 1 else f"{sheet} {number}"
            _fill(book.add_worksheet(name), table, table.frame[first : first + MOST_ROWS], bold)
        page = book.add_worksheet(say("export-read-me"))
        page.set_column(0, 0, 30, wrapped)
        page.set_column(1, 1, 100, wrapped)
        for at, cells in enumerate(notes):
            for column, text in enumerate(cells):
                page.write_string(at, column, harmless(text)[:LONGEST_CELL])
    return out.getvalue()


def _fill(page: Any, table: Table, frame: pd.DataFrame, bold: Any) -> None:
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(frame), 1), len(table.columns) - 1)
    for at, column in enumerate(table.columns):
        page.set_column(at, at, max(len(column.name) + 3, 11))
        page.write_string(0, at, column.name, bold)
        for row, value in enumerate(frame[column.name].tolist(), start=1):
            if pd.isna(value):
                continue
            if column.kind is Kind.TEXT:
                page.write_string(row, at, harmless(value)[:LONGEST_CELL])
            else:
                page.write_number(row, at, value)

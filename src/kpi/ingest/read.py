"""Bytes to tables. What the file *is* decides how it is read, not what its name says."""

from dataclasses import replace

from kpi.errors import Place, wrong
from kpi.ingest import limits, utf16
from kpi.ingest.delimited import delimited
from kpi.ingest.parquet import parquet
from kpi.ingest.table import HEADER_JOINT, Sheet, Table, Wanted
from kpi.ingest.workbook import workbook
from kpi.words import listing

_NOT_TABLES = {
    b"\x89PNG": "file-is-picture",
    b"\xff\xd8\xff": "file-is-picture",
    b"GIF8": "file-is-picture",
    b"%PDF": "file-is-pdf",
    b"\xd0\xcf\x11\xe0": "file-is-old-excel",
    b"\x1f\x8b": "file-is-packed",
}
_HTML = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<head", b"<body")


def read(content: bytes, file: str, wanted: Wanted) -> Table:
    """The table in the file, below the header that has the wanted names. Raises `UserError` when there is none."""
    return choose(sheets(content, file, wanted), file, wanted)


def sheets(content: bytes, file: str, wanted: Wanted) -> list[Sheet]:
    """Every sheet of the file. Raises `UserError` when it is empty, too large, or nothing that holds a table."""
    if len(content) > limits.FILE_BYTES:
        size, most = len(content) // limits.MEGABYTE, limits.FILE_BYTES // limits.MEGABYTE
        raise wrong("file-too-large", Place(file=file), size=size, most=most)
    if not content.strip():
        raise wrong("file-empty", Place(file=file))
    if content.startswith(b"PK\x03\x04"):
        return workbook(content, file)
    if content.startswith(b"PAR1"):
        return parquet(content, file)
    for magic, key in _NOT_TABLES.items():
        if content.startswith(magic):
            raise wrong(key, Place(file=file))
    if encoding := utf16.order(content):
        content, wanted = utf16.as_utf8(content, encoding, file), replace(wanted, encoding="utf-8")
    if content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML):
        raise wrong("file-is-html", Place(file=file))
    return delimited(content, file, wanted)


def choose(sheets: list[Sheet], file: str, wanted: Wanted) -> Table:
    """The table of the one sheet that has the header. Raises `UserError` when none has, or several have."""
    found = [(sheet, index) for sheet in sheets if (index := wanted.find(sheet.head)) is not None]
    if len(found) > 1:
        raise wrong("several-sheets", Place(file=file), sheets=listing(sheet.name for sheet, _ in found))
    if found:
        sheet, index = found[0]
        return sheet.below(index)
    if not any(cell.strip() for sheet in sheets for _, cells in sheet.head for cell in cells):
        raise wrong("sheet-empty", Place(file=file))
    row, cells = next((row, cells) for sheet in sheets for row, cells in sheet.head if any(c.strip() for c in cells))
    shown = HEADER_JOINT.join(cell.strip() for cell in cells if cell.strip())
    raise wrong("header-not-found", Place(file=file, row=row or None, value=shown))

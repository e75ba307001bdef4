"""Bytes to tables. What the file *is* decides how it is read, not what its name says."""

from dataclasses import replace

from kpi.errors import Place, wrong
from kpi.ingest import limits, utf16
from kpi.ingest.delimited import delimited
from kpi.ingest.isolated.read import grids
from kpi.ingest.kind import Kind, magic, text_kind
from kpi.ingest.sheets import as_sheet
from kpi.ingest.table import HEADER_JOINT, Sheet, Table, Wanted
from kpi.words import listing


def read(content: bytes, file: str, wanted: Wanted) -> Table:
    """The table in the file, below the header that has the wanted names. Raises `UserError` when there is none."""
    return choose(sheets(content, file, wanted), file, wanted)


def sheets(content: bytes, file: str, wanted: Wanted) -> list[Sheet]:
    """Every sheet of a file, whatever kind it is; text is one sheet, divided so that most of the wanted names show.

    All but plain text is read in a process of its own. Raises `UserError` for what is not a table, is broken, or is
    beyond the limits.
    """
    refuse_large(content, file)
    if not content or content.isspace():
        raise wrong("file-empty", Place(file=file))
    kind = magic(content, file)
    if kind is None:
        if encoding := utf16.order(content):
            refuse_large(content, file, limits.OTHER_BYTES)
            content, wanted = utf16.as_utf8(content, encoding, file), replace(wanted, encoding="utf-8")
        kind = text_kind(content, file)
    if kind is Kind.TEXT:
        return [_narrow(sheet, file) for sheet in delimited(content, file, wanted)]
    refuse_large(content, file, limits.OTHER_BYTES)
    found = [as_sheet(grid, file) for grid in grids(content, file)]
    if found and all(sheet.hidden for sheet in found):
        raise wrong("sheets-hidden", Place(file=file), sheets=listing(sheet.name for sheet in found))
    return found


def refuse_large(content: bytes, file: str, most: int = limits.FILE_BYTES) -> None:
    """Raise `UserError` for a file of more bytes than are taken."""
    if len(content) > most:
        size = len(content) // limits.MEGABYTE
        raise wrong("file-too-large", Place(file=file), size=size, most=most // limits.MEGABYTE)


def _narrow(sheet: Sheet, file: str) -> Sheet:
    columns = max((len(cells) for _, cells in sheet.head), default=0)
    if columns > limits.COLUMNS:
        raise wrong("too-many-columns", Place(file=file), most=limits.COLUMNS)
    return sheet


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

"""What an XLS says beside its values: hidden rows and failed formulas, from its records; calamine gives neither.

Records and codes: [MS-XLS] 2.4.28 BoundSheet8, 2.4.127 Formula, 2.4.25 BoolErr, 2.4.255 Row, 2.5.10 BErr. A formula
that was never computed cannot be told from one whose value is the empty text.
"""

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import olefile as untyped_olefile

from kpi.errors import Place, UserError, wrong
from kpi.ingest.grid import Grid
from kpi.ingest.readers.broken import told_as
from kpi.ingest.readers.cells import column_letters

olefile: Any = untyped_olefile
_STREAMS = ("Workbook", "Book")
_BOF, _EOF, _SHEET, _ROW, _ERROR, _LOCKED = 0x0809, 0x000A, 0x0085, 0x0208, 0x0205, 0x002F
_FORMULAS = frozenset({0x0006, 0x0206, 0x0406})
_KINDS = frozenset({_BOF, _EOF, _ROW, _ERROR, *_FORMULAS})
_HEADER = struct.Struct("<HH")
_CELL = struct.Struct("<HH")
_ROW_FLAGS, _ROW_HIDDEN = 12, 0x20
_RESULT_ERROR, _NOT_A_NUMBER = 2, b"\xff\xff"
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


def marks(content: bytes, file: str) -> dict[str, Grid]:
    """By sheet. Raises `UserError` for a compound file that is no workbook, or one behind a password."""
    with told_as("workbook-broken", file), olefile.OleFileIO(BytesIO(content)) as ole:
        if ole.exists("EncryptedPackage"):
            raise wrong("workbook-locked", Place(file=file))
        stream = next((name for name in _STREAMS if ole.exists(name)), None)
        if stream is None:
            broken = ole.parsing_issues or not ole.listdir()
            raise wrong("workbook-broken" if broken else "file-is-document", Place(file=file))
        data = ole.openstream(stream).read()
        return {name: _sheet(data, at, name, file) for name, at in _sheets(data, file)}


def _records(data: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, start and length of each record."""
    last = len(data) - _HEADER.size
    while at <= last:
        kind, length = _HEADER.unpack_from(data, at)
        yield kind, at + _HEADER.size, length
        at += _HEADER.size + length


def _sheets(data: bytes, file: str) -> list[tuple[str, int]]:
    """Names and where each sheet begins."""
    found = []
    wide = False  # BIFF8 writes names with a byte that tells their width
    for kind, at, _ in _records(data, 0):
        if kind == _BOF:
            wide = int.from_bytes(data[at : at + 2], "little") >= 0x0600  # noqa: PLR2004 - the version's number
        if kind == _LOCKED:
            raise wrong("workbook-locked", Place(file=file))
        if kind == _EOF:
            break
        if kind == _SHEET:
            found.append((_name(data, at + 6, wide), int.from_bytes(data[at : at + 4], "little")))
    return found


def _name(data: bytes, at: int, wide: bool) -> str:
    length, start = data[at], at + 1 + wide
    if wide and data[at + 1] & 1:
        return data[start : start + 2 * length].decode("utf-16-le", errors="replace")
    return data[start : start + length].decode("latin-1" if wide else "cp1252", errors="replace")


def _sheet(data: bytes, at: int, name: str, file: str) -> Grid:
    hidden, fault, depth = set[int](), None, 0
    for kind, start, _ in _records(data, at):
        if kind not in _KINDS:
            continue
        if kind in (_BOF, _EOF):
            depth += 1 if kind == _BOF else -1
            if not depth:
                break
        elif depth > 1:  # a chart within the sheet
            continue
        elif kind == _ROW:
            if data[start + _ROW_FLAGS] & _ROW_HIDDEN:
                hidden.add(int.from_bytes(data[start : start + 2], "little") + 1)
        elif fault is None and (code := _code(data, kind, start)) is not None:
            fault = _fault(data, start, code, Place(file=file, sheet=name))
    return Grid(name, hidden_rows=frozenset(hidden), fault=fault)


def _code(data: bytes, kind: int, start: int) -> int | None:
    """The error that a cell holds, None for a value."""
    if kind == _ERROR:
        return data[start + 6] if data[start + 7] else None
    failed = data[start + 12 : start + 14] == _NOT_A_NUMBER and data[start + 6] == _RESULT_ERROR
    return data[start + 8] if failed else None


def _fault(data: bytes, start: int, code: int, place: Place) -> UserError:
    row, column = _CELL.unpack_from(data, start)
    at = Place(file=place.file, sheet=place.sheet, row=row + 1, value=_ERRORS.get(code, "#"))
    return wrong("cell-has-error", at, cell=f"{column_letters(column + 1)}{row + 1}")

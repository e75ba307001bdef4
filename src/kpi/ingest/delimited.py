"""CSV and its kin. Row numbers are those of the text file, also where a quoted cell spans several lines."""

import codecs
import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice, zip_longest

import numpy as np
import pandas as pd

from kpi.errors import Place, UserError, wrong
from kpi.ingest import limits
from kpi.ingest.findings import refusal
from kpi.ingest.plain_text import columns
from kpi.ingest.table import HEAD_ROWS, Cells, Sheet, Table, Wanted

SEPARATORS = (";", "\t", ",")
_HEAD_BYTES = 256 * 1024
_CHUNK = 100_000
_NOTE_WIDTH = 3  # in a narrower table a row of one cell may be a row of it
_PIECE = 4 * 1024 * 1024
_CONTROL = bytes([*range(0x09), *range(0x0E, 0x20)])


def delimited(content: bytes, file: str, wanted: Wanted) -> list[Sheet]:
    """The file as one sheet. Raises `UserError` for what is not text, or where a row does not fit its header."""
    encoding = _encoding(content, file, wanted.encoding)
    if content.count(b"\n") > limits.ROWS + HEAD_ROWS:
        raise wrong("too-many-rows", Place(file=file), most=limits.ROWS)
    heads = {s: _head(content, encoding, s) for s in ([wanted.separator] if wanted.separator else SEPARATORS)}
    # The separator that shows most of the wanted names; without any, the one that splits most rows alike.
    separator = max(heads, key=lambda s: (max(map(wanted.score, _cells(heads[s])), default=0), *_alike(heads[s])))
    head = heads[separator]
    return [
        Sheet("", head, lambda index: _below(content, encoding, separator, file, head[index]),
              records=lambda: _records(content, encoding, separator))
    ]  # fmt: skip


def _encoding(content: bytes, file: str, declared: str | None) -> str:
    """UTF-8 where the bytes are valid UTF-8, else cp1252. Raises `UserError` when neither fits."""
    if any(len(piece) != len(piece.translate(None, _CONTROL)) for piece in _pieces(content)):
        raise wrong("file-not-text", Place(file=file))
    for encoding in [declared] if declared else ["utf-8-sig", "cp1252"]:
        with suppress(UnicodeDecodeError, LookupError):
            for _ in codecs.iterdecode(_pieces(content), encoding):
                pass
            return encoding
    raise wrong("file-not-text", Place(file=file))


def _pieces(content: bytes) -> Iterator[bytes]:
    return (content[at : at + _PIECE] for at in range(0, len(content), _PIECE))


def _records(content: bytes, encoding: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Every record with the number of its first line."""
    lines = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, errors="replace", newline="")
    reader = csv.reader(lines, delimiter=separator, strict=True)
    first = 1
    for record in reader:
        yield first, record
        first = reader.line_num + 1


def _head(content: bytes, encoding: str, separator: str) -> list[tuple[int, list[str]]]:
    found: list[tuple[int, list[str]]] = []
    with suppress(csv.Error):  # the fault is told with its row when the whole file is read
        for record in islice(_records(content[:_HEAD_BYTES], encoding, separator), HEAD_ROWS):
            found.append(record)
    return found


def _cells(head: list[tuple[int, list[str]]]) -> list[list[str]]:
    return [cells for _, cells in head]


def _alike(head: list[tuple[int, list[str]]]) -> tuple[int, int]:
    """How many rows have the most common number of cells, and that number; a row of one cell is not split."""
    widths = [width for width in map(len, _cells(head)) if width > 1]
    return max(((widths.count(width), width) for width in widths), default=(0, 0))


def _below(content: bytes, encoding: str, separator: str, file: str, header: tuple[int, list[str]]) -> Table:
    start, names = header
    plain = columns(content, encoding, separator, start, len(names))
    if plain is None:
        return _closely(content, encoding, separator, file, header)
    return Table(file, "", names, [Cells(each) for each in plain], np.arange(len(plain[0])) + (start + 1))


def _closely(content: bytes, encoding: str, separator: str, file: str, header: tuple[int, list[str]]) -> Table:
    """The same row by row: what Arrow does not read alike, or where something is wrong and the place is sought."""
    start, names = header
    records = ((row, cells) for row, cells in _records(content, encoding, separator) if row > start and cells)
    quoted = b'"' in content
    rows: list[int] = []
    parts: list[list[pd.Series[str]]] = []
    faults: list[UserError] = []
    alone: set[int] = set()
    try:
        while chunk := list(islice(records, _CHUNK)):
            rows += [row for row, _ in chunk]
            faults += _misfits(chunk, len(names))
            alone |= {row for row, cells in chunk if len(cells) == 1 < _NOTE_WIDTH <= len(names)}
            faults += _swallowed(chunk, len(names), separator) if quoted else []
            padded = zip_longest(*(cells for _, cells in chunk), [""] * len(names), fillvalue="")
            parts.append([pd.Series(column[:-1], dtype="str") for column in islice(padded, len(names))])
    except csv.Error as error:
        last = Place(file=file, row=_fault_row(content, encoding, separator))
        raise wrong("quote-not-closed", last) from error
    if faults := _but_notes(faults, rows, alone):
        raise refusal(faults, Place(file=file))
    held = [Cells(pd.concat(list(part), ignore_index=True)) for part in zip(*parts, strict=True)]
    held = held or [Cells(pd.Series([], dtype="str")) for _ in names]
    return Table(file, "", names, held, np.array(rows, dtype=np.int64))


def _but_notes(faults: list[UserError], rows: list[int], alone: set[int]) -> list[UserError]:
    """Without those of the rows at the end that hold a single cell: a source, a note."""
    last = next((row for row in reversed(rows) if row not in alone), 0)
    return [fault for fault in faults if (fault.place.row or 0) <= last]


def _misfits(chunk: list[tuple[int, list[str]]], width: int) -> list[UserError]:
    """Rows with too few or too many cells."""
    odd = [(row, cells) for row, cells in chunk if len(cells) != width and any(cells)]
    return [
        wrong("row-width", Place(row=row), cells=len(cells), columns=width)
        for row, cells in odd
        if len(cells) < width or any(cell.strip() for cell in cells[width:])
    ]


def _swallowed(chunk: list[tuple[int, list[str]]], width: int, separator: str) -> list[UserError]:
    """Cells that have swallowed a row: a quote that is opened by mistake may be closed far below."""
    several = [(row, [cell for cell in cells if "\n" in cell]) for row, cells in chunk]
    rows = [row for row, cells in several if any(_holds_row(cell, width, separator) for cell in cells)]
    return [wrong("quote-not-closed", Place(row=row)) for row in rows]


def _holds_row(cell: str, width: int, separator: str) -> bool:
    """A line of the cell is itself a row: just as many cells, and no space after a separator as prose has."""
    lines = [line.split(separator) for line in cell.splitlines()[1:]]
    return any(len(parts) == width and not any(part.startswith(" ") for part in parts) for parts in lines)


def _fault_row(content: bytes, encoding: str, separator: str) -> int:
    """The first line of the record at which reading stopped."""
    following = 1
    lines = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, errors="replace", newline="")
    reader = csv.reader(lines, delimiter=separator, strict=True)
    with suppress(csv.Error):
        for _ in reader:
            following = reader.line_num + 1
    return following

"""What an XLSX package says of itself, read without unfolding it: sizes, sheets, how far its cells reach, error cells.

A workbook reader allocates a full rectangle up to the last cell, so one cell at XFD1048576 would take all memory.
"""

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from kpi.errors import Place, wrong
from kpi.ingest import limits

_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')
_REFERENCE = re.compile(rb'\sr="([A-Z]{1,3})?([0-9]{1,7})"')
_ERROR = re.compile(
    rb'<c\s(?=[^>]*\st="e")[^>]*r="([A-Z]{1,3})([0-9]{1,7})"[^>]*>(?:<f[^>]*>[^<]*</f>|<f[^>]*/>)?<v>([^<]*)</v>'
)
_TEXTS = "xl/sharedStrings.xml"
_CHUNK = 4 * limits.MEGABYTE
_OVERLAP = 4096  # a cell's tag may lie across two chunks
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell whose formula failed."""

    cell: str
    row: int
    text: str


def examine(content: bytes, file: str) -> dict[str, str]:
    """The worksheets, name to part, of a package that is safe to open. Raises `UserError` when it is not."""
    place = Place(file=file)
    with _opened(content, file) as package:
        names = set(package.namelist())
        if "xl/workbook.xml" not in names:
            raise wrong("file-is-packed", place)
        unpacked = sum(info.file_size for info in package.infolist())
        bomb = unpacked > limits.SMALL_BYTES and unpacked > limits.UNPACKED_RATIO * len(content)
        if bomb or unpacked > limits.UNPACKED_BYTES:
            raise wrong("workbook-too-large", place, most=limits.UNPACKED_BYTES // limits.MEGABYTE)
        sheets = {name: part for name, part in _sheets(package).items() if part in names}
        longest = _longest_text(package)
        for name, part in sheets.items():
            rows, columns, texts = _reach(package, part)
            if texts * longest > limits.TEXT_BYTES:
                most = limits.TEXT_BYTES // limits.MEGABYTE
                raise wrong("texts-too-long", Place(file=file, sheet=name), most=most)
            if rows * columns > limits.SHEET_CELLS:
                raise wrong("sheet-too-large", Place(file=file, sheet=name), rows=rows, columns=columns)
        # A part that is longer than it declares breaks its checksum here, in bounded memory.
        if package.testzip():
            raise wrong("workbook-broken", place)
    return sheets


def error_cell(content: bytes, part: str) -> ErrorCell | None:
    """The first cell of a sheet that holds a failed formula (#DIV/0!, #REF!, …)."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        for chunk in _chunks(package, part):
            if found := _ERROR.search(chunk):
                column, row, text = (group.decode() for group in found.groups())
                return ErrorCell(column + row, int(row), text)
    return None


@contextmanager
def _opened(content: bytes, file: str) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            if any(info.flag_bits & 1 for info in package.infolist()):
                raise wrong("workbook-locked", Place(file=file))
            yield package
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, NotImplementedError, zlib.error) as error:
        raise wrong("workbook-broken", Place(file=file)) from error


def _attributes(pattern: re.Pattern[str], package: zipfile.ZipFile, part: str) -> list[dict[str, str]]:
    if part not in package.namelist():
        return []
    found = pattern.findall(package.read(part).decode("utf-8", errors="replace"))
    return [{name: html.unescape(value) for name, value in _ATTRIBUTE.findall(text)} for text in found]


def _sheets(package: zipfile.ZipFile) -> dict[str, str]:
    relations = _attributes(_RELATION, package, "xl/_rels/workbook.xml.rels")
    targets = {each.get("Id", ""): each.get("Target", "") for each in relations}
    found: dict[str, str] = {}
    for sheet in _attributes(_SHEET, package, "xl/workbook.xml"):
        target = targets.get(next((v for k, v in sheet.items() if k.endswith(":id")), ""), "")
        if "worksheets/" in target:  # not charts on sheets of their own
            found[sheet.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _chunks(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    tail = b""
    with package.open(part) as stream:
        while data := stream.read(_CHUNK):
            yield tail + data
            tail = data[-_OVERLAP:]


def _longest_text(package: zipfile.ZipFile) -> int:
    """Bytes of the longest text that cells share: each cell that refers to it gets its own copy."""
    if _TEXTS not in package.namelist():
        return 0
    longest = since = 0  # since: what a text that lies across chunks has taken so far
    with package.open(_TEXTS) as stream:
        while data := stream.read(_CHUNK):
            first, *whole = data.split(b"</si>")
            longest = max([longest, since + len(first), *map(len, whole)])
            since = len(whole[-1]) if whole else since + len(first)
    return longest


def _reach(package: zipfile.ZipFile, part: str) -> tuple[int, int, int]:
    """The last row and the last column that any cell refers to, and how many cells hold a shared text."""
    rows = columns = 1
    texts = 0
    for chunk in _chunks(package, part):
        found = set(_REFERENCE.findall(chunk))
        rows = max([rows, *(int(row) for _, row in found)])
        columns = max([columns, *(_column(letters) for letters in {letters for letters, _ in found})])
        texts += chunk.count(b't="s"')
    return rows, columns, texts


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.decode():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number

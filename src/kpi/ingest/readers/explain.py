"""Why a workbook could not be read within the limits: found by streaming through its parts, in little memory."""

import re
import zipfile
from collections.abc import Iterator

from kpi.errors import Place, wrong
from kpi.ingest import limits
from kpi.ingest.kind import Kind, magic
from kpi.ingest.readers import package, xlsx
from kpi.ingest.readers.cells import column_number

_REFERENCE = re.compile(rb'\sr="([A-Z]{1,3})?([0-9]{1,18})"')
_TEXTS = "xl/sharedStrings.xml"
_CHUNK = 4 * limits.MEGABYTE
_OVERLAP = 4096  # a cell's tag may lie across two chunks


def explain(content: bytes, file: str) -> None:
    """Raise the `UserError` that tells what is too much, if it can be seen from outside."""
    if magic(content, file) is not Kind.PACKAGE:
        return
    with package.opened(content, file) as opened:
        if package.is_ods(opened, file):
            return
        parts = xlsx.sheet_parts(opened, file)
        longest = _longest_text(opened)
        for name, part in parts.items():
            _explain_sheet(opened, part, longest, Place(file=file, sheet=name))
        # A part that is longer than it declares breaks its checksum here.
        if opened.testzip():
            raise wrong("workbook-broken", Place(file=file))


def _explain_sheet(opened: zipfile.ZipFile, part: str, longest: int, place: Place) -> None:
    rows, columns, texts = _reach(opened, part)
    if texts * longest > limits.TEXT_BYTES:
        raise wrong("texts-too-long", place, most=limits.TEXT_BYTES // limits.MEGABYTE)
    if rows * columns > limits.SHEET_CELLS:
        raise wrong("sheet-too-large", place, rows=rows, columns=columns)


def _chunks(opened: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    tail = b""
    with opened.open(part) as stream:
        while data := stream.read(_CHUNK):
            yield tail + data
            tail = data[-_OVERLAP:]


def _longest_text(opened: zipfile.ZipFile) -> int:
    """Bytes of the longest text that cells share: each cell that refers to it gets its own copy."""
    if _TEXTS not in opened.namelist():
        return 0
    longest = since = 0  # since: what a text that lies across chunks has taken so far
    with opened.open(_TEXTS) as stream:
        while data := stream.read(_CHUNK):
            first, *whole = data.split(b"</si>")
            longest = max([longest, since + len(first), *map(len, whole)])
            since = len(whole[-1]) if whole else since + len(first)
    return longest


def _reach(opened: zipfile.ZipFile, part: str) -> tuple[int, int, int]:
    """The last row and the last column that any cell refers to, and how many cells hold a shared text."""
    rows = columns = 1
    texts = 0
    for chunk in _chunks(opened, part):
        found = set(_REFERENCE.findall(chunk))
        rows = max([rows, *(int(row) for _, row in found)])
        columns = max([columns, *(column_number(letters.decode()) for letters in {letters for letters, _ in found})])
        texts += chunk.count(b't="s"')
    return rows, columns, texts

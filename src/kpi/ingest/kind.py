"""What a file is, told by its first bytes: its name is never asked."""

import re
from enum import StrEnum

from kpi.errors import Place, wrong

BOM = b"\xef\xbb\xbf"


class Kind(StrEnum):
    """The families of files that are read."""

    TEXT = "text"  # separated by semicolons, tabs or commas
    PACKAGE = "package"  # a ZIP: XLSX, XLSM or ODS
    OLE = "ole"  # XLS, or anything that is locked with a password
    PARQUET = "parquet"
    PX = "px"
    JSON = "json"


_MAGIC = {
    b"PK\x03\x04": Kind.PACKAGE,
    b"PK\x05\x06": Kind.PACKAGE,
    b"PAR1": Kind.PARQUET,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": Kind.OLE,
}
_NOT_TABLES = {
    b"\x89PNG": "file-is-picture",
    b"\xff\xd8\xff": "file-is-picture",
    b"GIF8": "file-is-picture",
    b"II*\x00": "file-is-picture",
    b"RIFF": "file-is-picture",
    b"%PDF": "file-is-pdf",
    b"{\\rtf": "file-is-document",
    b"\x1f\x8b": "file-is-packed",
    b"BZh": "file-is-packed",
    b"7z\xbc\xaf": "file-is-packed",
    b"Rar!": "file-is-packed",
    b"\xfd7zXZ": "file-is-packed",
}
_HTML = (b"<!doctype", b"<html", b"<table", b"<head", b"<body")
_START = 4096
_JSON = re.compile(rb'\s*(?:\{\s*["}]|\[\s*[\[{"])')
# The first keyword of a PC-Axis file; a table of text does not begin with a word in capitals and an equals sign.
_PX = re.compile(rb'\s*[A-Z][A-Z-]{2,20}(?:\[\w+\])?(?:\("[^"]*"\))?\s*=')
_PX_WORDS = (b"STUB", b"HEADING", b"DATA", b"MATRIX", b"AXIS-VERSION", b"CHARSET")


def magic(content: bytes, file: str) -> Kind | None:
    """The kind of a file that is not text, None where it may be. Raises `UserError` for what is no table."""
    for start, kind in _MAGIC.items():
        if content.startswith(start):
            return kind
    for start, key in _NOT_TABLES.items():
        if content.startswith(start):
            raise wrong(key, Place(file=file))
    return None


def text_kind(content: bytes, file: str) -> Kind:
    """Which kind of text a file in an eight-bit encoding is. Raises `UserError` for markup."""
    start = content[:_START].removeprefix(BOM).lstrip()
    lowered = start.lower()
    if lowered.startswith(_HTML) or (lowered.startswith(b"<?xml") and b"<html" in lowered):
        raise wrong("file-is-html", Place(file=file))
    if lowered.startswith(b"<?xml"):
        raise wrong("file-is-xml", Place(file=file))
    if _JSON.match(start):
        return Kind.JSON
    if _PX.match(start) and sum(word in start for word in _PX_WORDS) > 1:
        return Kind.PX
    return Kind.TEXT

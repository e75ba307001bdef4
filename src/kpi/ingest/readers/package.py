"""A ZIP package, examined by what it says of itself before anything in it is unfolded."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import pairwise

from kpi.errors import Place, wrong
from kpi.ingest import limits

WORKBOOK = "xl/workbook.xml"
CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
_END = b"PK\x05\x06"
_DIRECTORY_SIZE = slice(12, 16)  # in the record that ends the package
_LOCAL_HEADER = 30
_CHUNK = limits.MEGABYTE
# As zipfile tells of a package that is cut off, overwritten, packed in a way it does not know, or lacks a part.
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, NotImplementedError, KeyError)
_DOCUMENTS = ("word/document.xml", "ppt/presentation.xml")


@contextmanager
def opened(content: bytes, file: str) -> Iterator[zipfile.ZipFile]:
    """The package, safe to read parts of. Raises `UserError` for one that is broken, locked, or made to do harm."""
    _directory_fits(content, file)
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            _examine(package, len(content), file)
            yield package
    except _BROKEN as error:
        raise wrong("workbook-broken", Place(file=file)) from error


def is_ods(package: zipfile.ZipFile, file: str) -> bool:
    """ODS, or else XLSX. Raises `UserError` for a package that is neither."""
    names = set(package.namelist())
    if WORKBOOK in names:
        return False
    if CONTENT in names and b"spreadsheet" in _start(package, "mimetype", names):
        if b"encryption-data" in package.read(MANIFEST) if MANIFEST in names else False:
            raise wrong("workbook-locked", Place(file=file))
        return True
    if "xl/workbook.bin" in names:
        raise wrong("file-is-xlsb", Place(file=file))
    if CONTENT in names or names.intersection(_DOCUMENTS):
        raise wrong("file-is-document", Place(file=file))
    raise wrong("file-is-packed", Place(file=file))


def verify(package: zipfile.ZipFile, parts: set[str]) -> None:
    """Read the parts to their ends, where a checksum tells whether they are whole and as long as they say."""
    for part in sorted(parts):
        with package.open(part) as stream:
            while stream.read(_CHUNK):
                pass


def _start(package: zipfile.ZipFile, part: str, names: set[str]) -> bytes:
    if part not in names:
        return b""
    with package.open(part) as stream:
        return stream.read(200)


def _directory_fits(content: bytes, file: str) -> None:
    """The list of parts is taken into memory whole: it must not be the bomb itself."""
    end = content.rfind(_END)
    size = int.from_bytes(content[end:][_DIRECTORY_SIZE], "little") if end >= 0 else 0
    if size > limits.DIRECTORY_BYTES:
        raise wrong("package-too-many-parts", Place(file=file))


def _examine(package: zipfile.ZipFile, size: int, file: str) -> None:
    place, parts = Place(file=file), package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise wrong("workbook-locked", place)
    unpacked = sum(part.file_size for part in parts)
    bomb = unpacked > limits.SMALL_BYTES and unpacked > limits.UNPACKED_RATIO * size
    if bomb or unpacked > limits.UNPACKED_BYTES:
        raise wrong("workbook-too-large", place, most=limits.UNPACKED_BYTES // limits.MEGABYTE)
    # Two readers may choose differently between two parts of one name; parts that share bytes are a bomb's trick.
    if len(set(package.namelist())) < len(parts) or _overlap(parts):
        raise wrong("package-crooked", place)


def _overlap(parts: list[zipfile.ZipInfo]) -> bool:
    ordered = sorted(parts, key=lambda part: part.header_offset)
    return any(a.header_offset + _LOCAL_HEADER + a.compress_size > b.header_offset for a, b in pairwise(ordered))

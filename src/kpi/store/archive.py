"""One file that holds a store: the database, the delivered files as they came, and what each part is.

A zip whose parts are stored as they are: nothing in it can grow when it is unpacked, and every part has its SHA-256.
"""

import hashlib
import json
import os
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from kpi.errors import wrong
from kpi.store.migrations import NEWEST

FORMAT = 1
DATABASE, FILES, MANIFEST = "kpi.duckdb", "filer", "manifest.json"
CHUNK = 4 << 20
LARGEST_MANIFEST = 64 << 20  # bytes: room for half a million files
ORIGINAL = re.compile(r"[0-9a-f]{64}\.gz")
"""The name of a delivered file that is kept: the SHA-256 of what it holds."""
BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, KeyError, TypeError, RuntimeError, EOFError, struct.error,
    OverflowError,
)  # fmt: skip
"""What a file that is no whole archive can raise while it is read."""
_PART = re.compile(rf"{re.escape(DATABASE)}|{FILES}/{ORIGINAL.pattern}")
Tell = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Part:
    """A part's size and what it must hash to."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """`schema` counts the migrations of the database; `made` is a moment in UTC; `parts` are by name."""

    format: int
    schema: int
    made: str
    parts: dict[str, Part]


def pack(target: BinaryIO, sources: dict[str, Path], *, schema: int, made: str, tell: Tell) -> Manifest:
    """Write an archive of the files, by the names of their parts."""
    whole = max(sum(path.stat().st_size for path in sources.values()), 1)
    parts: dict[str, Part] = {}
    done = 0

    def tell_of(size: int) -> None:
        tell(min((done + size) / whole, 1.0))

    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, path in sources.items():
            with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as part:
                parts[name] = _poured(source.read, part.write, tell_of)
            done += parts[name].bytes
        manifest = Manifest(FORMAT, schema, made, parts)
        archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
    return manifest


def unpack(file: Path, folder: Path, tell: Tell) -> Manifest:
    """Every part into an empty folder, verified. Raises `UserError` for anything but a whole archive of ours."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(archive, file)
            _only_its_parts(archive, manifest, file)
            (folder / FILES).mkdir(mode=0o700)
            for at, (name, part) in enumerate(manifest.parts.items()):
                tell(at / len(manifest.parts))
                _take(archive, name, part, folder / name)
    except BROKEN as error:
        raise wrong("backup-broken", file=file.name) from error
    return manifest


def new_file(path: Path) -> BinaryIO:
    """A file of this user's alone. Raises `FileExistsError` when there is one."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def settle(path: Path) -> None:
    """Have the system write a folder's names to the disk, where it can."""
    with suppress(OSError):
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _poured(
    read: Callable[[int], bytes], write: Callable[[bytes], int], tell: Callable[[int], None] = lambda size: None
) -> Part:
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(read):
        write(chunk)
        digest.update(chunk)
        size += len(chunk)
        tell(size)
    return Part(size, digest.hexdigest())


def _chunks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while chunk := read(CHUNK):
        yield chunk


def _manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    about = archive.getinfo(MANIFEST)
    if about.file_size > LARGEST_MANIFEST or about.compress_type != zipfile.ZIP_STORED:
        raise ValueError("no manifest of ours")
    match json.loads(archive.read(about)):
        case {"format": int(form)} if form > FORMAT:
            raise wrong("backup-newer", file=file.name)
        case {"format": int(form), "schema": int(schema), "made": str(made), "parts": dict(parts)}:
            if schema > NEWEST:
                raise wrong("store-newer", file=file.name, version=schema, known=NEWEST)
            return Manifest(form, schema, made, {name: Part(**part) for name, part in parts.items()})
    raise ValueError("no manifest of ours")


def _only_its_parts(archive: zipfile.ZipFile, manifest: Manifest, file: Path) -> None:
    """What is in it is what it says, under names of ours, and takes no more room than it does now."""
    held = archive.infolist()
    names = sorted(info.filename for info in held)
    if names != sorted([MANIFEST, *manifest.parts]) or DATABASE not in manifest.parts:
        raise ValueError("other parts than it says")
    if not all(_PART.fullmatch(name) for name in manifest.parts):
        raise ValueError("a part with a name of its own")
    if any(info.compress_type != zipfile.ZIP_STORED or info.file_size != info.compress_size for info in held):
        raise ValueError("a part that grows")
    if sum(info.file_size for info in held) > file.stat().st_size:
        raise ValueError("parts that overlap")


def _take(archive: zipfile.ZipFile, name: str, part: Part, target: Path) -> None:
    with archive.open(name) as source, new_file(target) as file:
        found = _poured(source.read, file.write)
        file.flush()
        os.fsync(file.fileno())
    if found != part:
        raise ValueError(f"{name} is not what it was")

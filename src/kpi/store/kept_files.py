"""The delivered files as they came, compressed, in a folder beside the database; each by the hash of its content."""

import gzip
import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

from kpi.errors import UserError, wrong
from kpi.store.connection import Store
from kpi.trouble import why

_FAST = 1  # level: half the size of a table of text in a tenth of the time that the best takes
_HASH = re.compile(r"[0-9a-f]{64}")


def folder(database: Path) -> Path:
    """Where the files of a database are kept."""
    return database.with_name(f"{database.name}.filer")


def keep(store: Store, content: bytes, sha256: str) -> None:
    """Keep a file, whole or not at all. The same content is kept once.

    Raises `UserError` when it cannot be written, as when the disk is full.
    """
    file = _file(store, sha256)
    if file.exists():
        return
    temporary = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
            opened.write(gzip.compress(content, _FAST, mtime=0))
            opened.flush()
            os.fsync(opened.fileno())
        temporary.replace(file)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise wrong("file-not-kept", why=why(error)) from error


def is_kept(store: Store, sha256: str) -> bool:
    """True where the file of a delivery is here to be fetched; those that came with the system are not."""
    return bool(_HASH.fullmatch(sha256)) and _file(store, sha256).exists()


def kept(store: Store, sha256: str) -> bytes:
    """A file as it came. Raises `UserError` when it is not here, or is no longer what it was."""
    if not is_kept(store, sha256):
        raise wrong("file-not-here")
    try:
        content = gzip.decompress(_file(store, sha256).read_bytes())
    except (OSError, EOFError) as error:
        raise wrong("file-not-here") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise wrong("file-not-here")
    return content


def damaged(store: Store) -> list[str]:
    """The hashes of the files that are no longer what they were."""
    there = sorted(folder(store.path).glob("*.gz")) if folder(store.path).is_dir() else []
    return [file.stem for file in there if _HASH.fullmatch(file.stem) and not _whole(store, file.stem)]


def _whole(store: Store, sha256: str) -> bool:
    try:
        kept(store, sha256)
    except UserError:
        return False
    return True


def _file(store: Store, sha256: str) -> Path:
    return folder(store.path) / f"{sha256}.gz"

"""Write files into a folder: each whole or not at all, and never over one that somebody else made or changed."""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from kpi.errors import wrong
from kpi.trouble import why
from kpi.words import listing

MANIFEST = ".kpi-export.json"
"""What was written here last time: file name → the SHA-256 of each content it may have."""


def write(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> list[Path]:
    """Write the files; returns their paths. Raises `UserError`, with nothing written, where one is not ours."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        known = _known(folder)
        if not force:
            _refuse_foreign(folder, files, known)
        new = {name: [_digest(content)] for name, content in files.items()}
        # Both old and new are ours until all are in place, so an interrupted export can be run again.
        _replace(folder / MANIFEST, _manifest({n: [*known.get(n, []), *new.get(n, [])] for n in {**known, **new}}))
        for name, content in files.items():
            _replace(folder / name, content)
        _replace(folder / MANIFEST, _manifest({**known, **new}))
    except OSError as error:
        raise wrong("cli-folder-unwritable", folder=str(folder), why=why(error)) from error
    return [folder / name for name in files]


def _refuse_foreign(folder: Path, files: Mapping[str, bytes], known: Mapping[str, list[str]]) -> None:
    foreign = [
        name
        for name, content in files.items()
        if (path := folder / name).exists()
        and _digest(path.read_bytes()) not in [*known.get(name, []), _digest(content)]
    ]
    if foreign:
        raise wrong("cli-not-our-files", folder=str(folder), files=listing(foreign))


def _known(folder: Path) -> dict[str, list[str]]:
    try:
        known = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _manifest(known: Mapping[str, list[str]]) -> bytes:
    return json.dumps(known, indent=1, sort_keys=True).encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)

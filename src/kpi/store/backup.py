"""A backup of a store that is in use: one file, complete or absent."""

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from kpi.errors import wrong
from kpi.store.archive import DATABASE, FILES, ORIGINAL, Tell, new_file, pack, settle
from kpi.store.connection import Store, connect
from kpi.store.migrations import applied

_COPY = """
import os, shutil, sys
try:
    with open(sys.argv[1], "rb") as source, os.fdopen(os.open(sys.argv[2], 193, 0o600), "wb") as target:
        shutil.copyfileobj(source, target, 4 << 20)
except OSError as error:
    sys.exit(error.errno or 5)
""".replace("193", str(os.O_WRONLY | os.O_CREAT | os.O_EXCL))


def back_up(store: Store, files: Path, target: Path, *, force: bool, tell: Tell) -> int:
    """Write the store and the kept files in `files` to `target`; returns the size in bytes.

    Writers wait only while the database is copied, not while the archive is made. Raises `UserError` when `target`
    is there already (unless `force`) or belongs to the store itself, and `OSError` when it cannot be written: then
    there is no file, or the one that was there.
    """
    _refuse(store, files, target, force)
    folder = Path(tempfile.mkdtemp(prefix=".kpi-backup-", dir=target.parent))
    try:
        schema = _copied(store, folder / DATABASE)
        made = folder / "archive"
        with new_file(made) as archive:
            sources = {DATABASE: folder / DATABASE, **_kept(files)}
            pack(archive, sources, schema=schema, made=datetime.now(UTC).isoformat(timespec="seconds"), tell=tell)
            archive.flush()
            os.fsync(archive.fileno())
        size = made.stat().st_size
        _publish(made, target, force)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return size


def _refuse(store: Store, files: Path, target: Path, force: bool) -> None:
    where, database = target.resolve(), store.path.resolve()
    beside = where.parent == database.parent and where.name.startswith(database.name)
    if beside or files.resolve() in where.parents:
        raise wrong("backup-onto-itself", file=str(target))
    if target.is_dir():
        raise IsADirectoryError
    if target.exists() and not force:
        raise wrong("backup-exists", file=str(target))


def _copied(store: Store, target: Path) -> int:
    """The database as it is now, checked to open; returns how many migrations it has seen."""
    with store.held():
        _copy(store.path, target)
        log = store.path.with_name(store.path.name + ".wal")
        if log.exists():
            _copy(log, target.with_name(target.name + ".wal"))
    connection = connect(target)
    try:
        connection.execute("checkpoint")
        return applied(connection)
    finally:
        connection.close()


def _copy(source: Path, target: Path) -> None:
    """By another process: where this one closes a file, the system drops every lock that it holds on it (POSIX),
    and a second process could then open the database."""
    done = subprocess.run([sys.executable, "-I", "-c", _COPY, source, target], check=False, capture_output=True)  # noqa: S603
    if done.returncode:
        raise OSError(done.returncode, os.strerror(done.returncode))


def _kept(files: Path) -> dict[str, Path]:
    """After the database: a delivery in it has its file already."""
    if not files.is_dir():
        return {}
    found = sorted(path for path in files.iterdir() if ORIGINAL.fullmatch(path.name))
    return {f"{FILES}/{path.name}": path for path in found if path.is_file() and not path.is_symlink()}


def _publish(made: Path, target: Path, force: bool) -> None:
    if force:
        made.replace(target)
    else:
        try:
            os.link(made, target)  # never over one that has come meanwhile
        except FileExistsError as error:
            raise wrong("backup-exists", file=str(target)) from error
    settle(target.parent)

"""Put a backup in the place of the present database, which is kept beside it."""

import filecmp
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from kpi.errors import UserError, wrong
from kpi.store.archive import DATABASE, FILES, Manifest, Tell, settle, unpack
from kpi.store.check import findings
from kpi.store.connection import Store, StoreBusyError, connect, utc_now
from kpi.store.migrations import applied

BEFORE = ".fore-"
"""Between the database's name and the moment when another took its place."""


@dataclass(frozen=True, slots=True)
class Restored:
    """`made`: when the backup was made, UTC; `before`: where the database that was there now lies, if one was."""

    made: datetime
    before: Path | None


def restore_backup(file: Path, database: Path, files: Path, tell: Tell) -> Restored:
    """Verify all of a backup, then let it take the database's place, all at once.

    Raises `UserError`, with nothing touched, for a file that is no whole backup, one of a newer version, one whose
    database does not hold together, or while another process has the database; `OSError` when it cannot be written.
    """
    _clear_interrupted(database)
    staging = database.with_name(f".{database.name}.aterstall-{os.getpid()}")
    staging.mkdir(mode=0o700)
    try:
        manifest = unpack(file, staging, lambda share: tell(share / 2))
        made = _verify(staging / DATABASE, manifest, file)
        tell(0.9)
        with _nobody_else(database):
            moment = f"{BEFORE}{utc_now():%Y%m%dT%H%M%S%f}Z"
            _add_files(staging / FILES, files, moment)
            before = _take_the_place(staging / DATABASE, database, moment)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Restored(made, before)


def _verify(database: Path, manifest: Manifest, file: Path) -> datetime:
    """It opens, is of the age that it says, takes the migrations it lacks, and holds together; returns when made."""
    try:
        made = datetime.fromisoformat(manifest.made).astimezone(UTC).replace(tzinfo=None)
        with closing(connect(database)) as connection:
            if applied(connection) != manifest.schema:
                raise wrong("backup-broken", file=file.name)
        with closing(Store.open(database)) as store:
            found = findings(store)
    except (duckdb.Error, StoreBusyError, UserError, ValueError, OverflowError) as error:
        raise wrong("backup-broken", file=file.name) from error
    if found:
        raise wrong("backup-inconsistent", file=file.name, found=found[0])
    return made


@contextmanager
def _nobody_else(database: Path) -> Iterator[None]:
    """Hold the present database while it is exchanged. One that cannot be read is held by nobody."""
    try:
        connection = connect(database) if database.exists() else None
        if connection is not None:
            connection.execute("checkpoint")
    except StoreBusyError as error:
        raise wrong("backup-in-use") from error
    except (UserError, duckdb.Error):
        connection = None
    try:
        yield
    finally:
        if connection is not None:
            connection.close()


def _add_files(source: Path, target: Path, moment: str) -> None:
    """Before the exchange: one more file harms nobody, and the database that was there has all of its own."""
    target.mkdir(mode=0o700, exist_ok=True)
    for path in sorted(source.iterdir()):
        there = target / path.name
        if there.exists():
            if filecmp.cmp(path, there, shallow=False):
                continue
            there.rename(there.with_name(there.name + moment))
        path.rename(there)
    settle(target)


def _take_the_place(restored: Path, database: Path, moment: str) -> Path | None:
    """There is a database under the name at every moment: the old one, or the new one."""
    before = database.with_name(database.name + moment) if database.exists() else None
    log = database.with_name(database.name + ".wal")
    if before is not None:
        os.link(database, before)
        if log.exists():
            log.rename(before.with_name(before.name + ".wal"))
    restored.replace(database)
    settle(database.parent)
    return before


def _clear_interrupted(database: Path) -> None:
    for left in database.parent.glob(f".{database.name}.aterstall-*"):
        pid = left.name.rpartition("-")[2]
        if pid.isdigit() and not Path(f"/proc/{pid}").exists():
            shutil.rmtree(left, ignore_errors=True)

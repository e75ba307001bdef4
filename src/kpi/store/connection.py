"""One DuckDB file, one connection per process, a cursor per unit of work, one writer at a time.

Eight threads on one connection fail; with a cursor each, none do. Another process cannot open the file
meanwhile, not even to read: `kpi.remote` carries a shell's commands to the process that has it.
"""

import errno
import logging
import os
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from kpi.errors import KpiError, wrong
from kpi.store.migrations import NEWEST, applied, migrate

_LOG = logging.getLogger(__name__)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
Parameters = dict[str, Any] | Sequence[Any] | None
Cursor = duckdb.DuckDBPyConnection
"""What a unit of work runs its SQL on; others name it without importing duckdb."""


class StoreBusyError(KpiError):
    """Another process holds the database."""


def utc_now() -> datetime:
    """Now, in UTC without a zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


class Store:
    """The open database. `read` gives a frame; `transaction` gives a cursor on which all is kept or nothing is."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self._connection = connection
        self._writing = threading.RLock()
        self._mending = threading.Lock()
        self._fallen = False
        self._commits = 0
        self._counted = (-1, "")
        self.path = path

    @classmethod
    def open(cls, path: Path) -> "Store":
        """Open or create, and bring the schema up to date.

        An older database is copied to `<name>.v<n>` before it is migrated; one made by a newer version of the
        system raises `UserError`; one that another process holds raises `StoreBusyError`.
        """
        exists = path.exists()
        connection = connect(path)
        version = applied(connection)
        if version > NEWEST:
            connection.close()
            raise wrong("store-newer", file=path.name, version=version, known=NEWEST)
        if exists and 0 < version < NEWEST:
            connection.execute("checkpoint")
            connection.close()
            shutil.copy2(path, path.with_name(f"{path.name}.v{version}"))
            connection = connect(path)
        migrate(connection)
        return cls(connection, path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for one unit of work, always closed."""
        cursor = self._standing().cursor()
        try:
            yield cursor
        except duckdb.FatalException:
            self._fallen = True
            raise
        finally:
            cursor.close()

    def _standing(self) -> duckdb.DuckDBPyConnection:
        """The connection, opened anew after an error that DuckDB does not go on from, as a full disk at a checkpoint.

        What had been committed is in the file and its log; what had not is in neither.
        """
        if self._fallen:
            with self._mending:
                if self._fallen:
                    self._connection.close()
                    self._connection = connect(self.path)
                    self._fallen = False
        return self._connection

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """All or nothing, one writer at a time. Raises `UserError` when the disk has no room for it."""
        with self._writing, _full_disk_told():
            before, committing = self._count(), False
            try:
                with self.cursor() as cursor:
                    cursor.begin()
                    try:
                        yield cursor
                    except BaseException:
                        cursor.rollback()
                        raise
                    committing = True
                    cursor.commit()
            except duckdb.FatalException as error:
                if not committing or not self._written(before, error):
                    raise
            finally:
                # Also when it fails: pages must look again at what the file holds.
                self._commits += 1

    def _written(self, before: str, error: duckdb.Error) -> bool:
        """Whether a change is in the file although its commit failed: the log is written first, and then all of it
        into the file. Every change makes a delivery or an event. Raises `UserError` where the file cannot be opened.
        """
        try:
            found = self._count() != before
        except (duckdb.Error, KpiError) as trouble:
            raise wrong("store-unsure") from trouble
        if found:
            _LOG.warning("a change was stored, but not moved from the log into the database", exc_info=error)
        return found

    @contextmanager
    def held(self) -> Iterator[None]:
        """No writer meanwhile: the file, and its `.wal` where there is one, stay as they are and are whole together."""
        with self._writing:
            # A reader in the middle of a query keeps what was written out of the file; it is in the log then.
            with _full_disk_told(), self.cursor() as cursor, suppress(duckdb.TransactionException):
                cursor.execute("checkpoint")
            yield

    def read(self, sql: str, parameters: Parameters = None) -> pd.DataFrame:
        """The rows of a query, as a frame."""
        with self.cursor() as cursor:
            # By way of Arrow: its texts are pandas' own, where `df()` makes a Python object of each.
            table = cursor.execute(sql, parameters).to_arrow_table()
        return table.to_pandas(date_as_object=False)  # type: ignore[no-any-return]

    def rows(self, sql: str, parameters: Parameters = None) -> list[dict[str, Any]]:
        """The rows of a small query, as dictionaries."""
        with self.cursor() as cursor:
            result = cursor.execute(sql, parameters)
            names = [column[0] for column in result.description]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def version(self) -> str:
        """Changes whenever anything in the store has changed: the key of every cache above it.

        Pages ask a dozen times per rerun: counted anew only after a commit. A count taken while another thread
        commits is kept as of before it, and so is not kept for long.
        """
        commits = self._commits
        if self._counted[0] != commits:
            self._counted = (commits, self._count())
        return self._counted[1]

    def _count(self) -> str:
        row = self.rows(
            "select (select count(*) from delivery) as deliveries, (select count(*) from delivery_event) as events"
        )[0]
        return f"{self.path}:{row['deliveries']}:{row['events']}"


@contextmanager
def _full_disk_told() -> Iterator[None]:
    """DuckDB has no error of its own for it, only the system's words in the middle of a sentence."""
    try:
        yield
    except duckdb.Error as error:
        if any(os.strerror(number) in str(error) for number in _FULL):
            raise wrong("store-full") from error
        raise


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """The bare database. Raises `StoreBusyError` when another process has it, `UserError` when it is none."""
    # No network, no files but this one: SQL from anywhere could otherwise read them.
    config: dict[str, str | bool | int | float | list[str]] = {
        "enable_external_access": False,
        "threads": os.cpu_count() or 1,
    }
    try:
        with _full_disk_told():
            return duckdb.connect(str(path), config=config)
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise StoreBusyError(str(error)) from error
        raise wrong("store-unreadable", file=path.name) from error
    except duckdb.Error as error:
        raise wrong("store-unreadable", file=path.name) from error

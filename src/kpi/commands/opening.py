"""Reach the store: through the app that has it open, or else by opening it here."""

import os
import time
from contextlib import closing
from pathlib import Path

from kpi.commands.command import Command, Progress, Result
from kpi.commands.run import execute
from kpi.errors import wrong
from kpi.remote import client
from kpi.settings import settings
from kpi.store import Store, StoreBusyError
from kpi.words import say

PATIENCE_SECONDS, PAUSE_SECONDS = 10.0, 0.2
"""How long another holder of the file may take: an app that is starting, or another `kpi`."""


def carry_out(command: Command, progress: Progress) -> Result:
    """The command's answer, the same either way. Raises `UserError` when the store cannot be reached."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        answer = client.run(command, progress)
        if answer is not None:
            return answer
        try:
            return _here(command, progress)
        except StoreBusyError as error:
            if time.monotonic() > until:
                raise wrong("store-busy") from error
        progress(say("cli-doing-wait"), 0)
        time.sleep(PAUSE_SECONDS)


def _here(command: Command, progress: Progress) -> Result:
    database = settings().database
    if not database.exists():
        if command.name != "init":
            raise wrong("cli-no-database", file=str(database))
        return _made(database, command, progress)
    with closing(Store.open(database)) as store:
        return execute(store, command, progress)


def _made(database: Path, command: Command, progress: Progress) -> Result:
    """A new database is filled under another name first: an interrupted start leaves none, and the next starts over."""
    _clear_interrupted(database)
    growing = _growing(database, os.getpid())
    try:
        with closing(Store.open(growing)) as store:
            result = execute(store, command, progress)
        if result.exit_code == 0:
            os.link(growing, database)  # never over one that another process made meanwhile
    except FileExistsError:
        return _here(command, progress)
    finally:
        _remove(growing)
    return result


def _growing(database: Path, pid: int) -> Path:
    return database.with_name(f"{database.name}.new-{pid}")


def _clear_interrupted(database: Path) -> None:
    for left in database.parent.glob(f"{database.name}.new-*"):
        pid = left.name.removeprefix(f"{database.name}.new-").removesuffix(".wal")
        if pid.isdigit() and not Path(f"/proc/{pid}").exists():
            _remove(left)


def _remove(database: Path) -> None:
    for path in (database, database.with_name(database.name + ".wal")):
        path.unlink(missing_ok=True)

"""`kpi backup FILE` and `kpi restore FILE`: all of the store in one file, and back."""

from pathlib import Path

from kpi.commands.command import Command, Progress, Result
from kpi.errors import wrong
from kpi.settings import settings
from kpi.store import Store
from kpi.store.backup import back_up
from kpi.store.kept_files import folder
from kpi.store.restoring import restore_backup
from kpi.trouble import why
from kpi.words import local_time, number, say

MEGABYTE = 1_000_000


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Write a backup. The process that has the store writes it: `file` is a whole path on this machine."""
    target = Path(command.arguments["file"])

    def tell(share: float) -> None:
        progress(say("cli-doing-backup"), share)

    tell(0)
    try:
        size = back_up(store, folder(settings().database), target, force=command.arguments["force"], tell=tell)
    except OSError as error:
        raise wrong("backup-unwritable", file=str(target), why=why(error)) from error
    return Result(stdout=say("cli-backup-done", file=str(target), size=number(size / MEGABYTE, 1)) + "\n")


def restore(file: Path, progress: Progress) -> Result:
    """Put a backup back. Runs in the shell alone: no app can have the database meanwhile."""
    if not file.is_file():
        raise wrong("restore-neither", given=str(file))
    place = settings()

    def tell(share: float) -> None:
        progress(say("cli-doing-restore"), share)

    try:
        done = restore_backup(file, place.database, folder(place.database), tell)
    except OSError as error:
        raise wrong("backup-not-restored", file=str(file), why=why(error)) from error
    told = say("cli-restored", file=str(file), made=local_time(done.made))
    kept = say("cli-restored-before", before=str(done.before)) if done.before else ""
    return Result(stdout=" ".join(filter(None, (told, kept))) + "\n")

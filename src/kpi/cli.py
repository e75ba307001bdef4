"""`kpi …`: the same functions without a browser. Exit code 0, 1 for the user's error, 2 for ours."""

import getpass
import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from kpi.commands.arguments import parse
from kpi.commands.command import Command, Result
from kpi.commands.failure import USERS_ERROR, failed
from kpi.commands.progress import Shown
from kpi.errors import Place, wrong
from kpi.export.write import write
from kpi.ingest import limits
from kpi.local_name import clean_name, keep_name, kept_name
from kpi.settings import settings
from kpi.trouble import why
from kpi.words import listing, say


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        result = _answer(parse(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        result = Result(stderr=say("cli-interrupted") + "\n", exit_code=USERS_ERROR)
    except Exception as error:
        result = failed(error)
    return _print(result)


def _answer(given: Namespace) -> Result:
    from kpi.commands.opening import carry_out  # noqa: PLC0415 - `kpi --help` must not wait for pandas

    _find_database()
    if given.command == "restore" and not given.what.isdecimal():
        return _backup_restored(Path(given.what))
    command = _command(given)
    with Shown(sys.stderr) as progress:
        result = carry_out(command, progress)
    if result.files:
        written = write(Path(given.folder), result.files, force=given.force)
        said = say("cli-export-done", folder=given.folder, files=listing(path.name for path in written))
        result = Result(result.stdout + said + "\n", result.stderr, {}, result.exit_code)
    if result.exit_code == 0 and given.command == "upload" and given.name and not given.dry_run and not kept_name():
        keep_name(given.name)
    return result


def _backup_restored(file: Path) -> Result:
    from kpi.commands.backup import restore  # noqa: PLC0415 - as above

    with Shown(sys.stderr) as progress:
        return restore(file, progress)


def _find_database() -> None:
    try:
        settings()
    except FileNotFoundError as error:
        raise wrong("cli-no-folder", value=os.environ.get("KPI_DATABASE", "")) from error


def _command(given: Namespace) -> Command:
    arguments = {name: value for name, value in vars(given).items() if name not in ("command", "folder", "force")}
    content = b""
    if given.command == "upload":
        content = _content(Path(given.file))
        arguments["file"] = Path(given.file).name
    if given.command == "restore":
        arguments["id"] = int(arguments.pop("what"))
    if given.command == "backup":
        arguments |= {"file": str(Path(given.file).expanduser().absolute()), "force": given.force}
    if given.command == "assess" and sys.stdout.isatty():
        arguments["width"] = shutil.get_terminal_size().columns
    return Command(given.command, arguments, _who(getattr(given, "name", "")), content)


def _content(file: Path) -> bytes:
    """The file's bytes. Raises `UserError` when it cannot be read, or is too large to be taken into memory."""
    try:
        size = file.stat().st_size
        if size > limits.FILE_BYTES:
            most = limits.FILE_BYTES // limits.MEGABYTE
            raise wrong("file-too-large", Place(file=file.name), size=size // limits.MEGABYTE, most=most)
        return file.read_bytes()
    except OSError as error:
        raise wrong("cli-file-unreadable", file=str(file), why=why(error)) from error


def _who(given: str) -> str:
    """Who delivers: as told now, by the environment, as kept, or as the computer knows its user."""
    return clean_name(given) or clean_name(os.environ.get("KPI_NAME", "")) or kept_name() or getpass.getuser()


def _print(result: Result) -> int:
    try:
        sys.stdout.write(result.stdout)
        sys.stdout.flush()
    except BrokenPipeError:  # as in `kpi assess | head`: nobody reads on, and that is no error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.stderr.write(result.stderr)
    return result.exit_code

"""How a shell finds the running app: a file beside the database that only the same user can read."""

import json
import os
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from kpi.settings import settings

PATH = "/-/kpi"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
_tokens: dict[Path, str] = {}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the app answers, and the secret that shows that a command comes from the same user."""

    url: str
    token: str
    pid: int
    database: str


def write(url: str) -> str:
    """Tell shells that this process has the database and answers at `url`; returns the token they must show."""
    file, token = settings().address_file, secrets.token_urlsafe(32)
    about = {"url": url.rstrip("/"), "token": token, "pid": os.getpid(), "database": _database()}
    temporary = file.with_name(f"{file.name}.{os.getpid()}")
    temporary.unlink(missing_ok=True)
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
        json.dump(about, opened)
    temporary.replace(file)
    _tokens[file] = token
    return token


def token() -> str | None:
    """This process's own token; None until `write`."""
    return _tokens.get(settings().address_file)


def read() -> Address | None:
    """The address of a living app on this database, or None.

    A file that others could have written or read, or that was copied here with another database, is ignored.
    """
    try:
        opened = os.open(settings().address_file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    with os.fdopen(opened, encoding="utf-8", errors="replace") as file:
        if not _private(os.fstat(file.fileno())):
            return None
        text = file.read()
    try:
        about = json.loads(text)
    except ValueError:
        return None
    match about:
        case {"url": str(url), "token": str(secret), "pid": int(pid), "database": str(database)}:
            near = urlsplit(url).hostname in LOOPBACK and database == _database()
            return Address(url, secret, pid, database) if near and _alive(pid) else None
    return None


def remove() -> None:
    """Take the address away again, if it is this process's own."""
    file = settings().address_file
    mine = _tokens.pop(file, None)
    with suppress(OSError, ValueError):
        if mine is not None and json.loads(file.read_text(encoding="utf-8")).get("token") == mine:
            file.unlink()


def _database() -> str:
    return str(settings().database.resolve())


def _private(about: os.stat_result) -> bool:
    if os.name != "posix":
        return True  # Windows keeps other users out by the folder's own rights
    return about.st_uid == os.getuid() and not stat.S_IMODE(about.st_mode) & (stat.S_IRWXG | stat.S_IRWXO)


def _alive(pid: int) -> bool:
    if os.name != "posix":
        return True  # signal 0 would end the process there
    try:
        os.kill(pid, 0)
    except (OSError, OverflowError):
        return False
    return True

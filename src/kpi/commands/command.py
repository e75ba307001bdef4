"""A command, what it answers, and how it says how far it has come: the same in a shell and in a running app."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kpi.model import Actor

Progress = Callable[[str, float], None]
"""Called with what is being done and the share done (0 to 1)."""


def silent(what: str, share: float) -> None:
    """For callers who do not ask how far it has come."""


@dataclass(frozen=True)
class Command:
    """What to do. `arguments` are JSON values; `content` is the delivered file's bytes, `actor` who delivers it."""

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)
    actor: str = ""
    content: bytes = b""

    @property
    def local_actor(self) -> Actor:
        """Whoever has a shell here is the same user as the files, and may write."""
        return Actor(self.actor, may_write=True)


@dataclass(frozen=True)
class Result:
    """What to print, which files to write (by name), and the exit code: 0, 1 the user's error, 2 ours."""

    stdout: str = ""
    stderr: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    exit_code: int = 0

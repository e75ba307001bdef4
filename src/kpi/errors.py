"""Two kinds of error: the user's, told in one sentence, and ours, which go to the log.

`UserError` carries a message id of `kpi.words` and its arguments, so that the sentence is written once,
in the catalogue, and tests can ask which error it was.
"""

from dataclasses import dataclass, field
from typing import Any

from kpi.words import say

LONGEST_SHOWN = 60  # characters of a value that an error repeats


def shorten(text: str) -> str:
    """A value as an error repeats it: control characters replaced, long ones cut."""
    readable = "".join(mark if mark.isprintable() else "�" for mark in text[: LONGEST_SHOWN + 1])
    return readable if len(readable) <= LONGEST_SHOWN else readable[: LONGEST_SHOWN - 1] + "…"


class KpiError(Exception):
    """An error that the system knows of."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input something is wrong; empty parts are left out of the sentence. Rows count from 1."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str | None = None

    def __str__(self) -> str:
        shown = None if self.value is None else shorten(self.value)
        parts = [
            self.file and say("place-file", file=self.file),
            self.sheet and say("place-sheet", sheet=shorten(self.sheet)),
            self.row is not None and say("place-row", row=str(self.row)),
            self.column and say("place-column", column=self.column),
            shown is not None and say("place-value", value=shown),
        ]
        return ", ".join(part for part in parts if part)


@dataclass
class UserError(KpiError):
    """What is wrong, where, and what to do. `key` is a message id; `details` are further findings."""

    key: str
    place: Place = field(default_factory=Place)
    args_: dict[str, Any] = field(default_factory=dict)
    details: tuple["UserError", ...] = ()

    def __str__(self) -> str:
        where = str(self.place)
        sentence = say(self.key, **self.args_)
        return f"{where}: {sentence}" if where else sentence


def wrong(key: str, place: Place | None = None, **args: Any) -> UserError:
    """A `UserError` in one line: `raise wrong("value-not-a-number", Place(row=3), …)`."""
    return UserError(key, place or Place(), args)

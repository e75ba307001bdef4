"""What goes over the wire between a shell and the app.

A command is one line of JSON and, after it, the delivered file's bytes. An answer is lines of JSON, each
`{"progress": …}` until one `{"result": …}`, and after that the bytes of its files, in the order and sizes it says.
Empty lines only show that the app is still at work.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any

from kpi.commands.command import Command, Progress, Result

CHUNK = 1 << 20


def proof(token: str, question: str) -> str:
    """What only a holder of the token can answer to a random question: so a shell knows the app before it speaks."""
    return hmac.new(token.encode(), question.encode(), hashlib.sha256).hexdigest()


def packed(command: Command) -> Iterator[bytes]:
    """A command, to be sent in pieces."""
    head = {"name": command.name, "arguments": command.arguments, "actor": command.actor}
    yield json.dumps(head).encode() + b"\n"
    for at in range(0, len(command.content), CHUNK):
        yield command.content[at : at + CHUNK]


def unpacked(body: bytes) -> Command:
    """The command that was packed. Raises `ValueError` for anything else."""
    head, _, content = body.partition(b"\n")
    match json.loads(head):
        case {"name": str(name), "arguments": dict(arguments), "actor": str(actor)}:
            return Command(name, arguments, actor, content)
    raise ValueError("not a command")


def progress_line(what: str, share: float) -> bytes:
    """How far it has come, as a line."""
    return json.dumps({"progress": {"share": share, "what": what}}).encode() + b"\n"


def answered(result: Result) -> Iterator[bytes]:
    """A result, to be sent in pieces: its line, then its files."""
    sizes = {name: len(content) for name, content in result.files.items()}
    about = {"stdout": result.stdout, "stderr": result.stderr, "exit_code": result.exit_code, "files": sizes}
    yield json.dumps({"result": about}).encode() + b"\n"
    for content in result.files.values():
        for at in range(0, len(content), CHUNK):
            yield content[at : at + CHUNK]


def heard(pieces: Iterator[bytes], progress: Progress) -> Result:
    """The result that `answered` sent. Raises `ValueError` when the answer ends too early or is something else."""
    stream = _Stream(pieces)
    while True:
        line = stream.line()
        if not line:
            continue
        match json.loads(line):
            case {"progress": {"share": share, "what": what}}:
                progress(what, share)
            case {"result": {"stdout": out, "stderr": err, "exit_code": code, "files": sizes}}:
                files = {name: stream.take(size) for name, size in sizes.items()}
                return Result(out, err, files, code)
            case other:
                raise ValueError(f"unknown answer: {_kind(other)}")


def _kind(message: Any) -> str:
    return ", ".join(message) if isinstance(message, dict) else type(message).__name__


class _Stream:
    """Lines and then bytes, out of pieces of any size."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = bytearray()

    def line(self) -> bytes:
        while b"\n" not in self._rest:
            self._more()
        line, _, rest = self._rest.partition(b"\n")
        self._rest = rest
        return bytes(line)

    def take(self, size: int) -> bytes:
        while len(self._rest) < size:
            self._more()
        taken = bytes(self._rest[:size])
        del self._rest[:size]
        return taken

    def _more(self) -> None:
        piece = next(self._pieces, None)
        if piece is None:
            raise ValueError("the answer ended too early")
        self._rest += piece

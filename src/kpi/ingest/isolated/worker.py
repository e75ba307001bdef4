"""The process that reads: it waits for files, and forks a child for each.

The child gets the limits and the kernel enforces them: an alarm whose default action ends the process also inside
native code, and an address space that grows no further. Where there is no fork (Windows) the worker reads itself, and
the app ends it when the time is out.
"""

import gc
import io
import json
import os
import select
import signal
import sys
import traceback
from contextlib import suppress
from typing import Any, BinaryIO

from kpi.errors import UserError
from kpi.ingest.grid import texts
from kpi.ingest.isolated import job, wire
from kpi.ingest.isolated.limited import limit

OUT_OF_MEMORY = 77  # the child's exit code
_CHUNK = 1024 * 1024


class _WithoutPandas:
    """Arrow imports pandas with its first array, if it can: seconds and memory that no reader has any use for."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        """Raise `ImportError` for pandas, leave the rest to others."""
        if name == "pandas":
            raise ImportError(name)


def main() -> None:
    """Serve until the app closes our input, or is gone."""
    sys.meta_path.insert(0, _WithoutPandas())
    texts([])  # what Arrow prepares at the first array is prepared before the first fork
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    with suppress(BrokenPipeError):
        while (request := wire.receive(given)) is not None and (content := wire.receive(given)) is not None:
            serve = _in_child if hasattr(os, "fork") else _here
            status, peak = serve(json.loads(request), content, answers)
            wire.send(answers, b"", json.dumps({"status": status, "peak": peak}).encode())
            del content


def _in_child(request: dict[str, Any], content: bytes, answers: BinaryIO) -> tuple[int, int]:
    """The child's exit code (negative: the signal that ended it), and the most memory that it took, in bytes."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(request, content, writing)
    os.close(writing)
    _relay(reading, answers, child)
    os.close(reading)
    _, status, usage = os.wait4(child, 0)
    unit = 1 if sys.platform == "darwin" else 1024
    return os.waitstatus_to_exitcode(status), usage.ru_maxrss * unit


def _child(request: dict[str, Any], content: bytes, writing: int) -> None:
    """Never returns: what the worker would do after it is not the child's."""
    code = 1
    try:
        gc.disable()  # the child ends before there is much to collect, and cells are millions of objects to walk
        limit(request["seconds"], request["bytes"])
        with os.fdopen(writing, "wb") as answer:
            _answer(request, content, answer)
        code = 0
    except MemoryError:
        code = OUT_OF_MEMORY
    finally:
        os._exit(code)


def _answer(request: dict[str, Any], content: bytes, answer: BinaryIO) -> None:
    try:
        grids = job.carry_out(request["task"], content, request["file"])
    except UserError as error:
        wire.write_fault(answer, error)
    except MemoryError:
        raise
    except Exception:
        wire.write_failure(answer, traceback.format_exc())
    else:
        wire.write_grids(answer, grids)


def _relay(reading: int, answers: BinaryIO, child: int) -> None:
    """Pass on what the child writes. Our own input ends when the app is gone, and then nobody wants the answer."""
    while True:
        ready, _, _ = select.select([reading, sys.stdin.fileno()], [], [])
        if reading not in ready:
            os.kill(child, signal.SIGKILL)
            return
        chunk = os.read(reading, _CHUNK)
        if not chunk:
            return
        wire.send(answers, chunk)


def _here(request: dict[str, Any], content: bytes, answers: BinaryIO) -> tuple[int, int]:
    answer = io.BytesIO()
    try:
        _answer(request, content, answer)
    except MemoryError:
        return OUT_OF_MEMORY, 0
    wire.send(answers, answer.getvalue())
    return 0, 0


if __name__ == "__main__":
    main()

"""The app's side: workers that wait with the readers loaded, at most two, started when first needed."""

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

import kpi
from kpi.ingest.isolated import wire

MOST = 2  # files read at the same time: each may take the whole limit of memory
LATE, GONE = 1001, 1002  # instead of an exit code: the app ended the worker, or something else did
GRACE_SECONDS = 5.0  # what the child's own alarm has to itself before the worker is ended
COMMAND = (sys.executable, "-P", "-m", "kpi.ingest.isolated.worker")
# A process with threads cannot fork safely; and Arrow's own allocator holds a gigabyte of addresses in reserve, which
# the limit of memory would not see being used.
_CALM = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
_places = threading.BoundedSemaphore(MOST)
_lock = threading.Lock()
_idle: list["Worker"] = []


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a file: exit code 0 and a body, or how reading ended. `peak`: bytes of memory, 0 if not known."""

    status: int
    peak: int
    body: bytes


class Worker:
    """One process. Ends when its input is closed, so also when the app is killed."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        paths = [str(Path(kpi.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            command,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, **_CALM, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
            start_new_session=True,  # Ctrl-C in a shell is the app's to answer
        )  # fmt: skip
        self._input = cast(BinaryIO, self._process.stdin)
        self._output = cast(BinaryIO, self._process.stdout)

    def ask(self, request: dict[str, Any], content: bytes) -> Answer:
        """Have a file read."""
        late = threading.Timer(request["seconds"] + GRACE_SECONDS, self._process.kill)
        late.start()
        body, end = bytearray(), None
        try:
            wire.send(self._input, json.dumps(request).encode(), content)
            while frame := wire.receive(self._output):
                body += frame
            end = wire.receive(self._output) if frame is not None else None
        except OSError:  # the worker is gone, as when there is no end
            pass
        finally:
            in_time = not late.finished.is_set()
            late.cancel()
        if end is None:
            return Answer(GONE if in_time else LATE, 0, b"")
        return Answer(**json.loads(end), body=bytes(body))

    def close(self) -> None:
        """End the process and leave no zombie."""
        self._process.kill()
        self._process.wait()
        for stream in (self._input, self._output):
            with suppress(OSError):
                stream.close()

    @property
    def alive(self) -> bool:
        """Whether the process still runs: it may have been ended by the system while it waited."""
        return self._process.poll() is None


def warm() -> None:
    """Start a worker beforehand, if none waits: it is ready when the first file comes."""
    with _lock:
        if not _idle:
            _idle.append(Worker())


def ask(request: dict[str, Any], content: bytes) -> Answer:
    """Have a file read by a worker that waits, or by a new one. A worker that fails is not used again."""
    with _places:
        with _lock:
            worker = _waiting() or Worker()
        answer = None
        try:
            answer = worker.ask(request, content)
        finally:
            if answer is None or answer.status in (LATE, GONE):
                worker.close()
            else:
                put_back(worker)
        return answer


def put_back(worker: Worker) -> None:
    """Let a worker wait for the next file."""
    with _lock:
        _idle.append(worker)


def _waiting() -> Worker | None:
    while _idle:
        worker = _idle.pop()
        if worker.alive:
            return worker
        worker.close()
    return None


@atexit.register
def close() -> None:
    """End the workers that wait."""
    with _lock:
        while _idle:
            _idle.pop().close()

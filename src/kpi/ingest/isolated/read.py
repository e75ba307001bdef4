"""Bytes to sheets through a worker, and what to say when the worker's child did not survive them."""

import signal

from kpi.errors import Place, UserError, wrong
from kpi.ingest import limits
from kpi.ingest.grid import Grid
from kpi.ingest.isolated import pool, wire
from kpi.settings import settings

_TIME_IS_OUT = -getattr(signal, "SIGALRM", 0)
READ, EXPLAIN = "read", "explain"


def grids(content: bytes, file: str) -> list[Grid]:
    """Every sheet of a file that is not plain text. Raises `UserError` for one that cannot be read in time."""
    answer = _ask(READ, content, file)
    if answer.status == 0:
        return wire.read_grids(answer.body)
    raise _ended(answer, content, file)


def _ask(task: str, content: bytes, file: str) -> pool.Answer:
    within = settings()
    request = {"task": task, "file": file, "seconds": within.read_seconds, "bytes": within.read_bytes}
    return pool.ask(request, content)


def _ended(answer: pool.Answer, content: bytes, file: str) -> UserError:
    """Reading was cut off: by the clock, or by a reader that ran out of memory or crashed."""
    within = settings()
    if answer.status in (_TIME_IS_OUT, pool.LATE):
        return wrong("reading-too-slow", Place(file=file), seconds=round(within.read_seconds))
    # A look without opening the file says which of its parts was too much.
    explained = _ask(EXPLAIN, content, file)
    if explained.status == 0:
        try:
            wire.read_grids(explained.body)
        except UserError as error:
            return error
    return wrong("reading-too-heavy", Place(file=file), most=within.read_bytes // limits.MEGABYTE)

"""What goes between the app and a worker: frames of bytes, and sheets as JSON with Arrow behind it.

No pickle: what a hostile file might make of the child must not be able to run anything in the app.
"""

import json
import struct
from dataclasses import asdict
from typing import Any, BinaryIO

from kpi.errors import Place, UserError
from kpi.ingest.arrow import ipc, pa
from kpi.ingest.grid import Column, Grid

_LENGTH = struct.Struct("<q")
_PARTS = ("text", "number", "dated")


def send(stream: BinaryIO, *frames: bytes) -> None:
    """Write frames. Raises `OSError` when nobody reads."""
    for frame in frames:
        stream.write(_LENGTH.pack(len(frame)))
        stream.write(frame)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """The next frame, or None at the end of the stream, also when it ends in the middle of a frame."""
    length = stream.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    frame = stream.read(_LENGTH.unpack(length)[0])
    return frame if len(frame) == _LENGTH.unpack(length)[0] else None


def write_grids(stream: BinaryIO, grids: list[Grid]) -> None:
    """Sheets: what is said of them, then the cells of each."""
    send(stream, json.dumps({"sheets": [_about(grid) for grid in grids]}).encode())
    for grid in grids:
        table = _table(grid)
        with ipc.new_stream(stream, table.schema) as writer:
            writer.write_table(table)


def write_fault(stream: BinaryIO, error: UserError) -> None:
    """What is wrong with the file."""
    send(stream, json.dumps({"wrong": _told(error)}).encode())


def write_failure(stream: BinaryIO, text: str) -> None:
    """What is wrong with us."""
    send(stream, json.dumps({"failure": text}).encode())


def read_grids(body: bytes) -> list[Grid]:
    """The sheets of an answer. Raises the `UserError` that it tells of, or `RuntimeError` for a failure of ours."""
    source = pa.BufferReader(body)
    said = json.loads(source.read(_LENGTH.unpack(source.read(_LENGTH.size))[0]))
    if "wrong" in said:
        raise _error(said["wrong"])
    if "failure" in said:
        raise RuntimeError(said["failure"])
    return [_grid(about, ipc.open_stream(source).read_all()) for about in said["sheets"]]


def _about(grid: Grid) -> dict[str, Any]:
    return {
        "name": grid.name, "names": grid.names, "width": len(grid.columns), "hidden": grid.hidden,
        "hidden_rows": sorted(grid.hidden_rows), "merged": grid.merged, "roles": grid.roles, "title": grid.title,
        "fault": _told(grid.fault) if grid.fault else None,
    }  # fmt: skip


def _table(grid: Grid) -> Any:
    arrays = {
        f"{i} {part}": array
        for i, column in enumerate(grid.columns)
        for part in _PARTS
        if (array := getattr(column, part)) is not None
    }
    return pa.table(arrays)


def _grid(about: dict[str, Any], table: Any) -> Grid:
    table.validate(full=True)  # the child has read a stranger's file: its offsets are not taken on trust
    arrays = dict(zip(table.column_names, table.columns, strict=True))
    columns = [Column(*(arrays.get(f"{i} {part}") for part in _PARTS)) for i in range(about["width"])]
    return Grid(
        about["name"], columns, about["names"], about["hidden"], frozenset(about["hidden_rows"]),
        tuple((a, b, c, d) for a, b, c, d in about["merged"]), about["roles"], about["title"],
        _error(about["fault"]) if about["fault"] else None,
    )  # fmt: skip


def _told(error: UserError) -> dict[str, Any]:
    details = [_told(detail) for detail in error.details]
    return {"key": error.key, "place": asdict(error.place), "args": error.args_, "details": details}


def _error(told: dict[str, Any]) -> UserError:
    details = tuple(_error(detail) for detail in told["details"])
    return UserError(told["key"], Place(**told["place"]), told["args"], details)

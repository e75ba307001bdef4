"""What the child does with a file."""

from collections.abc import Callable

from kpi.ingest.grid import Grid
from kpi.ingest.kind import Kind, magic, text_kind
from kpi.ingest.readers.explain import explain
from kpi.ingest.readers.jsonstat import jsonstat
from kpi.ingest.readers.parquet import parquet
from kpi.ingest.readers.px import px
from kpi.ingest.readers.workbook import old, packed

_READERS: dict[Kind, Callable[[bytes, str], list[Grid]]] = {
    Kind.PACKAGE: packed,
    Kind.OLE: old,
    Kind.PARQUET: parquet,
    Kind.PX: px,
    Kind.JSON: jsonstat,
}


def carry_out(task: str, content: bytes, file: str) -> list[Grid]:
    """The sheets of a file; for the task "explain" none. Raises `UserError`."""
    if task == "explain":
        explain(content, file)
        return []
    return _READERS[magic(content, file) or text_kind(content, file)](content, file)

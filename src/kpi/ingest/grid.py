"""A sheet as a reader finds it, before anyone asks which row is its header: columns of Arrow arrays."""

from dataclasses import dataclass, field
from typing import Any

from kpi.errors import UserError
from kpi.ingest.arrow import pa


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `text` (string, or a dictionary of strings) is "" where blank.

    `number` (float64) is NaN where the cell is not stored as a number, and None where no cell is; `dated` (bool) tells
    which cells are stored as dates.
    """

    text: Any
    number: Any = None
    dated: Any = None


@dataclass(frozen=True, slots=True)
class Grid:
    """All cells of a sheet, column by column, each as long as the sheet.

    `names` are those of a format that keeps them apart from the cells (Parquet, PC-Axis, JSON-stat); None where a
    header is a row among the others. `hidden_rows` count from 1 as in the file; `merged` are ranges (first row, first
    column, last row, last column), all counted from 0, ends included. `roles` tells which names are time, place or
    measure where the file says so, `title` what the file says that it is about. `fault` is the first cell that cannot
    be taken as it stands: it is raised when the sheet is the one to be read.
    """

    name: str
    columns: list[Column] = field(default_factory=list)
    names: list[str] | None = None
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    roles: dict[str, str] = field(default_factory=dict)
    title: str = ""
    fault: UserError | None = None

    def __len__(self) -> int:
        return len(self.columns[0].text) if self.columns else 0


def texts(values: Any) -> Any:
    """Strings as an Arrow array."""
    return pa.array(values, type=pa.string())

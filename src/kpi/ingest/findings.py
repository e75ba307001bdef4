"""Everything that is wrong with a file, collected, so that a person corrects it once and not fault by fault."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.errors import Place, UserError, wrong
from kpi.ingest.table import Cells, Table

SHOWN = 50
Values = pd.Series | Cells | Callable[[int], str]
"""A column, or what gives its text by position."""
Titles = dict[str, str | NDArray[np.object_]]


def refusal(faults: list[UserError], place: Place, total: int | None = None) -> UserError:
    """One error that sums up the faults, by row; `details` are the first of them. A single fault speaks for itself."""
    found = sorted(faults, key=lambda fault: fault.place.row or 0)[:SHOWN]
    count = total or len(faults)
    if count == 1:
        summary = replace(found[0], place=replace(found[0].place, file=place.file))
    else:
        summary = wrong("file-refused", place, count=count, first=str(found[0]))
    summary.details = tuple(found)
    return summary


@dataclass(frozen=True, slots=True)
class Warned:
    """Something unusual that must be acknowledged: how often, and the first of them."""

    key: str
    count: int
    examples: tuple[UserError, ...]


class Findings:
    """Faults in the rows of one table, found column by column.

    `titles` are the file's own names of columns that the table calls otherwise, one for all rows or one for each.
    """

    def __init__(self, table: Table, titles: Titles | None = None) -> None:
        self.file, self.rows = table.file, table.rows
        self._table, self._titles = table, titles or {}
        self._counts: Counter[str] = Counter()
        self._faults: list[UserError] = []

    def add(
        self, key: str, where: NDArray[np.bool_], column: str = "", values: "Values | None" = None,
        each: Callable[[int], dict[str, Any]] | None = None,
    ) -> None:  # fmt: skip
        """Rows where `where` is true have the fault `key`.

        `values` are shown with the place; `each` gives the sentence's arguments by position.
        """
        positions = np.flatnonzero(where)
        if len(positions):
            self._counts[key] += len(positions)
        for i in positions[:SHOWN].tolist():
            value = None if values is None else _written(values, i)
            place = Place(sheet=self._sheet(i), row=int(self.rows[i]), column=self._title(column, i), value=value)
            self._faults.append(wrong(key, place, **(each(i) if each else {})))

    def _sheet(self, at: int) -> str:
        return self._table.sheet if self._table.sheets is None else str(self._table.sheets[at])

    def _title(self, column: str, at: int) -> str:
        title = self._titles.get(column, column)
        return title if isinstance(title, str) else str(title[at])

    def add_one(self, key: str, column: str = "", **arguments: Any) -> None:
        """A fault of a whole column."""
        self._counts[key] += 1
        title = self._titles.get(column, column)
        shown = title if isinstance(title, str) else ", ".join(dict.fromkeys(title))
        self._faults.append(wrong(key, Place(sheet=self._table.sheet, column=shown), **arguments))

    def warned(self) -> tuple[Warned, ...]:
        """The findings by what they are, in the order found."""
        return tuple(
            Warned(key, count, tuple(fault for fault in self._faults if fault.key == key))
            for key, count in self._counts.items()
        )

    def raise_any(self) -> None:
        """Raise the `UserError` that sums up all faults, if there are any."""
        if self._counts:
            raise refusal(self._faults, Place(file=self.file), self._counts.total())


def _written(column: "Values", at: int) -> str:
    if isinstance(column, Cells):
        return column.at(at)
    if callable(column):
        return column(at)
    value = column.iloc[at]
    return plain(value) if isinstance(value, float) else str(value)


def plain(value: float) -> str:
    """A number as it was read, with all its decimals: "12,5", "105", "−3"."""
    return repr(float(value)).removesuffix(".0").replace(".", ",").replace("-", "−")

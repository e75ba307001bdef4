"""Everything that is wrong with a file, collected, so that a person corrects it once and not fault by fault."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.errors import Place, UserError, wrong
from kpi.ingest.table import Table

SHOWN = 50
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


class Findings:
    """Faults in the rows of one table, found column by column.

    `titles` are the file's own names of columns that the table calls otherwise, one for all rows or one for each.
    """

    def __init__(self, table: Table, titles: Titles | None = None) -> None:
        self.file, self.rows = table.file, table.rows
        self._table, self._titles = table, titles or {}
        self.total = 0
        self._faults: list[UserError] = []

    def add(
        self, key: str, where: NDArray[np.bool_], column: str = "", values: "pd.Series[Any] | None" = None,
        each: Callable[[int], dict[str, Any]] | None = None,
    ) -> None:  # fmt: skip
        """Rows where `where` is true have the fault `key`.

        `values` are the column's texts, shown with the place; `each` gives the sentence's arguments by position.
        """
        positions = np.flatnonzero(where)
        self.total += len(positions)
        for i in positions[:SHOWN].tolist():
            value = None if values is None else _written(values.iloc[i])
            place = Place(sheet=self._sheet(i), row=int(self.rows[i]), column=self._title(column, i), value=value)
            self._faults.append(wrong(key, place, **(each(i) if each else {})))

    def _sheet(self, at: int) -> str:
        return self._table.sheet if self._table.sheets is None else str(self._table.sheets[at])

    def _title(self, column: str, at: int) -> str:
        title = self._titles.get(column, column)
        return title if isinstance(title, str) else str(title[at])

    def add_one(self, key: str, column: str = "", **arguments: Any) -> None:
        """A fault of a whole column."""
        self.total += 1
        title = self._titles.get(column, column)
        shown = title if isinstance(title, str) else ", ".join(dict.fromkeys(title))
        self._faults.append(wrong(key, Place(sheet=self._table.sheet, column=shown), **arguments))

    def raise_any(self) -> None:
        """Raise the `UserError` that sums up all faults, if there are any."""
        if self.total:
            raise refusal(self._faults, Place(file=self.file), self.total)


def _written(value: Any) -> str:
    return plain(value) if isinstance(value, float) else str(value)


def plain(value: float) -> str:
    """A number as it was read, with all its decimals: "12,5", "105", "−3"."""
    return repr(float(value)).removesuffix(".0").replace(".", ",").replace("-", "−")

"""Everything that is wrong with a file, collected, so that a person corrects it once and not fault by fault."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.errors import Place, UserError, wrong

SHOWN = 50


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
    """Faults in the rows of one table, found column by column."""

    def __init__(self, file: str, sheet: str, rows: NDArray[np.int64]) -> None:
        self.file, self.sheet, self.rows = file, sheet, rows
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
            place = Place(sheet=self.sheet, row=int(self.rows[i]), column=column, value=value)
            self._faults.append(wrong(key, place, **(each(i) if each else {})))

    def add_one(self, key: str, column: str = "", **arguments: Any) -> None:
        """A fault of a whole column."""
        self.total += 1
        self._faults.append(wrong(key, Place(sheet=self.sheet, column=column), **arguments))

    def raise_any(self) -> None:
        """Raise the `UserError` that sums up all faults, if there are any."""
        if self.total:
            raise refusal(self._faults, Place(file=self.file), self.total)


def _written(value: Any) -> str:
    return plain(value) if isinstance(value, float) else str(value)


def plain(value: float) -> str:
    """A number as it was read, with all its decimals: "12,5", "105", "−3"."""
    return repr(float(value)).removesuffix(".0").replace(".", ",").replace("-", "−")

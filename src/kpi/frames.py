"""Frames read row by row, for showing: arithmetic belongs in columns."""

from collections import namedtuple
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pandas as pd

from kpi.model import Period, PeriodKind


def records(frame: pd.DataFrame) -> Iterator[Any]:
    """Each row as a named tuple whose fields are the columns."""
    make = _row_type(tuple(map(str, frame.columns)))._make
    yield from map(make, zip(*(column for _, column in frame.items()), strict=True))


@lru_cache(maxsize=64)
def _row_type(columns: tuple[str, ...]) -> Any:
    """Kept, as `DataFrame.itertuples` does not: the type of an assessed row takes longer to make than its rows."""
    return namedtuple("Row", columns, rename=True)


def period_of(start: Any, kind: Any) -> Period | None:
    """The period of a row's `period_start` and `period_kind`; None where there is none."""
    if start is None or pd.isna(start) or not isinstance(kind, str):
        return None
    return Period(pd.Timestamp(start).date(), PeriodKind(kind))


def categories(column: "pd.Series[Any]") -> Any:
    """A column of codes by the distinct ones, each kept once."""
    held = column.array
    return held if isinstance(held, pd.Categorical) else pd.Categorical(column.astype("str"))

"""Frames read row by row, for showing: arithmetic belongs in columns."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from kpi.model import Period, PeriodKind


def records(frame: pd.DataFrame) -> Iterator[Any]:
    """Each row as a named tuple whose fields are the columns."""
    yield from frame.itertuples(index=False)


def period_of(start: Any, kind: Any) -> Period | None:
    """The period of a row's `period_start` and `period_kind`; None where there is none."""
    if start is None or pd.isna(start) or not isinstance(kind, str):
        return None
    return Period(pd.Timestamp(start).date(), PeriodKind(kind))

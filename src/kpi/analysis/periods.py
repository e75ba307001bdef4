"""Period arithmetic over columns: last days and positions in years."""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.analysis.arrays import DateArray, FloatArray, IntArray
from kpi.model import TOTAL_MONTHS, PeriodKind

_MONTHS = {kind.value: kind.months for kind in PeriodKind}
_FIRST_YEAR = 1970  # where numpy counts from
_DAYS = 365.25
_NOT_A_DAY = np.iinfo(np.int64).min  # NaT as a number


def months(kinds: pd.Series) -> IntArray:
    """Each kind's length in months, 0 for a day. Raises `ValueError` on a kind that is not a `PeriodKind`."""
    found = kinds.map(_MONTHS)
    if found.isna().any():
        raise ValueError(f"unknown kind of period: {kinds[found.isna()].iloc[0]!r}")
    return np.asarray(found, np.int64)


def ends(kinds: pd.Series, starts: pd.Series) -> DateArray:
    """Each period's last day, as datetime64[D]."""
    return ends_of(months(kinds), starts.to_numpy(dtype="datetime64[D]"))


def ends_of(length: IntArray, first: DateArray) -> DateArray:
    """The last day of periods of so many months, 0 for a day, from their first days as datetime64[D]."""
    lengths = np.flatnonzero(np.bincount(length)).tolist()
    if len(lengths) == 1:
        return _last_days(first, lengths[0])
    out = first.copy()
    for one in lengths:
        out[length == one] = _last_days(first[length == one], one)
    return out


def _last_days(first: DateArray, length: int) -> DateArray:
    if not length:
        return first
    after = _by_table(first, lambda days: (days.astype("datetime64[M]") + length).astype("datetime64[D]"))
    return np.asarray(after - np.timedelta64(1, "D"))


def years(days: DateArray) -> IntArray:
    """The calendar year of each day."""
    found: IntArray = _by_table(days, lambda some: some.astype("datetime64[Y]").astype(np.int64) + _FIRST_YEAR)
    return found


def _by_table(days: DateArray, make: Callable[[DateArray], NDArray[Any]]) -> NDArray[Any]:
    """`make(days)`. Many values share few days: then it is asked for each day between the first and last, once."""
    number = days.astype("datetime64[D]", copy=False).view(np.int64)
    low, high = (int(number.min()), int(number.max())) if len(number) else (0, 0)
    if high - low >= len(number) or low == _NOT_A_DAY:
        return make(days)
    return make(np.arange(low, high + 1).astype("datetime64[D]"))[number - low]


def month_numbers(days: DateArray) -> IntArray:
    """1 to 12."""
    return days.astype("datetime64[M]").astype(np.int64) % TOTAL_MONTHS + 1


def in_years(starts: DateArray) -> FloatArray:
    """The first day as a point in time in years: 2025.5 for July 2025; a day within its month counts as well."""
    return np.asarray(_by_table(starts, _in_years), np.float64)


def _in_years(starts: DateArray) -> FloatArray:
    month = starts.astype("datetime64[M]")
    within = (starts.astype("datetime64[D]") - month.astype("datetime64[D]")).astype(np.int64)
    found: FloatArray = years(starts) + (month_numbers(starts) - 1) / TOTAL_MONTHS + within / _DAYS
    return found


def shifted(starts: DateArray, by_years: IntArray) -> DateArray:
    """The same first day (of a month) so many years later."""
    day = starts.astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    within = day - month.astype("datetime64[D]")
    moved: DateArray = (month + (by_years * TOTAL_MONTHS).astype("timedelta64[M]")).astype("datetime64[D]") + within
    return moved


def day64(day: date) -> np.datetime64:
    """A date as numpy has it."""
    return np.datetime64(day, "D")

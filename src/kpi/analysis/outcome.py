"""Which outcome counts: the latest value of a series whose period ends no later than the chosen period."""

from typing import Any

import numpy as np
import pandas as pd

from kpi.analysis import periods
from kpi.analysis.arrays import DateArray, IntArray, ObjectArray, categorical, coded, floats
from kpi.model import ObservationStatus, Period, PeriodKind

UNIT = ["indicator", "unit"]
PERSON = [*UNIT, "gender"]
SERIES = [*PERSON, "period_kind"]
KEY = [*SERIES, "period_start"]
NUMBERS = ["value", "numerator", "denominator", "lower", "upper"]
WITHOUT_VALUE = [status.value for status in ObservationStatus if status is not ObservationStatus.PRELIMINARY]
_SUPPRESSED, _PRELIMINARY = [ObservationStatus.SUPPRESSED.value], [ObservationStatus.PRELIMINARY.value]
# A series that is nobody's target: yearly first, then the finest part of a year, pooled years last.
MAIN_ORDER = [
    PeriodKind.YEAR, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.TERTIAL, PeriodKind.HALF_YEAR,
    PeriodKind.SCHOOL_YEAR, PeriodKind.DAY, *(kind for kind in PeriodKind if kind.pooled),
]  # fmt: skip
_RANK = {kind.value: rank for rank, kind in enumerate(MAIN_ORDER)}


def prepare(observations: pd.DataFrame) -> pd.DataFrame:
    """The observations in one shape: `KEY`, `NUMBERS`, status, delivery_id, and series, end and three flags.

    series numbers the distinct `SERIES`; end is the period's last day. A value whose status says that there is none
    (missing, not applicable, suppressed) is taken away, whatever stands there. known: has a value; hidden: is
    suppressed; preliminary: is so. Sorted by series and end, so that the order of the input never matters; its texts
    are categories. Raises `ValueError` where a key repeats.
    """
    keys = {name: coded(observations[name]) for name in SERIES}
    start = pd.to_datetime(observations["period_start"]).to_numpy("datetime64[D]")
    end = periods.ends_of(_lengths(*keys["period_kind"]), start)
    series = np.zeros(len(start), np.int64)
    for codes, words in keys.values():
        series *= len(words)
        series += codes
    order = _order(series, end)
    series, end = series[order], end[order]
    seen: dict[str, Any] = {name: categorical(codes[order], words) for name, (codes, words) in keys.items()}
    seen |= {"period_start": start[order].astype("datetime64[s]"), **_measured(observations, order)}
    seen |= {"series": series, "end": end.astype("datetime64[s]")}
    frame = pd.DataFrame(
        {name: pd.Series(column, dtype=column.dtype, copy=False) for name, column in seen.items()}, copy=False
    )
    twice = np.flatnonzero((series[1:] == series[:-1]) & (end[1:] == end[:-1]))
    if len(twice):
        raise ValueError(f"two observations for {frame.loc[twice[0], KEY].to_dict()}")
    return frame


def _lengths(codes: IntArray, kinds: ObjectArray) -> IntArray:
    """Each period's length in months. Raises `ValueError` on an unknown kind."""
    used = np.flatnonzero(np.bincount(codes, minlength=len(kinds)))
    length = np.zeros(len(kinds), np.int64)
    length[used] = periods.months(pd.Series(kinds[used], dtype=object))
    return length[codes]


def _order(series: IntArray, end: DateArray) -> IntArray | slice:
    """Positions in the order of series and end; all of them as they stand where they are in order."""
    same, later = series[1:] == series[:-1], end[1:] >= end[:-1]
    if ((series[1:] > series[:-1]) | (same & later)).all():
        return slice(None)
    return np.lexsort((end, series))


def _measured(observations: pd.DataFrame, order: IntArray | slice) -> dict[str, Any]:
    """`NUMBERS`, status, delivery_id, and what they tell: known, hidden, preliminary."""
    codes, words = coded(observations["status"])
    gone, hidden, early = (np.isin(words, said)[codes[order]] for said in (WITHOUT_VALUE, _SUPPRESSED, _PRELIMINARY))
    out: dict[str, Any] = {"status": categorical(codes[order], words)}
    for name in NUMBERS:
        number = floats(observations[name])[order]
        none = gone | np.isinf(number)
        out[name] = np.where(none, np.nan, number) if none.any() else number
    out |= {"known": np.isfinite(out["value"]), "hidden": hidden, "preliminary": early}
    return {**out, "delivery_id": observations["delivery_id"].to_numpy()[order]}


def until(seen: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The prepared observations whose period ends no later than the chosen one."""
    ended = seen["end"].to_numpy() <= periods.day64(period.end)
    return seen if ended.all() else seen[ended].reset_index(drop=True)


def series_starts(seen: pd.DataFrame) -> IntArray:
    """Where each series begins among prepared observations."""
    series = seen["series"].to_numpy()
    return np.flatnonzero(np.append(True, series[1:] != series[:-1])) if len(series) else np.empty(0, np.int64)


def latest(seen: pd.DataFrame) -> pd.DataFrame:
    """One row per series, with the year in which its period ends: the latest that has a value or is suppressed.

    A suppressed latest value is not replaced by an older one. "Uppgift saknas" is no value, so an older value stands,
    under its own period; a series with nothing else gives its latest such row, for its status.
    """
    starts = series_starts(seen)
    last = np.append(starts[1:], len(seen))[: len(starts)] - 1
    usable = np.flatnonzero(seen["known"].to_numpy() | seen["hidden"].to_numpy())
    best = np.append(usable, -1)[np.searchsorted(usable, last, side="right") - 1]
    found = seen.iloc[np.where(best >= starts, best, last)]
    return found.assign(year=periods.years(found["end"].to_numpy()))


def main_kinds(last: pd.DataFrame) -> pd.Series:
    """Per indicator and unit, the kind of period of its main series; the same for all genders, so that they compare.

    last: the `latest` of each series.
    """
    usable = last[last["known"] | last["hidden"]]
    ranked = usable.assign(rank=usable["period_kind"].astype(object).map(_RANK)).sort_values("rank", kind="stable")
    kinds: pd.Series = ranked.drop_duplicates(UNIT).set_index(UNIT)["period_kind"].astype(object)
    return kinds


def main_kind_of(rows: pd.DataFrame, last: pd.DataFrame) -> ObjectArray:
    """The main series' kind for each row of indicator and unit; year where it has no outcome at all."""
    kinds = main_kinds(last)
    found = kinds.reindex(pd.MultiIndex.from_frame(rows[UNIT])).fillna(PeriodKind.YEAR.value)
    return found.to_numpy(dtype=object)

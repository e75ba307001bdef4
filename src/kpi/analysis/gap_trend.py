"""Does the gap between women and men narrow? Its size is a series of its own, tested like any other.

What narrows is the size |K − M|. A gap that has changed sign is folded by that: its size has no spread to both sides,
so that control charts and Fingertips, which weigh distances, do not hold. It is tested by order alone (Mann–Kendall).
"""

from enum import StrEnum

import numpy as np
import pandas as pd

from kpi.analysis import periods
from kpi.analysis.arrays import BoolArray, DateArray, IntArray, ObjectArray, among, filled, texts
from kpi.analysis.fingertips import YEARS
from kpi.analysis.gap import SERIES, gaps
from kpi.analysis.gender import GapReason
from kpi.analysis.series import latest_breaks, spans
from kpi.analysis.trend import Points, TrendMethod, Verdict, trends
from kpi.model import Direction, Period

_OF_TRENDS = ["n", "method", "reason", "p", "slope", "slope_lower", "slope_upper", "chi2", "rule", "since"]
COLUMNS = ["verdict", *_OF_TRENDS, "first", "last", "crossed", "suppressed", "without_value"]


class GapVerdict(StrEnum):
    """What the gap's size does."""

    NARROWING = "narrowing"
    WIDENING = "widening"
    NO_CERTAIN_CHANGE = "no_certain_change"


_WORDS = {
    Verdict.DECREASING.value: GapVerdict.NARROWING,
    Verdict.INCREASING.value: GapVerdict.WIDENING,
    Verdict.NO_CERTAIN_CHANGE.value: GapVerdict.NO_CERTAIN_CHANGE,
}


def gap_trends(
    rows: pd.DataFrame, observations: pd.DataFrame, period: Period, *, breaks: pd.DataFrame | None = None
) -> pd.DataFrame:
    """`COLUMNS` for each row, aligned with `rows`: how the size of its gap has moved until the period's end.

    rows: indicator, unit, period_kind (the series; null: none), measure. observations, breaks: as `assess` takes them.
    Only periods where both have a value count, from the latest declared break on; suppressed and without_value count
    the others. The methods and their columns are those of `trends`, of |K − M|: slope is its change per year. verdict:
    a `GapVerdict`, null where reason is a `TrendReason`. first, last: first days of the periods that the method used.
    crossed: both signs are among the values, and only Mann–Kendall is used.
    Raises `ValueError` where an observation is repeated.
    """
    found = _until(gaps(_of(rows, observations), _measures(rows)), period)
    since, known = latest_breaks(rows, breaks, period), found["gap"].notna().to_numpy()
    points = found[known].reset_index(drop=True)
    first, sizes = spans(rows, points, since, SERIES)
    gap = points["gap"].to_numpy(np.float64)
    crossed = (_count(gap > 0, first, sizes) > 0) & (_count(gap < 0, first, sizes) > 0)
    table = trends(
        _sizes(points), first, sizes, kinds=texts(rows["period_kind"]),
        directions=filled(len(rows), Direction.NEUTRAL.value), by_order=crossed,
    )  # fmt: skip
    begin, end = _used(points, first, sizes, table)
    every, its = spans(rows, found, since, SERIES)
    hidden = found["gap_reason"].eq(GapReason.SUPPRESSED.value).to_numpy(bool)
    gone = found["gap_reason"].eq(GapReason.NO_VALUE.value).to_numpy(bool)
    answer = table[_OF_TRENDS].assign(
        verdict=pd.Series(_words(table["verdict"]), dtype=object), first=begin, last=end,
        crossed=crossed, suppressed=_count(hidden, every, its), without_value=_count(gone, every, its),
    )  # fmt: skip
    return answer[COLUMNS].set_index(rows.index)


def _words(verdicts: pd.Series) -> ObjectArray:
    out = filled(len(verdicts))
    for told, word in _WORDS.items():
        out[verdicts.eq(told).to_numpy(bool)] = word.value
    return out


def _of(rows: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    wanted = among(observations["indicator"], rows["indicator"].unique())
    return observations[wanted & among(observations["unit"], rows["unit"].unique())]


def _measures(rows: pd.DataFrame) -> dict[str, str]:
    return dict(zip(texts(rows["indicator"]), texts(rows["measure"]), strict=True))


def _until(found: pd.DataFrame, period: Period) -> pd.DataFrame:
    ended = found["end"].to_numpy("datetime64[D]") <= periods.day64(period.end)
    return found[ended].reset_index(drop=True)


def _sizes(points: pd.DataFrame) -> Points:
    """The gaps without their sign, and their intervals turned the same way."""
    gap, lower, upper = (points[name].to_numpy(np.float64) for name in ("gap", "gap_lower", "gap_upper"))
    turned = gap < 0
    low, high = np.where(turned, -upper, lower), np.where(turned, -lower, upper)
    return Points(points["period_start"].to_numpy("datetime64[D]"), abs(gap), low, high)


def _count(flags: BoolArray, first: IntArray, sizes: IntArray) -> IntArray:
    """How many flags of each span are raised."""
    total = np.append(0, np.cumsum(flags))
    return np.asarray(total[first + sizes] - total[first], np.int64)


def _used(points: pd.DataFrame, first: IntArray, sizes: IntArray, table: pd.DataFrame) -> tuple[DateArray, DateArray]:
    """The first days of the first and the last period that each method used; NaT without one."""
    days = np.append(points["period_start"].to_numpy("datetime64[s]"), np.datetime64("NaT"))
    tested = table["method"].notna().to_numpy()
    recent = table["method"].eq(TrendMethod.FINGERTIPS.value).to_numpy()
    begin, end = first + np.where(recent, sizes - YEARS, 0), first + sizes - 1
    nowhere = len(points)
    return days[np.where(tested, begin, nowhere)], days[np.where(tested, end, nowhere)]

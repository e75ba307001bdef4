"""Which method a series is tested by: what kind of period it has, how many values, and what is known beside them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kpi.analysis import periods
from kpi.analysis.arrays import DateArray, FloatArray, IntArray, ObjectArray, either
from kpi.analysis.fingertips import YEARS, Fingertips, FingertipsReason, by_intervals, by_shares
from kpi.analysis.spc import FEWEST as FEWEST_IN_A_CHART
from kpi.analysis.trend_words import TrendMethod, TrendReason
from kpi.model import TOTAL_MONTHS, PeriodKind

FEWEST = 5
_CHARTED = [kind.value for kind in PeriodKind if kind.part_of_year]
YEARLY = [kind.value for kind in PeriodKind if kind.months == TOTAL_MONTHS]
_POOLED = [kind.value for kind in PeriodKind if kind.pooled]


@dataclass(frozen=True)
class Points:
    """The values of many series, one series after another, each in the order of time: arrays of one length.

    start: the periods' first days, as datetime64[D]. value: without NaN. lower, upper: the 95 % intervals. events,
    size: numerators and denominators where the value is a proportion. NaN where not known; None where none is.
    """

    start: DateArray
    value: FloatArray
    lower: FloatArray | None = None
    upper: FloatArray | None = None
    events: FloatArray | None = None
    size: FloatArray | None = None


@dataclass(frozen=True)
class Choice:
    """Per series a `TrendMethod` or a `TrendReason`, the other None; recent holds the answers of `yearly` ones."""

    method: ObjectArray
    reason: ObjectArray
    yearly: IntArray
    recent: Fingertips


def choose(points: Points, first: IntArray, sizes: IntArray, kinds: ObjectArray, by_order: ArrayLike) -> Choice:
    """The method for each series, see `trends`. Fingertips is tried here, as what it refuses is tested otherwise."""
    enough, measured = sizes >= FEWEST, ~np.broadcast_to(np.asarray(by_order, bool), len(sizes))
    method = either(enough, TrendMethod.MANN_KENDALL.value)
    method[measured & np.isin(kinds, _CHARTED) & (sizes >= FEWEST_IN_A_CHART)] = TrendMethod.XMR.value
    yearly = np.flatnonzero(measured & enough & np.isin(kinds, YEARLY))
    last = first[yearly, None] + sizes[yearly, None] - YEARS + np.arange(YEARS)
    consecutive = (np.diff(periods.in_years(points.start[last.reshape(-1)]).reshape(last.shape)) == 1).all(axis=1)
    yearly, last = yearly[consecutive], last[consecutive]
    recent = _recent(points, last)
    method[yearly[np.isfinite(recent.chi2)]] = TrendMethod.FINGERTIPS.value
    reason = either(~enough, TrendReason.TOO_FEW.value)
    reason[yearly[recent.reason == FingertipsReason.ALL_OR_NONE.value]] = TrendReason.ALL_OR_NONE.value
    reason[np.isin(kinds, _POOLED)] = TrendReason.OVERLAPPING.value
    method[reason != None] = None  # noqa: E711 (element by element)
    return Choice(method, reason, yearly, recent)


def _recent(points: Points, last: IntArray) -> Fingertips:
    """Fingertips by published intervals where they can be used, else by events and denominators."""
    published = by_intervals(points.value[last], *(_known(part, last) for part in (points.lower, points.upper)))
    shares = by_shares(*(_known(part, last) for part in (points.events, points.size)))
    usable = published.reason == None  # noqa: E711 (element by element)
    return Fingertips(*(np.where(usable, one, other) for one, other in zip(published, shares, strict=True)))


def _known(numbers: FloatArray | None, at: IntArray) -> FloatArray:
    return np.full(at.shape, np.nan) if numbers is None else numbers[at]

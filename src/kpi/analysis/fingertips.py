"""Fingertips recent trend: the last five years by their published intervals, or by events and denominators.

The method of the Office for Health Improvement and Disparities (UK): a χ² test for trend at α = 0.002, which counts
only when no single year carries it.
"""

from enum import StrEnum
from typing import NamedTuple

import numpy as np

from kpi.analysis.arrays import BoolArray, FloatArray, IntArray, ObjectArray, filled

YEARS = 5
CRITICAL = 9.54953570608324  # χ² with one degree of freedom at α = 0.002
_WIDTH = 3.92  # a 95 % interval's width in standard errors, as the method has it
_TIME = np.arange(1.0, YEARS + 1)
_LEAVE_ONE_OUT = ~np.eye(YEARS, dtype=bool)
_DOUBT = 1e-12  # a slope smaller than this, against the size of its terms, is rounding and no direction


class FingertipsReason(StrEnum):
    """Why the five years have no answer."""

    MISSING = "missing"
    NO_WIDTH = "no_width"
    NO_SHARE = "no_share"
    ALL_OR_NONE = "all_or_none"


class Fingertips(NamedTuple):
    """One element per series. sign: −1 or 1 when the trend is significant, else 0. chi2: NaN where reason is given."""

    chi2: FloatArray
    sign: IntArray
    reason: ObjectArray


def by_intervals(values: FloatArray, lower: FloatArray, upper: FloatArray) -> Fingertips:
    """The trend of values with 95 % intervals: all (m, 5), or (5,) for one; consecutive years, oldest first.

    se = (U − L)/3.92 and w = 1/se²; β is the weighted slope on t = 1..5 and χ² = β²·D/Σw. Reasons: missing (a
    number), no_width (an interval without width has no weight). Raises `ValueError` for other than five years.
    """
    y, low, high = _five(values), _five(lower), _five(upper)
    reason = filled(len(y))
    reason[~(high > low).all(axis=1)] = FingertipsReason.NO_WIDTH.value
    reason[~(np.isfinite(y) & np.isfinite(low) & np.isfinite(high)).all(axis=1)] = FingertipsReason.MISSING.value
    usable = reason == None  # noqa: E711 (element by element)
    y, low, high = (np.where(usable[:, None], numbers, instead) for numbers, instead in ((y, 0), (low, 0), (high, 1)))
    weight = (_WIDTH / (high - low)) ** 2
    change = y - y[:, :1]  # slopes are the same, and a level loses no digits
    slope, spread, total = _line(weight, change)
    return _answer(usable, slope**2 * spread / total, _steady(weight, change), reason)


def by_shares(events: FloatArray, size: FloatArray) -> Fingertips:
    """The trend of proportions: events O among n, both (m, 5), or (5,) for one; consecutive years, oldest first.

    χ² for trend of Cochran and Armitage; the slope is that of ln(O/(n − O)) on t. Reasons: missing (a number),
    no_share (O < 0, O > n or n = 0), all_or_none (O = 0 or O = n in a year). Raises `ValueError` for other than five.
    """
    o, n = _five(events), _five(size)
    reason = filled(len(o))
    reason[((o == 0) | (o == n)).any(axis=1)] = FingertipsReason.ALL_OR_NONE.value
    reason[((o < 0) | (o > n) | (n <= 0)).any(axis=1)] = FingertipsReason.NO_SHARE.value
    reason[~(np.isfinite(o) & np.isfinite(n)).all(axis=1)] = FingertipsReason.MISSING.value
    usable = reason == None  # noqa: E711 (element by element)
    o, n = np.where(usable[:, None], o, 1.0), np.where(usable[:, None], n, 2.0)
    all_n, all_o, n_t = n.sum(axis=1), o.sum(axis=1), (n * _TIME).sum(axis=1)
    moved = all_n * (o * _TIME).sum(axis=1) - all_o * n_t
    spread = all_n * (n * _TIME**2).sum(axis=1) - n_t**2
    chi2 = all_n * moved**2 / (all_o * (all_n - all_o) * spread)
    odds = np.log(o / (n - o))
    return _answer(usable, chi2, _steady(np.ones_like(o), odds - odds[:, :1]), reason)


def _five(numbers: FloatArray) -> FloatArray:
    block = np.atleast_2d(np.asarray(numbers, np.float64))
    if block.shape[1] != YEARS:
        raise ValueError(f"the recent trend takes {YEARS} consecutive years, not {block.shape[1]}")
    return block


def _line(weight: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Weighted least squares on t over the last axis: the slope, D = Σw·Σwt² − (Σwt)², and Σw."""
    total, first = weight.sum(axis=-1), (weight * _TIME).sum(axis=-1)
    spread = total * (weight * _TIME**2).sum(axis=-1) - first**2
    slope = (total * (weight * _TIME * y).sum(axis=-1) - first * (weight * y).sum(axis=-1)) / spread
    return slope, spread, total


def _steady(weight: FloatArray, y: FloatArray) -> IntArray:
    """The slope's sign when all five years and every four of them agree on it, else 0."""
    kept = np.concatenate([np.ones((1, YEARS), bool), _LEAVE_ONE_OUT])
    slopes, _, _ = _line(weight[:, None, :] * kept, np.broadcast_to(y[:, None, :], (len(y), len(kept), YEARS)))
    least = _DOUBT * abs(y).max(axis=1)[:, None]
    signs = np.where(abs(slopes) > least, np.sign(slopes), 0).astype(np.int64)
    return np.where((signs == signs[:, :1]).all(axis=1), signs[:, 0], 0)


def _answer(usable: BoolArray, chi2: FloatArray, steady: IntArray, reason: ObjectArray) -> Fingertips:
    significant = usable & (chi2 > CRITICAL)
    return Fingertips(np.where(usable, chi2, np.nan), np.where(significant, steady, 0), reason)

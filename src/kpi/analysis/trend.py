"""Utveckling: is a series moving, and in the wanted direction? Which method is used follows from what the series is.

`trends` is the door. Its method is Mann–Kendall with Theil–Sen's slope; each row of the result names its method, so
that others can stand beside it.
"""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import pandas as pd

from kpi.analysis.arrays import FloatArray, filled
from kpi.analysis.kendall import mann_kendall, theil_sen
from kpi.model import Direction

FEWEST = 5
ALPHA = 0.05
_NUMBERS = ["p", "slope", "slope_lower", "slope_upper"]


class TrendMethod(StrEnum):
    """How a trend was tested."""

    MANN_KENDALL = "mann_kendall"


class Verdict(StrEnum):
    """What a trend says; the neutral direction only tells which way."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    INCREASING = "increasing"
    DECREASING = "decreasing"
    NO_CERTAIN_CHANGE = "no_certain_change"


class TrendReason(StrEnum):
    """Why a series has no trend."""

    TOO_FEW = "too_few"
    OVERLAPPING = "overlapping"


_SAYS = {
    (Direction.HIGHER, 1): Verdict.IMPROVING,
    (Direction.HIGHER, -1): Verdict.WORSENING,
    (Direction.LOWER, 1): Verdict.WORSENING,
    (Direction.LOWER, -1): Verdict.IMPROVING,
    (Direction.NEUTRAL, 1): Verdict.INCREASING,
    (Direction.NEUTRAL, -1): Verdict.DECREASING,
}


def trends(
    times: Sequence[FloatArray], values: Sequence[FloatArray], directions: Sequence[str], pooled: Sequence[bool]
) -> pd.DataFrame:
    """The trend of many series, one row each in their order: n, reason, method, verdict, p and slope with its interval.

    times: each value's point in time in years, rising, without repeats; values of the same length, without NaN;
    directions: `Direction` values. pooled: the series consists of several years taken together, which overlap, so that
    no test holds. Mann–Kendall at α = 0.05; the slope is Theil–Sen's, per year, with its 95 % interval. Fewer than five
    values, and pooled ones, have a `TrendReason` instead.
    """
    sizes = np.array([len(value) for value in values], np.int64)
    overlapping = np.array(pooled, bool)
    out = pd.DataFrame({"n": sizes}).assign(**dict.fromkeys(_NUMBERS, np.nan))
    numbers, signs = np.full((len(sizes), len(_NUMBERS)), np.nan), np.zeros(len(sizes), np.int64)
    tested = (sizes >= FEWEST) & ~overlapping
    for size in np.unique(sizes[tested]).tolist():
        rows = np.flatnonzero(tested & (sizes == size)).tolist()
        time, value = (np.stack([arrays[row] for row in rows]) for arrays in (times, values))
        p, signs[rows] = mann_kendall(value)
        numbers[rows] = np.stack([p, *theil_sen(time, value)], axis=1)
    reason, method = filled(len(sizes)), filled(len(sizes))
    reason[sizes < FEWEST], reason[overlapping] = TrendReason.TOO_FEW.value, TrendReason.OVERLAPPING.value
    method[tested] = TrendMethod.MANN_KENDALL.value
    verdict = filled(len(sizes))
    for row in np.flatnonzero(tested).tolist():
        verdict[row] = _verdict(numbers[row, 0], signs[row], directions[row])
    out[_NUMBERS] = numbers
    for name, column in (("reason", reason), ("method", method), ("verdict", verdict)):
        out[name] = pd.Series(column, dtype=object)
    return out


def _verdict(p: float, sign: int, direction: str) -> str:
    certain = p < ALPHA and sign != 0
    return (_SAYS[Direction(direction), int(sign)] if certain else Verdict.NO_CERTAIN_CHANGE).value

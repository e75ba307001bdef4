"""Utveckling: is a series moving, and in the wanted direction? Which method is used follows from what the series is.

`trends` is the door. Here stands Mann–Kendall with Theil–Sen's slope; a method is named in each row of the result, so
that others can stand beside it.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
from pymannkendall.pymannkendall import original_test
from scipy import stats

from kpi.analysis.arrays import FloatArray
from kpi.model import Direction

FEWEST = 5
ALPHA = 0.05
_EXACT_UP_TO = 10
_CONFIDENCE = 0.95


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


@dataclass(frozen=True, slots=True)
class Trend:
    """n values were used; p two-sided; slope per year with its 95 % interval. Either reason or the rest is given."""

    n: int
    reason: str | None = None
    method: str | None = None
    verdict: str | None = None
    p: float = np.nan
    slope: float = np.nan
    slope_lower: float = np.nan
    slope_upper: float = np.nan


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
    """The trend of many series, one row each in their order: the fields of `Trend` as columns.

    times: each value's point in time in years, rising; values of the same length, without NaN. pooled: the series
    consists of several years taken together, which overlap, so that no test holds.
    """
    found = [
        trend(time, value, direction, overlapping)
        for time, value, direction, overlapping in zip(times, values, directions, pooled, strict=True)
    ]
    columns = list(Trend.__dataclass_fields__)
    return pd.DataFrame([asdict(one) for one in found], columns=columns).astype(
        dict.fromkeys(("reason", "method", "verdict"), object)
    )


def trend(times: FloatArray, values: FloatArray, direction: str, pooled: bool = False) -> Trend:
    """Mann–Kendall at α = 0.05 with Theil–Sen's slope per year; fewer than five values, or pooled ones, have none.

    Mann (1945), Kendall (1975): up to ten values without ties the exact distribution of Kendall's τ against time,
    else the normal approximation corrected for ties and continuity. Sen (1968): the median of the slopes of all pairs.
    """
    n = len(values)
    if pooled:
        return Trend(n, TrendReason.OVERLAPPING.value)
    if n < FEWEST:
        return Trend(n, TrendReason.TOO_FEW.value)
    p, sign = mann_kendall(values)
    slope, _, low, high = stats.theilslopes(values, times, _CONFIDENCE)
    certain = p < ALPHA and sign != 0
    verdict = _SAYS[Direction(direction), sign] if certain else Verdict.NO_CERTAIN_CHANGE
    return Trend(n, None, TrendMethod.MANN_KENDALL.value, verdict.value, p, float(slope), float(low), float(high))


def mann_kendall(values: FloatArray) -> tuple[float, int]:
    """The two-sided p and the trend's sign (−1, 0, 1) of values in the order of time."""
    distinct = len(np.unique(values))
    if distinct == 1:
        return 1.0, 0
    if len(values) <= _EXACT_UP_TO and distinct == len(values):
        tau, p = stats.kendalltau(np.arange(len(values)), values, method="exact")
        return float(p), int(np.sign(tau))
    test = original_test(values, ALPHA)  # type: ignore[no-untyped-call]
    return float(test.p), int(np.sign(test.s))

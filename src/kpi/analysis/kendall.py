"""Mann–Kendall's test and Theil–Sen's slope over blocks: many series of one length at once.

The arithmetic of `scipy.stats.kendalltau(method="exact")`, `pymannkendall.original_test` and `scipy.stats.theilslopes`
without their cost per call; tests hold the two together to 1e-9.
"""

from functools import cache
from math import factorial

import numpy as np
from scipy.special import ndtr, ndtri

from kpi.analysis.arrays import FloatArray, IntArray

_EXACT_UP_TO = 10
_CONFIDENCE = 0.95


def mann_kendall(values: FloatArray) -> tuple[FloatArray, IntArray]:
    """Two-sided p and the trend's sign (−1, 0, 1) of each series: values (m, n) in the order of time, n ≥ 2.

    Mann (1945), Kendall (1975). Up to ten values without ties: the exact distribution of Kendall's τ; else the normal
    approximation with S corrected for continuity and its variance for ties. A constant series has p = 1.
    """
    n = values.shape[1]
    early, late = np.triu_indices(n, 1)
    score = np.sign(values[:, late] - values[:, early]).sum(axis=1).astype(np.int64)
    ties = _tie_terms(values)
    variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    z = np.divide(score - np.sign(score), np.sqrt(variance), out=np.zeros(len(score)), where=variance > 0)
    p = 2 * ndtr(-abs(z))
    if n <= _EXACT_UP_TO:
        p = np.where(ties == 0, _exact_p(n)[abs(score)], p)
    return np.asarray(p, np.float64), np.sign(score)


def theil_sen(times: FloatArray, values: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Slope and its 95 % interval of each series: times and values (m, n), times without repeats.

    Sen (1968): the median of the slopes of all pairs; the interval's ends are order statistics of them, which follow
    from the variance of Kendall's S.
    """
    n = values.shape[1]
    early, late = np.triu_indices(n, 1)
    slopes = np.sort((values[:, late] - values[:, early]) / (times[:, late] - times[:, early]), axis=1)
    pairs = slopes.shape[1]
    sigma = np.sqrt((n * (n - 1) * (2 * n + 5) - _tie_terms(values)) / 18)
    reach = -ndtri((1 - _CONFIDENCE) / 2) * sigma
    upper = np.minimum(np.rint((pairs + reach) / 2).astype(np.int64), pairs - 1)
    lower = np.maximum(np.rint((pairs - reach) / 2).astype(np.int64) - 1, 0)
    row = np.arange(len(slopes))
    return np.median(slopes, axis=1), slopes[row, lower], slopes[row, upper]


def _tie_terms(values: FloatArray) -> FloatArray:
    """Σ t(t − 1)(2t + 5) over each series' groups of t equal values, as the sum over values of (t − 1)(2t + 5)."""
    equal = (values[:, :, None] == values[:, None, :]).sum(axis=2)
    return np.asarray(((equal - 1) * (2 * equal + 5)).sum(axis=1), np.float64)


@cache
def _exact_p(n: int) -> FloatArray:
    """Two-sided p by |S| for n values without ties: the share of orders with at least so large a |S|."""
    counts = np.ones(1)
    for step in range(2, n + 1):
        counts = np.convolve(counts, np.ones(step))  # orders of `step` values by their number of inversions
    most = n * (n - 1) // 2
    scores = abs(most - 2 * np.arange(most + 1))
    return np.array([counts[scores >= score].sum() / factorial(n) for score in range(most + 1)])

"""Mann–Kendall's test over blocks: many series of one length at once.

The answers of `scipy.stats.kendalltau(method="exact")` and `pymannkendall.original_test` without their cost per call.
"""

from functools import cache
from math import factorial
from typing import NamedTuple

import numpy as np
from scipy.special import ndtr

from kpi.analysis.arrays import FloatArray, IntArray
from kpi.analysis.blocks import on_all_cores, steps

FEWEST = 2
_EXACT_UP_TO = 10
_LAGS_PER_BYTE = 255


class MannKendall(NamedTuple):
    """One element per series: the two-sided p and the score S, whose sign is the trend's."""

    p: FloatArray
    score: IntArray


def mann_kendall(values: FloatArray) -> MannKendall:
    """The test of each series: values (m, n), or (n,) for one, in the order of time.

    Mann (1945), Kendall (1975). Up to ten values without ties: the exact distribution of Kendall's S; else the normal
    approximation with S corrected for continuity and its variance for ties. A constant series has p = 1.
    Raises `ValueError` for fewer than two values, and for NaN or infinity among them.
    """
    block = checked(values)
    n = block.shape[1]
    score, tied = np.empty(len(block), np.int64), np.empty(len(block), np.int64)

    def count(step: slice) -> None:
        tied[step], pairs = ties(block[step])
        score[step] = 2 * _rises(block[step]) + pairs - n * (n - 1) // 2

    on_all_cores(count, steps(len(block), n))
    variance = (n * (n - 1) * (2 * n + 5) - tied) / 18
    z = np.divide(abs(score) - 1, np.sqrt(variance), out=np.zeros(len(score)), where=(variance > 0) & (score != 0))
    p = 2 * ndtr(-z)
    if n <= _EXACT_UP_TO:
        p = np.where(tied == 0, _exact_p(n)[abs(score)], p)
    return MannKendall(np.asarray(p, np.float64), score)


def checked(values: FloatArray) -> FloatArray:
    """The values as a block (m, n). Raises `ValueError` where a method that compares all pairs cannot be used."""
    block = np.atleast_2d(np.asarray(values, np.float64))
    if block.shape[1] < FEWEST:
        raise ValueError(f"a trend needs at least {FEWEST} values, not {block.shape[1]}")
    if not np.isfinite(block).all():
        raise ValueError("a value is missing: leave out the periods without one")
    return block


def ties(block: FloatArray) -> tuple[IntArray, IntArray]:
    """Σ t(t − 1)(2t + 5) and Σ t(t − 1)/2, the number of equal pairs, over each series' groups of t equal values.

    The value that is preceded by r equal ones in sorted order adds 6r² + 12r to the first and r to the second.
    """
    ranked = np.sort(block, axis=1)
    equal = ranked[:, 1:] == ranked[:, :-1]
    terms, pairs = np.zeros(len(block), np.int64), np.zeros(len(block), np.int64)
    tied = np.flatnonzero(equal.any(axis=1))
    place = np.arange(1, block.shape[1])
    before = place - np.maximum.accumulate(np.where(equal[tied], 0, place), axis=1)
    terms[tied], pairs[tied] = (6 * before**2 + 12 * before).sum(axis=1), before.sum(axis=1)
    return terms, pairs


def _rises(block: FloatArray) -> IntArray:
    """How many pairs of each series rise: one comparison per distance in time, over all series at once."""
    n = block.shape[1]
    series = np.ascontiguousarray(block.T)
    risen, total = np.zeros(series.shape, np.uint8), np.zeros(len(block), np.int64)
    for lag in range(1, n):
        risen[: n - lag] += series[lag:] > series[: n - lag]
        if lag % _LAGS_PER_BYTE == 0 or lag == n - 1:
            total += risen.sum(axis=0, dtype=np.int64)
            risen[:] = 0
    return total


@cache
def _exact_p(n: int) -> FloatArray:
    """Two-sided p by |S| for n values without ties: the share of orders with at least so large a |S|."""
    counts = np.ones(1)
    for step in range(2, n + 1):
        counts = np.convolve(counts, np.ones(step))  # orders of `step` values by their number of inversions
    most = n * (n - 1) // 2
    scores = abs(most - 2 * np.arange(most + 1))
    return np.array([counts[scores >= score].sum() / factorial(n) for score in range(most + 1)])

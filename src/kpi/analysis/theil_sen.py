"""Theil–Sen's slope with its 95 % interval over blocks: `scipy.stats.theilslopes` for many series of one length."""

from typing import NamedTuple

import numpy as np
from scipy.special import ndtri

from kpi.analysis.arrays import FloatArray, IntArray
from kpi.analysis.blocks import on_all_cores, steps
from kpi.analysis.mann_kendall import checked, ties

_CONFIDENCE = 0.95


class TheilSen(NamedTuple):
    """One element per series: the slope per unit of time, and the ends of its 95 % interval."""

    slope: FloatArray
    lower: FloatArray
    upper: FloatArray


def theil_sen(times: FloatArray, values: FloatArray) -> TheilSen:
    """The slope of each series: values (m, n), or (n,) for one; times the same shape, or (n,) for all series.

    Sen (1968): the median of the slopes of all pairs; the interval's ends are order statistics of them, whose ranks
    follow from the variance of Kendall's S. Raises `ValueError` for fewer than two values, NaN or infinity, and
    for times that do not rise.
    """
    block = checked(values)
    time = np.broadcast_to(np.asarray(times, np.float64), block.shape)
    if not (np.diff(time, axis=1) > 0).all():
        raise ValueError("times must rise: two values share a time, or they are out of order")
    found = np.empty((len(block), 3))
    pairs = block.shape[1] * (block.shape[1] - 1) // 2

    def solve(step: slice) -> None:
        slopes = _slopes(time[step], block[step])
        slopes.sort(axis=1)
        row, (lower, upper) = np.arange(len(slopes)), _ranks(ties(block[step])[0], block.shape[1])
        middle = (slopes[:, (pairs - 1) // 2] + slopes[:, pairs // 2]) / 2
        found[step] = np.stack([middle, slopes[row, lower], slopes[row, upper]], axis=1)

    on_all_cores(solve, steps(len(block), pairs))
    return TheilSen(*found.T)


def _ranks(tie_terms: IntArray, n: int) -> tuple[IntArray, IntArray]:
    """Which of the sorted slopes bound the interval (Sen 1968, formula 2.6), rounded as scipy does."""
    pairs = n * (n - 1) // 2
    reach = -ndtri((1 - _CONFIDENCE) / 2) * np.sqrt((n * (n - 1) * (2 * n + 5) - tie_terms) / 18)
    upper = np.minimum(np.rint((pairs + reach) / 2).astype(np.int64), pairs - 1)
    return np.maximum(np.rint((pairs - reach) / 2).astype(np.int64) - 1, 0), upper


def _slopes(time: FloatArray, values: FloatArray) -> FloatArray:
    """The slopes of all pairs, (m, n(n − 1)/2), pairs of one distance in time side by side."""
    count, n = values.shape
    out = np.empty((count, n * (n - 1) // 2))
    start = 0
    for lag in range(1, n):
        some = out[:, start : start + n - lag]
        np.subtract(values[:, lag:], values[:, : n - lag], out=some)
        some /= time[:, lag:] - time[:, : n - lag]
        start += n - lag
    return out

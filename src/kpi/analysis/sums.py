"""Sums and means of groups of decimals, without a float's error: 0.1 + 0.2 is 0.3, which an at-most-0.3 allows."""

from fractions import Fraction

import numpy as np

from kpi.analysis.arrays import BoolArray, FloatArray, IntArray, ObjectArray
from kpi.analysis.exact import decimals, exactly

# Decimals of so many places are whole numbers once scaled. Below 10¹⁵ a float stands for one such decimal, and a sum
# of them is exact.
_PLACES = (0, 1, 2, 4, 6)
_EXACT = 1e15


def exact_sums(values: FloatArray, first: IntArray) -> ObjectArray:
    """The exact decimal sum of each group of consecutive values; `first` holds the groups' first positions."""
    with exactly():
        totals: ObjectArray = np.add.reduceat(decimals(values), first)
    return totals


def sums(values: FloatArray, first: IntArray) -> FloatArray:
    """The sums as floats, rounded once, at the end; NaN where a value is."""
    return _shared(values, first, np.ones(len(first), np.int64))


def means(values: FloatArray, first: IntArray) -> FloatArray:
    """The unweighted means, rounded once, at the end; NaN where a value is."""
    return _shared(values, first, np.diff(np.append(first, len(values))))


def _shared(values: FloatArray, first: IntArray, by: IntArray) -> FloatArray:
    """Each group's sum divided by `by`: a quotient of whole numbers where they can be had, else of decimals."""
    out, sizes = np.full(len(first), np.nan), np.diff(np.append(first, len(values)))
    left = np.logical_and.reduceat(np.isfinite(values), first)
    for places in _PLACES:
        at = np.flatnonzero(left)
        if len(at):
            total, sure = _whole_sums(values[np.repeat(left, sizes)], sizes[at], 10.0**places)
            done = at[sure]
            out[done] = total[sure] / (10.0**places * by[done])
            left[done] = False
    at = np.flatnonzero(left)
    if len(at):
        rest = sizes[at]
        totals = exact_sums(values[np.repeat(left, sizes)], np.cumsum(rest) - rest)
        out[at] = [float(Fraction(total) / size) for total, size in zip(totals.tolist(), by[at].tolist(), strict=True)]
    return out


def _whole_sums(values: FloatArray, sizes: IntArray, scale: float) -> tuple[FloatArray, BoolArray]:
    """The sum of each group's values times the scale, and whether it is a sum of whole numbers without rounding."""
    first = np.cumsum(sizes) - sizes
    with np.errstate(over="ignore", invalid="ignore"):
        whole = np.rint(values * scale)
        fits = np.logical_and.reduceat(whole / scale == values, first)
        return np.add.reduceat(whole, first), fits & (np.maximum.reduceat(abs(whole), first) * sizes < _EXACT)

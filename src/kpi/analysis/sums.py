"""Sums and means of groups of decimals, without a float's error: 0.1 + 0.2 is 0.3, which an at-most-0.3 allows."""

from fractions import Fraction

import numpy as np

from kpi.analysis.arrays import FloatArray, IntArray, ObjectArray
from kpi.analysis.exact import decimals, exactly


def exact_sums(values: FloatArray, first: IntArray) -> ObjectArray:
    """The exact decimal sum of each group of consecutive values; `first` holds the groups' first positions."""
    with exactly():
        totals: ObjectArray = np.add.reduceat(decimals(values), first)
    return totals


def sums(values: FloatArray, first: IntArray) -> FloatArray:
    """The sums as floats; NaN where a value is."""
    return exact_sums(values, first).astype(float)


def means(values: FloatArray, first: IntArray) -> FloatArray:
    """The unweighted means, rounded once, at the end; NaN where a value is."""
    sizes = np.diff(np.append(first, len(values)))
    totals = exact_sums(values, first)
    pairs = zip(totals.tolist(), sizes.tolist(), strict=True)
    return np.array([np.nan if total.is_nan() else float(Fraction(total) / size) for total, size in pairs])

"""Numerators and denominators: summed and divided, in the scale that the published values have."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd

from kpi.analysis.arrays import FloatArray, IntArray, floats
from kpi.analysis.sums import exact_sums

# How far the scale's tenth logarithm may lie from a whole number: as far as the rounding of published values takes it.
_SLACK = 0.05


def pooled_ratio(parts: pd.DataFrame, first: IntArray) -> FloatArray:
    """Σ numerators / Σ denominators per group, times the scale; NaN where it cannot be known.

    The scale (1, 100 for percentages, 1 000, …) is read off the parts' own values: Σ value·denominator / Σ numerator
    must be a power of ten but for rounding. `parts` has value, numerator, denominator; `first` the groups' starts.
    """
    value, above, below = (floats(parts[name]) for name in ("value", "numerator", "denominator"))
    weighted = np.add.reduceat(value * below, first)
    groups = zip(exact_sums(above, first).tolist(), exact_sums(below, first).tolist(), weighted.tolist(), strict=True)
    return np.array([_ratio(*group) for group in groups])


def _ratio(numerator: Decimal, denominator: Decimal, weighted: float) -> float:
    if numerator.is_nan() or denominator.is_nan() or np.isnan(weighted) or denominator <= 0:
        return float("nan")
    if numerator == 0:
        return 0.0 if weighted == 0 else float("nan")
    scale = weighted / float(numerator)
    power = np.log10(scale) if scale > 0 else np.nan
    if not abs(power - np.rint(power)) <= _SLACK:
        return float("nan")
    return float(Fraction(10) ** int(np.rint(power)) * Fraction(numerator) / Fraction(denominator))

"""Confidence intervals from numerators and denominators: Wilson for shares, Byar's and exact ones for counts and rates.

Arrays in, arrays out. NaN where a number is missing or impossible; a multiplier (100, 1 000, …) is the caller's.
"""

import numpy as np
from scipy.special import gammainccinv, gammaincinv, ndtri

from kpi.analysis.arrays import FloatArray

CONFIDENCE = 0.95
EXACT_BELOW = 10
Limits = tuple[FloatArray, FloatArray]


def wilson(events: FloatArray, size: FloatArray, confidence: float = CONFIDENCE) -> Limits:
    """Lower and upper limit of the shares events / size: Wilson's score interval, without correction.

    Wilson (1927), JASA 22:209–212. NaN unless 0 ≤ events ≤ size and size > 0.
    """
    valid = (size > 0) & (events >= 0) & (events <= size)
    hits, n = np.where(valid, events, np.nan), np.where(valid, size, np.nan)
    z = _z(confidence)
    middle = 2 * hits + z**2
    half = z * np.sqrt(z**2 + 4 * hits * (1 - hits / n))
    below, above = (middle - half) / (2 * (n + z**2)), (middle + half) / (2 * (n + z**2))
    return np.clip(below, 0.0, 1.0), np.clip(above, 0.0, 1.0)


def byars(events: FloatArray, confidence: float = CONFIDENCE) -> Limits:
    """Lower and upper limit of counts taken to be Poisson: Byar's approximation, good from ten events on.

    Breslow and Day (1987), Statistical Methods in Cancer Research II, p. 69. The lower limit is NaN where the
    approximation has none: at no events, and at very few with a high confidence.
    """
    count = np.where(events >= 0, events, np.nan)
    some = np.where(count > 0, count, np.nan)
    z = _z(confidence)
    root = 1 - 1 / (9 * some) - z / (3 * np.sqrt(some))
    more = count + 1
    above = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return np.where(root >= 0, some * root**3, np.nan), above


def exact(events: FloatArray, confidence: float = CONFIDENCE) -> Limits:
    """Lower and upper limit of counts taken to be Poisson, exactly: Garwood (1936), Biometrika 28:437–442."""
    count, tail = np.where(events >= 0, events, np.nan), (1 - confidence) / 2
    below = np.where(count == 0, 0.0, gammaincinv(np.where(count == 0, np.nan, count), tail))
    return below, np.asarray(gammainccinv(count + 1, tail), np.float64)


def rates(events: FloatArray, size: FloatArray, confidence: float = CONFIDENCE) -> Limits:
    """Lower and upper limit of the rates events / size: exact below ten events, Byar's from there on.

    NaN unless events ≥ 0 and size > 0. Several events may befall one person, so events may exceed size.
    """
    n = np.where(size > 0, size, np.nan)
    few = events < EXACT_BELOW
    low, high = (np.where(few, a, b) for a, b in zip(exact(events, confidence), byars(events, confidence), strict=True))
    return low / n, high / n


def _z(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError(f"not a confidence: {confidence!r}")
    return float(ndtri((1 + confidence) / 2))

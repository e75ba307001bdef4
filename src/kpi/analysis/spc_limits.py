"""The limits of a control chart, over a block of phases of one length. Arrays are (n, m): a column per phase."""

from typing import NamedTuple

import numpy as np

from kpi.analysis.arrays import FloatArray

LIMIT = 2.66  # 3/1.128: three standard deviations by the mean moving range of two points
SCREEN = 3.267  # the upper limit of moving ranges, in means of them
# What rounding may have moved a mean or a limit by, against the size of the values.
_NOISE = 1e-13


class Limits(NamedTuple):
    """One element per phase: mean, reach (limit − mean), and noise, the difference that is rounding and no more."""

    mean: FloatArray
    reach: FloatArray
    noise: FloatArray


def limits(values: FloatArray, *, screen: bool, fix_after: int | None) -> Limits:
    """Mean ± 2.66 · mean moving range: values (n, m), n ≥ 2; fix_after: from the first so many values only.

    screen: moving ranges of at least 3.267 times their mean are left out once. A constant phase has reach 0.
    """
    base = values[:fix_after]
    noise = _NOISE * abs(values).max(axis=0)
    mean = base[0] + (base - base[0]).sum(axis=0) / len(base)  # so that a constant's mean is itself
    moves = abs(np.diff(base, axis=0))
    average = moves.sum(axis=0) / len(moves)
    if screen:
        kept = moves < SCREEN * average - noise
        average = np.divide((moves * kept).sum(axis=0), kept.sum(axis=0), out=np.zeros_like(average), where=average > 0)
    return Limits(mean, LIMIT * average, noise)

"""The four rules of a control chart, over a block of phases of one length.

Arrays here are (n, m): one row per point in time and one column per series, so that a rule's window is a shift of rows.
"""

from enum import IntEnum
from functools import reduce
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpi.analysis.arrays import BoolArray, FloatArray

SmallInts = NDArray[np.signedinteger[Any]]
_NEAR_WINDOW, _NEAR_ENOUGH = 3, 2
_RANK = 28  # bits below a signal's rank: the row where it begins, and in the last two its side


class Rule(IntEnum):
    """Which rule marks a point; the lowest number that holds."""

    NONE = 0
    OUTSIDE = 1
    TREND = 2
    TWO_OF_THREE = 3
    ONE_SIDE = 4


class Marks(NamedTuple):
    """Per point: the rule, which way it points (−1, 0, 1), and the row where its signal begins (−1: no signal)."""

    rule: SmallInts
    side: SmallInts
    since: SmallInts


class Places(NamedTuple):
    """Per point: the step from the one before (−1, 0, 1), the side of the mean, and whether near or outside limits."""

    step: SmallInts
    side: SmallInts
    near: BoolArray
    outside: BoolArray


def places(values: FloatArray, mean: FloatArray, reach: FloatArray, noise: FloatArray) -> Places:
    """Where points stand: values (n, m); mean, reach (limit − mean) and noise (rounding's size) one per series."""
    step = np.zeros(values.shape, np.int8)
    step[1:] = _signs(np.diff(values, axis=0), np.zeros_like(noise))
    away = values - mean
    side, far = _signs(away, noise), abs(away)
    outside = far > reach + noise
    return Places(step, side, ~outside & (far > reach * 2 / 3 + noise), outside)


def _signs(values: FloatArray, noise: FloatArray) -> SmallInts:
    return (values > noise).view(np.int8) - (values < -noise).view(np.int8)


def marks(at: Places, run: int) -> Marks:
    """The first rule that holds at each point; `run` points make a trend or a shift."""
    row = np.arange(len(at.side), dtype=np.int32)[:, None]
    near, near_from = _two_of_three(at, row)
    signals = [
        _signal(Rule.OUTSIDE, at.side, at.outside, row),
        *(_signal(Rule.TREND, way, *_monotone(at.step == way, row, run)) for way in (1, -1)),
        _signal(Rule.TWO_OF_THREE, at.side, near, near_from),
        _signal(Rule.ONE_SIDE, at.side, *_one_side(at, row, run)),
    ]
    return _read(reduce(np.maximum, signals))


def _signal(rule: Rule, side: SmallInts | int, holds: BoolArray, since: SmallInts) -> SmallInts:
    """What holds at each point as one number, 0 where nothing does: the greatest of several is the first rule's.

    Of two trends that share a turning point, the later is the greater.
    """
    rank = np.int32((len(Rule) - rule << _RANK) + 4 + 1)  # rows from 1 and sides from 0, as 0 is no signal
    return np.asarray(holds * (4 * since + (side + rank)), np.int32)


def _read(signals: SmallInts) -> Marks:
    rank, side = (signals >> _RANK).astype(np.int8), (signals & 3).astype(np.int8)
    some = rank > 0
    since = ((signals & ((1 << _RANK) - 1)) >> 2) - 1
    return Marks(some * (np.int8(len(Rule)) - rank), some * (side - np.int8(1)), since)


def _runs(holds: BoolArray, length: int) -> BoolArray:
    """The rows that lie in an unbroken run of at least `length` rows."""
    ends = _joined(np.logical_and, holds, length)
    ends[: length - 1] = False
    return _joined(np.logical_or, ends[::-1], length)[::-1]


def _joined(join: np.ufunc, flags: BoolArray, length: int) -> BoolArray:
    """Each row joined with the up to `length` − 1 rows before it; what is joined doubles with every step."""
    out, width = flags.copy(), 1
    while width < length:
        step = min(width, length - width)
        join(out[step:], out[:-step], out=out[step:])
        width += step
    return out


def _starts(first: BoolArray, row: SmallInts) -> SmallInts:
    """The latest row, up to each, where `first` holds: row by row, as numpy's own accumulation goes down columns."""
    out: SmallInts = first * row
    for earlier, later in pairwise(out):
        np.maximum(earlier, later, out=later)
    return out


def _one_side(at: Places, row: SmallInts, run: int) -> tuple[BoolArray, SmallInts]:
    """A run on one side of the mean, and the row where it begins; a point on the mean breaks it."""
    first = np.ones(at.side.shape, bool)
    first[1:] = at.side[1:] != at.side[:-1]
    return _runs(at.side > 0, run) | _runs(at.side < 0, run), _starts(first, row)


def _monotone(goes: BoolArray, row: SmallInts, run: int) -> tuple[BoolArray, SmallInts]:
    """Points in a run of `run` − 1 steps one way, its first point included, and the row where the run begins."""
    steps = _runs(goes, run - 1)
    points = steps.copy()
    points[:-1] |= steps[1:]
    return points, _starts(~goes, row)


def _two_of_three(at: Places, row: SmallInts) -> tuple[BoolArray, SmallInts]:
    """Near points of three on one side of the mean, at least two of them near, and the row of the first of those."""
    near, back = at.near.view(np.int8), np.zeros(at.near.shape, np.int8)
    if len(near) >= _NEAR_WINDOW:
        one_side = (at.side[2:] == at.side[1:-1]) & (at.side[1:-1] == at.side[:-2]) & (at.side[2:] != 0)
        window = one_side & (near[2:] + near[1:-1] + near[:-2] >= _NEAR_ENOUGH)
        # Each of the window's near points, by how far back the window's first near one is, itself counted as 1.
        for place, reach in enumerate((np.int8(1), 1 + near[:-2], 2 + near[:-2])):
            point = slice(place, len(near) - 2 + place)
            np.maximum(back[point], window * near[point] * reach, out=back[point])
    return back > 0, row + 1 - back

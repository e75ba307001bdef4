"""The four rules of a control chart, over a block of phases of one length.

Arrays here are (n, m): one row per point in time and one column per series, so that a rule's window is a shift of rows.
"""

from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpi.analysis.arrays import BoolArray, FloatArray

SmallInts = NDArray[np.signedinteger[Any]]
_NEAR_WINDOW, _NEAR_ENOUGH = 3, 2


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
    rule = np.zeros(at.side.shape, np.int8)
    side, since = np.zeros_like(rule), np.full(rule.shape, -1, np.int16)
    row = np.arange(len(rule), dtype=np.int16)[:, None]
    for number, (holds, way, begins) in (
        (Rule.ONE_SIDE, _one_side(at, row, run)),
        (Rule.TWO_OF_THREE, _two_of_three(at, row)),
        (Rule.TREND, _trend(at, row, run)),
        (Rule.OUTSIDE, (at.outside, at.side, row)),
    ):
        for into, what in ((rule, number), (side, way), (since, begins)):
            np.copyto(into, what, where=holds)
    return Marks(rule, side, since)


def _runs(holds: BoolArray, length: int) -> BoolArray:
    """The rows that lie in an unbroken run of at least `length` rows."""
    ends = _all_of_last(holds, length)
    inside = ends.copy()
    for back in range(1, length):
        inside[:-back] |= ends[back:]
    return inside


def _all_of_last(holds: BoolArray, length: int) -> BoolArray:
    out = np.zeros_like(holds)
    if len(holds) >= length:
        out[length - 1 :] = True
        for back in range(length):
            out[length - 1 :] &= holds[length - 1 - back : len(holds) - back]
    return out


def _starts(first: BoolArray, row: SmallInts) -> SmallInts:
    """The latest row, up to each, where `first` holds."""
    return np.maximum.accumulate(first * row, axis=0)


def _one_side(at: Places, row: SmallInts, run: int) -> tuple[BoolArray, SmallInts, SmallInts]:
    """A run on one side of the mean; a point on the mean breaks it."""
    first = np.ones(at.side.shape, bool)
    first[1:] = at.side[1:] != at.side[:-1]
    return _runs(at.side > 0, run) | _runs(at.side < 0, run), at.side, _starts(first, row)


def _trend(at: Places, row: SmallInts, run: int) -> tuple[BoolArray, SmallInts, SmallInts]:
    """A strictly monotone run; a turning point that ends one and begins another belongs to the later."""
    rising, rise_from = _monotone(at.step > 0, row, run)
    falling, fall_from = _monotone(at.step < 0, row, run)
    fall = falling & (~rising | (fall_from > rise_from))
    np.copyto(rise_from, fall_from, where=fall)
    return rising | falling, 1 - 2 * fall.view(np.int8), rise_from


def _monotone(goes: BoolArray, row: SmallInts, run: int) -> tuple[BoolArray, SmallInts]:
    """Points in a run of `run` − 1 steps one way, its first point included, and the row where the run begins."""
    steps = _runs(goes, run - 1)
    points = steps.copy()
    points[:-1] |= steps[1:]
    return points, _starts(~goes, row)


def _two_of_three(at: Places, row: SmallInts) -> tuple[BoolArray, SmallInts, SmallInts]:
    """Near points of three on one side of the mean, at least two of them near; the signal begins with the first."""
    near, n = at.near, len(at.near)
    holds, begins = np.zeros_like(near), np.broadcast_to(row, near.shape).copy()
    if n < _NEAR_WINDOW:
        return holds, at.side, begins
    window, first = np.zeros_like(near), begins - 1
    count = near[2:].view(np.int8) + near[1:-1].view(np.int8) + near[:-2].view(np.int8)
    one_side = (at.side[2:] == at.side[1:-1]) & (at.side[1:-1] == at.side[:-2]) & (at.side[2:] != 0)
    window[2:] = (count >= _NEAR_ENOUGH) & one_side
    first[2:] -= near[:-2]
    for ahead in reversed(range(_NEAR_WINDOW)):  # the earliest window last: it decides where the signal begins
        point = slice(0, n - ahead)
        hit = window[ahead:] & near[point]
        holds[point] |= hit
        np.copyto(begins[point], first[ahead:], where=hit)
    return holds, at.side, begins

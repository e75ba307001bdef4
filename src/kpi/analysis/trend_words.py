"""What a trend can say: methods, verdicts, and reasons for having none."""

from enum import StrEnum

import numpy as np

from kpi.analysis.arrays import IntArray, ObjectArray
from kpi.model import Direction

BETTER = {Direction.HIGHER.value: 1, Direction.LOWER.value: -1, Direction.NEUTRAL.value: 0}


class TrendMethod(StrEnum):
    """How a trend was tested."""

    XMR = "xmr"
    FINGERTIPS = "fingertips"
    MANN_KENDALL = "mann_kendall"


class Verdict(StrEnum):
    """What a trend says; the neutral direction only tells which way."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    INCREASING = "increasing"
    DECREASING = "decreasing"
    NO_CERTAIN_CHANGE = "no_certain_change"


class TrendReason(StrEnum):
    """Why a series has no trend."""

    TOO_FEW = "too_few"
    OVERLAPPING = "overlapping"
    ALL_OR_NONE = "all_or_none"


_WAYS = np.array([Verdict.NO_CERTAIN_CHANGE.value, Verdict.INCREASING.value, Verdict.DECREASING.value], object)


def signs(directions: ObjectArray) -> IntArray:
    """Directions as −1, 0, 1. Raises `ValueError` on a word that is not a `Direction`."""
    found, known = np.zeros(len(directions), np.int64), np.zeros(len(directions), bool)
    for word, way in BETTER.items():
        same = directions == word
        found[same], known = way, known | same
    if not known.all():
        raise ValueError(f"unknown direction: {min(map(str, directions[~known]))}")
    return found


def verdicts(moves: IntArray, better: IntArray) -> ObjectArray:
    """The verdict of series that certainly move (−1 down, 1 up, 0 do not) where `better` is up (1), down or neither."""
    out: ObjectArray = _WAYS[moves]
    out[moves * better > 0], out[moves * better < 0] = Verdict.IMPROVING.value, Verdict.WORSENING.value
    return out

"""Where the words at the ends of lines stand, so that none covers another.

PowerPoint sets the axis itself, so that a chart still fits when its figures are edited; here its range is foreseen.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor, log10

_ZERO_RULE = 5 / 6  # an axis starts at zero when the least value is below this share of the greatest
_HEADROOM = 0.05
_STEP_POINTS = 28.0  # between an axis's lines, about
_STEPS = (1, 2, 5, 10)


def axis_range(values: Sequence[float], height: float) -> tuple[float, float]:
    """About the least and greatest that PowerPoint and LibreOffice put on an axis of their own choice.

    Both leave room over the values, start at zero unless all values are close to each other, and then leave half of
    their spread beneath them; the ends are whole steps. height: the plot's, in points.
    """
    low, high = min(values), max(values)
    spread = high - low
    least = low - spread / 2 if low > high * _ZERO_RULE > 0 else min(low - spread * _HEADROOM * (low < 0), 0.0)
    most = high + spread / 2 if high < low * _ZERO_RULE < 0 else max(high + spread * _HEADROOM * (high > 0), 0.0)
    step = _step(most - least, height)
    return floor(least / step) * step, ceil(most / step) * step


def _step(spread: float, height: float) -> float:
    """A round number, so that its multiples are about as far apart as an axis's lines."""
    wanted = (spread or 1.0) * _STEP_POINTS / max(height, _STEP_POINTS)
    tenth: float = 10.0 ** floor(log10(wanted))
    return next(step * tenth for step in _STEPS if step * tenth >= wanted * (1 - 1e-9))


def apart(places: Sequence[float], least: float, height: float) -> list[float]:
    """The places (from the top) moved as little as needed to be `least` apart and within the height, order kept."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    groups: list[tuple[float, list[int]]] = []  # the middle of each group, and who is in it
    for index in order:
        groups.append((places[index], [index]))
        while len(groups) > 1 and _touch(groups[-2], groups[-1], least):
            members = groups[-2][1] + groups[-1][1]
            groups[-2:] = [(sum(places[each] for each in members) / len(members), members)]
    moved = [0.0] * len(places)
    for middle, members in groups:
        for number, index in enumerate(members):
            moved[index] = middle + (number - (len(members) - 1) / 2) * least
    return _within(moved, order, least, height)


def _touch(upper: tuple[float, list[int]], lower: tuple[float, list[int]], least: float) -> bool:
    return lower[0] - upper[0] < least * (len(upper[1]) + len(lower[1])) / 2


def _within(moved: list[float], order: Sequence[int], least: float, height: float) -> list[float]:
    if order and moved[order[-1]] > height:
        moved[order[-1]] = height
        for lower, upper in pairwise(reversed(order)):
            moved[upper] = min(moved[upper], moved[lower] - least)
    if order and moved[order[0]] < 0:
        moved[order[0]] = 0
        for upper, lower in pairwise(order):
            moved[lower] = max(moved[lower], moved[upper] + least)
    return moved

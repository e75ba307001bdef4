"""Where the words at the ends of lines stand, so that none covers another.

PowerPoint sets the axis itself, so that a chart still fits when its figures are edited; here its range is foreseen.
"""

from collections.abc import Sequence
from itertools import pairwise

_ZERO_RULE = 5 / 6  # an axis starts at zero when the least value is below this share of the greatest
_HEADROOM = 1.05


def axis_range(values: Sequence[float]) -> tuple[float, float]:
    """About the least and greatest that PowerPoint and LibreOffice put on an axis of their own choice."""
    low, high = min(values), max(values)
    room = (high - low) * (_HEADROOM - 1)
    if low >= 0:
        return (0.0 if low <= high * _ZERO_RULE else low - room), high + room
    if high <= 0:
        return low - room, (0.0 if high >= low * _ZERO_RULE else high + room)
    return low - room, high + room


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

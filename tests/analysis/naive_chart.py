"""A control chart of one phase, point by point in plain fractions: written from the method's text, sharing nothing with
`kpi.analysis`."""

from fractions import Fraction
from itertools import pairwise


def chart(values, screen=True, fix_after=None, run=7):
    """mean, lower, upper, and per point (rule, side, since) with rule 0 and since None where nothing marks it."""
    x = [Fraction(repr(float(value))) for value in values]
    base = x[:fix_after]
    mean = sum(base) / len(base)
    moves = [abs(b - a) for a, b in pairwise(base)]
    average = sum(moves) / len(moves)
    if screen:
        kept = [move for move in moves if move < Fraction("3.267") * average]
        average = sum(kept) / len(kept) if kept else Fraction(0)
    reach = Fraction("2.66") * average
    sides = [(value > mean) - (value < mean) for value in x]
    outside = [abs(value - mean) > reach for value in x]
    near = [abs(value - mean) > reach * 2 / 3 and not out for value, out in zip(x, outside, strict=True)]
    marks = [(0, 0, None)] * len(x)
    for rule, found in ((4, shifts(sides, run)), (3, nears(sides, near)), (2, rises(x, run)), (1, {})):
        for point, (side, since) in found.items():
            marks[point] = (rule, side, since)
    for point, out in enumerate(outside):
        if out:
            marks[point] = (1, sides[point], point)
    return float(mean), float(mean - reach), float(mean + reach), marks


def shifts(sides, run):
    found, start = {}, 0
    for point in range(1, len(sides) + 1):
        if point == len(sides) or sides[point] != sides[start]:
            if point - start >= run and sides[start] != 0:
                found |= dict.fromkeys(range(start, point), (sides[start], start))
            start = point
    return found


def rises(x, run):
    found = {}
    for way in (1, -1):
        start = 0
        for point in range(1, len(x) + 1):
            if point == len(x) or way * (x[point] - x[point - 1]) <= 0:
                if point - start >= run:
                    for at in range(start, point):
                        if at not in found or found[at][1] < start:
                            found[at] = (way, start)
                start = point
    return found


def nears(sides, near):
    found = {}
    for first in range(len(sides) - 2):
        window = range(first, first + 3)
        hits = [at for at in window if near[at]]
        if len(hits) >= 2 and abs(sum(sides[at] for at in window)) == 3:
            for at in hits:
                found.setdefault(at, (sides[at], hits[0]))
    return found

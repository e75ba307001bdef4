"""Somebody who sees what shows and works out the rest: apart from the code, with dictionaries and one dense matrix.

Knows that kvinnor and män make totalt, that the units beneath a unit make it, and that the parts of a period do; that
what lies beneath a unit without a row stands for it; and that a sum can be used when all its parts are among the rows.
"""

from collections import defaultdict
from datetime import date

import numpy as np

from kpi.model import Period, PeriodKind

KEYS = ["indicator", "unit", "gender", "period_kind", "period_start"]


def key(row):
    return (*(row[name] for name in KEYS[:4]), row["period_start"].date())


def sums(rows, units):
    """Lists of (parts, total) keys, of the sums whose parts and total all are among the rows."""
    keys = {key(row) for row in rows}
    children = defaultdict(list)
    for unit in units.to_dict("records"):
        children[unit["parent"]].append(unit["code"])
    found = []
    for indicator, unit, gender, kind, start in keys:
        total = (indicator, unit, gender, kind, start)
        if gender == "T":
            found.append(([(indicator, unit, each, kind, start) for each in "KM"], total))
        if children[unit]:
            there = {each[1] for each in keys if (each[0], *each[2:]) == (indicator, gender, kind, start)}
            found.append(([(indicator, each, gender, kind, start) for each in beneath(unit, children, there)], total))
        for part in {each[3] for each in keys}:
            starts = tiles(Period(start, PeriodKind(kind)), PeriodKind(part))
            if starts:
                found.append(([(indicator, unit, gender, part, each) for each in starts], total))
    return [(parts, total) for parts, total in found if all(part in keys for part in parts)]


def beneath(unit, children, there):
    """The unit's children, or where one has no row what is beneath that."""
    return [
        each
        for child in children[unit]
        for each in ([child] if child in there or not children[child] else beneath(child, children, there))
    ]


def tiles(period, kind):
    """The first days of the periods of a kind that make up the period whole; empty when none do."""
    if kind.months == 0 or kind.months >= period.kind.months or period.kind.months % kind.months:
        return []
    months = [period.start.year * 12 + period.start.month - 1 + n for n in range(0, period.kind.months, kind.months)]
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def hidden_keys(rows):
    return {key(row) for row in rows if row["status"] == "suppressed"}


def by_subtraction(rows, units):
    """Hidden keys that one sum gives away: all else in it shows."""
    hidden = hidden_keys(rows)
    found = set()
    for parts, total in sums(rows, units):
        unknown = {one for one in [*parts, total] if one in hidden}
        if len(unknown) == 1:
            found |= unknown
    return found


def by_algebra(rows, units):
    """Hidden keys that all the sums together give away: the unit vector lies in the rows' span."""
    hidden = sorted(hidden_keys(rows))
    if not hidden:
        return set()
    at = {one: column for column, one in enumerate(hidden)}
    equations = []
    for parts, total in sums(rows, units):
        line = np.zeros(len(hidden))
        for one, sign in [*((part, 1.0) for part in parts), (total, -1.0)]:
            if one in at:
                line[at[one]] += sign
        equations.append(line)
    if not equations:
        return set()
    _, sizes, directions = np.linalg.svd(np.array(equations))
    rank = int((sizes > 1e-9).sum())
    free = directions[rank:]
    return {one for one, column in at.items() if not (abs(free[:, column]) > 1e-9).any()}

"""Two lists of figures for `disclosure_store` that differ in hidden numbers alone.

The second has other numbers where the first hides them, with every sum as it was and the same numbers hidden.
"""

import itertools
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd

import disclosure_store as small
from kpi.analysis.disclosure import hide
from kpi.model import Period

sys.path.append(str(Path(__file__).parent / "analysis"))
from disclosure_attack import KEYS, sums

PARENTS = [line.split(";")[:4] for line in small.UNITS.splitlines()[1:]]
UNITS = pd.DataFrame([(code, kind, parent or None) for code, _, kind, parent in PARENTS],
                     columns=["code", "kind", "parent"])  # fmt: skip
THRESHOLDS = {"enhet": 5, "fler": 10, "antal": 100}
YEARS, MONTHS = range(2016, 2026), [f"{y}-{m:02d}" for y in (2024, 2025) for m in range(1, 13)]


def figures(seed):
    """Small numbers at random in series long enough for trends, control charts, forecasts and quartiles."""
    rng = np.random.default_rng(seed)
    found = []

    def add(name, unit, period, few):
        women, men = rng.integers(1, 12, 2) if rng.random() < few else rng.integers(60, 160, 2)
        below = rng.integers(200, 400, 2)
        by_gender = {"K": (women, below[0]), "M": (men, below[1]), "T": (women + men, below.sum())}
        found.extend((name, unit, period, gender, int(n), int(size)) for gender, (n, size) in by_gender.items())

    for year in YEARS:
        for unit in ("r", "s", "0000"):
            add("kon", unit, str(year), 0.0 if unit == "0000" else 0.3)
        for unit in "abc":
            add("enhet", unit, str(year), 0.35)
        for gender in "KMT":
            rows = [row for row in found if row[0] == "enhet" and row[2:4] == (str(year), gender)]
            found.append(("enhet", "r", str(year), gender, sum(row[4] for row in rows), sum(row[5] for row in rows)))
        add("bas", "r", str(year), 0.2)
        add("fler", "r", str(year), 0.3)
    for month in MONTHS:
        add("delar", "r", month, 0.12)
        add("manad", "r", month, 0.12)
        add("manad", "0000", month, 0.0)
    for year, gender in itertools.product(("2024", "2025"), "KMT"):
        rows = [row for row in found if row[0] == "manad" and row[1] == "r" and row[2][:4] == year and row[3] == gender]
        found.append(("manad", "r", year, gender, sum(row[4] for row in rows), sum(row[5] for row in rows)))
    return found


def frame(rows):
    made = pd.DataFrame(rows, columns=["indicator", "unit", "period", "gender", "numerator", "denominator"])
    which = [Period.from_code(code) for code in made["period"]]
    made["period_kind"], made["period_start"] = [p.kind.value for p in which], [pd.Timestamp(p.start) for p in which]
    made["value"] = 100 * made["numerator"] / made["denominator"]
    return made.assign(status=None, lower=np.nan, upper=np.nan)


def hidden(rows):
    return hide(frame(rows), UNITS, THRESHOLDS)["status"].eq("suppressed").to_numpy()


def other(rows, seed, tries=12):
    """The rows with as many hidden numbers changed as can be; every sum of them and what is hidden stay."""
    rng, mask = np.random.default_rng(seed), hidden(rows)
    at = {}
    for number, row in enumerate(frame(rows).to_dict("records")):
        at[*(row[name] for name in KEYS[:4]), row["period_start"].date()] = number
    moves = _moves(sums(frame(rows).to_dict("records"), UNITS), at, mask)
    numbers = np.array([row[4:] for row in rows])
    for _ in range(tries * max(1, len(moves) // 4)):
        step = moves[rng.integers(len(moves))] * rng.choice([-1, 1])
        new = numbers.copy()
        new[:, 0] += step
        new[:, 1] += moves[rng.integers(len(moves))] * rng.choice([-1, 1])
        if (new[:, 0] < 1).any() or (new[:, 1] < new[:, 0]).any():
            continue
        if (hidden(_with(rows, new)) == mask).all():
            numbers = new
    return _with(rows, numbers)


def _with(rows, numbers):
    return [(*row[:4], int(above), int(below)) for row, (above, below) in zip(rows, numbers, strict=True)]


def _moves(lines, at, mask):
    """Whole-number changes of the hidden numbers that leave every sum: a basis of the null space, part by part."""
    columns = np.flatnonzero(mask)
    place = {number: column for column, number in enumerate(columns)}
    matrix = []
    for parts, total in lines:
        line = [Fraction(0)] * len(columns)
        for one, sign in [*((part, 1) for part in parts), (total, -1)]:
            if at[one] in place:
                line[place[at[one]]] += sign
        if any(line):
            matrix.append(line)
    matrix, leads = _reduced(matrix, len(columns))
    found = []
    for free in set(range(len(columns))) - set(leads):
        move = [Fraction(0)] * len(columns)
        move[free] = Fraction(1)
        for line, lead in zip(matrix, leads, strict=False):
            move[lead] = -line[free]
        scale = np.lcm.reduce([one.denominator for one in move])
        whole = np.zeros(len(mask), np.int64)
        whole[columns] = [int(one * int(scale)) for one in move]
        found.append(whole)
    return found


def _reduced(matrix, width):
    leads, row = [], 0
    for column in range(width):
        pivot = next((number for number in range(row, len(matrix)) if matrix[number][column]), None)
        if pivot is None:
            continue
        matrix[row], matrix[pivot] = matrix[pivot], matrix[row]
        matrix[row] = [one / matrix[row][column] for one in matrix[row]]
        for number in range(len(matrix)):
            if number != row and matrix[number][column]:
                factor = matrix[number][column]
                matrix[number] = [a - factor * b for a, b in zip(matrix[number], matrix[row], strict=True)]
        leads.append(column)
        row += 1
    return matrix, leads

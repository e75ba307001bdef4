"""Röjandekontroll against plain sums of what is beneath: genders, units and periods delivered in any mixture.

The unknowns are the smallest numbers there are, cases of a ward, a gender and a quarter; each number that shows is one
equation in them, whatever else was delivered. A hidden number in the span of the shown ones is worked out by adding.
"""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from kpi.analysis.disclosure import hide

WARDS = {"r": ["g1", "g2", "h1", "h2"], "g": ["g1", "g2"], "h": ["h1", "h2"]} | {
    ward: [ward] for ward in ("g1", "g2", "h1", "h2")
}
UNITS = pd.DataFrame(
    [("r", "region", None), ("g", "enhet", "r"), ("h", "enhet", "r"), ("g1", "enhet", "g"), ("g2", "enhet", "g"),
     ("h1", "enhet", "h"), ("h2", "enhet", "h")],
    columns=["code", "kind", "parent"],
)  # fmt: skip
GENDERS = {"K": "K", "M": "M", "T": "KM"}
QUARTERS = range(8)  # 2024 and 2025
KINDS = {"quarter": 1, "half_year": 2, "year": 4, "years_2": 8}
PLACE = {key: at for at, key in enumerate(product(WARDS["g"] + WARDS["h"], "KM", QUARTERS))}
EVERY = ("quarter", "year")
MIXTURES = {
    "all": lambda unit, gender: EVERY,
    "totalt by year": lambda unit, gender: ("year",) if gender == "T" else ("quarter",),
    "totalt by quarter": lambda unit, gender: ("quarter",) if gender == "T" else ("year",),
    "totalt by two years": lambda unit, gender: ("years_2",) if gender == "T" else ("year",),
    "genders by half-year": lambda unit, gender: EVERY if gender == "T" else ("half_year",),
    "the region by year": lambda unit, gender: ("year",) if unit == "r" else ("quarter",),
    "wards by year": lambda unit, gender: ("year",) if len(WARDS[unit]) == 1 else ("quarter",),
    "no clinics": lambda unit, gender: () if unit in "gh" else EVERY,
    "genders in wards only": lambda unit, gender: EVERY if gender == "T" or len(WARDS[unit]) == 1 else (),
}


def cells(unit, gender, first, length):
    """Which of the smallest numbers it is the sum of."""
    out = np.zeros(len(PLACE))
    for ward, each, quarter in product(WARDS[unit], GENDERS[gender], range(first, first + length)):
        out[PLACE[ward, each, quarter]] = 1
    return out


def delivered(kinds_of, seed):
    rng = np.random.default_rng(seed)
    above = rng.choice([0, 2, 7, 20], size=len(PLACE), p=[0.1, 0.15, 0.35, 0.4]) + rng.integers(0, 3, len(PLACE))
    below = above + rng.integers(10, 90, len(PLACE))
    rows = []
    for unit, gender in product(WARDS, GENDERS):
        for kind, first in ((one, at) for one in kinds_of(unit, gender) for at in QUARTERS[:: KINDS[one]]):
            inside = cells(unit, gender, first, KINDS[kind])
            cases, size = float(inside @ above), float(inside @ below)
            rows.append({
                "indicator": "i", "unit": unit, "gender": gender, "period_kind": kind,
                "period_start": pd.Timestamp(2024 + first // 4, 1 + 3 * (first % 4), 1), "value": 100 * cases / size,
                "numerator": cases, "denominator": size, "lower": np.nan, "upper": np.nan, "status": None,
                "inside": inside,
            })  # fmt: skip
    return pd.DataFrame(rows)


def added_up(rows, hidden):
    """Which hidden numbers lie in the span of those that show."""
    inside = np.stack(rows["inside"].to_list())
    _, sizes, directions = np.linalg.svd(inside[~hidden], full_matrices=True)
    free = directions[(sizes > 1e-9).sum() :]
    return (abs(inside[hidden] @ free.T) < 1e-7).all(axis=1)


@pytest.mark.parametrize("mixture", sorted(MIXTURES))
def test_no_hidden_number_can_be_added_up(mixture):
    found = 0
    for seed in range(6):
        rows = delivered(MIXTURES[mixture], seed)
        few = max(5, rows["numerator"].quantile(0.15))  # so that something is hidden in the longest periods as well
        hidden = hide(rows.drop(columns="inside"), UNITS, default=few)["status"].eq("suppressed").to_numpy()
        assert not added_up(rows, hidden).any()
        found += hidden.any()
    assert found >= 5


def test_the_attacker_finds_what_primary_suppression_leaves_open():
    """So that the test above can fail."""
    rows = delivered(MIXTURES["totalt by year"], 0)
    small = rows["numerator"].between(1, 4).to_numpy()
    assert added_up(rows, small).any()

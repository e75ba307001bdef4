"""Röjandekontroll under attack: whatever the figures, no hidden one follows from those that show."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from disclosure_attack import by_algebra, by_subtraction, key
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi.analysis.disclosure import hide

NUMBERS = ["value", "numerator", "denominator", "lower", "upper"]
PRIMARY = ("primary_count", "primary_complement", "primary_denominator")
TREES = {
    "alone": [("0", "region", None)],
    "flat": [("0", "region", None), ("a", "ward", "0"), ("b", "ward", "0"), ("c", "ward", "0")],
    "deep": [("0", "country", None), ("r", "region", "0"), ("s", "region", "0"), ("a", "ward", "r"),
             ("b", "ward", "r"), ("c", "ward", "s"), ("d", "ward", "s")],
    "chain": [("0", "country", None), ("r", "region", "0"), ("a", "ward", "r")],
    "uneven": [("0", "country", None), ("r", "region", "0"), ("s", "region", "0"), ("a", "ward", "r"),
               ("b", "ward", "s"), ("c", "ward", "s")],
}  # fmt: skip
# The parts of a year that are there; the first makes up the others.
PERIODS = {
    "year": [("year", 1, 12)], "tertials": [("tertial", 3, 4), ("year", 1, 12)],
    "quarters": [("quarter", 4, 3), ("half_year", 2, 6), ("year", 1, 12)],
}  # fmt: skip
SMALL = st.one_of(st.integers(0, 6), st.integers(0, 60))
slowly = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@st.composite
def stores(draw, tree=""):
    """A tree of units, and shares that add up over genders, units and periods.

    Some rows are missing, and sometimes all of a unit that has others beneath it.
    """
    units = pd.DataFrame(TREES[tree or draw(st.sampled_from(sorted(TREES)))], columns=["code", "kind", "parent"])
    periods = PERIODS[draw(st.sampled_from(sorted(PERIODS)))]
    leaves = sorted(set(units["code"]) - set(units["parent"].dropna()))
    finest = periods[0][1]
    made = {
        (unit, gender, at): (above := draw(SMALL), above + draw(SMALL))
        for unit, gender, at in product(leaves, "KM", range(finest))
    }
    rows = []
    for unit, gender, (kind, many, months) in product(units["code"], "KMT", periods):
        for at in range(many):
            inside = range(at * finest // many, (at + 1) * finest // many)
            mine = [
                made[leaf, each, part]
                for leaf, each, part in product(_leaves(units, unit), "KM" if gender == "T" else gender, inside)
            ]
            above, below = (float(sum(numbers)) for numbers in zip(*mine, strict=True))
            rows.append(
                {"indicator": "i", "unit": unit, "gender": gender, "period_kind": kind,
                 "period_start": pd.Timestamp(2025, at * months + 1, 1), "numerator": above, "denominator": below,
                 "value": 100 * above / below if below else np.nan, "lower": np.nan, "upper": np.nan, "status": None}
            )  # fmt: skip
    silent = draw(st.sampled_from(["", *sorted(set(units["code"]) - set(leaves))]))
    rows = [row for row in rows if row["unit"] != silent]
    gone = draw(st.sets(st.integers(0, len(rows) - 1), max_size=2))
    return pd.DataFrame([row for at, row in enumerate(rows) if at not in gone]), units


def _leaves(units, code):
    beneath = units.loc[units["parent"].eq(code), "code"].tolist()
    return [code] if not beneath else [leaf for child in beneath for leaf in _leaves(units, child)]


@pytest.mark.parametrize("tree", sorted(TREES))
@settings(slowly, max_examples=40)
@given(st.data(), st.sampled_from([2, 5, 10]))
def test_no_hidden_number_can_be_worked_out(tree, data, threshold):
    seen, units = data.draw(stores(tree))
    rows = hide(seen, units, default=threshold).to_dict("records")
    assert by_subtraction(rows, units) == set()
    assert by_algebra(rows, units) == set()


@slowly
@given(stores())
def test_counts_without_denominators_hide_as_well(store):
    seen, units = store
    counts = seen.assign(value=seen["numerator"], denominator=np.nan)
    rows = hide(counts, units).to_dict("records")
    assert by_subtraction(rows, units) == set()
    assert by_algebra(rows, units) == set()


@slowly
@given(stores(), st.data())
def test_what_came_suppressed_cannot_be_worked_out_either(store, data):
    seen, units = store
    chosen = data.draw(st.sets(st.sampled_from(list(seen.index)), min_size=1, max_size=3))
    seen.loc[list(chosen), "status"] = "suppressed"
    rows = hide(seen, units).to_dict("records")
    assert by_subtraction(rows, units) == set()
    assert by_algebra(rows, units) == set()


@slowly
@given(stores())
def test_small_numbers_are_hidden_and_true_zeros_are_not_by_the_primary_rule(store):
    seen, units = store
    found = hide(seen, units)
    above, below = seen["numerator"], seen["denominator"]
    small = above.between(1, 4) | ((below - above).between(1, 4) & above.gt(0)) | (below.lt(5) & above.gt(0))
    assert found["hidden_by"].isin(PRIMARY).equals(small)
    assert found.loc[found["hidden_by"].notna(), NUMBERS].isna().all(axis=None)
    assert found["status"].eq("suppressed").equals(found["hidden_by"].notna())
    shown = found["hidden_by"].isna()
    pd.testing.assert_frame_equal(found.loc[shown, NUMBERS], seen.loc[shown, NUMBERS])


@slowly
@given(stores())
def test_hiding_again_hides_no_more(store):
    seen, units = store
    once = hide(seen, units)
    pd.testing.assert_frame_equal(hide(once, units), once)


@slowly
@given(stores(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_units_never_matters(store, random):
    seen, units = store
    order = random.sample(list(seen.index), len(seen))
    shuffled = hide(seen.loc[order], units.sample(frac=1, random_state=1)).loc[seen.index]
    pd.testing.assert_frame_equal(shuffled, hide(seen, units))


@slowly
@given(stores())
def test_nothing_is_hidden_where_nothing_is_small(store):
    seen, units = store
    large = seen.assign(numerator=seen["numerator"] + 1000, denominator=seen["denominator"] + 3000)
    assert hide(large, units)["hidden_by"].isna().all()


@slowly
@given(stores())
def test_nothing_without_numerators_is_hidden(store):
    seen, units = store
    bare = seen.assign(numerator=np.nan, denominator=np.nan)
    found = hide(bare, units)
    assert found["hidden_by"].isna().all()
    pd.testing.assert_frame_equal(found[seen.columns], bare)


def test_the_attacker_finds_what_one_rule_alone_leaves_open():
    """So that the tests above can fail: primary suppression alone gives kvinnor away."""
    rows = [
        {"indicator": "i", "unit": "0", "gender": gender, "period_kind": "year",
         "period_start": pd.Timestamp(2025, 1, 1), "status": status}
        for gender, status in (("K", "suppressed"), ("M", None), ("T", None))
    ]  # fmt: skip
    units = pd.DataFrame(TREES["alone"], columns=["code", "kind", "parent"])
    assert by_subtraction(rows, units) == by_algebra(rows, units) == {key(rows[0])}

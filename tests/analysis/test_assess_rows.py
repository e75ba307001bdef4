"""The rows of an assessment: genders, gaps, trends, and what never matters."""

import frames
import numpy as np
import pandas as pd
import pytest
import random_cases
from frames import monthly, observations, row, subjects, targets, yearly
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.analysis import assess
from kpi.analysis.columns import COLUMNS
from kpi.analysis.gender import newcombe
from kpi.model import Period

P2025 = Period.year(2025)


def of_three(k, m, t, **target):
    seen = [*yearly({2025: k}, gender="K"), *yearly({2025: m}, gender="M"), *yearly({2025: t})]
    return assess(subjects(), targets({"value": 250, **target}), observations(*seen), P2025)


def test_antibiotics_in_jamtland_2017():
    table = of_three(287.7073218, 191.7290324, 238.6754187, plan=None, origin="guideline")
    assert table["gender"].tolist() == ["K", "M", "T"]
    assert table["status"].tolist() == ["not_met", "met", "met"]
    assert table["gap"].tolist() == [95.9782894] * 3
    assert table["equal_met"].tolist() == [False] * 3
    assert table["total_outside"].tolist() == [False] * 3


def test_a_total_outside_women_and_men_is_a_warning():
    assert of_three(10, 12, 13)["total_outside"].tolist() == [True] * 3
    assert of_three(12, 10, 9.9)["total_outside"].tolist() == [True] * 3
    assert of_three(10, 12, 12)["total_outside"].tolist() == [False] * 3


def test_equally_met_needs_both_judged():
    assert of_three(1, 2, 300)["equal_met"].tolist() == [True] * 3
    assert of_three(None, 2, 3)["equal_met"].tolist() == [None] * 3


def test_a_gap_needs_the_same_period_and_shown_values():
    seen = [*yearly({2025: 3}, gender="K"), *yearly({2024: 1}, gender="M")]
    found = row(assess(subjects(), targets(), observations(*seen), P2025))
    assert (found["gap_reason"], found["equal_met"]) == ("different_periods", None)
    assert pd.isna(found["gap"])
    seen = [*yearly({2025: 3}, gender="K", status="suppressed"), *yearly({2025: 1}, gender="M")]
    assert row(assess(subjects(), targets(), observations(*seen), P2025))["gap_reason"] == "suppressed"
    assert row(assess(subjects(), targets(), observations(), P2025))["gap_reason"] == "no_value"


def test_the_total_is_never_made_of_women_and_men():
    seen = [*yearly({2025: 3}, gender="K"), *yearly({2025: 1}, gender="M")]
    found = row(assess(subjects(), targets(), observations(*seen), P2025))
    assert (found["reason"], found["total_outside"]) == ("no_outcome", None)
    assert pd.isna(found["value"])


def test_the_gaps_interval_from_published_intervals():
    k, m = yearly({2025: 12}, gender="K", lower=10, upper=14), yearly({2025: 10}, gender="M", lower=8.5, upper=11.5)
    found = row(assess(subjects(), targets(), observations(*k, *m), P2025))
    half = 1.96 * ((4 / 3.92) ** 2 + (3 / 3.92) ** 2) ** 0.5
    assert (found["gap_lower"], found["gap_upper"]) == pytest.approx((2 - half, 2 + half))
    assert found["gap_method"] == "intervals"


def test_newcombes_own_example():
    """56/70 and 48/80: 0.0524 to 0.3339 (Newcombe 1998, table II, example a, method 10)."""
    low, high = newcombe(np.array([56.0]), np.array([70.0]), np.array([48.0]), np.array([80.0]))
    assert (low[0], high[0]) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_the_gaps_interval_from_shares_only_where_they_are_shares_in_percent():
    k = yearly({2025: 80}, gender="K", numerator=56, denominator=70)
    m = yearly({2025: 60}, gender="M", numerator=48, denominator=80)
    found = row(assess(subjects(), targets(), observations(*k, *m), P2025))
    assert (found["gap_lower"], found["gap_upper"]) == pytest.approx((5.24, 33.39), abs=5e-3)
    assert found["gap_method"] == "newcombe"
    rate = row(assess(subjects({"measure": "per 100"}), targets(), observations(*k, *m), P2025))
    assert rate["gap_method"] is None
    assert pd.isna(rate["gap_lower"])


def test_what_is_not_split_has_only_a_total_unless_there_are_values():
    alone = {"split_by_gender": False}
    assert assess(subjects(alone), targets(), observations(), P2025)["gender"].tolist() == ["T"]
    seen = observations(*yearly({2025: 1}, gender="K"))
    assert len(assess(subjects(alone), targets(), seen, P2025)) == 3


def test_subjects_keep_their_order_and_may_stand_twice():
    table = assess(subjects({"indicator": "z"}, {"indicator": "a"}, {"indicator": "z", "goal": "h"}), targets(),
                   observations(), P2025)  # fmt: skip
    assert table["indicator"].tolist() == [*"zzzaaazzz"]
    assert list(table.columns) == COLUMNS


def test_nothing_gives_an_empty_table_with_all_columns():
    table = assess(subjects().head(0), targets(), observations(), P2025)
    assert (len(table), list(table.columns)) == (0, COLUMNS)


def test_the_trend_uses_values_from_the_latest_break_until_the_period():
    seen = yearly(dict(zip(range(2010, 2027), [9, 1, 8, 2, 7, 3, 9, 1, 8, 2, 10, 11, 12, 13, 14, 15, 0], strict=True)))
    breaks = pd.DataFrame(
        {"indicator": ["i", "i", "i", "x"], "unit": [None, "u", "v", None],
         "period_start": pd.to_datetime(["2015-01-01", "2020-01-01", "2023-01-01", "2024-01-01"])}
    )  # fmt: skip
    made = subjects(), targets(), observations(*seen), P2025
    found = row(assess(*made, breaks=breaks))
    assert (found["trend_n"], found["trend_verdict"], found["trend_slope"]) == (6, "worsening", 1.0)
    assert (found["trend_method"], found["trend_reason"]) == ("mann_kendall", None)
    assert row(assess(*made))["trend_n"] == 16
    later = breaks.assign(period_start=pd.to_datetime("2026-01-01"))
    assert row(assess(*made, breaks=later))["trend_n"] == 16


def test_the_trend_of_a_year_made_of_months_is_the_months_with_a_slope_per_year():
    seen = monthly(2025, [1, 2, 3, 4, 5, 6])
    found = row(assess(subjects({"year_rule": "mean"}), targets({"value": 9}), observations(*seen), P2025))
    assert (found["trend_period_kind"], found["trend_n"]) == ("month", 6)
    assert found["trend_slope"] == pytest.approx(12)


def test_suppressed_values_are_in_no_trend_and_pooled_years_have_none():
    seen = [*yearly(dict.fromkeys(range(2017, 2025), 3)), *yearly({2025: 9}, status="suppressed")]
    assert row(assess(subjects(), targets(), observations(*seen), P2025))["trend_n"] == 8
    pooled = yearly(dict.fromkeys(range(2010, 2020), 3), period_kind="years_3")
    found = row(assess(subjects(), targets(), observations(*pooled), P2025))
    assert (found["trend_n"], found["trend_reason"], found["trend_verdict"]) == (10, "overlapping", None)


@settings(max_examples=8, deadline=None)
@given(st.integers(100, 140), st.randoms(use_true_random=False))
def test_the_order_of_targets_and_observations_never_matters(seed, rng):
    subject_rows, target_rows, seen = random_cases.batch(seed, 6)
    straight = assess(frames.subjects(*subject_rows), targets(*target_rows), observations(*seen), P2025)
    rng.shuffle(target_rows)
    rng.shuffle(seen)
    turned = assess(frames.subjects(*subject_rows), targets(*target_rows), observations(*seen), P2025)
    pd.testing.assert_frame_equal(straight, turned)


@settings(max_examples=8, deadline=None)
@given(st.integers(100, 140))
def test_women_and_men_changing_places_mirrors_the_gap(seed):
    subject_rows, target_rows, seen = random_cases.batch(seed, 6)
    other = {"K": "M", "M": "K", "T": "T", None: None}
    turn = [[{**one, "gender": other[one["gender"]]} for one in rows] for rows in (target_rows, seen)]
    one = assess(frames.subjects(*subject_rows), targets(*target_rows), observations(*seen), P2025)
    two = assess(frames.subjects(*subject_rows), *(make(*rows) for make, rows in zip((targets, observations), turn,
                 strict=True)), P2025)  # fmt: skip
    np.testing.assert_array_equal(one["gap"], -two["gap"])
    np.testing.assert_allclose(one["gap_lower"], -two["gap_upper"])
    assert one["equal_met"].tolist() == two["equal_met"].tolist()
    for gender, swapped in (("K", "M"), ("M", "K"), ("T", "T")):
        same = ["status", "reason", "value", "target_code", "trend_n"]
        left, right = one[one["gender"].eq(gender)][same], two[two["gender"].eq(swapped)][same]
        pd.testing.assert_frame_equal(left.reset_index(drop=True), right.reset_index(drop=True))


def test_every_null_value_says_why():
    for seed in range(100, 103):
        made = random_cases.batch(seed)
        table = assess(frames.subjects(*made[0]), targets(*made[1]), observations(*made[2]), P2025)
        assert table.loc[table["value"].isna(), "reason"].notna().all()
        assert table.loc[table["status"].eq("unjudged"), "reason"].notna().all()
        assert table.loc[table["status"].isin(["met", "near", "not_met"]), "distance"].notna().all()
        assert table.loc[table["status"].isin(["met", "near", "not_met"]), "reason"].isna().all()
        assert table.loc[table["gap"].isna(), "gap_reason"].notna().all()
        assert table.loc[table["trend_verdict"].isna(), "trend_reason"].notna().all()
        waiting = table["status"].isna() & table["target_code"].notna()
        assert (table.loc[waiting, "path_value"].isna() == table.loc[waiting, "path_reason"].notna()).all()

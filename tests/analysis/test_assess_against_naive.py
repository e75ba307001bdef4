"""`assess` against an independent implementation in plain fractions, on random cases of every kind."""

from collections import Counter
from datetime import date
from functools import cache

import frames
import naive
import naive_rules
import pandas as pd
import pytest
import random_cases

from kpi.analysis import assess
from kpi.model import Period, PeriodKind

SEEDS = range(32)  # of 40 subjects × K, M, T each
PERIODS = [
    Period.year(2025), Period.year(2024), Period.year(2021), Period(date(2025, 8, 1), PeriodKind.MONTH),
    Period(date(2025, 5, 1), PeriodKind.TERTIAL),
]  # fmt: skip
NUMBERS = {"distance": "distance", "pace_needed": "pace", "path_value": "path"}


@cache
def case(seed):
    subjects, targets, observations = random_cases.batch(seed)
    period = PERIODS[seed % len(PERIODS)]
    made = frames.subjects(*subjects), frames.targets(*targets), frames.observations(*observations)
    return subjects, targets, observations, period, assess(*made, period)


def same(found, wanted):
    if wanted is None:
        return bool(pd.isna(found))
    return found == pytest.approx(float(wanted), rel=1e-9, abs=1e-9)


def check(told, wanted):
    for name in ("status", "reason", "period_kind"):
        assert told[name] == wanted[name], (name, wanted, told)
    assert wanted["target"] in ("several", told["target_code"]), told
    outcome = wanted["outcome"] or {"value": None, "so_far": False, "part_kind": None, "start": None}
    assert same(told["value"], outcome["value"]), told
    assert told["so_far"] == outcome["so_far"], told
    assert told["part_kind"] == outcome["part_kind"], told
    if outcome["start"]:
        assert told["period_start"].date() == outcome["start"], told
    for column, name in NUMBERS.items():
        assert same(told[column], wanted[name]), (column, wanted[name], told)
    if "base" in wanted:
        assert same(told["base_value"], wanted["base"]), told
        assert same(told["reference_value"], wanted["reference"]), told


@pytest.mark.parametrize("seed", SEEDS)
def test_assess_agrees_with_the_naive_implementation(seed):
    subjects, targets, observations, period, table = case(seed)
    book = naive.Book(observations)
    assert len(table) == 3 * len(subjects)
    rows = iter(table.to_dict("records"))
    for subject in subjects:
        wanted = {gender: naive.assess_one(subject, gender, targets, book, period.end) for gender in "KMT"}
        compared = naive_rules.both(*wanted.values())
        for gender, expected in wanted.items():
            told = next(rows)
            assert (told["indicator"], told["gender"]) == (subject["indicator"], gender)
            check(told, expected)
            assert same(told["gap"], compared["gap"]), told
            for name in ("equal_met", "total_outside"):
                assert told[name] is compared[name] or told[name] == compared[name], (name, told)


def test_the_random_cases_meet_every_kind_status_and_reason():
    """Guards against a generator that never reaches what it should test."""
    table = pd.concat([case(seed)[-1] for seed in SEEDS])
    seen = Counter(zip(table["target_kind"], table["status"], strict=True))
    for kind in set(random_cases.KINDS) - {"milestone"}:
        assert seen[kind, "met"] >= 5, kind
        assert seen[kind, "not_met"] >= 5, kind
    for kind in ("at_least", "at_most", "below", "between", "change_at_most", "change_at_least", "gap_reduced_by"):
        assert seen[kind, "near"] >= 2, kind
    assert table["path_value"].notna().sum() >= 20
    assert (table["so_far"] & table["status"].isin(["met", "not_met"])).sum() >= 20
    so_far_against_reference = table[
        table["so_far"] & table["target_kind"].isin(["below_reference", "above_reference"])
    ]
    assert so_far_against_reference["status"].isin(["met", "not_met"]).sum() >= 10
    assert set(table["reason"]) - {None} == {
        "no_outcome", "no_target", "no_reference", "no_base", "zero_base", "no_gap", "year_not_over",
        "incomplete_year", "outside_target_years", "suppressed", "milestone", "ambiguous_target", "no_direction",
        "no_denominator",
    }  # fmt: skip

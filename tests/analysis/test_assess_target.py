"""Which target applies, ties, targets judged later, pace and path."""

import pandas as pd
import pytest
from frames import observations, row, subjects, targets, yearly

from kpi.analysis import assess
from kpi.model import Period

P2025 = Period.year(2025)


def total(chosen, seen=None, subject=None, **rest):
    table = assess(
        subjects(subject or {}), targets(*chosen), observations(*(seen or yearly({2025: 10}))), P2025, **rest
    )
    return row(table)


def code(*chosen):
    return total(chosen)["target_code"]


def test_unit_goes_before_gender_before_years():
    any_one = {"code": "any", "value": 1}
    gender = {"code": "gender", "gender": "T", "value": 2}
    unit = {"code": "unit", "unit": "u", "value": 3}
    years = {"code": "years", "first_year": 2025, "last_year": 2027, "value": 4}
    year = {"code": "year", "first_year": 2025, "last_year": 2025, "value": 5}
    assert code(any_one, gender, unit, years) == "unit"
    assert code(any_one, gender, years) == "gender"
    assert code(any_one, years) == "years"
    assert code(years, year, any_one) == "year"
    assert code({**unit, "unit": "parent"}, any_one) == "any"  # nothing is inherited
    assert code({**gender, "gender": "K"}, any_one) == "any"


def test_of_targets_for_different_years_the_outcomes_own_year_decides():
    chosen = [{"code": str(year), "value": year, "first_year": year, "last_year": year} for year in (2023, 2024, 2025)]
    assert total(chosen, yearly({2024: 1}))["target_code"] == "2024"
    late = total(chosen, yearly({2022: 1}))
    assert (late["target_code"], late["reason"]) == ("2025", "outside_target_years")


def test_the_plans_own_target_goes_before_a_guideline():
    guideline = {"code": "g", "plan": None, "origin": "guideline", "unit": "u", "value": 250}
    assert code(guideline, {"code": "own", "value": 5}) == "own"
    alone = total([guideline])
    assert (alone["target_code"], alone["target_origin"], alone["status"]) == ("g", "guideline", "met")


def test_another_plans_target_does_not_hold():
    other = {"code": "other", "plan": "q", "value": 1}
    assert total([other])["status"] is None
    assert total([other], subject={"plan": None}, plan="q")["target_code"] == "other"
    assert total([other], subject={"plan": None})["target_code"] is None


def test_a_tie_is_told_and_not_broken():
    found = total([{"code": "b", "value": 5}, {"code": "a", "value": 50}])
    assert (found["status"], found["reason"], found["target_code"]) == ("unjudged", "ambiguous_target", "a|b")
    assert found["value"] == 10
    assert pd.isna(found["target_value"])
    assert found["target_kind"] is None
    alike = total([{"code": "b", "value": 50}, {"code": "a", "value": 50}])
    assert (alike["status"], alike["target_code"]) == ("met", "a")


def test_before_its_year_a_target_has_a_path_and_no_status():
    target = {"kind": "change_at_most", "value": -40, "base_year": 2020, "by_year": 2030}
    found = total([target], yearly({2020: 100, 2025: 90}))
    assert (found["status"], found["reason"]) == (None, None)
    assert found["path_value"] == pytest.approx(80)
    assert (found["distance"], found["distance_in"]) == (30, "percentage_points_of_change")
    assert found["pace_needed"] == -6
    due = total([{**target, "by_year": 2025}], yearly({2020: 100, 2025: 90}))
    assert (due["status"], due["distance"]) == ("not_met", 30)
    assert pd.isna(due["path_value"])
    assert pd.isna(due["pace_needed"])


@pytest.mark.parametrize(
    ("target", "seen", "path"),
    [
        ({"kind": "at_least", "value": 60}, yearly({2020: 40, 2025: 1}), 50),
        ({"kind": "between", "value": 60, "upper_value": 80}, yearly({2020: 100, 2025: 1}), 90),
        ({"kind": "between", "value": 60, "upper_value": 80}, yearly({2020: 70, 2025: 1}), 70),
        ({"kind": "below_base"}, yearly({2020: 40, 2025: 1}), 40),
        (
            {"kind": "below_reference", "reference": "r"},
            [*yearly({2020: 40, 2025: 1}), *yearly({2025: 20}, unit="r")],
            30,
        ),
        (
            {"kind": "gap_reduced_by", "value": 2, "reference": "r"},
            [*yearly({2020: 14, 2025: 12}), *yearly({2020: 10, 2025: 9}, unit="r")],
            9 + 4 - 1,
        ),
    ],
)
def test_the_path_of_each_kind_halfway(target, seen, path):
    found = total([{**target, "base_year": 2020, "by_year": 2030}], seen)
    assert (found["path_value"], found["path_reason"]) == (path, None)


def test_a_path_without_a_base_says_so():
    found = total([{"value": 5, "by_year": 2030}])
    assert (found["status"], found["path_reason"]) == (None, "no_base")
    assert pd.isna(found["path_value"])
    none = total([{"value": 5, "by_year": 2030, "base_year": 2020}], yearly({2020: 10}, gender="K"))
    assert (none["status"], none["reason"]) == (None, "no_outcome")


def test_the_pace_runs_from_the_outcomes_year_to_the_targets_last():
    target = {"kind": "at_least", "value": 95, "last_year": 2027}
    assert total([target], yearly({2024: 86}))["pace_needed"] == 3
    assert pd.isna(total([target], yearly({2024: 96}))["pace_needed"])
    assert pd.isna(total([{"kind": "at_least", "value": 95}], yearly({2024: 86}))["pace_needed"])


def test_a_milestone_is_never_judged_by_a_measure():
    found = total([{"kind": "milestone", "by_year": 2030}])
    assert (found["status"], found["reason"]) == ("unjudged", "milestone")


def test_an_unknown_word_is_refused():
    with pytest.raises(ValueError, match="'t': target_kind 'most'"):
        total([{"kind": "most", "value": 1}])
    with pytest.raises(ValueError, match="subjects lack year_rule"):
        assess(subjects().drop(columns="year_rule"), targets(), observations(), P2025)

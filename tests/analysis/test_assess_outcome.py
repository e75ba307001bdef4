"""Which outcome is judged: latest values, part-year values by each year rule, suppressed and missing ones."""

from datetime import date

import pandas as pd
import pytest
from frames import monthly, observations, row, subjects, targets, yearly

from kpi.analysis import assess
from kpi.model import Period, PeriodKind

P2025 = Period.year(2025)
AUGUST = Period(date(2025, 8, 1), PeriodKind.MONTH)


def total(subject, target, seen, period=P2025):
    return row(assess(subjects(subject), targets(target), observations(*seen), period))


def told(found):
    return found["status"], found["reason"]


def test_the_latest_value_is_judged_under_its_own_period():
    found = total({}, {"value": 10}, yearly({2022: 8, 2023: 9, 2026: 99}))
    assert (found["value"], found["period_start"]) == (9, pd.Timestamp("2023-01-01"))
    assert told(found) == ("met", None)


def test_a_period_that_is_not_over_at_the_chosen_periods_end_does_not_count():
    assert total({}, {"value": 10}, yearly({2024: 8, 2025: 99}), AUGUST)["value"] == 8


def test_an_outcome_outside_the_targets_years_is_shown_and_not_judged():
    found = total({}, {"value": 10, "first_year": 2025, "last_year": 2027}, yearly({2024: 8}))
    assert found["value"] == 8
    assert told(found) == ("unjudged", "outside_target_years")
    assert pd.isna(found["distance"])


def test_a_suppressed_latest_value_is_not_replaced_by_an_older_one_nor_shown():
    seen = [
        *yearly({2024: 8}),
        *yearly({2025: 9}, status="suppressed", numerator=3, denominator=100, lower=1, upper=20),
    ]
    found = total({}, {"value": 10}, seen)
    assert told(found) == ("unjudged", "suppressed")
    assert found["period_start"] == pd.Timestamp("2025-01-01")
    assert found["observation_status"] == "suppressed"
    assert found[["value", "numerator", "denominator", "lower", "upper", "distance"]].isna().all()


def test_uppgift_saknas_is_no_value_so_the_latest_value_stands():
    found = total({}, {"value": 10}, [*yearly({2024: 8}), *yearly({2025: None}, status="missing")])
    assert (found["value"], *told(found)) == (8, "met", None)
    only = total({}, {"value": 10}, yearly({2025: None}, status="missing"))
    assert (*told(only), only["observation_status"]) == ("unjudged", "no_outcome", "missing")


def test_zero_is_a_value():
    assert told(total({}, {"value": 10}, yearly({2025: 0}))) == ("met", None)


def test_a_sum_is_not_judged_before_the_year_is_over():
    found = total({"year_rule": "sum"}, {"value": 100}, monthly(2025, [10.1] * 8))
    assert told(found) == ("unjudged", "year_not_over")
    assert (found["value"], found["so_far"], found["so_far_through"]) == (80.8, True, pd.Timestamp("2025-08-31"))
    assert (found["period_kind"], found["part_kind"]) == ("year", "month")


def test_a_complete_year_gives_the_full_years_value_without_a_floats_error():
    found = total({"year_rule": "sum"}, {"value": 1.2}, monthly(2025, [0.1] * 12))
    assert (found["value"], found["so_far"], *told(found)) == (1.2, False, "met", None)


@pytest.mark.parametrize(("rule", "value"), [("mean", 2.0), ("last", 3.0)])
def test_mean_and_last_are_judged_so_far(rule, value):
    found = total({"year_rule": rule}, {"value": 2.5}, monthly(2025, [1, 2, 3]))
    assert (found["value"], found["so_far"]) == (value, True)
    assert told(found) == ("met" if value < 2.5 else "not_met", None)


def test_a_ratio_sums_numerators_and_denominators_in_the_scale_of_the_values():
    small = monthly(2025, [50.0], numerator=5, denominator=10)
    large = [{**one, "period_start": "2025-02-01"} for one in monthly(2025, [10.0], numerator=100, denominator=1000)]
    found = total({"year_rule": "ratio"}, {"value": 11}, [*small, *large])
    assert found["value"] == 100 * 105 / 1010
    assert (found["numerator"], found["denominator"], found["so_far"]) == (105, 1010, True)
    assert told(found) == ("met", None)


@pytest.mark.parametrize("wrong", [{}, {"numerator": 5, "denominator": None}, {"numerator": 3, "denominator": 10}])
def test_a_ratio_without_parts_that_give_the_values_is_no_value(wrong):
    found = total({"year_rule": "ratio"}, {"value": 11}, monthly(2025, [50.0, 50.0], **wrong))
    assert told(found) == ("unjudged", "no_denominator")
    assert pd.isna(found["value"])


@pytest.mark.parametrize(("rule", "value"), [("sum", None), ("mean", 2.0), ("last", 3.0)])
def test_a_hole_among_the_parts_is_told(rule, value):
    found = total({"year_rule": rule}, {"value": 10}, monthly(2025, [1, None, 3]))
    assert pd.isna(found["value"]) if value is None else found["value"] == value
    assert told(found) == (("met", None) if rule == "last" else ("unjudged", "incomplete_year"))


def test_parts_that_stopped_in_an_earlier_year_are_an_incomplete_year():
    found = total({"year_rule": "mean"}, {"value": 10}, monthly(2024, [1, 2, 3]))
    assert told(found) == ("unjudged", "incomplete_year")


def test_a_suppressed_part_hides_the_year():
    seen = [*monthly(2025, [1, 2]), {**monthly(2025, [None, None, 3])[0], "status": "suppressed"}]
    found = total({"year_rule": "mean"}, {"value": 10}, seen)
    assert told(found) == ("unjudged", "suppressed")
    assert pd.isna(found["value"])


def test_the_yearly_series_wins_where_it_reaches_the_year():
    found = total({"year_rule": "sum"}, {"value": 10}, [*yearly({2025: 7}), *monthly(2025, [1] * 12)])
    assert (found["value"], found["part_kind"]) == (7, None)
    found = total({"year_rule": "sum"}, {"value": 10}, [*yearly({2024: 7}), *monthly(2025, [1] * 8)])
    assert told(found) == ("unjudged", "year_not_over")


def test_of_several_kinds_of_part_the_one_that_reaches_furthest_counts_then_one_without_a_hole():
    tertials = [
        {"period_kind": "tertial", "period_start": f"2025-{month:02d}-01", "value": 40} for month in (1, 5)
    ]  # fmt: skip
    assert total({}, {"value": 1}, [*tertials, *monthly(2025, [1] * 5)])["value"] == 80
    assert total({}, {"value": 1}, [*tertials, *monthly(2025, [1] * 9)])["value"] == 9
    assert total({}, {"value": 1}, [tertials[1], *monthly(2025, [1] * 8)])["value"] == 8


def test_the_kind_of_period_that_the_target_is_set_for_is_judged():
    seen = [*yearly({2025: 1}), *yearly({2023: 2}, period_kind="years_3"), *monthly(2025, [5])]
    assert total({}, {"value": 9, "period_kind": "years_3"}, seen)["value"] == 2
    assert total({}, {"value": 9, "period_kind": "month"}, seen)["value"] == 5
    assert told(total({}, {"value": 9, "period_kind": "quarter"}, seen)) == ("unjudged", "no_outcome")


@pytest.mark.parametrize(
    ("seen", "kind", "value"),
    [
        ([*yearly({2023: 1}), *monthly(2025, [5])], "year", 1),
        ([*monthly(2025, [5, 6]), {"period_kind": "tertial", "period_start": "2025-05-01", "value": 7}], "month", 6),
        (yearly({2023: 2}, period_kind="years_3"), "years_3", 2),
    ],
)
def test_without_a_target_the_main_series_is_followed(seen, kind, value):
    found = row(assess(subjects(), targets(), observations(*seen), P2025))
    assert (found["period_kind"], found["value"], *told(found)) == (kind, value, None, None)


def test_a_repeated_observation_is_refused():
    with pytest.raises(ValueError, match="two observations"):
        total({}, {"value": 1}, [*yearly({2025: 1}), *yearly({2025: 2})])


def test_a_base_and_a_reference_may_be_made_of_whole_years_of_parts():
    seen = [*monthly(2019, [1] * 12), *monthly(2025, [0.5] * 12), *monthly(2025, [1] * 12, unit="r")]
    change = total({"year_rule": "sum"}, {"kind": "change_at_most", "value": -50, "base_year": 2019}, seen)
    assert (change["base_value"], change["value"], *told(change)) == (12, 6, "met", None)
    against = total({"year_rule": "sum"}, {"kind": "below_reference", "reference": "r"}, seen)
    assert (against["reference_value"], *told(against)) == (12, "met", None)
    lacking = total({}, {"kind": "change_at_most", "value": -50, "base_year": 2019}, seen[1:])
    assert told(lacking) == ("unjudged", "no_base")


def test_so_far_is_compared_with_the_reference_over_the_same_parts_only():
    target = {"kind": "below_reference", "reference": "r"}
    mine = monthly(2025, [1, 2, 3])
    same = total({"year_rule": "mean"}, target, [*mine, *monthly(2025, [2, 3, 4, 99], unit="r")])
    assert (same["reference_value"], *told(same)) == (3, "met", None)
    short = total(
        {"year_rule": "mean"}, target, [*mine, *monthly(2025, [2, 3], unit="r"), *yearly({2025: 9}, unit="r")]
    )
    assert told(short) == ("unjudged", "no_reference")


def test_a_monthly_target_is_compared_with_the_same_month_of_the_base_year():
    seen = [*monthly(2019, [10, 20]), *monthly(2025, [5, 11])]
    target = {"kind": "change_at_most", "value": -42, "base_year": 2019, "period_kind": "month"}
    found = total({}, target, seen)
    assert (found["base_value"], found["value"], *told(found)) == (20, 11, "met", None)

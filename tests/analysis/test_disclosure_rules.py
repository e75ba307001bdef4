"""Röjandekontroll, rule by rule: what is hidden, what is not, and why."""

import numpy as np
import pandas as pd
import pytest
from frames import observations

from kpi.analysis.disclosure import hide

UNITS = pd.DataFrame(
    [("0000", "country", None), ("r", "region", "0000"), ("s", "region", "0000"), ("a", "ward", "r"),
     ("b", "ward", "r"), ("c", "ward", "r"), ("only", "ward", "s"), ("k1", "municipality", "m"),
     ("k2", "municipality", "m"), ("b1", "board", "m"), ("b2", "board", "m"), ("m", "region", None)],
    columns=["code", "kind", "parent"],
)  # fmt: skip
NUMBERS = ["value", "numerator", "denominator", "lower", "upper"]


def share(above, below, **more):
    return {"value": 100 * above / below, "numerator": above, "denominator": below, "unit": "r", **more}


def count(number, **more):
    return {"value": number, "numerator": number, "unit": "r", **more}


def month(number, make, *numbers, **more):
    return make(*numbers, period_kind="month", period_start=f"2025-{number:02d}-01", **more)


def why(*rows, **named):
    return hide(observations(*rows), UNITS, **named)["hidden_by"].tolist()


@pytest.mark.parametrize(
    ("above", "below", "reason"),
    [
        (0, 100, None), (1, 100, "primary_count"), (4, 100, "primary_count"), (5, 100, None), (95, 100, None),
        (96, 100, "primary_complement"), (99, 100, "primary_complement"), (100, 100, None), (0, 4, None), (0, 3, None),
        (4, 4, "primary_count"), (5, 5, None), (5, 9, "primary_complement"), (5, 10, None), (250, 220, None),
        (8, 4, "primary_denominator"), (4.5, 100, "primary_count"), (-3, 100, None),
    ],
)  # fmt: skip
def test_the_primary_rule_at_its_edges(above, below, reason):
    assert why(share(above, below)) == [reason]


@pytest.mark.parametrize(("threshold", "reason"), [(3, None), (4, "primary_count"), (20, "primary_count")])
def test_each_indicator_has_its_own_threshold(threshold, reason):
    rows = [share(3, 100), share(3, 100, indicator="j")]
    assert why(*rows, thresholds={"i": threshold}) == [reason, "primary_count"]


def test_the_default_threshold_is_five_and_can_be_another():
    assert why(share(4, 100), share(5, 100, indicator="j")) == ["primary_count", None]
    assert why(share(7, 100), default=10) == ["primary_count"]


def test_a_numerator_or_a_denominator_alone_counts():
    assert why(count(3)) == ["primary_count"]
    assert why({"value": 20.0, "denominator": 4}) == ["primary_denominator"]
    assert why({"value": 0.0, "denominator": 4}) == [None]


def test_a_rate_has_no_complement_when_events_outnumber_persons():
    assert why({"value": 1136.4, "numerator": 250, "denominator": 248}) == [None]


def test_everything_of_a_hidden_row_is_gone_and_the_rest_is_untouched():
    seen = observations(share(3, 40, lower=1.0, upper=9.0, status="preliminary"), share(30, 40, indicator="j"))
    seen["comment"] = ["tre av fyrtio", "som väntat"]
    found = hide(seen, UNITS)
    assert found.loc[0, NUMBERS].isna().all()
    assert found.loc[0, "status"] == "suppressed"
    assert pd.isna(found.loc[0, "comment"])
    pd.testing.assert_series_equal(found.loc[1, seen.columns], seen.loc[1], check_dtype=False)
    assert seen.loc[0, "numerator"] == 3  # what was given is not changed


def test_what_came_suppressed_loses_its_number_and_its_remark():
    seen = observations({"value": 3.0, "status": "suppressed"}).assign(comment="tre av fyrtio")
    found = hide(seen, UNITS).iloc[0]
    assert np.isnan(found["value"])
    assert (found["hidden_by"], found["comment"]) == ("delivered", None)


def test_the_other_gender_goes_where_the_total_shows():
    rows = [share(3, 40, gender="K"), share(50, 60, gender="M"), share(53, 100)]
    assert why(*rows) == ["primary_count", "secondary_gender", None]
    assert why(*rows[::-1]) == [None, "secondary_gender", "primary_count"]


def test_the_other_gender_stays_where_there_is_no_total():
    assert why(share(3, 40, gender="K"), share(50, 60, gender="M")) == ["primary_count", None]


def test_the_other_gender_goes_when_the_delivery_hid_one():
    rows = [{"unit": "r", "gender": "K", "status": "suppressed"}, share(50, 60, gender="M"), share(53, 100)]
    assert why(*rows) == ["delivered", "secondary_gender", None]


def test_a_true_zero_goes_only_where_nothing_else_would_hide_the_other():
    assert why(share(40, 43, gender="K"), share(0, 60, gender="M"), share(40, 103)) == [
        "primary_complement", "secondary_gender", None,
    ]  # fmt: skip
    rows = [share(3, 100, unit="a"), share(0, 100, unit="b"), share(70, 100, unit="c"), share(73, 300)]
    assert why(*rows) == ["primary_count", None, "secondary_unit", None]


def test_the_next_smallest_unit_goes_with_or_without_the_parents_number():
    rows = [share(3, 100, unit="a"), share(20, 60, unit="b"), share(30, 100, unit="c")]
    assert why(*rows) == ["primary_count", "secondary_unit", None]
    assert why(*rows, share(53, 260)) == ["primary_count", "secondary_unit", None, None]


def test_two_hidden_units_hide_each_other():
    rows = [share(3, 100, unit="a"), share(4, 100, unit="b"), share(30, 100, unit="c"), share(37, 300)]
    assert why(*rows) == ["primary_count", "primary_count", None, None]


def test_equal_units_go_by_code_whatever_their_order():
    rows = [share(3, 100, unit="a"), share(20, 100, unit="c"), share(20, 100, unit="b")]
    assert why(*rows) == ["primary_count", None, "secondary_unit"]


def test_units_of_other_parents_periods_and_indicators_do_not_help():
    rows = [share(3, 100, unit="a"), share(9, 100, unit="s"), share(9, 100, unit="b", period_start="2024-01-01"),
            share(9, 100, unit="b", indicator="j"), share(50, 100, unit="c")]  # fmt: skip
    assert why(*rows) == ["primary_count", None, None, None, "secondary_unit"]


def test_an_only_child_takes_its_parent_with_it():
    assert why(share(3, 100, unit="only"), share(3, 100, unit="s"))[0] == "primary_count"
    rows = [{"unit": "only", "gender": "T", "status": "suppressed"}, share(30, 100, unit="s")]
    assert why(*rows) == ["delivered", "secondary_unit"]


def test_wards_stand_for_their_clinic_where_it_has_no_number():
    """The country less the other wards would be the hidden one; b goes since a's own region may be known elsewhere."""
    rows = [share(3, 100, unit="only"), share(20, 100, unit="a"), share(21, 100, unit="b"), share(22, 100, unit="c"),
            share(66, 400, unit="0000")]  # fmt: skip
    tree = [("0000", "country", None), ("r", "region", "0000"), ("s", "region", "0000"), ("only", "ward", "s"),
            ("a", "ward", "r"), ("b", "ward", "r"), ("c", "ward", "r")]  # fmt: skip
    units = pd.DataFrame(tree, columns=["code", "kind", "parent"])
    found = hide(observations(*rows), units)["hidden_by"].tolist()
    assert found == ["primary_count", "secondary_unit", "secondary_unit", None, None]


def test_a_parent_is_not_hidden_for_a_child_whose_siblings_are_unknown():
    siblings = [share(70, 100, unit="b", indicator="j"), share(70, 100, unit="c", indicator="j")]
    assert why(share(3, 100, unit="a"), share(53, 300), *siblings)[:2] == ["primary_count", None]


def test_a_unit_is_waited_for_only_from_its_first_number_of_any_nyckeltal():
    """Two wards opened after the year: then a alone was the region."""
    later = [share(70, 100, unit=ward, indicator="j", period_start="2026-01-01") for ward in "bc"]
    assert why(share(3, 100, unit="a"), share(53, 300), *later)[:2] == ["primary_count", "secondary_unit"]


def test_a_gender_is_hidden_where_the_total_is_the_sum_of_parts_that_show():
    """Nobody delivered totalt for the year: its quarters make it."""
    quarters = [share(n, 25, period_kind="quarter", period_start=f"2025-{month:02d}-01")
                for n, month in ((13, 1), (14, 4), (12, 7), (14, 10))]  # fmt: skip
    found = why(share(3, 41, gender="K"), share(50, 60, gender="M"), *quarters)
    assert found == ["primary_count", "secondary_gender", None, None, None, None]


def test_a_unit_that_has_moved_counts_where_it_was_as_well():
    rows = [share(3, 100, unit="a"), share(20, 60, unit="b"), share(30, 100, unit="c"), share(53, 260)]
    moved = UNITS.assign(parent=UNITS["parent"].mask(UNITS["code"].eq("a"), "s"))
    assert hide(observations(*rows), moved, earlier=[UNITS])["hidden_by"].tolist()[1] == "secondary_unit"
    assert hide(observations(*rows), moved)["hidden_by"].tolist()[1] is None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"value": 300 / 41, "denominator": 41}, "primary_count"),
        ({"value": 5800 / 60, "numerator": 58}, "primary_complement"),
        ({"value": 50.0, "denominator": 60}, None),
        ({"value": 0.0, "numerator": 0}, None),
    ],
)  # fmt: skip
def test_of_a_percentage_what_is_lacking_is_worked_out(given, reason):
    assert why({"unit": "r", **given}, percent={"i"}) == [reason]
    assert why({"unit": "r", **given}) == [None]


def test_two_units_with_one_each_do_not_stand_alone():
    """What the parent leaves over is two, and a true zero would have shown: one each."""
    rows = [share(1, 100, unit="a"), share(1, 100, unit="b"), share(30, 100, unit="c"), share(32, 300)]
    assert why(*rows) == ["primary_count", "primary_count", "secondary_unit", None]


def test_boards_and_municipalities_may_each_make_up_their_region():
    rows = [share(3, 100, unit="k1"), share(40, 100, unit="k2"), share(20, 100, unit="b1"), share(23, 100, unit="b2"),
            share(43, 200, unit="m")]  # fmt: skip
    found = why(*rows)
    assert found[:2] == ["primary_count", "secondary_unit"]
    assert found[4] is None


def test_the_next_smallest_month_goes_where_the_year_shows():
    months = [month(n, share, 3 if n == 6 else 10 + n, 100) for n in range(1, 13)]
    year = share(161, 1200)
    found = why(*months, year)
    assert {n + 1: reason for n, reason in enumerate(found) if reason} == {1: "secondary_period", 6: "primary_count"}
    assert [reason for reason in why(*months) if reason] == ["primary_count"]


def test_months_hide_each_other_in_their_quarter_as_well():
    months = [month(n, share, 3 if n == 6 else 10 + n, 100) for n in range(1, 13)]
    quarters = [
        share(30, 300, period_kind="quarter", period_start=f"2025-{start:02d}-01") for start in (1, 4, 7, 10)
    ]  # fmt: skip
    found = why(*months, *quarters)
    assert {n + 1: reason for n, reason in enumerate(found) if reason} == {4: "secondary_period", 6: "primary_count"}


def test_a_total_is_not_the_sum_of_genders_that_show():
    """The region's total goes for its sibling's sake; kvinnor and män there would say it again."""
    rows = [{"unit": "s", "status": "suppressed"}, *(share(n, 200, gender=g) for n, g in ((30, "K"), (50, "M"))),
            share(80, 400), share(90, 400, unit="m"), share(170, 900, unit="0000")]  # fmt: skip
    found = why(*rows)
    assert found[0] == "delivered"
    assert found[3] == "secondary_unit"
    assert found[1] == "secondary_gender"


def test_nothing_without_numerators_is_touched():
    rows = [{"unit": "a", "value": 3.0}, {"unit": "b", "status": "suppressed"}, {"unit": "c", "value": 2.0}]
    seen = observations(*rows).astype(dict.fromkeys(NUMBERS, float))
    found = hide(seen, UNITS)
    pd.testing.assert_frame_equal(found[seen.columns], seen, check_dtype=False)
    assert found["hidden_by"].tolist() == [None, "delivered", None]


def test_an_indicator_without_numerators_stays_beside_one_with():
    rows = [{"unit": "a", "value": 3.0, "indicator": "j"}, {"unit": "b", "status": "suppressed", "indicator": "j"},
            share(3, 100, unit="a"), share(9, 100, unit="b")]  # fmt: skip
    assert why(*rows) == [None, "delivered", "primary_count", "secondary_unit"]


@pytest.mark.parametrize("status", ["missing", "not_applicable"])
def test_what_has_no_number_is_neither_hidden_nor_hides(status):
    rows = [share(3, 100, unit="a"), {"unit": "b", "status": status}, share(50, 100, unit="c")]
    found = hide(observations(*rows), UNITS)
    assert found["hidden_by"].tolist() == ["primary_count", None, "secondary_unit"]
    assert found.loc[1, "status"] == status


def test_a_unit_that_does_not_apply_adds_nothing():
    """Only two units can have anything, so one of them cannot hide alone."""
    rows = [{"unit": "a", "status": "suppressed"}, {"unit": "b", "status": "not_applicable"},
            {"unit": "c", "status": "not_applicable"}, share(50, 100)]  # fmt: skip
    assert why(*rows) == ["delivered", None, None, "secondary_unit"]


def test_units_that_the_register_lacks_are_judged_on_their_own():
    assert why(share(3, 100, unit="?"), share(30, 100, unit="!")) == ["primary_count", None]


def test_a_repeated_observation_is_refused():
    with pytest.raises(ValueError, match="two observations"):
        why(share(3, 100), share(4, 100))


def test_no_rows_give_no_rows():
    found = hide(observations(), UNITS)
    assert found.empty
    assert "hidden_by" in found

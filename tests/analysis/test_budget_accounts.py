"""Accumulations against the frame: as far as every part reaches, and in an independent naive way for drawn accounts."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.analysis.budget.accounts import accounts
from kpi.analysis.budget.plan import budget
from money_frames import accounts as rows
from money_frames import amounts, items, types

END = date(2025, 12, 31)
PLAN = budget(
    types("pay", "rent", "none"),
    items(("a", "area", {}), ("b", "area", {}), ("whole", "area", {"sum_of": "a|b"}), ("bare", "area", {})),
    amounts(
        ("a", "pay", 2025, "-60", "Mkr"), ("a", "rent", 2025, "-40", "Mkr"), ("a", "none", 2025, "0", "Mkr"),
        ("a", None, 2025, "-100", "Mkr"),
        ("b", "pay", 2025, "50", "Mkr"), ("b", "rent", 2025, "0", "Mkr"), ("b", "none", 2025, "0", "Mkr"),
        ("b", None, 2025, "50", "Mkr"),
        ("whole", None, 2025, "-50", "Mkr"), ("bare", None, 2025, "-12000", "tkr"),
    ),
)  # fmt: skip


def at(reported, until=END):
    return accounts(PLAN, reported, until.year, until)


def outcome(area, cost_type, month, text, unit="Mkr"):
    return area, cost_type, month, "outcome", text, unit


def forecast(area, cost_type, month, text, unit="Mkr"):
    return area, cost_type, month, "forecast", text, unit


def mkr(kronor):
    return None if kronor is None else f"{(kronor / 10**6).normalize():f}"


def test_accumulated_reaches_as_far_as_every_part():
    found = at(
        rows(
            outcome("a", "pay", 1, "-5"), outcome("a", "rent", 1, "-3.5"), outcome("a", "pay", 2, "-5"),
            outcome("a", "rent", 2, "-3.5"), outcome("a", "pay", 3, "-6"), outcome("b", "pay", 1, "4"),
        )
    )  # fmt: skip
    assert (len(found.of("a").months), mkr(found.of("a").accumulated)) == (2, "-17")
    assert found.of("a").lacking == (("a", "rent"),)
    assert (len(found.of("whole").months), mkr(found.of("whole").accumulated)) == (1, "-4.5")
    assert (len(found.of("a", "pay").months), mkr(found.of("a", "pay").accumulated)) == (3, "-16")
    assert found.of("a").share == 17


def test_a_gap_ends_it_and_january_must_be_there():
    found = at(rows(outcome("b", "pay", 1, "4"), outcome("b", "pay", 3, "4"), outcome("a", "pay", 2, "-5")))
    assert (len(found.of("b").months), found.of("b").lacking) == (1, (("b", "pay"),))
    assert (found.of("a").accumulated, found.of("a").share) == (None, None)
    assert found.of("whole").accumulated is None


def test_what_has_no_frame_but_was_reported_counts_and_is_expected():
    found = at(rows(outcome("b", "pay", 1, "4"), outcome("b", "rent", 1, "-1"), outcome("b", "pay", 2, "4")))
    assert mkr(found.of("b").accumulated) == "3"
    assert found.of("b").lacking == (("b", "rent"),)


def test_an_area_without_cost_types_and_units_of_any_kind():
    found = at(rows(outcome("bare", None, 1, "-1000500", "kr"), outcome("bare", None, 2, "-900", "tkr")))
    one = found.of("bare")
    assert (mkr(one.accumulated), one.frame.unit) == ("-1.9005", "tkr")


def test_the_forecast_is_of_the_last_month_in_which_every_part_has_one():
    found = at(
        rows(
            forecast("a", "pay", 4, "-61"), forecast("a", "rent", 4, "-40"), forecast("b", "pay", 4, "51"),
            forecast("a", "pay", 8, "-70"), forecast("a", "rent", 8, "-41"),
        )
    )  # fmt: skip
    assert (mkr(found.of("a").forecast), mkr(found.of("a").deviation)) == ("-111", "-11")
    assert found.of("a").deviation_percent == -11
    assert (mkr(found.of("whole").forecast), mkr(found.of("whole").deviation)) == ("-50", "0")
    assert sorted(found.of("whole").forecasts) == [4]
    assert found.of("b").deviation_percent == 2


def test_what_comes_after_the_day_does_not_count_and_a_later_delivery_does():
    reported = rows(outcome("b", "pay", 1, "4"), outcome("b", "pay", 2, "9"), outcome("b", "pay", 1, "5"))
    assert mkr(at(reported, date(2025, 1, 31)).of("b").accumulated) == "5"
    assert mkr(at(reported).of("b").accumulated) == "14"
    other = accounts(PLAN, reported, 2024, date(2024, 12, 31)).of("b")
    assert (other.accumulated, other.frame, other.deviation) == (None, None, None)


CELLS = [("a", "pay"), ("a", "rent"), ("b", "pay")]
DRAWN = st.lists(
    st.tuples(st.sampled_from(CELLS), st.integers(1, 12), st.sampled_from(["outcome", "forecast"]),
              st.integers(-(10**6), 10**6), st.sampled_from(["Mkr", "tkr", "kr"])),
    max_size=60,
)  # fmt: skip


@settings(max_examples=300)
@given(DRAWN, st.integers(1, 12))
def test_against_a_naive_way(drawn, until):
    reported = rows(*((*cell, month, kind, str(number), unit) for cell, month, kind, number, unit in drawn))
    found = accounts(PLAN, reported, 2025, date(2025, until, 28))
    for code, cells in {"a": CELLS[:2], "b": CELLS[2:], "whole": CELLS}.items():
        one = found.of(code)
        assert (one.accumulated, len(one.months)) == _accumulated(drawn, cells, until)
        assert one.forecast == _forecast(drawn, cells, until)


def _said(drawn, cell, month, kind):
    """The last that was said, in kronor."""
    scale = {"Mkr": 10**6, "tkr": 10**3, "kr": 1}
    said = [number * scale[unit] for one, at_, what, number, unit in drawn if (one, at_, what) == (cell, month, kind)]
    return said[-1] if said else None


def _accumulated(drawn, cells, until):
    total, month = 0, 0
    while month < until and all(_said(drawn, cell, month + 1, "outcome") is not None for cell in cells):
        month += 1
        total += sum(_said(drawn, cell, month, "outcome") for cell in cells)
    return (Decimal(total) if month else None), month


def _forecast(drawn, cells, until):
    for month in range(until, 0, -1):
        said = [_said(drawn, cell, month, "forecast") for cell in cells]
        if None not in said:
            return sum(said)
    return None

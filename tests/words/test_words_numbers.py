"""Numbers, periods and dates as Swedes write them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kpi.model import Period, PeriodKind
from kpi.words import count_word, day, difference, listing, local_time, number, period, quantity, say

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, 0, "0"),
        (0.0, 1, "0,0"),
        (-34.8, 1, "−34,8"),
        (1234.5, 1, f"1{SPACE}234,5"),
        (1234567.0, 0, f"1{SPACE}234{SPACE}567"),
        (-1000, 0, f"−1{SPACE}000"),
        (999.99, 1, f"1{SPACE}000,0"),
        # Halves go away from zero, as taught in school; binary fractions are read as they are written.
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-0.5, 0, "−1"),
        (-2.5, 0, "−3"),
        (2.675, 2, "2,68"),
        (1.005, 2, "1,01"),
        (Decimal("0.125"), 2, "0,13"),
        (0.1 + 0.2, 1, "0,3"),
        (1e-9, 1, "0,0"),
        (1e21, 0, SPACE.join(["1", *["000"] * 7])),
    ],
)
def test_number(value, decimals, text):
    assert number(value, decimals) == text


@pytest.mark.parametrize(("value", "decimals"), [(-0.0, 1), (-0.04, 1), (-0.4, 0), (-1e-12, 3)])
def test_what_rounds_to_zero_has_no_sign(value, decimals):
    assert number(value, decimals) == number(0, decimals)


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=6), st.integers(0, 6))
@example(Decimal("-0.05"), 1)
def test_a_written_number_is_the_nearest_and_reads_back(value, decimals):
    text = number(value, decimals)
    assert "-" not in text
    assert "." not in text
    assert " " not in text, "only no-break spaces: a number is never split over two lines"
    back = Decimal(text.replace("−", "-").replace(SPACE, "").replace(",", "."))
    assert abs(back - value) <= Decimal(1).scaleb(-decimals) / 2
    assert len(text.partition(",")[2]) == decimals


def test_quantity_has_its_percent_sign_after_a_no_break_space():
    assert quantity(95, 0, "%") == f"95{SPACE}%"
    assert quantity(-34.8, 1, "%") == f"−34,8{SPACE}%"
    assert quantity(287.7, 1, "recept per 1 000 invånare") == "287,7"


@pytest.mark.parametrize(
    ("value", "decimals", "measure", "text"),
    [
        (1.1, 1, "%", f"1,1{SPACE}procentenheter"),
        (1, 0, "%", f"1{SPACE}procentenhet"),
        (1.0, 1, "%", f"1,0{SPACE}procentenhet"),
        (0, 1, "%", f"0,0{SPACE}procentenheter"),
        (0.3, 1, "index", f"0,3{SPACE}indexenheter"),
        (96, 0, "recept", f"96{SPACE}recept"),
        (7, 0, "antal", "7"),
    ],
)
def test_difference_says_its_unit(value, decimals, measure, text):
    assert difference(value, decimals, measure) == text


@pytest.mark.parametrize(
    ("start", "kind", "text"),
    [
        (date(2025, 1, 1), PeriodKind.YEAR, "2025"),
        (date(2025, 5, 1), PeriodKind.TERTIAL, "tertial 2 2025"),
        (date(2025, 10, 1), PeriodKind.QUARTER, "kvartal 4 2025"),
        (date(2025, 1, 1), PeriodKind.MONTH, "jan 2025"),
        (date(2025, 8, 1), PeriodKind.MONTH, "aug 2025"),
        (date(2018, 1, 1), PeriodKind.HALF_YEAR, "våren 2018"),
        (date(2018, 7, 1), PeriodKind.HALF_YEAR, "hösten 2018"),
        (date(2017, 7, 1), PeriodKind.SCHOOL_YEAR, "läsåret 2017/18"),
        (date(1999, 7, 1), PeriodKind.SCHOOL_YEAR, "läsåret 1999/00"),
        (date(2025, 8, 31), PeriodKind.DAY, "2025-08-31"),
        (date(2015, 1, 1), PeriodKind.YEARS_3, "2015–2017"),
        (date(2016, 1, 1), PeriodKind.YEARS_10, "2016–2025"),
    ],
)
def test_period(start, kind, text):
    assert period(Period(start, kind)) == text


def test_every_kind_of_period_has_words():
    for kind in PeriodKind:
        assert "2024" in period(Period(date(2024, 1, 1), kind))


def test_day_and_local_time():
    assert day(date(2025, 8, 31)) == "31 augusti 2025"
    assert day(date(2024, 2, 29)) == "29 februari 2024"
    assert local_time(datetime(2025, 8, 31, 12, 5)) == "2025-08-31 14:05"  # noqa: DTZ001 - as the store keeps it
    assert local_time(datetime(2025, 12, 31, 23, 30)) == "2026-01-01 00:30"  # noqa: DTZ001
    assert local_time(datetime(2025, 10, 26, 0, 30)) == "2025-10-26 02:30"  # noqa: DTZ001 - the hour that comes twice
    assert local_time(datetime(2025, 10, 26, 1, 30)) == "2025-10-26 02:30"  # noqa: DTZ001


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c"), (["{x}", "<b>"], "{x} och <b>")],
)
def test_listing(items, text):
    assert listing(iter(items)) == text


def test_count_word():
    assert [count_word(n) for n in (0, 1, 12, 13, 1000)] == ["noll", "ett", "tolv", "13", f"1{SPACE}000"]


@pytest.mark.parametrize(
    ("key", "one", "many"),
    [
        ("preview-added", "Ett nytt värde", "2 nya värden"),
        ("preview-changed", "Ett ändrat värde", "2 ändrade värden"),
        ("preview-unchanged", "Ett värde är som förut", "2 värden är som förut"),
        ("preview-rows", "Visa ändringen", "Visa 2 ändringar"),
        ("missing-outcomes", "Ett nyckeltal saknar utfall.", "2 nyckeltal saknar utfall."),
        ("finding-more", "och ett nyckeltal till i tabellen nedan", "och 2 nyckeltal till i tabellen nedan"),
        ("findings-more", "och ett fel till", "och 2 fel till"),
    ],
)
def test_plurals(key, one, many):
    assert say(key, n=1) == one
    assert say(key, n=2) == many


def test_numbers_in_sentences_are_grouped_as_elsewhere():
    assert say("preview-added", n=1234567) == f"1{SPACE}234{SPACE}567 nya värden"

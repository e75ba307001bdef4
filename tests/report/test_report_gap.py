"""The gap in words on a nyckeltal's page: how wide, by which interval, and how it has moved."""

import pandas as pd
import pytest
from equality_cases import following, outcome, pair, subject

from kpi.report.gap import gap_movement, gap_sentences, movements


def sentences(found, indicator="i", unit="0023"):
    moved = gap_movement(found, indicator, unit)
    return [one.replace("\u00a0", " ") for one in gap_sentences(found.by_subject[indicator, unit], moved)]


def yearly(gaps, **parts):
    first = 2026 - len(gaps)
    return [one for at, gap in enumerate(gaps) for one in pair("i", 50.0 + gap, 50.0, first + at, **parts)]


def test_a_gap_that_narrows():
    said = sentences(following([subject("i")], yearly([-7, -6, -5, -4, -3, -2, -1])))
    assert said == [
        "Skillnad, kvinnor minus män: −1,0 procentenhet.",
        "Skillnaden minskar (−1,00 procentenheter per år i storlek, 95 % konfidensintervall −1,00 till −1,00; "
        "Mann–Kendall, p < 0,001, 7 värden, 2019–2025).",
    ]


def test_a_gap_that_has_changed_sign_says_what_is_tested():
    said = sentences(following([subject("i", measure="index")], yearly([3, 2, 1, 0, -1, -2, -3])))
    assert said[0] == "Skillnad, kvinnor minus män: −3,0 indexenheter."
    assert said[1].startswith("Skillnaden visar ingen säker förändring (0,00 index per år i storlek")
    assert said[2] == "Den har bytt håll under tiden; det som prövas är hur stor den är."


def test_fingertips_where_both_have_intervals():
    values = [
        outcome("i", gender, value, 2021 + at, lower=value - 0.5, upper=value + 0.5)
        for at in range(5) for gender, value in (("K", 60.0 - at), ("M", 50.0))
    ]  # fmt: skip
    assert sentences(following([subject("i")], values)) == [
        "Skillnad, kvinnor minus män: +6,0 procentenheter "
        "(95 % konfidensintervall +5,3 till +6,7, ur könens egna intervall).",
        "Skillnaden minskar (Fingertips recent trend, 2021–2025, α = 0,002).",
    ]


def test_newcombe_is_named():
    values = [outcome("i", "K", 80.0, numerator=56.0, denominator=70.0),
              outcome("i", "M", 60.0, numerator=48.0, denominator=80.0)]  # fmt: skip
    assert sentences(following([subject("i")], values))[0] == (
        "Skillnad, kvinnor minus män: +20,0 procentenheter (95 % konfidensintervall +5,2 till +33,4, Newcombes metod)."
    )


def monthly(gaps):
    months = [(2026 - len(gaps) // 12 + at // 12, at % 12 + 1) for at in range(len(gaps))]
    return [
        outcome("i", gender, value, period_kind="month", period_start=pd.Timestamp(year, month, 1))
        for (year, month), gap in zip(months, gaps, strict=True)
        for gender, value in (("K", 50.0 + gap), ("M", 50.0))
    ]  # fmt: skip


def test_a_control_chart_says_since_when():
    said = sentences(following([subject("i")], monthly([10.0, 14.0] * 8 + [8.0, 11.0] * 4)))
    assert said[1] == (
        "Skillnaden minskar sedan maj 2025 (styrdiagram över dess storlek, 24 värden, jan 2024–dec 2025)."
    )
    calm = sentences(following([subject("i")], monthly([10.0, 11.0] * 12)))
    assert calm[1] == (
        "Skillnaden visar ingen säker förändring (styrdiagram över dess storlek, 24 värden, jan 2024–dec 2025)."
    )


def test_periods_that_do_not_count_are_counted():
    values = yearly([1, 2, 3, 4, 5, 6, 7])
    values[0]["status"], values[2]["status"], values[5]["status"] = "suppressed", "suppressed", "missing"
    assert sentences(following([subject("i")], values))[1:] == [
        "Om skillnaden ökar eller minskar går inte att säga: för få värden (4).",
        "2 perioder räknas inte med: värdet är skyddat.",
        "En period räknas inte med: något av könen saknar värde.",
    ]


def test_pooled_years_are_not_tested():
    values = [one for year in range(2015, 2023) for one in pair("i", 60.0, 50.0, year, period_kind="years_3")]
    assert sentences(following([subject("i")], values))[1] == (
        "Om skillnaden ökar eller minskar prövas inte: sammanslagna år överlappar varandra."
    )


@pytest.mark.parametrize(
    ("status", "year", "why"),
    [
        ("suppressed", 2025, "utfallet skyddas av sekretess"),
        (None, 2024, "könens senaste utfall gäller olika perioder"),
    ],
)
def test_a_gap_that_cannot_be_had_says_why(status, year, why):
    values = [outcome("i", "K", 1.0, year, status=status), outcome("i", "M", 2.0)]
    assert sentences(following([subject("i")], values)) == [
        f"Skillnaden mellan kvinnor och män kan inte räknas: {why}."
    ]


@pytest.mark.parametrize(("there", "gone"), [("M", "kvinnor"), ("K", "män")])
def test_who_lacks_a_value_is_said(there, gone):
    found = following([subject("i")], [outcome("i", there, 1.0)])
    assert sentences(found) == [f"Skillnaden mellan kvinnor och män kan inte räknas: utfall saknas för {gone}."]


def test_a_hidden_latest_value_leaves_what_came_before():
    values = yearly([7, 6, 5, 4, 3, 2, 1, 0.5])
    values[-1]["status"] = "suppressed"
    said = sentences(following([subject("i")], values))
    assert said[0] == "Skillnaden mellan kvinnor och män kan inte räknas: utfallet skyddas av sekretess."
    assert said[1].startswith("Skillnaden minskar (")
    assert "7 värden, 2018–2024" in said[1]


def test_nothing_is_said_of_what_is_not_split_or_has_nothing():
    found = following([subject("i"), subject("j", split_by_gender=False)], [outcome("i", "T", 1.0)])
    assert sentences(found) == []
    assert sentences(found, "j") == []
    assert set(movements(found)) == {("i", "0023")}


def test_series_of_different_kinds_are_not_set_against_each_other():
    """Women by month and men by year: the gap itself says different periods, and no movement is told."""
    values = [one for one in monthly([1.0] * 24) if one["gender"] == "K"]
    values += [outcome("i", "M", 50.0, year) for year in range(2016, 2026)]
    found = following([subject("i")], values)
    moved = gap_movement(found, "i", "0023")
    assert (moved.n, moved.verdict) == (0, None)
    assert sentences(found) == ["Skillnaden mellan kvinnor och män kan inte räknas: utfall saknas för kvinnor."]

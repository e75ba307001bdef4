"""Money in words: signs, units, digits, and sentences that say what they compare."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.analysis.budget.accounts import accounts
from kpi.analysis.budget.plan import budget
from kpi.analysis.budget.sums import checks
from kpi.analysis.budget.used import Effect
from kpi.model import BudgetSection, MoneyUnit, Period
from kpi.report.economy import differences, follow, investments, measures, printed
from kpi.report.economy.drawn import drawn
from kpi.report.economy.money import money, percent
from kpi.report.economy.whole import LISTED, REPORTED, economy, first_sentences
from money_frames import accounts as account_rows
from money_frames import amounts, items, types

END = date(2025, 12, 31)


def plain(text):
    return text.replace("\u00a0", " ")


def area_plan(frame="-100", unit="Mkr"):
    return budget(
        types("pay"), items(("a", "area", {})),
        amounts(("a", "pay", 2025, frame, unit), ("a", None, 2025, frame, unit)),
    )  # fmt: skip


def told(forecast, frame="-100", unit="Mkr"):
    reported = account_rows(("a", "pay", 1, "outcome", "-25", unit), ("a", "pay", 1, "forecast", forecast, unit))
    return accounts(area_plan(frame, unit), reported, 2025, END)


@pytest.mark.parametrize(
    ("kronor", "unit", "text"),
    [
        ("-2212000000", MoneyUnit.MKR, "−2 212,0"), ("1234567", MoneyUnit.MKR, "1,235"),
        ("-400", MoneyUnit.MKR, "−0,0004"), ("1480500", MoneyUnit.TKR, "1 480,5"), ("1000000", MoneyUnit.TKR, "1 000"),
        ("0", MoneyUnit.MKR, "0,0"), ("12.345", MoneyUnit.KR, "12,35"),
    ],
)  # fmt: skip
def test_amounts_are_written_in_the_unit(kronor, unit, text):
    assert plain(money(Decimal(kronor), unit)) == text


@given(st.integers(-(10**12), 10**12))
def test_whole_thousands_are_never_rounded_away(tkr):
    shown = plain(money(Decimal(tkr) * 1000, MoneyUnit.MKR))
    assert Decimal(shown.replace(" ", "").replace("−", "-").replace(",", ".")) * 1000 == tkr


def test_a_share_that_is_not_zero_is_not_shown_as_zero():
    assert [plain(percent(Decimal(text))) for text in ("0.04", "0.06", "-9.06", "0")] == [
        "0,04 %",
        "0,1 %",
        "−9,1 %",
        "0,0 %",
    ]
    assert percent(None) == "–"


@pytest.mark.parametrize(
    ("forecast", "frame", "words"),
    [
        ("-108.4", "-100", "8,4 Mkr sämre än budget (8,4 % av ramen)"),
        ("-99", "-100", "1,0 Mkr bättre än budget (1,0 % av ramen)"),
        ("-100.00", "-100", "som budget"),
        ("90", "100", "10,0 Mkr sämre än budget (10,0 % av ramen)"),
        ("-100.001", "-100", "0,001 Mkr sämre än budget (0,001 % av ramen)"),
    ],
)
def test_less_than_the_frame_is_worse_for_costs_and_income_alike(forecast, frame, words):
    assert plain(follow.deviation_words(told(forecast, frame).of("a"))) == words


def test_a_frame_of_zero_has_no_percent():
    reported = account_rows(("a", "pay", 1, "forecast", "-1", "Mkr"))
    one = accounts(area_plan("0"), reported, 2025, END).of("a")
    assert plain(follow.deviation_words(one)) == "1,0 Mkr sämre än budget"
    assert one.deviation_percent is None


def test_the_sentence_says_what_is_compared():
    assert plain(follow.sentence(told("-108.4"), "a")) == (
        "A: utfallet jan 2025 är −25,0 Mkr, 25,0 % av årets ram på −100 Mkr."
        " Helårsprognosen är −108,4 Mkr, 8,4 Mkr sämre än budget (8,4 % av ramen)."
    )
    only = accounts(area_plan(), account_rows(("a", "pay", 2, "forecast", "-99", "Mkr")), 2025, END)
    assert plain(follow.sentence(only, "a")) == (
        "A: helårsprognosen för 2025 är −99,0 Mkr mot ramen −100 Mkr, 1,0 Mkr bättre än budget (1,0 % av ramen)."
    )


def test_units_stand_in_the_heading_where_they_are_one_and_in_the_cells_where_not():
    grid = follow.areas(told("-108.4"))
    assert [plain(head) for head in grid.headings[1:3]] == ["Årets ram, Mkr", "Ackumulerat utfall, Mkr"]
    mixed = budget(
        types(), items(("a", "area", {}), ("b", "area", {})),
        amounts(("a", None, 2025, "-1", "Mkr"), ("b", None, 2025, "-900", "tkr")),
    )  # fmt: skip
    grid = follow.areas(accounts(mixed, account_rows(("b", None, 1, "outcome", "-0.1", "Mkr")), 2025, END))
    assert grid.headings[1] == "Årets ram"
    assert [[plain(cell) for cell in row[1:3]] for row in grid.rows] == [
        ["−1 Mkr", "–"],
        ["−900 tkr", "−100 tkr (jan)"],
    ]


def test_months_are_accumulated_one_by_one():
    reported = account_rows(*(("a", "pay", month, "outcome", "-0.1", "Mkr") for month in (1, 2, 3)))
    grid = follow.by_month(accounts(area_plan(), reported, 2025, END), "a")
    assert [[plain(cell) for cell in row] for row in grid.rows] == [
        ["jan", "−0,1", "−0,1", "–"], ["feb", "−0,1", "−0,2", "–"], ["mars", "−0,1", "−0,3", "–"],
    ]  # fmt: skip


def test_the_chart_shows_the_same_amounts():
    shown = drawn(told("-108.4"), "a")
    assert (shown.outcome[0][:2], shown.forecasts[0][:2], shown.frame) == ((1, -25.0), (1, -108.4), -100.0)
    assert "sämre än budget" in shown.alt
    assert drawn(accounts(area_plan(), account_rows(), 2025, END), "a") is None


def test_printed_figures_keep_their_digits_and_differing_sums_stand_beside():
    plan = budget(
        types(),
        items(("a", "frame", {}), ("b", "frame", {"part_of": "whole"}), ("c", "frame", {"part_of": "b"}),
              ("whole", "frame", {"sum_of": "a|b"})),
        amounts(("a", None, 2025, "2.0", "Mkr"), ("b", None, 2025, "-1754.2", "Mkr"), ("c", None, 2025, "0.0", "Mkr"),
                ("whole", None, 2025, "-1752", "Mkr")),
    )  # fmt: skip
    found = checks(plan)
    grid = printed.by_year(plan, plan.of(BudgetSection.FRAME), printed.differing(found))
    assert [[plain(cell) for cell in row] for row in grid.rows] == [
        ["A", "2,0"], ["varav b", "−1 754,2"], ["därav c", "0,0"], ["Whole", "−1 752 (delarna ger −1 752,2)"],
    ]  # fmt: skip
    assert differences.sentence(found) == "Ett av 1 jämförda belopp skiljer sig; avrundning kan förklara alla."
    assert [plain(cell) for cell in differences.differences(plan, found).rows[0]] == [
        "Whole 2025 (ramar per år)", "−1 752 Mkr", "summan av A och B", "−1 752,2 Mkr", "0,2 Mkr",
        "kan bero på avrundning",
    ]  # fmt: skip


def measure_plan():
    return budget(
        types(), items(("a", "measure", {}), ("b", "measure", {}), ("both", "measure", {"sum_of": "a|b"})),
        amounts(*((code, None, 2025, text, "Mkr") for code, text in (("a", "1"), ("b", "2.5"), ("both", "3.5")))),
    )  # fmt: skip


def test_effects_say_of_how_many_they_are():
    plan = measure_plan()
    listed = plan.of(BudgetSection.MEASURE)
    effects = {("b", 2025): Effect(Period.from_code("2025-T2"), Decimal(1_250_000), "Halva vägen.")}
    grid = measures.planned_and_achieved(plan, listed, effects, 2025, {})
    assert [plain(head) for head in grid.headings] == ["Åtgärd", "Planerad 2025, Mkr", "Uppnådd 2025, Mkr"]
    assert [[plain(cell) for cell in row] for row in grid.rows] == [
        ["A", "1", "–"], ["B", "2,5", "1,25"], ["Both", "3,5", "1,25 (1 av 2 redovisade)"],
    ]  # fmt: skip
    meaning = measures.meaning(listed, effects, 2025)
    assert [row[-1] for row in meaning.rows] == ["Ej redovisad", "tertial 2 2025: Halva vägen."]
    assert measures.planned_and_achieved(plan, listed, effects, 2024, {}).headings == ["Åtgärd", "Planerad 2025, Mkr"]


def test_what_is_left_is_known_only_when_all_is_and_overdrawn_is_said():
    plan = budget(
        types(), items(("a", "investment", {}), ("b", "investment", {}), ("all", "investment", {"sum_of": "a|b"})),
        amounts(("a", None, 2025, "75", "tkr"), ("b", None, 2025, "1 500".replace(" ", ""), "tkr"),
                ("all", None, 2025, "1575", "tkr")),
    )  # fmt: skip
    used = {("a", 2025): {date(2025, 2, 1): Decimal(80_500)}}
    listed = plan.of(BudgetSection.INVESTMENT)
    assert [[plain(cell) for cell in row[2:]] for row in investments.table(plan, listed, used, 2025).rows] == [
        ["75", "80,5", "−5,5 (ramen är överskriden)", "feb"], ["1 500", "–", "–", "–"],
        ["1 575", "80,5 (1 av 2 redovisade)", "–", "–"],
    ]  # fmt: skip
    used[("b", 2025)] = {date(2025, 3, 1): Decimal(500_000), date(2025, 4, 1): Decimal(-20_000)}
    last = investments.table(plan, listed, used, 2025).rows[-1]
    assert [plain(cell) for cell in last[2:]] == ["1 575", "560,5", "1 014,5", "–"]
    assert [[plain(cell) for cell in row] for row in investments.by_month(plan, listed, used, 2025).rows] == [
        ["A", "feb", "80,5 tkr"], ["B", "mars", "500 tkr"], ["B", "april", "−20 tkr"],
    ]  # fmt: skip


def test_a_plan_without_money_says_nothing():
    columns = {
        "budget_amount": ["item", "cost_type", "year", "amount", "decimals", "money_unit"],
        "account": ["area", "cost_type", "month", "kind", "amount", "money_unit"],
    }
    tables = {name: pd.DataFrame(columns=columns.get(name, ["code"])) for name in (*LISTED, *REPORTED)}
    found = economy(tables | {"cost_type": pd.DataFrame(columns=["code", "name"])}, END)
    assert (found.plan.items, found.checks) == ({}, [])
    assert first_sentences(found) == ["Planen har inga summor att räkna om."]

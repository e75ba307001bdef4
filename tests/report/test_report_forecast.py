"""The forecast in words: what is said, what is refused, and what the overview's cell holds."""

import time

import numpy as np
import pytest
from report_rows import row

from kpi.analysis.forecast_words import ForecastReason
from kpi.follow_up import follow_up
from kpi.model import DataMode, Gender, Period, Reason
from kpi.report.forecast import (
    Outlook,
    chance_words,
    forecast_cell,
    forecast_sentences,
    interval_words,
    outlook,
    reason_words,
)
from kpi.report.judged_forecast import judged_forecasts
from kpi.store import Store

NONE = dict.fromkeys(["value", "low80", "high80", "low95", "high95", "probability"], float("nan"))
GOOD = {
    "value": 94.13, "low80": 93.0, "high80": 95.2, "low95": 92.0, "high95": 96.1, "probability": 0.873,
    "verdict": "reaches", "method": "damped_trend", "n": 12, "period_kind": "year", "reason": None,
}  # fmt: skip


def year(**parts):
    made = {**NONE, "verdict": None, "method": None, "n": 0, "period_kind": None, "reason": None, **parts}
    return row(**{f"forecast_{name}": value for name, value in made.items()})


def one(years, *, broken=False, decimals=1):
    return Outlook(row(decimals=decimals), years, broken)


def plain(text):
    return text.replace("\u00a0", " ")


def test_the_cell_has_the_value_and_what_it_says_of_the_target():
    assert plain(forecast_cell(one({2025: year(**GOOD)}))) == "94,1 % · når målet, sannolikhet 87 %"
    assert plain(interval_words(one({2025: year(**GOOD)}), 2025, 80)) == "93,0 till 95,2 %"


def test_the_cell_tells_of_the_year_of_the_target_or_else_the_first_that_is_not_over():
    over, later = year(reason="year_known"), year(**{**GOOD, "probability": float("nan"), "verdict": None})
    later.forecast_reason = "no_target"
    assert plain(forecast_cell(one({2025: over, 2026: later}))) == "2026: 94,1 %"
    early = year(**{**GOOD, "verdict": None, "reason": "judged_later"})
    early.forecast_probability = float("nan")
    years = {2025: early, 2026: early, 2027: year(**GOOD)}
    assert plain(forecast_cell(one(years))) == "2027: 94,1 % · når målet, sannolikhet 87 %"


def test_the_lead_says_what_is_to_come_for_each_gender():
    women, men = {2025: year(**GOOD)}, {2025: year(**{**GOOD, "probability": 0.004, "verdict": "misses"})}
    assert plain(" ".join(forecast_sentences({Gender.WOMEN: one(women), Gender.MEN: one(men)}))) == (
        "Prognos för 2025: målet nås för kvinnor (sannolikhet 87 %) och målet nås inte för män (sannolikhet att det "
        "nås mindre än 1 %)."
    )


def test_the_lead_says_the_value_where_there_is_no_target_and_nothing_where_there_is_none():
    without = year(**{**GOOD, "probability": float("nan"), "verdict": None, "reason": "no_target"})
    found = {Gender.WOMEN: one({2026: without}), Gender.TOTAL: one({2026: without})}
    assert plain(forecast_sentences(found)[0]) == "Prognosen för 2026 är 94,1 % totalt."
    assert forecast_sentences({Gender.TOTAL: one({2026: year(reason="too_few")})}) == []


@pytest.mark.parametrize(
    ("probability", "verdict", "words"),
    [
        (0.0, "misses", "når inte målet, sannolikhet mindre än 1 %"),
        (1.0, "reaches", "når målet, sannolikhet mer än 99 %"),
        (0.991, "reaches", "når målet, sannolikhet mer än 99 %"),
        (0.204, "uncertain", "osäkert, sannolikhet 21 %"),
        (0.796, "uncertain", "osäkert, sannolikhet 79 %"),
        (0.2, "misses", "når inte målet, sannolikhet 20 %"),
        (0.8, "reaches", "når målet, sannolikhet 80 %"),
    ],
)
def test_a_probability_is_never_0_or_100_and_never_says_more_than_its_word(probability, verdict, words):
    found = one({2025: year(**{**GOOD, "probability": probability, "verdict": verdict})})
    assert plain(chance_words(found, 2025)) == words


@pytest.mark.parametrize("reason", [*ForecastReason, *(one for one in Reason if one is not Reason.YEAR_NOT_OVER)])
def test_every_reason_is_said(reason):
    assert reason_words(one({2025: year(reason=reason.value)}), 2025).strip()


def test_too_few_values_after_a_break_say_so():
    short = {2025: year(reason="too_few")}
    assert reason_words(one(short), 2025) == "för få värden"
    assert "brottet" in reason_words(one(short, broken=True), 2025)


@pytest.fixture(scope="module")
def store(installed):
    opened = Store.open(installed)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def example(store):
    return follow_up(store, "rs-2025", Period.year(2025), DataMode.EXAMPLE)


def test_a_whole_plan_has_this_year_and_the_next_for_every_row_in_about_a_second(example):
    began = time.process_time()
    found = outlook(example)
    assert time.process_time() - began < 3  # on a machine that others use as well
    assert len(found) == len(example.assessed)
    assert {tuple(one.years) for one in found.values()} == {(2025, 2026)}
    assert all(forecast_cell(one) for one in found.values())


def test_one_row_alone_is_forecast_as_among_the_others(example):
    rows = example.assessed[example.assessed["indicator"].eq("kassalikviditet")]
    alone, among = outlook(example, rows), outlook(example)
    for key, its in alone.items():
        for which, forecast in its.years.items():
            assert forecast.forecast_value == pytest.approx(among[key].years[which].forecast_value)


def test_a_break_starts_the_series_anew(example):
    found = outlook(example, example.assessed[example.assessed["indicator"].eq("leverantorstrohet")])
    its = found["leverantorstrohet", "0023", Gender.TOTAL]
    assert its.broken
    assert its.years[2025].forecast_n == 32  # January 2023 to August 2025


def test_a_suppressed_outcome_has_neither_a_computed_nor_a_judged_forecast(example):
    observed = example.observations.copy()
    hidden = observed["indicator"].eq("halsosamtal") & observed["gender"].eq("M")
    hidden &= observed["period_start"].eq(observed.loc[hidden, "period_start"].max())
    observed.loc[hidden, ["value", "numerator", "denominator"]] = np.nan
    observed.loc[hidden, "status"] = "suppressed"
    secret = type(example)(**{**example.__dict__, "observations": observed})
    rows = example.assessed[example.assessed["indicator"].eq("halsosamtal")]
    found = {key[2]: its for key, its in outlook(secret, rows).items()}
    assert forecast_cell(found[Gender.MEN]) == "skyddas av sekretess"
    assert {one.gender for one in judged_forecasts(secret, "halsosamtal", "0023", found)} == {Gender.WOMEN}
    open_ = {key[2]: its for key, its in outlook(example, rows).items()}
    assert {one.gender for one in judged_forecasts(example, "halsosamtal", "0023", open_)} == {Gender.WOMEN, Gender.MEN}


def test_what_was_judged_after_the_period_is_not_shown_in_it(store):
    before = follow_up(store, "rs-2025", Period.from_code("2025-08"), DataMode.EXAMPLE)
    rows = before.assessed[before.assessed["indicator"].eq("halsosamtal")]
    computed = {key[2]: its for key, its in outlook(before, rows).items()}
    assert judged_forecasts(before, "halsosamtal", "0023", computed) == []

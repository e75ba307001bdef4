"""Measures: how far they have come, which are late, and the outcome before and after."""

from datetime import date

import pandas as pd
import pytest

from kpi.follow_up import follow_up
from kpi.ingest import shipped
from kpi.model import DataMode, Gender, Period, PeriodKind
from kpi.report.actions import actions, around
from kpi.settings import settings
from kpi.store import Store

TODAY = date(2026, 3, 1)
T3 = Period(date(2024, 9, 1), PeriodKind.TERTIAL)
GENDERS = [Gender.WOMEN, Gender.MEN]


def proposed(code, due=None, **more):
    return {"indicator": "a", "unit": "0023", "period_kind": "tertial", "period_start": pd.Timestamp("2025-05-01"),
            "kind": "action", "code": code, "text": code.upper(), "author": "Bo", "author_role": "",
            "written_on": pd.Timestamp("2025-09-01"), "due_on": pd.Timestamp(due) if due else pd.NaT,
            "responsible": "Cia", "expected_effect": "", "state": "final", "marked_by": "", "marked_on": pd.NaT,
            **more}  # fmt: skip


def step(code, status, day="2025-12-01", **more):
    return {"indicator": "a", "unit": "0023", "period_kind": "tertial", "period_start": pd.Timestamp("2025-05-01"),
            "action": code, "followed_on": pd.Timestamp(day), "status": status, "text": "Gjort.", "effect": "",
            "author": "Bo", **more}  # fmt: skip


def found(measures, steps=(), today=TODAY):
    followed = pd.DataFrame(list(steps), columns=list(step("x", "done")))
    return {one.key[3]: one for one in actions(pd.DataFrame(measures), followed, today)}


@pytest.mark.parametrize(
    ("due", "status", "late"),
    [
        ("2026-02-28", None, True),
        ("2026-03-01", None, False),  # its own day is in time
        ("2026-02-28", "not_started", True),
        ("2026-02-28", "ongoing", True),
        ("2026-02-28", "done", False),
        ("2026-02-28", "closed", False),
        (None, "ongoing", False),
    ],
)
def test_a_measure_is_late_when_its_day_has_passed_and_it_is_not_over(due, status, late):
    one = found([proposed("x", due)], [step("x", status)] if status else [])["x"]
    assert one.late is late
    assert ("Försenad" in one.state) is late


def test_the_latest_follow_up_says_how_far_it_has_come():
    steps = [step("x", "done", "2026-01-10", effect="Kön är borta."), step("x", "ongoing", "2025-10-01"),
             step("y", "closed"), step("x", "closed", unit="rs"),
             step("x", "closed", period_start=pd.Timestamp("2025-01-01"))]  # fmt: skip
    one = found([proposed("x")], steps)["x"]
    assert one.state == ["Genomförd"]
    assert [told.words for told in one.steps] == [
        "Genomförd. Gjort. Observerad effekt: Kön är borta.", "Pågår. Gjort.",
    ]  # fmt: skip
    assert one.steps[0].signed.replace("\u00a0", " ") == "Uppföljd av Bo, 10 januari 2026."
    assert found([proposed("z")], steps)["z"].state == ["Ej uppföljd"]


def test_late_ones_come_first_and_only_what_is_said_is_told():
    measures = [proposed("x"), proposed("y", "2026-01-31", expected_effect="Kortare kö."), proposed("z")]
    ordered = found(measures)
    assert list(ordered) == ["y", "x", "z"]
    assert [words.replace("\u00a0", " ") for words in ordered["y"].facts] == [
        "Ansvarig: Cia", "Klart senast 31 januari 2026", "Förväntad effekt: Kortare kö.",
    ]  # fmt: skip
    assert ordered["x"].facts == ["Ansvarig: Cia"]


def test_who_made_it_final_is_told_where_that_is_said():
    marked = proposed("y", marked_by="Dan", marked_on=pd.Timestamp("2025-09-03"))
    ordered = found([proposed("x"), marked])
    assert "Klarmarkerad" not in ordered["x"].signed
    assert ordered["y"].signed.replace("\u00a0", " ").endswith("Klarmarkerad av Dan, 3 september 2025.")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = Store.open(tmp_path_factory.mktemp("actions") / "kpi.duckdb")
    shipped.install(opened, settings().data)
    yield opened
    opened.close()


def outcomes(store, chosen, about, indicator="halsosamtal"):
    state = follow_up(store, "rs-2025", chosen, DataMode.EXAMPLE)
    row = state.by_subject[indicator, "0023"][Gender.TOTAL]
    return around(state, (indicator, "0023", about, "x"), row, GENDERS)


def test_the_outcome_before_and_after_is_told_for_women_and_men(store):
    before, after = outcomes(store, Period.year(2025), T3)
    assert (before.period, after.period) == (T3, Period(date(2025, 5, 1), PeriodKind.TERTIAL))
    assert [words.replace("\u00a0", " ") for words in before.values.values()] == ["30,2 %", "24,0 %"]
    assert [words.replace("\u00a0", " ") for words in after.values.values()] == [
        "34,5 % (preliminärt)", "26,3 % (preliminärt)",
    ]  # fmt: skip


def test_nothing_after_the_chosen_period_is_told(store):
    before, after = outcomes(store, Period.year(2024), T3)
    assert before.period == T3
    assert after is None


def test_before_the_first_outcome_there_is_nothing_to_compare_with(store):
    before, after = outcomes(store, Period.year(2025), Period.year(1999))
    assert before is None
    assert after.period == Period(date(2025, 5, 1), PeriodKind.TERTIAL)


def test_a_period_without_an_outcome_of_its_own_is_followed_by_the_series_that_is_shown(store):
    march = Period(date(2025, 3, 1), PeriodKind.MONTH)
    before, after = outcomes(store, Period.year(2025), march)
    assert before.period == T3
    assert after.period == Period(date(2025, 5, 1), PeriodKind.TERTIAL)
    # The tertial that March is a part of is neither: it began before the measure, and ended after.
    assert outcomes(store, Period(date(2025, 4, 1), PeriodKind.MONTH), march) == (before, None)


def test_what_is_protected_is_said_and_not_told(store):
    state = follow_up(store, "rs-2025", Period.year(2025), DataMode.EXAMPLE, unit="rs_vardval")
    row = state.by_subject["hfi_chefer", "rs_vardval"][Gender.TOTAL]
    before, _ = around(state, ("hfi_chefer", "rs_vardval", Period.year(2025), "x"), row, GENDERS)
    assert before.values == {Gender.WOMEN: "skyddat", Gender.MEN: "skyddat"}

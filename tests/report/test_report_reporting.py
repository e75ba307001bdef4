"""What a reporting point asks for, and how it stands: in, late, awaited or missing; and which periods are closed."""

from datetime import date, datetime
from decimal import Decimal

import pandas as pd
import pytest

from kpi.model import Period, Required, Term
from kpi.report.reporting import Material, State, items, locks, points, state_sentence

DUE = date(2025, 9, 30)
BEFORE, AFTER = datetime.fromisoformat("2025-09-29 12:00"), datetime.fromisoformat("2025-10-02 12:00")
SUBJECTS = pd.DataFrame(
    [
        {"indicator": "a", "unit": "0023", "term": Term.SHORT, "short_name": "A", "responsible": "RS"},
        {"indicator": "b", "unit": "0023", "term": Term.FINANCIAL, "short_name": "B", "responsible": "RS"},
        {"indicator": "l", "unit": "0023", "term": Term.LONG, "short_name": "L", "responsible": "RS"},
    ]
)
UNITS = pd.DataFrame([{"code": "0023", "name": "Regionen"}])
ASSIGNMENTS = pd.DataFrame([{"code": code, "heading": code.upper(), "responsible": "RS|RUN"} for code in "xyz"])


def outcomes(*rows):
    columns = ["indicator", "unit", "period_kind", "period_start", "created_at"]
    made = [(code, "0023", kind, pd.Timestamp(start), pd.Timestamp(came)) for code, kind, start, came in rows]
    return pd.DataFrame(made, columns=columns)


def said(*rows):
    columns = ["assignment", "period_kind", "period_start", "status", "created_at"]
    made = [(code, kind, pd.Timestamp(start), status, pd.Timestamp(came)) for code, kind, start, status, came in rows]
    return pd.DataFrame(made, columns=columns)


def point(*requires, due=DUE, kind="tertial", start="2025-05-01"):
    row = {"code": "d", "name": "Delår", "period_kind": kind, "period_start": date.fromisoformat(start),
           "due_on": due, "requires": "|".join(requires), "source": "s"}  # fmt: skip
    return points(pd.DataFrame([row]))[0]


def states(which, material, today=date(2025, 10, 10)):
    return {one.code: one.state for one in items(which, material, today)}


@pytest.mark.parametrize(
    ("came", "today", "state"),
    [
        (BEFORE, date(2025, 10, 10), State.IN),
        (datetime.fromisoformat("2025-09-30 21:59"), date(2025, 10, 10), State.IN),  # still the 30th on Swedish clocks
        (datetime.fromisoformat("2025-09-30 22:01"), date(2025, 10, 10), State.IN_LATE),  # the 1st on Swedish clocks
        (AFTER, date(2025, 10, 10), State.IN_LATE),
        (None, date(2025, 9, 30), State.AWAITED),
        (None, date(2025, 10, 1), State.MISSING),
    ],
)
def test_an_outcome_is_in_late_awaited_or_missing(came, today, state):
    rows = [("b", "tertial", "2025-05-01", BEFORE)] + ([("a", "tertial", "2025-05-01", came)] if came else [])
    found = states(point(Required.OUTCOMES), Material(SUBJECTS, UNITS, ASSIGNMENTS, outcomes(*rows)), today)
    assert found == {"a": state, "b": State.IN}


def test_without_a_day_nothing_is_late():
    rows = outcomes(("a", "tertial", "2025-05-01", AFTER))
    found = states(point(Required.OUTCOMES, due=None), Material(SUBJECTS, UNITS, ASSIGNMENTS, rows))
    assert found == {"a": State.IN, "b": State.AWAITED}


def test_the_first_delivery_counts_and_a_part_of_the_period_is_enough():
    rows = outcomes(("a", "month", "2025-08-01", AFTER), ("a", "month", "2025-07-01", BEFORE),
                    ("b", "month", "2025-09-01", BEFORE))  # fmt: skip
    found = states(point(Required.OUTCOMES), Material(SUBJECTS, UNITS, ASSIGNMENTS, rows))
    assert found == {"a": State.IN, "b": State.MISSING}


def test_what_is_only_ever_measured_by_year_is_asked_for_at_the_years_end():
    rows = outcomes(("a", "year", "2024-01-01", BEFORE), ("b", "tertial", "2025-05-01", BEFORE))
    material = Material(SUBJECTS, UNITS, ASSIGNMENTS, rows)
    assert states(point(Required.OUTCOMES), material) == {"b": State.IN}
    year = point(Required.OUTCOMES, kind="year", start="2025-01-01", due=date(2026, 3, 31))
    assert set(states(year, material)) == {"a", "b"}


def test_long_term_nyckeltal_are_asked_for_apart():
    material = Material(SUBJECTS, UNITS, ASSIGNMENTS, outcomes(("l", "year", "2024-01-01", BEFORE)))
    asked = point(Required.LONG_OUTCOMES, kind="year", start="2024-01-01", due=date(2025, 10, 1))
    assert states(asked, material) == {"l": State.IN}


def test_uppdrag_that_were_over_before_are_not_asked_for():
    reports = said(
        ("x", "tertial", "2025-01-01", "done", BEFORE),
        ("y", "tertial", "2025-05-01", "done", BEFORE),
        ("z", "tertial", "2025-01-01", "ongoing", BEFORE),
    )
    material = Material(SUBJECTS, UNITS, ASSIGNMENTS, outcomes(), {Required.ASSIGNMENTS: reports})
    found = items(point(Required.ASSIGNMENTS), material, date(2025, 10, 10))
    assert {one.code: one.state for one in found} == {"y": State.IN, "z": State.MISSING}
    assert {one.responsible for one in found} == {"RS och RUN"}


def test_a_judgement_is_about_the_year_and_made_since():
    judged = pd.DataFrame(
        [
            ("a", "0023", 2025, date(2025, 9, 1), pd.Timestamp(BEFORE)),
            ("b", "0023", 2025, date(2025, 4, 1), pd.Timestamp(BEFORE)),
        ],
        columns=["indicator", "unit", "year", "judged_on", "created_at"],
    )
    material = Material(SUBJECTS, UNITS, ASSIGNMENTS, outcomes(), {Required.FORECASTS: judged})
    assert states(point(Required.FORECASTS), material) == {"a": State.IN, "b": State.MISSING}


def test_it_is_told_in_a_sentence():
    material = Material(SUBJECTS, UNITS, ASSIGNMENTS, outcomes(("a", "tertial", "2025-05-01", AFTER)))
    found = items(point(Required.OUTCOMES), material, date(2025, 10, 10))
    assert state_sentence(found) == (
        "En av två uppgifter har kommit in. En saknas, fast dagen har passerat och en kom för sent."
    )
    assert state_sentence([]) == "Inget krävs."


def lock(locked, came, start="2025-05-01"):
    return {"period_kind": "tertial", "period_start": date.fromisoformat(start), "locked": locked, "author": "Bo",
            "reason": "klart", "created_at": pd.Timestamp(came)}  # fmt: skip


def test_the_last_word_about_a_period_holds():
    rows = [lock(True, BEFORE), lock(True, BEFORE, "2025-01-01"), lock(False, AFTER), lock(True, AFTER, "2025-01-01")]
    [closed] = locks(pd.DataFrame(rows))
    assert (closed.period, closed.since) == (Period.from_code("2025-T1"), AFTER)
    assert locks(pd.DataFrame(columns=["period_kind", "period_start", "locked"])) == []


def money():
    """Three areas and their total, with frames by cost type in the year 2025."""
    types = pd.DataFrame([{"code": "lon", "name": "Lön"}, {"code": "hyra", "name": "Hyra"}])
    texts = {"category": "", "description": "", "consequence": "", "part_of": "", "same_as": "", "source": ""}
    items = [
        {"code": "norr", "name": "Norr", "section": "area", "sum_of": "", **texts},
        {"code": "total", "name": "Alla", "section": "area", "sum_of": "norr|syd", **texts},
        {"code": "syd", "name": "Syd", "section": "area", "sum_of": "", **texts},
        {"code": "gammal", "name": "Gammal", "section": "area", "sum_of": "", **texts},
    ]
    rows = [("norr", "lon", 2025, -5), ("norr", "hyra", 2025, 0), ("syd", "lon", 2025, -1), ("syd", "hyra", 2025, -2),
            ("gammal", None, 2024, -9), ("total", "lon", 2025, -6)]  # fmt: skip
    printed = [
        {"item": item, "cost_type": kind, "year": year, "amount": Decimal(amount), "decimals": 0, "money_unit": "Mkr"}
        for item, kind, year, amount in rows
    ]
    return types, pd.DataFrame(items), pd.DataFrame(printed)


def accounts(*rows):
    columns = ["area", "cost_type", "month", "kind", "created_at"]
    made = [(area, kind, pd.Timestamp(month), what, pd.Timestamp(came)) for area, kind, month, what, came in rows]
    return pd.DataFrame(made, columns=columns).astype({"month": "datetime64[us]"})


def test_the_accounts_of_a_month_are_asked_for_area_by_area():
    rows = accounts(
        ("norr", "lon", "2025-08-01", "outcome", BEFORE),
        ("syd", "lon", "2025-08-01", "outcome", BEFORE),
        ("syd", "hyra", "2025-07-01", "outcome", BEFORE),
        ("syd", "hyra", "2025-08-01", "forecast", BEFORE),
    )
    asked = point(Required.ACCOUNTS, kind="month", start="2025-08-01")

    def found(accounts_given):
        material = Material(SUBJECTS, UNITS, ASSIGNMENTS, outcomes(), {Required.ACCOUNTS: accounts_given}, money())
        return states(asked, material)

    assert found(rows) == {"norr": State.IN, "syd": State.MISSING}
    late = pd.concat([rows, accounts(("syd", "hyra", "2025-08-01", "outcome", AFTER))])
    assert found(late) == {"norr": State.IN, "syd": State.IN_LATE}
    assert found(accounts()) == {"norr": State.MISSING, "syd": State.MISSING}

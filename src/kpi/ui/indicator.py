"""The parts of a nyckeltal's page that concern its own series."""

from typing import Any

import pandas as pd
import streamlit as st

from kpi.frames import period_of, records
from kpi.model import Gender, Period, PeriodKind, Status
from kpi.report.answer import distance
from kpi.report.rows import development, outcome_period, present, value_text
from kpi.report.series import shown_series
from kpi.report.targets import target_words
from kpi.store.plans import unit_name
from kpi.ui.comments import comments_of
from kpi.ui.html import show
from kpi.ui.subject import Subject
from kpi.words import difference, number, period, quantity, say


def three_values(subject: Subject) -> None:
    """Kvinnor, män and totalt: value, status, distance, and what must be said of it."""
    reference = unit_name(subject.follow_up.units, subject.row.reference) if present(subject.row.reference) else ""
    values = [_value(gender, row, reference) for gender, row in subject.by_gender.items()]
    show("three", values=values)
    row = subject.row
    if not row.split_by_gender:
        show("quiet", text=say("split-missing", reason=f"{str(row.no_split_reason).rstrip('.')}."))
    if present(row.target_code):
        show("quiet", text=say("target-line", target=target_words(row, reference), years=_years(subject, row)))


def _value(gender: Gender, row: Any, reference: str) -> dict[str, Any]:
    which = outcome_period(row)
    notes = [distance(row, reference)]
    if row.status == Status.UNJUDGED and present(row.reason):
        notes.append(say(f"reason-{row.reason}"))
    if row.so_far:
        notes.append(say("so-far"))
    if present(row.pace_needed):
        measure = "%" if row.distance_in == "percentage_points_of_change" else row.measure
        notes.append(say("pace-needed", pace=difference(row.pace_needed, int(row.decimals), measure)))
    return {
        "gender": say(f"gender-{gender}"), "period": period(which) if which else "", "text": value_text(row),
        "status": Status(row.status) if present(row.status) else None, "notes": [note for note in notes if note],
    }  # fmt: skip


def _years(subject: Subject, row: Any) -> str:
    target = subject.follow_up.targets[subject.follow_up.targets["code"] == row.target_code].iloc[0]
    first, last = target["first_year"], target["last_year"]
    if pd.isna(first) and pd.isna(last):
        return say("target-all-years", decider=target["decided_by"])
    years = "–".join(dict.fromkeys(str(int(year)) for year in (first, last) if pd.notna(year)))
    return say("target-years", decider=target["decided_by"], years=years)


def values_table(subject: Subject) -> None:
    """The series as a table, latest first, with the delivery that each value came in."""
    series = shown_series(subject.follow_up, subject.indicator, subject.unit)
    if series.empty:
        return
    row = subject.row
    genders = [gender for gender in Gender if gender in set(series["gender"])]
    by_period: dict[Period, dict[str, Any]] = {}
    for one in records(series):
        by_period.setdefault(Period(one.period_start.date(), PeriodKind(one.period_kind)), {})[one.gender] = one
    lines = [
        [
            period(which),
            *(_observed(by.get(gender), row) for gender in genders),
            ", ".join(sorted({str(one.delivery_id) for one in by.values()})),
        ]
        for which, by in sorted(by_period.items(), reverse=True)
    ]
    with st.expander(say("values-as-table")):
        headings = [say("column-period"), *(say(f"gender-{gender}") for gender in genders), say("column-delivery")]
        show("table", caption=say("values-caption", name=subject.title), headings=headings, rows=lines, cards=False)


def _observed(one: Any, row: Any) -> str:
    if one is None:
        return "–"
    if present(one.value):
        text = quantity(one.value, int(row.decimals), row.measure)
        return f"{text} ({say('observation-preliminary')})" if one.status == "preliminary" else text
    return say(f"observation-{one.status}") if present(one.status) else "–"


def trends(subject: Subject) -> None:
    """Per gender: the development, by which method, on how many values."""
    lines = [_trend(gender, row) for gender, row in subject.by_gender.items() if present(row.value)]
    show("list", items=lines) if lines else show("quiet", text=say("answer-no-outcome"))


def _trend(gender: Gender, row: Any) -> str:
    name = say(f"gender-{gender}")
    if not present(row.trend_verdict):
        return say("trend-none", gender=name, development=development(row))
    common = {"gender": name, "development": development(row), "n": int(row.trend_n)}
    if row.trend_method == "xmr":
        since = period_of(row.trend_since, row.trend_period_kind)
        return say(
            "trend-line-xmr", **common, rule=row.trend_rule or "none", since=period(since) if since else "",
            assurance=row.trend_assurance or "none",
        )  # fmt: skip
    if row.trend_method == "fingertips":
        return say("trend-line-fingertips", **common)
    decimals = int(row.decimals) + 1
    return say(
        "trend-line", **common,
        slope=number(row.trend_slope, decimals), low=number(row.trend_slope_lower, decimals),
        high=number(row.trend_slope_upper, decimals), measure=_per_year(row), p=_probability(row.trend_p),
    )  # fmt: skip


def _probability(p: float) -> str:
    smallest = 0.001
    return say("p-below", p=number(smallest, 3)) if p < smallest else say("p-equals", p=number(p, 3))


def _per_year(row: Any) -> str:
    return say("percentage-points", n=2) if row.measure == "%" else str(row.measure)


def said(subject: Subject, kind: str) -> None:
    """Explanations or actions, or that there are none."""
    found = comments_of(subject.follow_up, subject.indicator, subject.unit, kind)
    show("comments", comments=found) if found else show("quiet", text=say(f"no-{kind}"))

"""The parts of a nyckeltal's page."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from kpi.errors import wrong
from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender, Period, PeriodKind, Reason, Status
from kpi.report.answer import distance
from kpi.report.rows import development, judged, outcome_period, present, value_text
from kpi.report.series import shown_series
from kpi.report.targets import target_words
from kpi.store.plans import unit_name
from kpi.ui.charts import by_gender
from kpi.ui.comments import comments_of
from kpi.ui.html import show
from kpi.ui.page import Crumb, area_path
from kpi.ui.view import OVERVIEW, View, load
from kpi.words import number, period, quantity, say

COUNTRY = "country"


@dataclass(frozen=True)
class Subject:
    """One nyckeltal at one unit, with its assessed rows by gender."""

    follow_up: FollowUp
    indicator: str
    unit: str
    by_gender: dict[Gender, Any]

    @property
    def row(self) -> Any:
        """The row that speaks for it."""
        return judged(self.by_gender)

    @property
    def title(self) -> str:
        """Its name, with the unit where that is not the plan's own organisation."""
        own = self.unit == self.follow_up.plan.about["organisation"]
        name = str(self.row.short_name)
        return name if own else f"{name}, {unit_name(self.follow_up.units, self.unit)}"


def chosen_subject(follow_up: FollowUp) -> tuple[str, str]:
    """The nyckeltal and unit in the address; the plan's first where it names none. Raises `UserError` if unknown."""
    subjects = follow_up.plan.subjects
    code = st.query_params.get("kod", "") or str(subjects.iloc[0]["indicator"])
    mine = subjects[subjects["indicator"] == code]
    if mine.empty:
        raise wrong("indicator-unknown", code=code)
    return code, st.query_params.get("enhet", "") or str(mine.iloc[0]["unit"])


def unit_chooser(follow_up: FollowUp, view: View, indicator: str, unit: str) -> Subject:
    """The nyckeltal at the unit of the address, which stays there."""
    st.query_params["kod"], st.query_params["enhet"] = indicator, unit
    rows = by_gender(follow_up, indicator, unit)
    at_unit = follow_up if rows else load(view, unit)
    return Subject(at_unit, indicator, unit, rows or by_gender(at_unit, indicator, unit))


def described(subject: Subject) -> str:
    """Långsiktigt nyckeltal · beslutat av … · lägre är bättre · ansvarig …."""
    row = subject.row
    parts = [
        say("described-term", term=say(f"term-{row.term}").capitalize()),
        say("described-decided", decider=row.decided_by),
        say(f"direction-{row.direction}"),
        row.measure if row.measure != "%" else "",
        say("described-responsible", who=row.responsible) if row.responsible else "",
    ]
    return " · ".join(part for part in parts if part)


def crumbs(subject: Subject, view: View) -> list[Crumb]:
    """Översikt › målområde."""
    area = next(area for area in subject.follow_up.plan.areas() if subject.row.goal in area.codes)
    return [(say("page-overview"), view.link(OVERVIEW)), (area.name, view.link(area_path(area)))]


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
        notes.append(say("pace-needed", pace=quantity(row.pace_needed, int(row.decimals), row.measure)))
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
    decimals = int(row.decimals) + 1
    return say(
        "trend-line", gender=name, development=development(row), n=int(row.trend_n),
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


def units_table(subject: Subject, view: View) -> None:
    """Beneath the unit: each part's own value and target."""
    units = subject.follow_up.units
    observed = subject.follow_up.observations
    with_values = set(observed.loc[observed["indicator"] == subject.indicator, "unit"])
    beneath = units[units["code"].isin(_beneath(units, subject.unit)) & units["code"].isin(with_values)]
    if beneath.empty:
        show("quiet", text=say("no-units"))
        return
    genders = list(Gender)
    lines = []
    for unit in records(beneath):
        rows = by_gender(load(view, str(unit.code)), subject.indicator, str(unit.code))
        link = view.link("nyckeltal", kod=subject.indicator, enhet=str(unit.code))
        lines.append([{"text": unit.name, "link": link}, *(_judged_cell(rows.get(gender)) for gender in genders)])
    headings = [say("column-unit"), *(say(f"gender-{gender}") for gender in genders)]
    show("table", caption=say("units-caption", name=subject.title), headings=headings, rows=lines, cards=True)


def _beneath(units: pd.DataFrame, code: str) -> set[str]:
    children = units.groupby("parent")["code"].agg(list).to_dict()
    found: set[str] = set()
    waiting = list(children.get(code, []))
    while waiting:
        child = waiting.pop()
        if child not in found:
            found.add(child)
            waiting += children.get(child, [])
    return found


def _judged_cell(row: Any) -> Any:
    if row is None:
        return "–"
    which = outcome_period(row)
    text = f"{value_text(row)} ({period(which)})" if which else value_text(row)
    judged_here = present(row.status) and row.reason != Reason.NO_TARGET
    return {"text": text, "status": Status(row.status)} if judged_here else text


def comparison(subject: Subject) -> None:
    """The country's value for the same period and gender, where there is one."""
    units = subject.follow_up.units
    observed = subject.follow_up.observations
    countries = units.loc[units["kind"] == COUNTRY, "code"]
    national = observed[(observed["indicator"] == subject.indicator) & observed["unit"].isin(countries)]
    lines = [
        line for gender, row in subject.by_gender.items() if (line := _compared(gender, row, national)) is not None
    ]
    if not lines:
        show("quiet", text=say("no-comparison"))
        return
    headings = [say("column-gender"), say("column-own"), say("column-country"), say("column-period")]
    show("table", caption=say("comparison-caption", name=subject.title), headings=headings, rows=lines, cards=True)


def _compared(gender: Gender, row: Any, national: pd.DataFrame) -> list[str] | None:
    which = outcome_period(row)
    if which is None or not present(row.value):
        return None
    same = national[
        (national["gender"] == gender)
        & (national["period_kind"] == which.kind)
        & (national["period_start"] == pd.Timestamp(which.start))
    ].dropna(subset="value")
    if same.empty:
        return None
    theirs = quantity(same["value"].iloc[0], int(row.decimals), row.measure)
    return [say(f"gender-{gender}"), value_text(row), theirs, period(which)]

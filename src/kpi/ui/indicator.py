"""The parts of a nyckeltal's page that concern its own series."""

from typing import Any

import pandas as pd
import streamlit as st

from kpi.frames import records
from kpi.model import CommentKind, Gender, Period, PeriodKind, Status
from kpi.report.answer import distance
from kpi.report.gap import gap_movement
from kpi.report.rows import outcome_period, present, value_text
from kpi.report.series import observed_text, shown_series
from kpi.report.series_words import protected
from kpi.report.targets import target_words
from kpi.report.trend_lines import trend_lines, why_no_trend
from kpi.store.plans import unit_name
from kpi.ui.access import current_actor
from kpi.ui.charts import Chart, draw, series_chart
from kpi.ui.comments import comments_of, drafts_of, shown
from kpi.ui.html import render
from kpi.ui.origin import origin
from kpi.ui.subject import Subject, once_of
from kpi.ui.view import View
from kpi.words import difference, period, say


def three_values(subject: Subject, view: View) -> None:
    """Kvinnor, män and totalt: value, status, distance, and what must be said of it."""
    st.html(once_of(_three_values, subject, view))


def _three_values(subject: Subject, _view: View) -> str:
    reference = unit_name(subject.follow_up.units, subject.row.reference) if present(subject.row.reference) else ""
    values = [_value(gender, row, reference) for gender, row in subject.by_gender.items()]
    parts = [render("three", values=values)]
    row = subject.row
    if not row.split_by_gender:
        reason = f"{str(row.no_split_reason).rstrip('.')}."
        parts.append(render("quiet", text=say("split-missing", reason=reason)))
    if present(row.target_kind):  # of several that hold alike none is the target
        text = say("target-line", target=target_words(row, reference), years=_years(subject, row))
        parts.append(render("quiet", text=text))
    return "".join(parts)


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


def series(subject: Subject, view: View) -> None:
    """The time series as a chart, and as a table: latest first, with the delivery that each value came in."""
    draw(once_of(_chart, subject, view), subject.indicator, once_of(_protected, subject, view))
    table = once_of(_values, subject, view)
    if table:
        with st.expander(say("values-as-table")):
            st.html(table)


def _chart(subject: Subject, view: View) -> Chart | None:
    return series_chart(subject.follow_up, view, subject.indicator, subject.unit)


def _protected(subject: Subject, _view: View) -> list[str]:
    return protected(shown_series(subject.follow_up, subject.indicator, subject.unit))


def _values(subject: Subject, view: View) -> str:
    series = shown_series(subject.follow_up, subject.indicator, subject.unit)
    if series.empty:
        return ""
    row = subject.row
    genders = [gender for gender in Gender if gender in set(series["gender"])]
    by_period: dict[Period, dict[str, Any]] = {}
    for one in records(series):
        by_period.setdefault(Period(one.period_start.date(), PeriodKind(one.period_kind)), {})[one.gender] = one
    lines = [
        [
            period(which),
            *(observed_text(by.get(gender), row) for gender in genders),
            origin(list(by.values()), view),
        ]
        for which, by in sorted(by_period.items(), reverse=True)
    ]
    headings = [say("column-period"), *(say(f"gender-{gender}") for gender in genders), say("column-origin")]
    return render(
        "table", caption=say("values-caption", name=subject.title), headings=headings, rows=lines, cards=False
    )


def trends(subject: Subject, view: View) -> None:
    """Per gender: the development, by which method, on how many values."""
    st.html(once_of(_trends, subject, view))


def _trends(subject: Subject, _view: View) -> str:
    moved = gap_movement(subject.follow_up, subject.indicator, subject.unit)
    lines = trend_lines(subject.by_gender, moved)
    return render("list", items=lines) if lines else render("quiet", text=why_no_trend(subject.by_gender))


def said(subject: Subject, view: View, kind: CommentKind) -> None:
    """The texts of a kind, or that there are none; drafts as well for those who may write."""
    st.html(once_of(_said, subject, view, kind, current_actor().may_write))


def _said(subject: Subject, view: View, kind: CommentKind, writing: bool) -> str:
    about = (subject.indicator, subject.unit)
    found = shown(drafts_of(view, subject.follow_up, *about, kind)) if writing else []
    found += shown(comments_of(subject.follow_up, *about, kind))
    return render("comments", comments=found) if found else render("quiet", text=say(f"no-{kind}"))

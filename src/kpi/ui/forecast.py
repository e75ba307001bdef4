"""Prognos on a nyckeltal's page: what the year and the next will come to, computed, and beside it as judged."""

import streamlit as st

from kpi.model import Gender
from kpi.report.forecast import Outlook, outlook
from kpi.report.forecast_table import forecast_table, refusals
from kpi.report.judged_forecast import Judged, judged_forecasts
from kpi.ui.comments import Shown
from kpi.ui.html import render
from kpi.ui.subject import Subject, once_of
from kpi.ui.tables import render_table
from kpi.ui.view import View
from kpi.words import day, say

Outlooks = dict[Gender, Outlook]


def forecasts(subject: Subject, view: View) -> None:
    """Per gender and year the computed forecast, or why there is none, and what the responsible person expects."""
    st.html(once_of(_forecasts, subject, view))


def outlooks_of(subject: Subject, view: View) -> Outlooks:
    """What is to come for each gender of the nyckeltal."""
    return once_of(_outlooks, subject, view)


def _outlooks(subject: Subject, _view: View) -> Outlooks:
    rows = subject.follow_up.assessed
    rows = rows[rows["indicator"].eq(subject.indicator) & rows["unit"].eq(subject.unit)]
    return {gender: one for (_, _, gender), one in outlook(subject.follow_up, rows).items()}


def _forecasts(subject: Subject, view: View) -> str:
    follow_up, found = subject.follow_up, outlooks_of(subject, view)
    judged = judged_forecasts(follow_up, subject.indicator, subject.unit, found)
    table = forecast_table(subject.title, subject.row, found, judged)
    parts = [render_table(table)] if table else []
    parts += [render("quiet", text=text) for text in refusals(found)]
    if table:
        parts.append(render("quiet", text=say("forecast-method-note")))
    if judged:
        shown = [_shown(one, subject) for one in judged]
        parts += [render("subheading", text=say("forecast-judged-heading")), render("comments", comments=shown)]
    else:
        parts.append(render("quiet", text=say("forecast-judged-none")))
    return "".join(parts)


def _shown(one: Judged, subject: Subject) -> Shown:
    words = say(
        "forecast-judged", gender=say(f"gender-{one.gender}"), year=str(one.year),
        value=one.value_words(subject.row), reason=one.reason,
    )  # fmt: skip
    return Shown(words, say("forecast-judged-signed", who=one.judged_by, date=day(one.judged_on)))

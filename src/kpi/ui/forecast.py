"""Prognos on a nyckeltal's page: what the year and the next will come to, computed, and beside it as judged."""

from collections.abc import Iterable

import streamlit as st

from kpi.model import Gender
from kpi.report.forecast import (
    Outlook,
    basis_words,
    chance_words,
    has_value,
    interval_words,
    is_over,
    outlook,
    reason_words,
    value_words,
)
from kpi.report.judged_forecast import Judged, judged_forecasts
from kpi.ui.comments import Shown
from kpi.ui.html import render
from kpi.ui.subject import Subject, once_of
from kpi.ui.view import View
from kpi.words import day, listing, say

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
    parts = [_table(subject, found, judged), *(render("quiet", text=text) for text in _refusals(found))]
    if parts[0]:
        parts.append(render("quiet", text=say("forecast-method-note")))
    if judged:
        shown = [_shown(one, subject) for one in judged]
        parts += [render("subheading", text=say("forecast-judged-heading")), render("comments", comments=shown)]
    else:
        parts.append(render("quiet", text=say("forecast-judged-none")))
    return "".join(parts)


def _table(subject: Subject, found: Outlooks, judged: list[Judged]) -> str:
    """One row per gender and year that has a forecast; empty without any."""
    expected = {(one.gender, one.year): one for one in judged}
    lines = []
    for year in _years(found):
        for gender, one in found.items():
            if has_value(one, year):
                theirs = expected.get((gender, year))
                lines.append(_line(gender, one, year, theirs.value_words(subject.row) if theirs else ""))
    if not lines:
        return ""
    headings = [say(f"forecast-column-{name}") for name in ("whom", "value", "80", "95", "target", "basis", "judged")]
    kept = [at for at in range(len(headings)) if at < len(headings) - 1 or any(line[at] != "–" for line in lines)]
    return render(
        "table", caption=say("forecast-caption", name=subject.title), headings=[headings[at] for at in kept],
        rows=[[line[at] for at in kept] for line in lines], cards=True,
    )  # fmt: skip


def _line(gender: Gender, one: Outlook, year: int, judged: str) -> list[str]:
    cells = [
        value_words(one, year), interval_words(one, year, 80), interval_words(one, year, 95),
        chance_words(one, year), basis_words(one, year), judged,
    ]  # fmt: skip
    return [say("forecast-whom", gender=say(f"gender-{gender}"), year=str(year)), *(cell or "–" for cell in cells)]


def _refusals(found: Outlooks) -> list[str]:
    """Why there is no forecast, each reason once for the genders and years that share it."""
    by_gender: dict[tuple[str, Gender], list[str]] = {}
    for gender, one in found.items():
        for year in one.years:
            if not has_value(one, year):
                by_gender.setdefault((_why(one, year), gender), []).append(str(year))
    shared: dict[tuple[str, tuple[str, ...]], list[Gender]] = {}
    for (why, gender), years in by_gender.items():
        shared.setdefault((why, tuple(years)), []).append(gender)
    return [_refusal(why, years, genders, len(found)) for (why, years), genders in shared.items()]


def _why(one: Outlook, year: int) -> str:
    """Empty where the year is over: then there is nothing to forecast."""
    return "" if is_over(one, year) else reason_words(one, year)


def _refusal(why: str, years: Iterable[str], genders: list[Gender], every: int) -> str:
    whom = "" if len(genders) == every else listing(say(f"gender-{gender}-lower") for gender in genders)
    key = "forecast-refused" if why else "forecast-over"
    words = {"years": listing(years), "whom": f" ({whom})" if whom else ""}
    return say(key, **words, why=why) if why else say(key, **words)


def _years(found: Outlooks) -> list[int]:
    return sorted({year for one in found.values() for year in one.years})


def _shown(one: Judged, subject: Subject) -> Shown:
    words = say(
        "forecast-judged", gender=say(f"gender-{one.gender}"), year=str(one.year),
        value=one.value_words(subject.row), reason=one.reason,
    )  # fmt: skip
    return Shown(words, say("forecast-judged-signed", who=one.judged_by, date=day(one.judged_on)))

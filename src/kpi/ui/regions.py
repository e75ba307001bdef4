"""The regions beside each other: their values at a period, and on request their series."""

import math
from typing import Any

import pandas as pd
import streamlit as st

from kpi.charts.regions import RegionSeries, regions_figure
from kpi.charts.series import Measure
from kpi.model import Direction, Gender
from kpi.report.rows import outcome_period, present
from kpi.report.series import series_of_units
from kpi.store.plans import unit_name
from kpi.ui.charts import Chart, draw
from kpi.ui.html import dark, show
from kpi.ui.subject import Subject, once_of
from kpi.ui.view import View
from kpi.words import listing, period, quantity, say

REGION, COUNTRY = "region", "country"


def regions(subject: Subject, view: View, found: dict[Gender, Any]) -> None:
    """One click shows every region's series and values; `found` are the genders' standings."""
    genders = [gender for gender, standing in found.items() if present(standing.regions_median)]
    if not genders:
        return
    series, names = once_of(_series, subject, view)
    country = [code for code in _codes(subject, COUNTRY) if code in names]
    if not st.toggle(say("regions-toggle", n=len(names) - len(country)), key=f"regions-{subject.indicator}"):
        return
    gender = st.radio(
        say("regions-gender"), genders, index=len(genders) - 1, horizontal=True,
        format_func=lambda one: say(f"gender-{one}"), key=f"regions-gender-{subject.indicator}",
    )  # fmt: skip
    others = [code for code in names if code != subject.unit]
    chosen = st.multiselect(
        say("regions-highlight"), others, default=country, format_func=names.__getitem__,
        key=f"regions-chosen-{subject.indicator}",
    )  # fmt: skip
    kind = subject.by_gender[gender].period_kind
    known = series[(series["gender"] == gender) & (series["period_kind"] == kind)].dropna(subset="value")
    lines = [
        RegionSeries(names[str(code)], points, code == subject.unit, code in chosen)
        for code, points in known.groupby("unit")
    ]
    figure = regions_figure(lines, gender, measure(subject), example=view.example, dark=dark())
    draw(Chart(figure, alt(view, _regions_alt(subject, known, gender, lines)), ()), "regions")
    _regions_table(subject, {code: name for code, name in names.items() if code not in country})


def _series(subject: Subject, _view: View) -> tuple[pd.DataFrame, dict[str, str]]:
    """The regions' and the country's observations until the chosen period, and the names of those that have any."""
    series = _observed(subject, REGION, COUNTRY)
    return series, {code: unit_name(subject.follow_up.units, code) for code in sorted(series["unit"].unique())}


def alt(view: View, words: str) -> str:
    """What a chart shows, with the word for example values before it where they are."""
    return f"{say('example-word')}. {words}" if view.example else words


def measure(subject: Subject) -> Measure:
    """How the nyckeltal's values are written."""
    return Measure(str(subject.row.measure), int(subject.row.decimals))


def latest(subject: Subject) -> dict[Gender, pd.DataFrame]:
    """Every region's observation of the outcome's own period, by gender, those with a value."""
    observed = _observed(subject, REGION)
    found = {}
    for gender, row in subject.by_gender.items():
        mine = observed[
            (observed["gender"] == gender) & (observed["period_kind"] == row.period_kind)
            & (observed["period_start"] == row.period_start)
        ].dropna(subset="value")  # fmt: skip
        if not mine.empty:
            found[gender] = mine
    return found


def _observed(subject: Subject, *kinds: str) -> pd.DataFrame:
    return series_of_units(subject.follow_up, subject.indicator, _codes(subject, *kinds))


def _codes(subject: Subject, *kinds: str) -> list[str]:
    units = subject.follow_up.units
    return list(units.loc[units["kind"].isin(kinds), "code"])


def _regions_alt(subject: Subject, known: pd.DataFrame, gender: Gender, lines: list[RegionSeries]) -> str:
    years = known["period_start"].dt.year
    return say(
        "regions-alt", name=subject.title, gender=say(f"gender-{gender}-lower"), n=len(lines),
        first=str(years.min()), last=str(years.max()),
        names=listing(one.name for one in lines if one.own or one.chosen),
    )  # fmt: skip


def _regions_table(subject: Subject, names: dict[str, str]) -> None:
    """Every region's value of the outcome's own period, the best first; those without one last."""
    row, found = subject.row, latest(subject)
    which = outcome_period(row)
    genders = [gender for gender in Gender if gender in found]
    values = {gender: dict(zip(frame["unit"], frame["value"], strict=True)) for gender, frame in found.items()}
    side = -1 if row.direction == Direction.HIGHER else 1
    ordered = sorted(names, key=lambda code: side * values[genders[-1]].get(code, side * math.inf))
    lines = [
        [names[code], *(quantity(values[gender][code], int(row.decimals), row.measure) if code in values[gender]
                        else "–" for gender in genders)]
        for code in ordered
    ]  # fmt: skip
    headings = [say("column-region"), *(say(f"gender-{gender}") for gender in genders)]
    caption = say("regions-table", name=subject.title, period=period(which) if which else "–")
    show("table", caption=caption, headings=headings, rows=lines, cards=False)

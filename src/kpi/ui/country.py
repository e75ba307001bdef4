"""A nyckeltal beside the country and the other regions."""

from typing import Any

import pandas as pd
import streamlit as st

from kpi.charts.strip import Strip, strip_figure
from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender
from kpi.report.comparison_table import comparison, comparison_with
from kpi.report.country import Standings, comparable, standings
from kpi.report.rows import outcome_period, present
from kpi.store.plans import unit_name
from kpi.ui.charts import Chart, draw
from kpi.ui.html import dark, show
from kpi.ui.kept import once
from kpi.ui.regions import alt, latest, measure, regions
from kpi.ui.subject import Subject, once_of
from kpi.ui.tables import render_table
from kpi.ui.view import View
from kpi.words import listing, period, quantity, say


def all_standings(follow_up: FollowUp, _view: View) -> Standings:
    """Every outcome's comparison, for `once`."""
    return standings(follow_up)


def country(subject: Subject, view: View) -> None:
    """The country's value, the difference and the place; every region as a point; and on request their series."""
    found = standings_of(subject, view)
    if not found:
        show("quiet", text=say("no-comparison"))
        return
    st.html(once_of(_table, subject, view))
    if other := _choose(subject):
        st.html(once_of(_table_with, subject, view, other))
    strip = once_of(_strip, subject, view)
    if strip:
        draw(strip, "strip")
        show("quiet", text=say("strip-caption"))
    for line in once_of(_absent, subject, view):
        show("quiet", text=line)
    regions(subject, view, found)


def standings_of(subject: Subject, view: View) -> dict[Gender, Any]:
    """Those of the page's own unit, where something can be compared."""
    asked = [(subject.indicator, subject.unit, gender) for gender in subject.by_gender]
    of_plan = once(all_standings, view)
    everything = of_plan if asked[0] in of_plan else once_of(_standings_there, subject, view)
    return {key[-1]: everything[key] for key in asked if comparable(everything[key])}


def _standings_there(subject: Subject, _view: View) -> Standings:
    """Those of a unit that the plan does not name."""
    return standings(subject.follow_up)


def _choose(subject: Subject) -> str:
    """Another region to compare with, that stands in the address like every choice; empty for none."""
    at_period = pd.concat(latest(subject).values()) if latest(subject) else None
    codes = [] if at_period is None else sorted(set(at_period["unit"]) - {subject.unit})
    if not codes:
        return ""
    names = {"": say("compare-choice-none")} | {one: unit_name(subject.follow_up.units, one) for one in codes}
    asked = st.query_params.get("region", "")
    chosen = asked if asked in names else ""
    show("choice", label=say("compare-choice"), parameter="region", names=names, chosen=chosen)
    return chosen


def _table_with(subject: Subject, _view: View, other: str) -> str:
    """The same outcomes beside another region's."""
    found, name = standings(subject.follow_up, other), unit_name(subject.follow_up.units, other)
    mine = {gender: found[subject.indicator, subject.unit, gender] for gender in subject.by_gender}
    return render_table(comparison_with(subject.title, subject.by_gender, mine, name))


def _table(subject: Subject, view: View) -> str:
    return render_table(comparison(subject.title, subject.by_gender, standings_of(subject, view)))


def _strip(subject: Subject, view: View) -> Chart | None:
    places, found = latest(subject), standings_of(subject, view)
    strips = [
        Strip(
            gender,
            [(unit_name(subject.follow_up.units, str(one.unit)), float(one.value)) for one in records(places[gender])],
            float(subject.by_gender[gender].value),
            float(standing.reference_value) if present(standing.reference_value) else None,
            (standing.regions_q1, standing.regions_median, standing.regions_q3)
            if present(standing.regions_median) else None,
        )
        for gender, standing in found.items() if present(standing.regions_median) and gender in places
    ]  # fmt: skip
    if not strips:
        return None
    figure = strip_figure(strips, measure(subject), example=view.example, dark=dark())
    return Chart(figure, alt(view, _strip_alt(subject, strips)), ())


def _strip_alt(subject: Subject, strips: list[Strip]) -> str:
    row = subject.row

    def text(value: float) -> str:
        return quantity(value, int(row.decimals), row.measure)

    parts = [
        " ".join([
            say("strip-alt-gender", gender=say(f"gender-{strip.gender}"), own=text(strip.own),
                low=text(min(value for _, value in strip.regions)), high=text(max(value for _, value in strip.regions)),
                median=text(strip.quartiles[1]) if strip.quartiles else "–"),
            *([say("strip-alt-country", value=text(strip.country))] if strip.country is not None else []),
        ])
        for strip in strips
    ]  # fmt: skip
    which = outcome_period(row)
    return say("strip-alt", name=subject.title, period=period(which) if which else "–", genders=" ".join(parts))


def _absent(subject: Subject, view: View) -> list[str]:
    """The regions without a value are named, by the gender that speaks for the nyckeltal."""
    found, units = standings_of(subject, view), subject.follow_up.units
    standing = found.get(Gender.TOTAL) or next(iter(found.values()))
    if not present(standing.regions_median):
        return []
    absent = {name: getattr(standing, f"regions_{name}") for name in ("missing", "suppressed")}
    return [
        say(f"regions-{name}", names=listing(unit_name(units, code) for code in codes))
        for name, codes in absent.items() if codes
    ]  # fmt: skip

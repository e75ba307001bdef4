"""A nyckeltal at the units beneath: a table, the farthest from its target first, and small charts on one scale."""

from typing import Any

import streamlit as st

from kpi.charts.multiples import Panel, multiples
from kpi.charts.series import Measure
from kpi.charts.sparkline import SparkSeries, data_address
from kpi.follow_up import FollowUp
from kpi.model import Gender, Status, TargetKind
from kpi.report.rows import outcome_period, present, value_text
from kpi.report.units import UnitPart, part_series, unit_parts
from kpi.ui.html import dark, render
from kpi.ui.subject import Subject, once_of
from kpi.ui.view import View
from kpi.words import period, quantity, say

_LEVELS = (TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.BELOW)


def units_table(subject: Subject, view: View) -> None:
    """Beneath the unit: each part's own value, target and distance, and their series beside each other."""
    st.html(once_of(_shown, subject, view))


def _shown(subject: Subject, view: View) -> str:
    parts = unit_parts(subject.follow_up, subject.indicator, subject.unit)
    if not parts:
        return render("quiet", text=say("no-units"))
    judged = any(part.target for part in parts)
    intro = render("quiet", text=say("units-sorted" if judged else "units-unsorted"))
    return intro + _table(parts, view, subject.title) + _charts(subject.follow_up, parts, view)


def _table(parts: list[UnitPart], view: View, title: str) -> str:
    """Without the columns that nobody has anything in."""
    genders = [gender for gender in Gender if any(present(_value(part, gender)) for part in parts)]
    targets = any(part.target for part in parts)
    lines = [
        [
            {"text": part.name, "link": _link(part, view)},
            *(_judged_cell(part.by_gender.get(gender)) for gender in genders),
            *(({"text": part.target or "–"}, part.away) if targets else ()),
        ]
        for part in parts
    ]  # fmt: skip
    names = [say("column-unit"), *(say(f"gender-{gender}") for gender in genders)]
    headings = [*names, say("column-target"), say("units-column-away")] if targets else names
    return render("table", caption=say("units-caption", name=title), headings=headings, rows=lines, cards=True)


def _link(part: UnitPart, view: View) -> str:
    return view.link("nyckeltal", kod=part.row.indicator, enhet=part.unit)


def _value(part: UnitPart, gender: Gender) -> Any:
    """The gender's value, or the word for why it is not shown."""
    row = part.by_gender.get(gender)
    return None if row is None else row.value if present(row.value) else row.observation_status


def _judged_cell(row: Any) -> Any:
    if row is None:
        return "–"
    which = outcome_period(row)
    text = f"{value_text(row)} ({period(which)})" if which else value_text(row)
    return {"text": text, "status": Status(row.status)} if present(row.status) else text


def _charts(follow_up: FollowUp, parts: list[UnitPart], view: View) -> str:
    """The series of the units that have one, in the table's order."""
    found = [(part, _series(follow_up, part)) for part in parts]
    panels = [Panel(lines, _level(part)) for part, lines in found]
    row = parts[0].row
    drawn = multiples(panels, Measure(str(row.measure), int(row.decimals)), example=view.example, dark=dark())
    items = [
        {"name": part.name, "link": _link(part, view), "address": data_address(svg), "alt": _alt(follow_up, part, view)}
        for (part, _), svg in zip(found, drawn, strict=True) if svg
    ]  # fmt: skip
    return render("multiples", items=items, note=say("units-scale")) if items else ""


def _level(part: UnitPart) -> float | None:
    row = part.row
    return float(row.target_value) if present(row.target_kind) and row.target_kind in _LEVELS else None


def _series(follow_up: FollowUp, part: UnitPart) -> list[SparkSeries]:
    return [
        SparkSeries(gender, [which.start for which, _ in points], [value for _, value in points])
        for gender, points in part_series(follow_up, part).items()
    ]


def _alt(follow_up: FollowUp, part: UnitPart, view: View) -> str:
    row = part.row
    known = {
        gender: [(which, value) for which, value in points if value is not None]
        for gender, points in part_series(follow_up, part).items()
    }
    ends = []
    for gender, points in known.items():
        first, last = (quantity(points[at][1], int(row.decimals), str(row.measure)) for at in (0, -1))
        ends.append(say("spark-end", gender=say(f"gender-{gender}-lower"), **{"from": first, "to": last}))
    spoken = sorted(which for points in known.values() for which, _ in points)
    words = say(
        "spark-alt", name=part.name, ends="; ".join(ends), first=period(spoken[0]), last=period(spoken[-1])
    )  # fmt: skip
    target = f" {say('control-alt-target', target=part.target)}" if part.target else ""
    example = f"{say('example-word')}. " if view.example else ""
    return f"{example}{words}.{target}"

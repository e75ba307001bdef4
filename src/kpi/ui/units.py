"""A nyckeltal at the units beneath: a table, the farthest from its target first, and small charts on one scale."""

import streamlit as st

from kpi.charts.multiples import Panel, multiples
from kpi.charts.series import Measure
from kpi.charts.sparkline import SparkSeries, data_address
from kpi.follow_up import FollowUp
from kpi.model import TargetKind
from kpi.report.rows import present
from kpi.report.series import target_fits
from kpi.report.units import UnitPart, part_series, unit_parts
from kpi.report.units_table import units_table
from kpi.ui.html import dark, render
from kpi.ui.subject import Subject, once_of
from kpi.ui.tables import render_table
from kpi.ui.view import View
from kpi.words import period, quantity, say

_LEVELS = (TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.BELOW)


def units(subject: Subject, view: View) -> None:
    """Beneath the unit: each part's own value, target and distance, and their series beside each other."""
    st.html(once_of(_shown, subject, view))


def _shown(subject: Subject, view: View) -> str:
    parts = unit_parts(subject.follow_up, subject.indicator, subject.unit)
    if not parts:
        return render("quiet", text=say("no-units"))
    judged = any(part.target for part in parts)
    intro = render("quiet", text=say("units-sorted" if judged else "units-unsorted"))
    table = render_table(units_table(subject.title, parts), [_link(part, view) for part in parts])
    return intro + table + _charts(subject.follow_up, parts, view)


def _link(part: UnitPart, view: View) -> str:
    return view.link("nyckeltal", kod=part.row.indicator, enhet=part.unit)


def _charts(follow_up: FollowUp, parts: list[UnitPart], view: View) -> str:
    """The series of the units that have one, in the table's order."""
    found = [(part, _series(follow_up, part)) for part in parts]
    panels = [Panel(lines, _level(follow_up, part)) for part, lines in found]
    row = parts[0].row
    drawn = multiples(panels, Measure(str(row.measure), int(row.decimals)), example=view.example, dark=dark())
    items = [
        {"name": part.name, "link": _link(part, view), "address": data_address(svg), "alt": _alt(follow_up, part, view)}
        for (part, _), svg in zip(found, drawn, strict=True) if svg
    ]  # fmt: skip
    return render("multiples", items=items, note=say("units-scale")) if items else ""


def _level(follow_up: FollowUp, part: UnitPart) -> float | None:
    row = part.row
    drawn = present(row.target_kind) and row.target_kind in _LEVELS and target_fits(follow_up, row)
    return float(row.target_value) if drawn else None


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

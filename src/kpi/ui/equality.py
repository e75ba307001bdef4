"""The parts of the page Jämställdhet, in the order that it answers."""

import streamlit as st

from kpi.follow_up import FollowUp
from kpi.report.equality import (
    GapRow,
    GapTable,
    Group,
    count_sentences,
    gap_tables,
    one_gender_only,
    split_missing,
    without_split,
)
from kpi.report.gap import movements
from kpi.report.overview import latest_words
from kpi.ui.html import render
from kpi.ui.kept import once
from kpi.ui.view import View
from kpi.words import say

_PERCENT = "%"


def equality(view: View) -> None:
    """Targets met for one gender only, how many for both, the gaps, and what is not split."""
    st.html(once(_equality, view))


def subtitle(view: View) -> str:
    """What the page asks, of which plan, with outcomes until when."""
    return once(_subtitle, view)


def _subtitle(follow_up: FollowUp, _view: View) -> str:
    return say("equality-subtitle", plan=follow_up.plan.name, latest=latest_words(follow_up))


def _equality(follow_up: FollowUp, view: View) -> str:
    return "".join([_one_only(follow_up, view), _counted(follow_up), _gaps(follow_up, view), _unsplit(follow_up, view)])


def _one_only(follow_up: FollowUp, view: View) -> str:
    found = one_gender_only(follow_up)
    heading = render("heading", text=say("equality-one-heading"))
    if not found:
        return heading + render("quiet", text=say("equality-one-none"))
    return heading + render("linked", items=found, view=view)


def _counted(follow_up: FollowUp) -> str:
    heading = render("heading", text=say("equality-both-heading"))
    sentences = count_sentences(follow_up)
    return heading + render("quiet", text=say("equality-both-text")) + render("lead", sentences=sentences)


def _gaps(follow_up: FollowUp, view: View) -> str:
    heading = render("heading", text=say("equality-gaps-heading"))
    tables = gap_tables(follow_up, movements(follow_up))
    if not tables:
        return heading + render("quiet", text=say("equality-gaps-none"))
    text = render("quiet", text=say("equality-gaps-text"))
    return heading + text + "".join(_table(table, view) for table in tables)


def _table(table: GapTable, view: View) -> str:
    measure = _measure(table.measure)
    headings = [
        say(key)
        for key in (
            "column-indicator", "column-period", "gender-K", "gender-M",
            "equality-column-gap", "equality-column-movement", "equality-column-since",
        )
    ]  # fmt: skip
    lines = render(
        "table", caption=say("equality-caption", measure=measure), headings=headings,
        rows=[_line(row, view) for row in table.rows], cards=True,
    )  # fmt: skip
    return render("gaps", heading=measure, table=lines)


def _measure(measure: str) -> str:
    if measure == _PERCENT:
        return say("equality-measure-percent")
    return measure[:1].upper() + measure[1:] if measure else say("equality-measure-count")


def _line(row: GapRow, view: View) -> list[object]:
    link = view.link("nyckeltal", kod=row.named.indicator, enhet=row.named.unit)
    values = ({"text": text} for text in (row.women, row.men))
    return [{"text": row.named.name, "link": link}, row.period, *values, row.gap, row.movement, row.since]


def _unsplit(follow_up: FollowUp, view: View) -> str:
    return _groups("split", without_split(follow_up), view) + _groups("missing", split_missing(follow_up), view)


def _groups(what: str, groups: list[Group], view: View) -> str:
    none = render("quiet", text=say(f"equality-{what}-none"))
    shown = render("grouped", groups=groups, view=view) if groups else none
    return render("heading", text=say(f"equality-{what}-heading")) + shown

"""The overview's parts: distribution, what to take a position on, and a table per goal area."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from kpi.appearance import palette
from kpi.charts.sparkline import data_address, sheet
from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender, Period, PeriodKind, Status, TargetKind, Term
from kpi.report.country import country_cells
from kpi.report.findings import Finding, findings
from kpi.report.forecast import forecast_cells
from kpi.report.overview import followed_without_target, latest_words, with_target
from kpi.report.rows import Row, rows
from kpi.report.series import shown_points, target_fits
from kpi.report.summary import Counts, area_sentence, counts_by_gender
from kpi.ui.html import dark, render, show
from kpi.ui.kept import once
from kpi.ui.page import area_path
from kpi.ui.spark import spark
from kpi.ui.view import OVERVIEW, View
from kpi.words import period, quantity, say

MOST_FINDINGS = 6
YEARS_IN_SPARKLINE = 10
_LEVEL_KINDS = (TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.BELOW)


def board(view: View) -> None:
    """Distribution of statuses, what to take a position on, and a table per goal area."""
    st.html(once(_board, view))


def goal_table(view: View, title: str, goals: Iterable[str]) -> None:
    """The nyckeltal of some goals, without heading; `title` names them to a screen reader."""
    st.html(once(_goal_table, view, title, sorted(goals)))


def term_table(view: View, title: str, term: Term) -> None:
    """The plan's nyckeltal of one term (långsiktiga, kortsiktiga, finansiella), without heading."""
    st.html(once(_term_table, view, title, term))


def summary(follow_up: FollowUp, _view: View, area: str) -> str:
    """How many of a goal area's targets are met, in a sentence."""
    return area_sentence(follow_up, next(one for one in follow_up.plan.areas if one.code == area))


def plan_rows(view: View, goals: Collection[str]) -> list[Row]:
    """The nyckeltal of some goals, in the plan's order."""
    return [item.row for item in once(_shown, view) if item.row.goal in goals]


def missing(view: View) -> None:
    """How many nyckeltal have no outcome yet, and what to do about it."""
    text = once(_missing, view)
    if text:
        st.html(text)


def subtitle(view: View) -> str:
    """The plan, how far its outcomes reach, and how many targets it has."""
    return once(_subtitle, view)


def legend() -> None:
    """What the lines of the small charts stand for."""
    colours = palette(dark())
    lines = [(say(f"gender-{gender}"), colours.lines[gender].colour, colours.lines[gender].dash) for gender in Gender]
    show("legend", lines=[*lines, (say("legend-target"), colours.quiet, "dash")])


@dataclass(frozen=True, slots=True)
class _Shown:
    row: Row
    link: str
    spark: str
    spark_alt: str
    elsewhere: str


@dataclass(frozen=True, slots=True)
class _Linked:
    status: Status
    name: str
    text: str
    link: str


def _linked(finding: Finding, view: View) -> _Linked:
    link = view.link("nyckeltal", kod=finding.indicator, enhet=finding.unit)
    return _Linked(finding.status, finding.name, finding.text, link)


def _any_judged(counts: Counts) -> bool:
    return any(number for numbers in counts.values() for status, number in numbers.items() if status != "unjudged")


def _bar(counts: Counts, gender: Gender) -> dict[str, object]:
    numbers = counts[gender]
    name = say(f"gender-{gender}")
    key = "distribution-text" if sum(numbers.values()) else "distribution-empty"
    words = say(key, gender=name, **{status.value: count for status, count in numbers.items()})
    return {
        "name": name, "words": words,
        "parts": [{"status": status, "count": count} for status, count in numbers.items() if count],
    }  # fmt: skip


def _subtitle(follow_up: FollowUp, _view: View) -> str:
    return say(
        "overview-subtitle", plan=follow_up.plan.name, latest=latest_words(follow_up), targets=with_target(follow_up),
        followed=followed_without_target(follow_up),
    )  # fmt: skip


def _missing(follow_up: FollowUp, view: View) -> str:
    subjects = follow_up.plan.subjects
    without = int((~subjects["indicator"].isin(follow_up.observations["indicator"])).sum())
    if view.example or not without:
        return ""
    text = say("no-outcomes-at-all") if without == len(subjects) else say("missing-outcomes", n=without)
    return render("missing", text=text, upload=view.link("ladda-upp"), example=view.other_mode().link(OVERVIEW))


def _state(follow_up: FollowUp, view: View) -> str:
    counts = counts_by_gender(follow_up.assessed)
    found = findings(follow_up)
    return render(
        "state", bars=[_bar(counts, gender) for gender in Gender], statuses=list(Status),
        findings=[_linked(finding, view) for finding in found[:MOST_FINDINGS]], more=max(0, len(found) - MOST_FINDINGS),
        nothing=say("finding-all-met" if _any_judged(counts) else "finding-nothing-judged"),
    )  # fmt: skip


def _board(follow_up: FollowUp, view: View) -> str:
    shown = once(_shown, view)
    tables = [
        _table(view, area.name, [item for item in shown if item.row.goal in area.codes],
               lines=area.beneath, link=view.link(area_path(area)))
        for area in follow_up.plan.areas
    ]  # fmt: skip
    return render("board", parts=[_state(follow_up, view), *tables])


def _goal_table(_follow_up: FollowUp, view: View, title: str, goals: list[str]) -> str:
    shown = [item for item in once(_shown, view) if item.row.goal in goals]
    return render("board", parts=[_table(view, title, shown)])


def _term_table(follow_up: FollowUp, view: View, title: str, term: Term) -> str:
    subjects = follow_up.plan.subjects
    mine = set(subjects.loc[subjects["term"].eq(term), ["indicator", "unit"]].itertuples(index=False, name=None))
    shown = [item for item in once(_shown, view) if (item.row.indicator, item.row.unit) in mine]
    return render("board", parts=[_table(view, title, shown)])


def _places(shown: list[_Shown]) -> dict[tuple[str, str], str]:
    """Where in the table's picture each small chart is, in per cent as CSS counts: the first at 0, the last at 100."""
    drawn = [(item.row.indicator, item.row.unit) for item in shown if item.spark]
    return {key: f"{100 * place / max(1, len(drawn) - 1):.4f}" for place, key in enumerate(drawn)}


def _table(
    view: View, title: str, shown: list[_Shown], *, lines: Iterable[str] = (), link: str = ""
) -> str:  # fmt: skip
    """`lines` stand under the title; `link` leads to the goal area's page."""
    last = view.period.end.year
    return render(
        "goal_table", title=title, title_link=link, lines=list(lines), genders=list(Gender), rows=shown,
        countries=once(_countries, view), forecasts=once(_forecasts, view), places=_places(shown),
        sheet=data_address(sheet([item.spark for item in shown if item.spark])),
        empty=say("board-empty"), elsewhere_text=say("elsewhere-real"),
        series_heading=say("column-series", first=str(last - YEARS_IN_SPARKLINE + 1), last=str(last)),
    )  # fmt: skip


def _countries(follow_up: FollowUp, _view: View) -> dict[tuple[str, str], list[str]]:
    return country_cells(follow_up)


def _forecasts(follow_up: FollowUp, _view: View) -> dict[tuple[str, str], str]:
    return forecast_cells(follow_up)


def _shown(follow_up: FollowUp, view: View) -> list[_Shown]:
    points, levels = shown_points(follow_up), _levels(follow_up)
    first = pd.Timestamp(view.period.end.year - YEARS_IN_SPARKLINE + 1, 1, 1)
    shown = []
    for row in rows(follow_up):
        key = (row.indicator, row.unit)
        recent = [point for point in points.get(key, []) if point.period_start >= first]
        shown.append(_with_series(follow_up, view, row, recent, levels.get(key)))
    return shown


def _with_series(follow_up: FollowUp, view: View, row: Row, points: list[Any], level: float | None) -> _Shown:
    by_gender = {gender: [point for point in points if point.gender == gender] for gender in Gender}
    svg = spark(points, level)
    link = view.link("nyckeltal", kod=row.indicator, enhet=row.unit)
    alt = _alt(follow_up, row, by_gender) if svg else ""
    only_real = view.example and row.indicator in follow_up.elsewhere
    other = view.other_mode().link(OVERVIEW) if only_real else ""
    return _Shown(row, link, svg, alt, other)


def _levels(follow_up: FollowUp) -> dict[tuple[str, str], float]:
    """The target that the small chart draws as a line: the first gender's that has one on the series' scale."""
    assessed = follow_up.assessed
    with_level = assessed[assessed["target_kind"].isin(_LEVEL_KINDS)].drop_duplicates(["indicator", "unit"])
    rows = [row for row in records(with_level) if target_fits(follow_up, row)]
    return {(row.indicator, row.unit): float(row.target_value) for row in rows}


def _alt(follow_up: FollowUp, row: Row, by_gender: dict[Gender, list[Any]]) -> str:
    definition = follow_up.plan.subjects.set_index("indicator").loc[[row.indicator]].iloc[0]
    known = {gender: [point for point in mine if pd.notna(point.value)] for gender, mine in by_gender.items()}
    ends = [
        say(
            "spark-end", gender=say(f"gender-{gender}-lower"),
            **{name: quantity(mine[at].value, int(definition["decimals"]), definition["measure"])
               for name, at in (("from", 0), ("to", -1))},
        )
        for gender, mine in known.items() if mine
    ]  # fmt: skip
    ordered = sorted((point for mine in known.values() for point in mine), key=lambda point: point.period_start)
    first, last = (period(Period(point.period_start.date(), PeriodKind(point.period_kind)))
                   for point in (ordered[0], ordered[-1]))  # fmt: skip
    return say("spark-alt", name=row.name, ends="; ".join(ends), first=first, last=last)

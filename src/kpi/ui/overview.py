"""The overview's parts: distribution, what to take a position on, and a table per goal area."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from kpi.appearance import palette
from kpi.charts.sparkline import SparkSeries, data_address, sparkline
from kpi.follow_up import FollowUp
from kpi.model import Gender, Period, PeriodKind, Status, TargetKind
from kpi.report.findings import Finding, findings
from kpi.report.rows import Row
from kpi.report.series import shown_series
from kpi.report.summary import Counts, counts_by_gender
from kpi.ui.html import dark, show
from kpi.ui.view import OVERVIEW, View
from kpi.words import period, quantity, say

MOST_FINDINGS = 6
YEARS_IN_SPARKLINE = 10
_LEVEL_KINDS = (TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.BELOW)


def state(follow_up: FollowUp, view: View) -> None:
    """Distribution of statuses for women, men and total, and the sentences."""
    counts = counts_by_gender(follow_up.assessed)
    found = findings(follow_up)
    show(
        "state", bars=[_bar(counts, gender) for gender in Gender], statuses=list(Status),
        findings=[_linked(finding, view) for finding in found[:MOST_FINDINGS]], more=max(0, len(found) - MOST_FINDINGS),
        nothing=say("finding-all-met" if _any_judged(counts) else "finding-nothing-judged"),
    )  # fmt: skip


def goal_table(
    follow_up: FollowUp, view: View, title: str, rows: Iterable[Row], *, lines: Iterable[str] = (), link: str = ""
) -> None:
    """One goal area's nyckeltal. `lines` stand under its name; `link` leads to its page."""
    last = view.period.end.year
    show(
        "goal_table", title=title, title_link=link, lines=list(lines), genders=list(Gender),
        rows=[_with_series(follow_up, view, row) for row in rows], empty=say("board-empty"),
        elsewhere_text=say("elsewhere-real"),
        series_heading=say("column-series", first=str(last - YEARS_IN_SPARKLINE + 1), last=str(last)),
    )  # fmt: skip


def missing(follow_up: FollowUp, view: View) -> None:
    """How many nyckeltal have no outcome yet, and what to do about it."""
    subjects = follow_up.plan.subjects
    without = int((~subjects["indicator"].isin(follow_up.observations["indicator"])).sum())
    if view.example or not without:
        return
    text = say("no-outcomes-at-all") if without == len(subjects) else say("missing-outcomes", n=without)
    show("missing", text=text, upload=view.link("ladda-upp"), example=view.other_mode().link(OVERVIEW))


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


def _with_series(follow_up: FollowUp, view: View, row: Row) -> _Shown:
    series = shown_series(follow_up, row.indicator, row.unit)
    first = pd.Timestamp(view.period.end.year - YEARS_IN_SPARKLINE + 1, 1, 1)
    series = series[series["period_start"] >= first]
    link = view.link("nyckeltal", kod=row.indicator, enhet=row.unit)
    lines = [_spark_series(series, gender) for gender in Gender if gender in set(series["gender"])]
    if len(lines) == len(Gender):
        lines = [line for line in lines if line.gender is not Gender.TOTAL]
    svg = sparkline(lines, _level(follow_up, row), dark=dark())
    alt = _alt(follow_up, row, series) if svg else ""
    only_real = view.example and row.indicator in follow_up.elsewhere
    other = view.other_mode().link(OVERVIEW) if only_real else ""
    return _Shown(row, link, data_address(svg) if svg else "", alt, other)


def _spark_series(series: pd.DataFrame, gender: Gender) -> SparkSeries:
    mine = series[series["gender"] == gender].sort_values("period_start")
    values = [None if pd.isna(value) else float(value) for value in mine["value"]]
    return SparkSeries(gender, [start.date() for start in mine["period_start"]], values)


def _level(follow_up: FollowUp, row: Row) -> float | None:
    mine = follow_up.assessed
    mine = mine[
        (mine["indicator"] == row.indicator) & (mine["unit"] == row.unit) & mine["target_kind"].isin(_LEVEL_KINDS)
    ]
    return float(mine["target_value"].iloc[0]) if len(mine) else None


def _alt(follow_up: FollowUp, row: Row, series: pd.DataFrame) -> str:
    definition = follow_up.plan.subjects.set_index("indicator").loc[[row.indicator]].iloc[0]
    known = series.dropna(subset="value").sort_values("period_start")
    kind = PeriodKind(known["period_kind"].iloc[0])
    ends = [
        say(
            "spark-end", gender=say(f"gender-{gender}-lower"),
            **{name: quantity(mine["value"].iloc[at], int(definition["decimals"]), definition["measure"])
               for name, at in (("from", 0), ("to", -1))},
        )
        for gender, mine in known.groupby("gender")
    ]  # fmt: skip
    return say(
        "spark-alt", name=row.name, ends="; ".join(ends),
        first=period(Period(known["period_start"].iloc[0].date(), kind)),
        last=period(Period(known["period_start"].iloc[-1].date(), kind)),
    )  # fmt: skip

"""Intern kontroll: the year's control points by risk, with what the two follow-ups found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from kpi.frames import period_of, records
from kpi.model import ControlResult, Period, PeriodKind
from kpi.words import count_word, day, listing, period, say

LEVELS = (1, 2, 3, 4)
"""How likely, and how grave: the worth of a risk is their product, from 1 to 16."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one follow-up found. `measure` is what is to be done, by `due_on`; empty where nothing is."""

    period: Period
    result: ControlResult
    text: str
    measure: str
    due_on: date | None
    signed: str


@dataclass(frozen=True, slots=True)
class ControlPoint:
    """One control point of a year. `found` has what each of the year's half-years found, None where nothing yet."""

    code: str
    process: str
    risk: str
    likelihood: int
    consequence: int
    control: str
    method: str
    responsible: str
    found: tuple[Found | None, Found | None]

    @property
    def worth(self) -> int:
        """Likelihood times consequence."""
        return self.likelihood * self.consequence

    @property
    def latest(self) -> Found | None:
        """What the last follow-up found."""
        return self.found[1] or self.found[0]


def control_points(points: pd.DataFrame, reports: pd.DataFrame, chosen: Period) -> list[ControlPoint]:
    """The control points of the chosen period's year, the greatest risk first, as followed up by the period's end.

    points, reports: the store's tables `control_point` and `control_report` in the order of delivery.
    """
    year = chosen.end.year
    mine = points[points["year"] == year].drop_duplicates("code", keep="last")
    halves = half_years(year)
    found = {(str(row.control_point), when): row for row, when in _dated(reports) if when.end <= chosen.end}
    made = [
        ControlPoint(
            str(row.code), str(row.process), str(row.risk), int(row.likelihood), int(row.consequence),
            str(row.control), str(row.method), str(row.responsible),
            (_found(found.get((row.code, halves[0])), halves[0]), _found(found.get((row.code, halves[1])), halves[1])),
        )
        for row in records(mine)
    ]  # fmt: skip
    return sorted(made, key=lambda one: -one.worth)


def half_years(year: int) -> tuple[Period, Period]:
    """The two follow-ups of a year: våren and hösten."""
    return Period(date(year, 1, 1), PeriodKind.HALF_YEAR), Period(date(year, 7, 1), PeriodKind.HALF_YEAR)


def due(points: Sequence[ControlPoint], chosen: Period) -> dict[Period, list[ControlPoint]]:
    """What has not been followed up, for each of the year's half-years that is over."""
    over = [(at, when) for at, when in enumerate(half_years(chosen.end.year)) if when.end <= chosen.end]
    return {when: [one for one in points if one.found[at] is None] for at, when in over}


def sentences(points: Sequence[ControlPoint], chosen: Period) -> list[str]:
    """How many points there are, what the latest follow-ups found, and which half-years lack some."""
    year = str(chosen.end.year)
    if not points:
        return [say("internal-none", year=year)]
    counts = [(result, sum(one.latest is not None and one.latest.result is result for one in points))
              for result in ControlResult]  # fmt: skip
    parts = [say(f"internal-{result}", n=n, count=count_word(n, common=True)) for result, n in counts if n]
    silent = sum(one.latest is None for one in points)
    if silent:
        parts.append(say("internal-silent", n=silent, count=count_word(silent, common=True)))
    told = say("internal-sentence", n=len(points), count=count_word(len(points)), year=year, parts=listing(parts))
    return [told] + [
        say("internal-lacking", n=len(missing), count=count_word(len(missing)).capitalize(), period=period(when))
        for when, missing in due(points, chosen).items()
        if missing
    ]


def cells(one: ControlPoint) -> tuple[str, ...]:
    """Its row in a table: process, risk, its worth, control, responsible, and what each half-year found."""
    worth = say("internal-worth", likely=one.likelihood, grave=one.consequence, worth=one.worth)
    found = (result(each) for each in one.found)
    return one.process, one.risk, worth, f"{one.control}: {one.method}", one.responsible, *found


def result(found: Found | None) -> str:
    """What one follow-up found, in a word; or that there is none."""
    return say(f"control-result-{found.result}") if found else say("internal-not-told")


def matrix(points: Sequence[ControlPoint]) -> list[tuple[int, list[list[ControlPoint]]]]:
    """The risk matrix from the most to the least likely: each row's cells by consequence 1 to 4."""
    return [
        (likely, [[one for one in points if (one.likelihood, one.consequence) == (likely, grave)] for grave in LEVELS])
        for likely in reversed(LEVELS)
    ]


def _dated(reports: pd.DataFrame) -> list[tuple[Any, Period]]:
    dated = [(row, period_of(row.period_start, row.period_kind)) for row in records(reports)]
    return [(row, when) for row, when in dated if when is not None]


def _found(row: Any, when: Period) -> Found | None:
    if row is None:
        return None
    signed = say("comment-signed", who=str(row.author), date=day(row.written_on), period=period(when))
    due_on = None if pd.isna(row.due_on) else pd.Timestamp(row.due_on).date()
    return Found(when, ControlResult(row.result), str(row.text), str(row.measure), due_on, signed)

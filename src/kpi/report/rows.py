"""A nyckeltal's row in an overview: values and status per gender, target, development.

Presents `FollowUp.assessed`; computes nothing.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from kpi.analysis.trend import Verdict
from kpi.follow_up import FollowUp
from kpi.frames import period_of
from kpi.model import Direction, Gender, ObservationStatus, Period, Reason, Status, TargetOrigin
from kpi.report.targets import target_signs
from kpi.store.plans import unit_name
from kpi.words import difference, period, quantity, say


@dataclass(frozen=True, slots=True)
class Cell:
    """One gender's outcome. `status` is None when there is nothing to judge; `note` says what must be said of it."""

    text: str
    status: Status | None
    note: str


@dataclass(frozen=True, slots=True)
class Row:
    """One nyckeltal at one unit. `outcome` is its own period, empty where the genders' differ and each cell says its.

    `verdict` is the trend's code, for its mark; `development` its words.
    """

    goal: str
    indicator: str
    unit: str
    name: str
    described: str
    cells: dict[Gender, Cell]
    outcome: str
    target: str
    development: str
    verdict: str


def rows(follow_up: FollowUp) -> list[Row]:
    """Every nyckeltal of the plan, in the plan's order."""
    return [_row(follow_up, by_gender) for by_gender in follow_up.by_subject.values()]


def judged(by_gender: dict[Gender, Any]) -> Any:
    """The row that speaks for the nyckeltal: totalt where it has a target, else any gender's that has one."""
    ordered = [by_gender[gender] for gender in (Gender.TOTAL, Gender.WOMEN, Gender.MEN) if gender in by_gender]
    return next((row for row in ordered if present(row.target_code)), ordered[0])


def present(value: Any) -> bool:
    """True for a code or number that is there: frames say absence with None, NaN or an empty string."""
    return not pd.isna(value) and value != ""


def outcome_period(row: Any) -> Period | None:
    """The assessed outcome's own period; None without an outcome."""
    return period_of(row.period_start, row.period_kind)


def value_text(row: Any) -> str:
    """The value as it is written, or the word for why there is none."""
    if present(row.value):
        return quantity(row.value, int(row.decimals), row.measure)
    if row.reason == Reason.SUPPRESSED:
        return say("observation-suppressed")
    return say(f"observation-{row.observation_status}") if present(row.observation_status) else "–"


def change_text(row: Any) -> str:
    """For a target of change, how much it has changed: "−34,0 %"; empty for other kinds and where it is not known."""
    if row.distance_in != "percentage_points_of_change" or not present(row.distance):
        return ""
    return quantity(row.target_value + row.distance, 1, "%")


def difference_text(value: float, row: Any) -> str:
    """A difference without its sign, with enough decimals that one which is not zero is not written as zero."""
    return difference(abs(value), needed_decimals(value, row), row.measure)


def needed_decimals(value: float, row: Any) -> int:
    """The indicator's own decimals, or as many as keep a difference from being written as zero."""
    decimals = int(row.decimals)
    return next((n for n in range(decimals, 10) if round(abs(value), n) > 0), decimals)


def development(row: Any) -> str:
    """The trend in words, with the number of values where they are too few."""
    if not present(row.trend_verdict):
        return say(f"development-{row.trend_reason}", n=int(row.trend_n)) if present(row.trend_reason) else "–"
    # Not from the slope: Theil–Sen's can be zero where the test is certain which way the series goes.
    up = (row.trend_verdict == Verdict.IMPROVING) == (row.direction == Direction.HIGHER)
    return say(f"development-{row.trend_verdict}", way=say("way-up" if up else "way-down"))


def _row(follow_up: FollowUp, by_gender: dict[Gender, Any]) -> Row:
    periods = {gender: outcome_period(row) for gender, row in by_gender.items()}
    different = {which for which in periods.values() if which is not None}
    main, total = judged(by_gender), by_gender.get(Gender.TOTAL, judged(by_gender))
    reference = unit_name(follow_up.units, main.reference) if present(main.reference) else ""
    own = periods if len(different) > 1 else {}
    return Row(
        goal=main.goal, indicator=main.indicator, unit=main.unit,
        name=subject_name(follow_up, main), described=_described(main),
        cells={gender: _cell(row, own.get(gender)) for gender, row in by_gender.items()},
        outcome=period(different.pop()) if len(different) == 1 else "",
        target=target_signs(main, reference) or say("status-none"), development=development(total),
        verdict=total.trend_verdict if present(total.trend_verdict) else "",
    )  # fmt: skip


def subject_name(follow_up: FollowUp, row: Any) -> str:
    """The nyckeltal's short name, with the unit where that is not the plan's own organisation."""
    own = row.unit == follow_up.plan.about["organisation"]
    return str(row.short_name) if own else f"{row.short_name}, {unit_name(follow_up.units, row.unit)}"


def _described(row: Any) -> str:
    words = say("described", decider=row.decided_by, term=say(f"term-{row.term}"))
    guideline = present(row.target_origin) and row.target_origin == TargetOrigin.GUIDELINE
    return f"{words} · {say('guideline')}" if guideline else words


def _cell(row: Any, own_period: Period | None) -> Cell:
    notes = []
    if row.status == Status.UNJUDGED and row.reason != Reason.NO_OUTCOME and present(row.reason):
        notes.append(say(f"reason-{row.reason}"))
    if change_text(row):
        notes.append(say("change-since", change=change_text(row), base=str(int(row.base_year))))
    if row.so_far:
        notes.append(say("so-far"))
    if row.observation_status == ObservationStatus.PRELIMINARY:
        notes.append(say("observation-preliminary"))
    if own_period is not None:
        notes.append(period(own_period))
    return Cell(value_text(row), Status(row.status) if present(row.status) else None, " · ".join(notes))

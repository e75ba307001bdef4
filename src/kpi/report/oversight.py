"""Uppsikt: whom the board follows up, how, and what the latest follow-up found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kpi.frames import period_of, records
from kpi.model import ControlResult, OversightKind, Period
from kpi.words import count_word, day, period, say


@dataclass(frozen=True, slots=True)
class Overseen:
    """One that is followed up. `result` and `told` are of the latest follow-up by the chosen period; None, "" if none.

    `late`: its month of the chosen year is over, and nothing about that year has been reported.
    """

    code: str
    kind: OversightKind
    name: str
    how: str
    season: str
    presenter: str
    result: ControlResult | None
    told: str
    signed: str
    late: bool


def overseen(listed: pd.DataFrame, reports: pd.DataFrame, chosen: Period) -> list[Overseen]:
    """The plan's list in its order. listed, reports: the store's `oversight` and `oversight_report`."""
    latest: dict[str, tuple[Any, Period]] = {}
    for row in records(reports):
        when = period_of(row.period_start, row.period_kind)
        held = latest.get(str(row.oversight))
        if when is not None and _told_by(row, when, chosen) and (held is None or held[1].end <= when.end):
            latest[str(row.oversight)] = (row, when)
    return [_overseen(row, latest.get(str(row.code)), chosen) for row in records(listed)]


def cells(one: Overseen) -> tuple[str, ...]:
    """Its row in a table: name, kind, how, when, presenter and result."""
    return one.name, say(f"oversight-{one.kind}"), one.how, one.season or "–", one.presenter or "–", _outcome(one)


def sentence(found: Sequence[Overseen]) -> str:
    """How many there are, how many have been reported on, and how many are late."""
    told, late = sum(one.result is not None for one in found), sum(one.late for one in found)
    words = say(
        "oversight-sentence", n=len(found), count=count_word(len(found), common=True), told=told,
        told_words=count_word(told, common=True),
    )  # fmt: skip
    return (
        f"{words} {say('oversight-late-sentence', n=late, count=count_word(late, common=True).capitalize())}"
        if late
        else words
    )


def _outcome(one: Overseen) -> str:
    words = [say(f"control-result-{one.result}") if one.result else say("internal-not-told")]
    return " · ".join([*words, say("oversight-late")] if one.late else words)


def _told_by(row: Any, when: Period, chosen: Period) -> bool:
    """About a period that is over, or told before the chosen one was: a year's report may come in March."""
    return when.end <= chosen.end or pd.Timestamp(row.written_on).date() <= chosen.end


def _overseen(row: Any, found: tuple[Any, Period] | None, chosen: Period) -> Overseen:
    report, when = found or (None, None)
    told_this_year = when is not None and when.end.year >= chosen.end.year
    month_over = not pd.isna(row.month) and int(row.month) <= chosen.end.month
    signed = ""
    if report is not None and when is not None:
        signed = say("comment-signed", who=str(report.author), date=day(report.written_on), period=period(when))
    return Overseen(
        code=str(row.code), kind=OversightKind(row.kind), name=str(row.name), how=str(row.how), season=str(row.season),
        presenter=str(row.presenter), result=ControlResult(report.result) if report is not None else None,
        told=str(report.text) if report is not None else "", signed=signed, late=month_over and not told_this_year,
    )  # fmt: skip

"""What people have written: explanations and proposed measures, with name and date."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Period, PeriodKind
from kpi.report.rows import Row
from kpi.ui.html import show
from kpi.ui.view import View
from kpi.words import day, period, say

MOST_ON_AREA = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """A comment as it stands on a page; `link` leads to its nyckeltal."""

    text: str
    signed: str
    name: str = ""
    link: str = ""


def comments_of(follow_up: FollowUp, indicator: str, unit: str, kind: str) -> list[Shown]:
    """The explanations or actions of one nyckeltal for periods no later than the chosen, latest first."""
    mine = follow_up.comments
    mine = mine[(mine["indicator"] == indicator) & (mine["unit"] == unit) & (mine["kind"] == kind)]
    return [Shown(str(row.text), _signed(row)) for row in records(_until(mine, follow_up.period))]


def latest_comments(follow_up: FollowUp, view: View, rows: Sequence[Row]) -> None:
    """The latest of a goal area."""
    names = {(row.indicator, row.unit): row.name for row in rows}
    found = [
        Shown(str(row.text), _signed(row), names[(row.indicator, row.unit)],
              view.link("nyckeltal", kod=str(row.indicator), enhet=str(row.unit)))
        for row in records(_until(follow_up.comments, follow_up.period))
        if (row.indicator, row.unit) in names
    ]  # fmt: skip
    show("heading", text=say("comments-heading"))
    if found:
        show("comments", comments=found[:MOST_ON_AREA])
    else:
        show("quiet", text=say("comments-none"))


def _until(comments: pd.DataFrame, chosen: Period) -> pd.DataFrame:
    kept = [_period(row).end <= chosen.end for row in records(comments)]
    return comments[kept]


def _period(row: Any) -> Period:
    return Period(pd.Timestamp(row.period_start).date(), PeriodKind(row.period_kind))


def _signed(row: Any) -> str:
    who = f"{row.author}, {row.author_role}" if row.author_role else str(row.author)
    words = say("comment-signed", who=who, date=day(row.written_on), period=period(_period(row)))
    return f"{words} {say('comment-due', date=day(row.due_on))}" if pd.notna(row.due_on) else words

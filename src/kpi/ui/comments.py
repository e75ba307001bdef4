"""What people have written about nyckeltal, with name and date."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import CommentKind, Period, TextState
from kpi.report.actions import actions
from kpi.report.rows import Row
from kpi.report.written import about, signed
from kpi.ui.html import show
from kpi.ui.texts import drafts, follow_ups, today
from kpi.ui.view import View
from kpi.words import day, say

MOST_ON_AREA = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """A comment as it stands on a page; `link` leads to its nyckeltal. tags: words on what it is and how it stands."""

    text: str
    signed: str
    name: str = ""
    link: str = ""
    tags: tuple[str, ...] = ()
    draft: bool = False


def comments_of(follow_up: FollowUp, indicator: str, unit: str, kind: CommentKind) -> pd.DataFrame:
    """The final texts of a kind about one nyckeltal, for periods no later than the chosen, latest first."""
    return _of(follow_up.comments, follow_up.period, indicator, unit, kind)


def drafts_of(view: View, follow_up: FollowUp, indicator: str, unit: str, kind: CommentKind) -> pd.DataFrame:
    """The drafts alike. Only for those who may write."""
    return _of(drafts(view), follow_up.period, indicator, unit, kind)


def shown(texts: pd.DataFrame) -> list[Shown]:
    """Rows of the table `comment` as they stand on a nyckeltal's page."""
    return [
        Shown(str(row.text), _signed(row), draft=row.state == TextState.DRAFT) for row in records(texts)
    ]  # fmt: skip


def latest_comments(follow_up: FollowUp, view: View, rows: Sequence[Row]) -> None:
    """The latest of a goal area."""
    names = {(row.indicator, row.unit): row.name for row in rows}
    told = _until(follow_up.comments, follow_up.period)
    told = told[pd.MultiIndex.from_frame(told[["indicator", "unit"]]).isin(names.keys())].head(MOST_ON_AREA)
    show("heading", text=say("comments-heading"))
    if told.empty:
        show("quiet", text=say("comments-none"))
        return
    states = _states(told, view)
    show("comments", comments=[
        Shown(str(row.text), _signed(row), names[row.indicator, row.unit],
              view.link("nyckeltal", kod=str(row.indicator), enhet=str(row.unit)),
              (say(f"comment-kind-{row.kind}"), *states.get(_key(row), ())))
        for row in records(told)
    ])  # fmt: skip


def _signed(row: Any) -> str:
    """Who has written it, and the day by which a measure is to be done."""
    return f"{signed(row)} {say('action-due-on', day=day(row.due_on))}." if pd.notna(row.due_on) else signed(row)


def _states(told: pd.DataFrame, view: View) -> dict[Any, list[str]]:
    measures = told[told["kind"] == CommentKind.ACTION]
    return {one.key: one.state for one in actions(measures, follow_ups(view), today(view))}


def _key(row: Any) -> tuple[str, str, Period, str] | None:
    return (row.indicator, row.unit, about(row), row.code) if row.kind == CommentKind.ACTION else None


def _of(texts: pd.DataFrame, chosen: Period, indicator: str, unit: str, kind: CommentKind) -> pd.DataFrame:
    mine = texts[(texts["indicator"] == indicator) & (texts["unit"] == unit) & (texts["kind"] == kind)]
    return _until(mine, chosen)


def _until(texts: pd.DataFrame, chosen: Period) -> pd.DataFrame:
    return texts[np.fromiter((about(row).end <= chosen.end for row in records(texts)), bool, len(texts))]

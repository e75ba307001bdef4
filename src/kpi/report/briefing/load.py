"""What a briefing is made from, read from the store."""

from collections.abc import Callable
from datetime import date, datetime

import pandas as pd

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import CommentKind, DataMode
from kpi.report.actions import Action, actions
from kpi.report.assignments import assignments
from kpi.report.briefing.material import Key, Material
from kpi.report.economy.whole import LISTED, REPORTED, Economy, economy
from kpi.report.internal_control import control_points
from kpi.report.meetings import Agenda
from kpi.report.oversight import overseen
from kpi.report.written import about
from kpi.store import Store, plans, texts
from kpi.store.links import from_source
from kpi.store.plans import Plan
from kpi.words import say

Table = Callable[[str], pd.DataFrame]


def load(store: Store, follow: FollowUp, *, as_of: str, made_on: date) -> Material:
    """Everything that the follow-up's plan has, at its period and moment. as_of: the day asked for, empty for now."""

    def listed(table: str) -> pd.DataFrame:
        return plans.listed(store, table, follow.plan.code, follow.as_of)

    def reported(table: str) -> pd.DataFrame:
        rows = plans.stated(store, table, follow.mode is DataMode.EXAMPLE, follow.as_of)
        return rows[rows["plan"] == follow.plan.code].reset_index(drop=True)

    return Material(
        follow=follow,
        assignments=tuple(assignments(listed("assignment"), reported("assignment_report"), follow.period)),
        control=tuple(control_points(reported("control_point"), reported("control_report"), follow.period)),
        overseen=tuple(overseen(listed("oversight"), reported("oversight_report"), follow.period)),
        actions=_actions(store, follow, date.fromisoformat(as_of) if as_of else made_on),
        economy=_economy(follow, listed, reported), organisation=_organisation(follow), made_on=made_on, as_of=as_of,
        sources=_sources(store, follow),
    )  # fmt: skip


def agenda(store: Store, plan: Plan, as_of: datetime | None) -> Agenda:
    """What the plan's meetings are built from."""

    def listed(table: str) -> pd.DataFrame:
        return plans.listed(store, table, plan.code, as_of)

    def decided(table: str) -> pd.DataFrame:
        """There are no examples of what users have changed of it."""
        rows = plans.stated(store, table, False, as_of)
        return rows[rows["plan"] == plan.code].reset_index(drop=True)

    return Agenda(
        listed("meeting"), listed("agenda_item"), decided("meeting_change"), decided("agenda_change"),
        decided("agenda_link"), plan.goals, plan.subjects, plan.interpretations,
    )  # fmt: skip


def _actions(store: Store, follow: FollowUp, today: date) -> dict[Key, list[Action]]:
    """Those proposed for periods no later than the chosen."""
    told = follow.comments
    kept = [about(row).end <= follow.period.end for row in records(told)]
    proposed = told[pd.Series(kept, index=told.index, dtype=bool) & told["kind"].eq(CommentKind.ACTION)]
    followed = texts.follow_ups(store, follow.mode is DataMode.EXAMPLE, follow.as_of)
    found: dict[Key, list[Action]] = {}
    for one in actions(proposed, followed, today):
        found.setdefault((one.key[0], one.key[1]), []).append(one)
    return found


def _economy(follow: FollowUp, listed: Table, reported: Table) -> Economy:
    tables = {name: listed(name) for name in LISTED} | {name: reported(name) for name in REPORTED}
    return economy(tables, follow.period.end)


def _organisation(follow: FollowUp) -> str:
    return plans.unit_name(follow.units, str(follow.plan.about["organisation"]))


def _sources(store: Store, follow: FollowUp) -> tuple[str, ...]:
    """The sources that ask to be named with their values."""
    observed = follow.observations
    own = observed.merge(follow.plan.subjects[["indicator", "unit"]].drop_duplicates())
    return (say("kolada-source"),) if len(own) and from_source(store, own).any() else ()

"""Which nyckeltal a page is about, at which unit, and what stands at its top."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import streamlit as st

from kpi.errors import wrong
from kpi.follow_up import FollowUp
from kpi.model import Gender
from kpi.report.rows import judged
from kpi.store.plans import unit_name
from kpi.ui.charts import by_gender
from kpi.ui.kept import keep
from kpi.ui.page import Crumb, area_path, thread_link
from kpi.ui.view import OVERVIEW, View, load
from kpi.words import say

T = TypeVar("T")


@dataclass(frozen=True)
class Subject:
    """One nyckeltal at one unit, with its assessed rows by gender."""

    follow_up: FollowUp
    indicator: str
    unit: str
    by_gender: dict[Gender, Any]

    @property
    def row(self) -> Any:
        """The row that speaks for it."""
        return judged(self.by_gender)

    @property
    def title(self) -> str:
        """Its name, with the unit where that is not the plan's own organisation."""
        own = self.unit == self.follow_up.plan.about["organisation"]
        name = str(self.row.short_name)
        return name if own else f"{name}, {unit_name(self.follow_up.units, self.unit)}"


def chosen_subject(follow_up: FollowUp) -> tuple[str, str]:
    """The nyckeltal and unit in the address; the plan's first where it names none. Raises `UserError` if unknown."""
    subjects = follow_up.plan.subjects
    code = st.query_params.get("kod", "") or str(subjects.iloc[0]["indicator"])
    mine = subjects[subjects["indicator"] == code]
    if mine.empty:
        raise wrong("indicator-unknown", code=code)
    return code, st.query_params.get("enhet", "") or str(mine.iloc[0]["unit"])


def unit_chooser(follow_up: FollowUp, view: View, indicator: str, unit: str) -> Subject:
    """The nyckeltal at the unit of the address, which stays there."""
    st.query_params["kod"], st.query_params["enhet"] = indicator, unit
    return subject_at(follow_up, view, indicator, unit)


def subject_at(follow_up: FollowUp, view: View, indicator: str, unit: str) -> Subject:
    """The nyckeltal at a unit, which need not be one that the plan names."""
    rows = by_gender(follow_up, indicator, unit)
    at_unit = follow_up if rows else load(view, unit)
    return Subject(at_unit, indicator, unit, rows or by_gender(at_unit, indicator, unit))


def once_of(make: Callable[..., T], subject: Subject, view: View, *more: Any) -> T:
    """`make(subject, view, …)`, kept like `kpi.ui.kept.once`."""
    return keep(make, view, (subject.indicator, subject.unit, *more), lambda: make(subject, view, *more))


def described(subject: Subject) -> str:
    """Långsiktigt nyckeltal · beslutat av … · lägre är bättre · ansvarig …."""
    row = subject.row
    parts = [
        say("described-term", term=say(f"term-{row.term}").capitalize()),
        say("described-decided", decider=row.decided_by),
        say(f"direction-{row.direction}"),
        row.measure if row.measure != "%" else "",
        say("described-responsible", who=row.responsible) if row.responsible else "",
    ]
    return " · ".join(part for part in parts if part)


def crumbs(subject: Subject, view: View) -> list[Crumb]:
    """Översikt › målområde › the goal that it hangs on, in Röda tråden."""
    plan, goal = subject.follow_up.plan, str(subject.row.goal)
    area = next(area for area in plan.areas if goal in area.codes)
    name = str(plan.goals.loc[plan.goals["code"] == goal, "name"].iloc[0])
    return [
        (say("page-overview"), view.link(OVERVIEW)),
        (area.name, view.link(area_path(area))),
        (name if goal != area.code else say("page-thread"), thread_link(view, goal)),
    ]

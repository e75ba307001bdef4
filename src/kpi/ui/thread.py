"""Röda tråden on a page: vision and values, the tree of goals with what hangs on them, and the summing-up."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender
from kpi.report.assignments import state
from kpi.report.summing_up import Summed, share_words, summed_up
from kpi.report.thread import (
    Elsewhere,
    LevelCount,
    Node,
    broken_at,
    level_counts,
    level_words,
    path_to,
    sentence,
    thread,
    without_goal,
)
from kpi.store import plans
from kpi.store.process import the_store
from kpi.ui.assignments import PAGE as ASSIGNMENT_PAGE
from kpi.ui.assignments import all_assignments
from kpi.ui.html import render, show
from kpi.ui.kept import once
from kpi.ui.page import THREAD, THREAD_GOAL
from kpi.ui.steering import plan_list
from kpi.ui.view import View, moment
from kpi.words import period, say


def thread_page(view: View) -> None:
    """What the plan is for, its goals with all that hangs on them, and how they stand together."""
    show("lead", sentences=[once(_sentence, view)])
    values(view)
    parts = [once(_summing_up, view), once(_tree, view, st.query_params.get(THREAD_GOAL, "")), once(_loose, view)]
    for part in filter(None, parts):
        st.html(part)


def values(view: View) -> None:
    """Vision and values; nothing where the plan has none."""
    rows = plan_list(view, "plan_value")
    if rows.empty:
        return
    show("heading", text=say("thread-values"))
    kinds: dict[str, list[Any]] = {}
    for one in records(rows):
        kinds.setdefault(say(f"value-{one.kind}"), []).append(one)
    show("values", kinds=kinds)


def elsewhere_link(view: View, goal: Elsewhere) -> str:
    """The address of a goal in another plan's thread, at that plan's own period."""
    address = view.address(plan=goal.plan, **{THREAD_GOAL: goal.code})
    return f"/{THREAD}?{urlencode({name: value for name, value in address.items() if name != 'period'})}"


def _nodes(follow_up: FollowUp, view: View) -> list[Node]:
    goals = plans.every_goal(the_store(), moment(view.as_of))
    return thread(follow_up, all_assignments(view), goals)


def _sentence(follow_up: FollowUp, view: View) -> str:
    return sentence(once(_nodes, view), follow_up.plan, len(follow_up.by_subject), len(all_assignments(view)))


def _tree(follow_up: FollowUp, view: View, chosen: str) -> str:
    nodes = once(_nodes, view)
    branch = {node.code for node in path_to(nodes, chosen)}
    return render(
        "thread", nodes=nodes, view=view, branch=branch, chosen=chosen, genders=list(Gender),
        levels=_levels(level_counts(follow_up.plan)), broken=broken_at(nodes), state=state, page=THREAD,
        elsewhere=elsewhere_link, assignment_page=ASSIGNMENT_PAGE, plan=follow_up.plan.name,
    )  # fmt: skip


def _levels(counts: Sequence[LevelCount]) -> list[str]:
    return [level_words(one) for one in counts]


def _summing_up(follow_up: FollowUp, _view: View) -> str:
    """The plan and its goals at the top, per gender. Where nothing has a target there is nothing to sum up."""
    found = summed_up(follow_up.assessed, follow_up.plan.goals)
    if not found:
        return ""
    tops = [(area.code, area.name) for area in follow_up.plan.areas]
    rows = [
        [name, *(_cell(found[code].get(gender)) for gender in Gender)]
        for code, name in [*tops, (None, say("summed-plan"))]
        if code in found
    ]
    wanted = follow_up.plan.about["summing_up"]
    asked = "summed-asked" if pd.notna(wanted) and wanted else "summed-offered"
    title = say("summed-heading", period=period(follow_up.period))
    headings = [say("summed-column"), *(say(f"gender-{gender}") for gender in Gender)]
    table = render("table", caption=title, headings=headings, rows=rows, cards=True)
    return render("heading", text=title) + render("quiet", text=say(asked)) + table


def _cell(one: Summed | None) -> str:
    return share_words(one) if one else "–"


def _loose(_follow_up: FollowUp, view: View) -> str:
    """Nyckeltal that no plan follows; nothing where there are none."""
    store, when = the_store(), moment(view.as_of)
    names = without_goal(plans.indicators(store, when), plans.followed_anywhere(store, when))
    if not names:
        return ""
    folded = render("folded", summary=say("thread-without-goal", n=len(names)), body=render("list", items=names))
    return render("heading", text=say("thread-loose-heading")) + folded

"""Uppdrag on a page: a table of them, one with its history, and the form in which it is reported."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

import streamlit as st

from kpi.follow_up import FollowUp
from kpi.ingest.forms.assignments import one_report
from kpi.ingest.forms.storing import commit_form
from kpi.model import AssignmentStatus
from kpi.report.assignments import Assignment, assignments, cells, sentence, state
from kpi.store.process import the_store
from kpi.ui.access import current_actor
from kpi.ui.comments import Shown
from kpi.ui.html import show
from kpi.ui.kept import once
from kpi.ui.steering import plan_list, reported
from kpi.ui.upload import ask_name
from kpi.ui.view import View
from kpi.ui.written import round_of, save_button
from kpi.words import day, period, say

PAGE = "uppdrag"
CHOSEN = "uppdrag"
"""The address's word for the uppdrag that is shown with its history."""
LONGEST = 2000


def all_assignments(view: View) -> list[Assignment]:
    """The plan's uppdrag at the chosen period."""
    return once(_all, view)


def _all(follow_up: FollowUp, view: View) -> list[Assignment]:
    return assignments(plan_list(view, "assignment"), reported(view, "assignment_report"), follow_up.period)


def assignment_page(view: View) -> None:
    """How they stand, all of them, and the chosen one."""
    found = all_assignments(view)
    show("lead", sentences=[sentence(found)])
    if not found:
        return
    chosen = next((one for one in found if one.code == st.query_params.get(CHOSEN, "")), None)
    if chosen:
        _one(chosen, view)
    show("heading", text=say("assignments-all"))
    table(found, view, say("page-assignments"))


def area_assignments(view: View, goals: Collection[str]) -> None:
    """The uppdrag of a goal area; nothing where it has none."""
    mine = [one for one in all_assignments(view) if one.goal in goals]
    if mine:
        show("heading", text=say("page-assignments"))
        table(mine, view, say("page-assignments"))


def table(found: Sequence[Assignment], view: View, caption: str) -> None:
    """Uppdrag with who has decided and is responsible, status and latest report."""
    headings = [say(f"column-{name}") for name in ("assignment", "decided", "responsible", "due", "state", "report")]
    rows = [
        [{"text": name, "link": view.link(PAGE, **{CHOSEN: one.code})}, *said]
        for one in found for name, *said in [cells(one)]
    ]  # fmt: skip
    show("table", caption=caption, headings=headings, rows=rows, cards=True)


def _one(one: Assignment, view: View) -> None:
    show("heading", text=one.heading)
    facts = [
        say("assignment-decided", by=one.decided_by),
        say("assignment-responsible", who=one.responsible),
        *([say("assignment-due", day=day(one.due_on))] if one.due_on else []),
        state(one),
        say("assignment-source", source=one.source),
    ]
    show("list", items=facts)
    show("quiet", text=one.wording or say("assignment-wording-missing"))
    show("subheading", text=say("assignment-history"))
    if one.reports:
        show("comments", comments=[Shown(_worded(report.status, report.text), report.signed) for report in one.reports])
    else:
        show("quiet", text=say("assignment-never"))
    _form(one, view)


def _worded(status: AssignmentStatus, text: str) -> str:
    return f"{say(f'assignment-{status}')}. {text}"


def _form(one: Assignment, view: View) -> None:
    """For those who may write, beside real data: the report for the chosen period."""
    actor = current_actor()
    if view.example or not actor.may_write:
        return
    key = f"{one.code}-{round_of('assignment')}"
    with st.expander(say("assignment-add", period=period(view.period))):
        status = st.radio(
            say("column-state"), [*AssignmentStatus], key=f"status-{key}",
            format_func=lambda each: say(f"assignment-{each}"),
        )  # fmt: skip
        text = st.text_area(say("assignment-text"), max_chars=LONGEST, key=f"text-{key}")
        actor = ask_name(actor, "name-assignment")

        def store() -> None:
            report = one_report(
                view.plan,
                one.code,
                view.period,
                AssignmentStatus(status),
                text,
                author=actor.name,
                written_on=datetime.now(UTC).date(),
            )
            commit_form(the_store(), report, actor)

        save_button(say("assignment-save"), "assignment", store)

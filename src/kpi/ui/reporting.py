"""Rapporteringsläge on a page: what a reporting point asks for, what has come, and the lock that closes its period."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from kpi.follow_up import FollowUp, follow_up
from kpi.ingest.forms.locks import one_lock
from kpi.ingest.forms.storing import commit_form
from kpi.model import CommentKind, Required, TextState
from kpi.moments import in_sweden
from kpi.report.corrections import Correction, corrections
from kpi.report.reporting import Item, Lock, Material, Point, State, items, locks, points, state_sentence
from kpi.store import plans, utc_now
from kpi.store.process import the_store
from kpi.store.reporting import first_outcomes
from kpi.ui.access import current_actor
from kpi.ui.html import show
from kpi.ui.kept import once
from kpi.ui.steering import plan_list, reported
from kpi.ui.upload import ask_name
from kpi.ui.view import View, moment
from kpi.ui.written import round_of, save_button
from kpi.words import day, local_time, period, say

PAGE = "rapportering"
CHOSEN = "uppfoljning"
"""The address's word for the reporting point that is shown."""
_ORDER = (State.MISSING, State.IN_LATE, State.AWAITED, State.IN)


def reporting(view: View) -> None:
    """The points of the year, and the chosen one with what it asks for."""
    found = points(plan_list(view, "reporting_point"))
    if not found:
        show("quiet", text=say("reporting-none"))
        return
    chosen = _chosen(found)
    _year(found, chosen, view)
    show("heading", text=chosen.name)
    asked = _items(chosen, view)
    show("lead", sentences=[state_sentence(asked)])
    show("quiet", text=_about(chosen))
    _table(asked, view)
    _lock(chosen, view)


def _chosen(found: Sequence[Point]) -> Point:
    """The one in the address; else the latest whose period is over."""
    asked = st.query_params.get(CHOSEN, "")
    over = [one for one in found if one.period.end < utc_now().date()] or [found[0]]
    return next((one for one in found if one.code == asked), over[-1])


def _year(found: Sequence[Point], chosen: Point, view: View) -> None:
    headings = [say(f"column-{name}") for name in ("point", "period", "due", "state")]
    rows = [
        [{"text": one.name, "link": view.link(PAGE, **{CHOSEN: one.code})}, period(one.period),
         one.due_on.isoformat() if one.due_on else "–", _short(one, view) + (" ←" if one is chosen else "")]
        for one in found
    ]  # fmt: skip
    show("table", caption=say("reporting-points"), headings=headings, rows=rows, cards=True)


def _short(point: Point, view: View) -> str:
    asked = _items(point, view)
    came = sum(one.state in (State.IN, State.IN_LATE) for one in asked)
    words = say("reporting-short", came=came, total=len(asked))
    return f"{words} · {say('lock-locked')}" if _lock_of(point, view) else words


def _about(point: Point) -> str:
    due_on = say("reporting-due", day=day(point.due_on)) if point.due_on else say("reporting-no-due")
    return f"{due_on} {say('assignment-source', source=point.source)}."


def _items(point: Point, view: View) -> list[Item]:
    return once(_found, view, point)


def _found(state: FollowUp, view: View, point: Point) -> list[Item]:
    store, when = the_store(), moment(view.as_of)
    comments = plans.stated(store, "comment", view.example, when)
    final = comments["state"].eq(TextState.FINAL)
    material = Material(
        state.plan.subjects, state.units, plan_list(view, "assignment"),
        first_outcomes(store, view.example, when),
        {
            Required.EXPLANATIONS: comments[final & comments["kind"].eq(CommentKind.EXPLANATION)],
            Required.FORECASTS: plans.stated(store, "judged_forecast", view.example, when),
            Required.ASSIGNMENTS: reported(view, "assignment_report"),
            Required.ACCOUNTS: reported(view, "account"),
        },
        tuple(plan_list(view, table) for table in ("cost_type", "budget_item", "budget_amount")),
    )  # fmt: skip
    return items(point, material, in_sweden(when or utc_now()).date())


def _table(asked: Sequence[Item], view: View) -> None:
    """What is missing or late first."""
    headings = [say(f"column-{name}") for name in ("asked", "concerns-what", "responsible", "state", "came")]
    rows = [
        [say(f"required-{one.what}"), {"text": one.name, "link": _link(one, view)}, one.responsible or "–",
         say(f"reporting-is-{one.state}"), one.came_on.isoformat() if one.came_on else "–"]
        for one in sorted(asked, key=lambda one: _ORDER.index(one.state))
    ]  # fmt: skip
    show("table", caption=say("reporting-asked"), headings=headings, rows=rows, cards=True)


def _link(one: Item, view: View) -> str:
    if one.what is Required.ACCOUNTS:
        return view.link("ekonomi")
    if one.what is Required.ASSIGNMENTS:
        return view.link("uppdrag", uppdrag=one.code)
    return view.link("nyckeltal", kod=one.code, enhet=one.unit)


def _lock_of(point: Point, view: View) -> Lock | None:
    closed = locks(reported(view, "period_lock"))
    return next((one for one in closed if one.period == point.period), None)


def _lock(point: Point, view: View) -> None:
    show("subheading", text=say("lock-heading"))
    closed = _lock_of(point, view)
    if closed:
        show("quiet", text=f"{closed.told} {say('lock-since', when=local_time(closed.since))}")
        _corrections(point, closed, view)
    else:
        show("quiet", text=say("lock-open"))
    _lock_form(point, view, locked=closed is not None)


def _corrections(point: Point, closed: Lock, view: View) -> None:
    """The outcomes as they were told when the period was closed, beside what is told now."""
    found = once(_corrected, view, point, closed)
    if not found:
        show("quiet", text=say("lock-no-corrections"))
        return
    headings = [say(f"column-{name}") for name in ("indicator", "unit", "gender", "period", "at-lock", "now")]
    rows = [
        [{"text": one.name, "link": view.link("nyckeltal", kod=one.indicator, enhet=one.unit)}, one.unit_name,
         say(f"gender-{one.gender}"), period(one.period), one.before, one.after]
        for one in found
    ]  # fmt: skip
    show("table", caption=say("lock-corrections"), headings=headings, rows=rows, cards=True)


def _corrected(_state: FollowUp, view: View, point: Point, closed: Lock) -> list[Correction]:
    store = the_store()
    before = follow_up(store, view.plan, point.period, view.mode, as_of=closed.since)
    after = follow_up(store, view.plan, point.period, view.mode, as_of=moment(view.as_of))
    return corrections(before, after, point.period)


def _lock_form(point: Point, view: View, *, locked: bool) -> None:
    """For those who may write, beside real outcomes and today's state."""
    actor = current_actor()
    if view.example or not actor.may_write:
        return
    word = "open" if locked else "close"
    with st.expander(say(f"lock-{word}-add", period=period(point.period))):
        reason = st.text_input(say("lock-reason"), max_chars=300, key=f"lock-{point.code}-{round_of('lock')}")
        actor = ask_name(actor, "name-lock")

        def store() -> None:
            lock = one_lock(
                view.plan,
                point.period,
                locked=not locked,
                reason=reason,
                author=actor.name,
                written_on=datetime.now(UTC).date(),
            )
            commit_form(the_store(), lock, actor)

        save_button(say(f"lock-{word}-save"), "lock", store)

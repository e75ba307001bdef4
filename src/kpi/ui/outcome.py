"""What a stored delivery has changed on the pages."""

from dataclasses import dataclass

import streamlit as st

from kpi.follow_up import follow_up
from kpi.ingest.upload import Checked
from kpi.model import DataMode
from kpi.report.changes import changes
from kpi.store import plans as plan_store
from kpi.store.deliveries import just_before
from kpi.store.process import the_store
from kpi.ui.html import show
from kpi.ui.view import View
from kpi.words import period, say


@dataclass(frozen=True)
class Stored:
    """What the button did, kept for the rerun that shows it."""

    delivery: int
    checked: Checked


def outcome_of(view: View) -> None:
    """After storing: each affected nyckeltal before and after, linked; or why no page changed."""
    stored = st.session_state.get("stored")
    if not isinstance(stored, Stored):
        return
    show("heading", text=say("stored-heading", id=str(stored.delivery)))
    affected = stored.checked.affected
    plan = plan_store.plan(the_store(), view.plan)
    in_plan = plan.subjects[plan.subjects["indicator"].isin(affected)]
    if not affected:
        show("quiet", text=say("stored-same"))
        return
    lines = _before_and_after(view, stored)
    headings = [say(f"column-{name}") for name in ("indicator", "unit", "gender", "before", "after")]
    if lines:
        show("table", caption=say("stored-caption"), headings=headings, rows=lines, cards=True)
    else:
        why = "stored-outside-plan" if in_plan.empty else "stored-not-shown"
        show("quiet", text=say(why, period=period(view.period)))
    outside = len(affected) - in_plan["indicator"].nunique()
    if outside and not in_plan.empty:
        show("quiet", text=say("stored-also-outside", n=outside))


def _before_and_after(view: View, stored: Stored) -> list[list[object]]:
    """Rows of the follow-up whose value or status the delivery changed: nyckeltal, unit, gender, before, after."""
    store, real = the_store(), DataMode.REAL
    now = follow_up(store, view.plan, view.period, real)
    before = follow_up(store, view.plan, view.period, real, as_of=just_before(store, stored.delivery))
    here = View(view.plan, view.period, real)
    return [
        [{"text": one.name, "link": here.link("nyckeltal", kod=one.indicator, enhet=one.unit)}, one.unit_name,
         say(f"gender-{one.gender}"), one.before, one.after]
        for one in changes(before, now) if one.indicator in stored.checked.affected
    ]  # fmt: skip

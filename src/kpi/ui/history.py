"""The system as of a day, and what differs between two days."""

from datetime import date, timedelta

import streamlit as st

from kpi.errors import UserError
from kpi.follow_up import FollowUp, follow_up
from kpi.moments import end_of_day, in_sweden
from kpi.report.changes import changes
from kpi.store import utc_now
from kpi.store.process import the_store
from kpi.ui.failure import show_error
from kpi.ui.html import show
from kpi.ui.view import OVERVIEW, View
from kpi.words import period, say

_MONTH = timedelta(days=30)


def as_of_chooser(view: View) -> None:
    """A day, and a link that shows every page as it was when the day was over."""
    show("heading", text=say("as-of-heading"))
    yesterday = _today() - timedelta(days=1)
    day = st.date_input(say("as-of-day"), value=yesterday, max_value=yesterday, format="YYYY-MM-DD", key="as_of_day")
    if isinstance(day, date):
        show("text_link", text=say("as-of-text"), link=view.at(day.isoformat()).link(OVERVIEW),
             link_text=say("as-of-link", day=day.isoformat()))  # fmt: skip


def two_days(view: View) -> None:
    """What the plan's nyckeltal were on one day and on another, where they differ."""
    show("heading", text=say("two-days-heading"))
    today = _today()
    first, second = st.columns(2)
    with first:
        earlier = st.date_input(say("two-days-first"), value=today - _MONTH, max_value=today, format="YYYY-MM-DD")
    with second:
        later = st.date_input(say("two-days-second"), value=today, max_value=today, format="YYYY-MM-DD")
    if not (isinstance(earlier, date) and isinstance(later, date) and st.button(say("two-days-button"))):
        return
    try:
        _differences(view, earlier, later)
    except UserError as error:
        show_error(error)


def _differences(view: View, earlier: date, later: date) -> None:
    found = changes(_then(view, earlier), _then(view, later))
    days = {"first": earlier.isoformat(), "second": later.isoformat(), "period": period(view.period)}
    if not found:
        show("quiet", text=say("two-days-same", **days))
        return
    headings = [
        say("column-indicator"),
        say("column-unit"),
        say("column-gender"),
        *(days[at] for at in ("first", "second")),
    ]
    rows = [
        [{"text": one.name, "link": view.link("nyckeltal", kod=one.indicator, enhet=one.unit)}, one.unit_name,
         say(f"gender-{one.gender}"), one.before, one.after]
        for one in found
    ]  # fmt: skip
    show("table", caption=say("two-days-caption", **days), headings=headings, rows=rows, cards=True)


def _then(view: View, day: date) -> FollowUp:
    """Today is not over: it is as it is now."""
    moment = None if day >= _today() else end_of_day(day.isoformat())
    return follow_up(the_store(), view.plan, view.period, view.mode, as_of=moment)


def _today() -> date:
    return in_sweden(utc_now()).date()

"""Sammanträden on a page: the year in a table, each meeting's items, and one meeting item by item."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from kpi.follow_up import FollowUp
from kpi.model import MeetingKind
from kpi.moments import in_sweden
from kpi.report.briefing.load import agenda
from kpi.report.meeting_words import counted, long_term
from kpi.report.meetings import AgendaItem, Meeting, meetings, next_meeting, state
from kpi.report.reporting import points
from kpi.store import utc_now
from kpi.store.process import the_store
from kpi.ui.agenda import agenda_table, concern_list, item_facts, meeting_link
from kpi.ui.agenda_form import links_form
from kpi.ui.briefing import item_briefing
from kpi.ui.html import show
from kpi.ui.kept import once
from kpi.ui.shown import keep_button, shown_last_time, shown_lines
from kpi.ui.steering import plan_list
from kpi.ui.view import View, moment
from kpi.words import listing, say

CHOSEN = "mote"
"""The address's word for the meeting that is shown alone: its code, or its first day."""
ITEM = "arende"
"""The address's word for the item that is shown alone."""


def all_meetings(view: View) -> list[Meeting]:
    """The plan's meetings as they hold."""
    return once(_all, view)


def _all(follow_up: FollowUp, view: View) -> list[Meeting]:
    return meetings(agenda(the_store(), follow_up.plan, moment(view.as_of)))


def chosen_meeting(found: Sequence[Meeting]) -> Meeting | None:
    """The one in the address; None where it names none."""
    asked = st.query_params.get(CHOSEN, "")
    by_day = (one for one in found if one.first.isoformat() == asked)
    return next((one for one in found if one.code == asked), next(by_day, None))


def chosen_item(one: Meeting | None) -> AgendaItem | None:
    """The item of the meeting that the address names; None where it names none."""
    asked = st.query_params.get(ITEM, "")
    return next((item for item in one.items if item.code == asked), None) if one else None


def meeting_page(found: Sequence[Meeting], view: View) -> None:
    """How many there are and which is next, the year in a table, and what stands on each agenda."""
    if not found:
        show("quiet", text=say("meetings-none"))
        return
    following = next_meeting(found, _today(view))
    told = say("meetings-next", days=following.days) if following else say("meetings-over")
    show("lead", sentences=[counted(found), told, *long_term(found, points(plan_list(view, "reporting_point")))])
    _year(found, following, view)
    for one in found:
        show("heading", text=_titled(one, found, view))
        _about(one)
        if one.items:
            agenda_table(one, view)


def one_meeting(one: Meeting, found: Sequence[Meeting], view: View) -> None:
    """A meeting with its items, each under its own heading."""
    show("lead", sentences=[say("meeting-lead", state=_state(one, found, view), n=len(_held(one)))])
    _about(one)
    shown_last_time(one, found, view)
    places = [(item, _item(item, view)) for item in one.items]
    links_form(one.items, view)
    _source(one.source)
    for item, place in places:  # last, since they take their time: the agenda is there to read meanwhile
        with place:
            _briefing(one, item, view)


def _item(item: AgendaItem, view: View) -> DeltaGenerator:
    """Its facts, and the place for its follow-up."""
    show("heading", text=item.heading)
    item_facts(item)
    concern_list(item, view)
    return st.container()


def item_page(one: Meeting, item: AgendaItem, view: View) -> None:
    """An item by itself."""
    agenda_item(one, item, view)
    links_form([item], view)
    _source(item.source)


def agenda_item(one: Meeting, item: AgendaItem, view: View) -> None:
    """What there is to say and do about an item: how and by whom it is told, and what it concerns."""
    item_facts(item)
    concern_list(item, view)
    _briefing(one, item, view)


def _briefing(one: Meeting, item: AgendaItem, view: View) -> None:
    if item.concerns_anything and not item.dropped:
        item_briefing(one, item, view)
        keep_button(one, item, view)
    shown_lines(one, item, view)


def _source(source: str) -> None:
    show("quiet", text=say("assignment-source", source=source or say("meetings-added")))


def _year(found: Sequence[Meeting], following: Meeting | None, view: View) -> None:
    headings = [say(f"column-{name}") for name in ("meeting", "kind", "items", "state")]
    today = _today(view)
    rows = [
        [{"text": one.days, "link": meeting_link(one, view)}, say(f"meeting-{one.kind}"), str(len(_held(one)) or "–"),
         say(f"meeting-is-{state(one, following, today)}")]
        for one in found
    ]  # fmt: skip
    show("table", caption=say("meetings-year"), headings=headings, rows=rows, cards=True)


def _titled(one: Meeting, found: Sequence[Meeting], view: View) -> str:
    """The days, with a word for what sets the meeting apart from the others."""
    words = [one.days]
    if one.kind is not MeetingKind.BOARD:
        words.append(say(f"meeting-{one.kind}").lower())
    if one.cancelled or one is next_meeting(found, _today(view)):
        words.append(_state(one, found, view).lower())
    return " · ".join(words)


def _about(one: Meeting) -> None:
    """Who come, who present without an item of their own, and how that was read."""
    if one.attendees:
        show("quiet", text=say("meeting-attendees", who=listing(one.attendees)))
    if one.presenters:
        show("quiet", text=say("meeting-presenters", who=listing(one.presenters)))
    if one.note:
        show("quiet", text=say("meeting-note", note=one.note))


def _state(one: Meeting, found: Sequence[Meeting], view: View) -> str:
    today = _today(view)
    return say(f"meeting-is-{state(one, next_meeting(found, today), today)}")


def _held(one: Meeting) -> list[AgendaItem]:
    return [item for item in one.items if not item.dropped]


def _today(view: View) -> date:
    """The day that the reader looks from."""
    return in_sweden(moment(view.as_of) or utc_now()).date()

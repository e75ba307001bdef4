"""What was shown at a meeting: keeping it, opening it as it was, and finding it at the next meeting."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import streamlit as st

from kpi.export.shown_files import shown_files
from kpi.model import MeetingKind, Period
from kpi.moments import in_sweden
from kpi.report.briefing import scopes
from kpi.report.meetings import AgendaItem, Meeting
from kpi.store import utc_now
from kpi.store.deliveries import spanned
from kpi.store.kept_files import is_kept, kept
from kpi.store.process import the_store
from kpi.store.shown import Showing, Shown, keep_shown, shown
from kpi.ui.access import current_actor
from kpi.ui.agenda import PAGE
from kpi.ui.briefing import known
from kpi.ui.html import show
from kpi.ui.kept import keep
from kpi.ui.upload import ask_name
from kpi.ui.view import View, moment
from kpi.ui.written import save_button
from kpi.words import day, period, say


def keep_button(meeting: Meeting, item: AgendaItem, view: View) -> None:
    """For those who may write: keeps the item's files and figures as they are now."""
    actor = current_actor()
    if not actor.may_write:
        return
    with st.expander(say("shown-heading")):
        show("quiet", text=say("shown-about"))
        if view.example:
            show("quiet", text=say("shown-about-example"))
        named = ask_name(actor, f"name-shown-{item.code}")

        def store() -> None:
            # Before anything is read: what comes in meanwhile is then noticed.
            latest = _latest_change()
            material = known(view)
            name, content = shown_files(material, scopes.of_item(material, meeting, item), item.form)
            showing = Showing(view.plan, meeting.code, item.code, item.heading, view.period.code, view.mode, latest)
            keep_shown(the_store(), showing, content, name, named)

        save_button(say("shown-save"), f"shown-{item.code}", store)


def shown_lines(meeting: Meeting, item: AgendaItem, view: View) -> None:
    """What has been kept of an item, the latest first."""
    for one in _all(view):
        if (one.meeting, one.item) == (meeting.code, item.code):
            at = in_sweden(one.kept_at)
            during = meeting.first <= at.date() <= meeting.last
            text = say("shown-line", during=_word(during), day=day(at), time=_clock(at), who=one.author,
                       example=_word(one.example), period=_period(one))  # fmt: skip
            _line(text, one, view)


def shown_last_time(meeting: Meeting, found: Sequence[Meeting], view: View) -> None:
    """What was kept at the board's meeting before this one. found: every meeting, by its first day."""
    earlier = [
        one for one in found
        if one.kind is MeetingKind.BOARD and not one.cancelled and one.last < meeting.first
    ]  # fmt: skip
    for one in _all(view):
        if earlier and one.meeting == earlier[-1].code:
            text = say("shown-last", days=earlier[-1].days, item=one.subject, day=day(in_sweden(one.kept_at)),
                       who=one.author, period=_period(one), example=_word(one.example))  # fmt: skip
            _line(text, one, view)


def _all(view: View) -> list[Shown]:
    return keep(_all, view, (), lambda: shown(the_store(), view.plan, view.mode, moment(view.as_of)))


def _line(text: str, one: Shown, view: View) -> None:
    """The words, the same item as it was when the day was over, and its files for those who may see originals."""
    at = in_sweden(one.kept_at)
    then = replace(view, period=Period.from_code(one.period), as_of=at.date().isoformat())
    link = then.link(PAGE, mote=one.meeting, arende=one.item)
    show("text_link", text=text, link=link, link_text=say("shown-then"))
    store, sha256 = the_store(), one.file_sha256
    # What is hidden since may stand in the files.
    if current_actor().may_write and is_kept(store, sha256):
        st.download_button(
            say("shown-file", day=day(at), time=_clock(at)), data=lambda: kept(store, sha256),
            file_name=one.file_name, mime="application/zip", key=f"shown-{one.delivery}", on_click="ignore",
        )  # fmt: skip


def _latest_change() -> datetime:
    found = spanned(the_store())
    return found[1] if found else utc_now()


def _period(one: Shown) -> str:
    return period(Period.from_code(one.period))


def _clock(at: datetime) -> str:
    return at.strftime("%H.%M")


def _word(fact: bool) -> str:
    return "yes" if fact else "no"

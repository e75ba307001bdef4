"""A follow-up to show and to hand in: what is ready, what is missing, Visa and Ladda ner."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from kpi.export.briefing_files import DocumentForm, document_name, named, written
from kpi.follow_up import FollowUp
from kpi.model import AgendaForm
from kpi.moments import in_sweden
from kpi.report.briefing import scopes
from kpi.report.briefing.compose import compose
from kpi.report.briefing.content import Briefing
from kpi.report.briefing.load import load as read_material
from kpi.report.briefing.material import Material
from kpi.report.meetings import AgendaItem, Meeting
from kpi.store import utc_now
from kpi.store.plans import Area
from kpi.store.process import the_store
from kpi.ui.html import show
from kpi.ui.kept import once
from kpi.ui.view import View, load
from kpi.words import count_word, period, say

SHOW = "visa"
_FIRST = {
    AgendaForm.ORAL: [DocumentForm.SLIDES, DocumentForm.REPORT, DocumentForm.MEMO, DocumentForm.PDF],
    AgendaForm.WRITTEN: [DocumentForm.REPORT, DocumentForm.MEMO, DocumentForm.PDF, DocumentForm.SLIDES],
}
"""Which files are offered first; all are offered."""


def item_briefing(meeting: Meeting, item: AgendaItem, view: View) -> None:
    """What is ready and what is missing for an agenda item, and its files."""
    made = of_item(meeting, item, view)
    link = view.link(SHOW, mote=meeting.code, arende=item.code)
    show("text_link", text=f"{made.questions[1].headline}.", link=link, link_text=say("briefing-show"))
    _missing(made)
    with st.container(horizontal=True):
        for form in _FIRST.get(item.form, list(DocumentForm)):
            _button(lambda: of_item(meeting, item, view), document_name(made, form), form, item.code)


def plan_briefing(view: View) -> None:
    """The whole plan's files."""
    _offered(view, lambda: of_plan(view), view.plan, view.link(SHOW))


def area_briefing(view: View, area: Area) -> None:
    """A målområde's files."""
    _offered(view, lambda: of_area(view, area.code), area.name, view.link(SHOW, mal=area.code))


def indicator_briefing(view: View, indicator: str, name: str) -> None:
    """A nyckeltal's files, where the plan follows it."""
    if any(code == indicator for code, _ in load(view).by_subject):
        _offered(view, lambda: of_indicators(view, (indicator,)), name, view.link(SHOW, kod=indicator))


def of_item(meeting: Meeting, item: AgendaItem, view: View) -> Briefing:
    """An agenda item's follow-up, made once per state of the store and choice."""
    return once(_of_item, view, meeting, item, _today())


def of_plan(view: View) -> Briefing:
    """The whole plan's."""
    return once(_of_plan, view, _today())


def of_area(view: View, area: str) -> Briefing:
    """A målområde's."""
    return once(_of_area, view, area, _today())


def of_indicators(view: View, codes: tuple[str, ...]) -> Briefing:
    """That of chosen nyckeltal."""
    return once(_of_indicators, view, codes, _today())


def known(view: View) -> Material:
    """What every follow-up of the choice is made from."""
    return _known(view, _today())


def _of_item(_follow_up: FollowUp, view: View, meeting: Meeting, item: AgendaItem, today: date) -> Briefing:
    found = _known(view, today)
    return compose(found, scopes.of_item(found, meeting, item))


def _of_plan(_follow_up: FollowUp, view: View, today: date) -> Briefing:
    found = _known(view, today)
    return compose(found, scopes.of_plan(found))


def _of_area(_follow_up: FollowUp, view: View, area: str, today: date) -> Briefing:
    found = _known(view, today)
    return compose(found, scopes.of_area(found, area))


def _of_indicators(_follow_up: FollowUp, view: View, codes: tuple[str, ...], today: date) -> Briefing:
    found = _known(view, today)
    return compose(found, scopes.of_indicators(found, codes))


def _known(view: View, today: date) -> Material:
    return once(_material, view, today)


def _material(follow_up: FollowUp, view: View, today: date) -> Material:
    return read_material(the_store(), follow_up, as_of=view.as_of, made_on=today)


def _today() -> date:
    return in_sweden(utc_now()).date()


def _missing(made: Briefing) -> None:
    if not made.missing:
        show("quiet", text=say("briefing-whole"))
        return
    n = len(made.missing)
    with st.expander(say("briefing-missing", n=n, count=count_word(n, common=True).capitalize())):
        show("list", items=list(made.missing))


def _offered(view: View, make: Callable[[], Briefing], subject: str, link: str) -> None:
    """Made when somebody asks for it, not before."""
    with st.expander(say("briefing-heading")):
        show("text_link", text=say("briefing-about"), link=link, link_text=say("briefing-show"))
        with st.container(horizontal=True):
            for form in DocumentForm:
                name = named(period(view.period), subject, form, example=view.example)
                _button(make, name, form, "all")


def _button(make: Callable[[], Briefing], name: str, form: DocumentForm, key: str) -> None:
    st.download_button(
        say(f"briefing-file-{form}"), data=lambda: written(make(), form), file_name=name, mime=form.media_type,
        key=f"briefing-{key}-{form}", on_click="ignore",
    )  # fmt: skip

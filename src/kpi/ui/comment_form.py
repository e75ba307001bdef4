"""Writing an event, an explanation or a proposed measure on a page: a delivery like everything else."""

from datetime import UTC, datetime

import streamlit as st

from kpi.ingest.forms.comments import one_text
from kpi.ingest.forms.storing import commit_form
from kpi.store.process import the_store
from kpi.ui.access import current_actor
from kpi.ui.events import EVENT
from kpi.ui.subject import Subject
from kpi.ui.upload import ask_name
from kpi.ui.view import View
from kpi.ui.written import round_of, save_button
from kpi.words import period, say

LONGEST = {EVENT: 300, "explanation": 2000, "action": 2000}  # characters; an event stands in a chart


def comment_form(subject: Subject, view: View, kind: str) -> None:
    """For those who may write, beside real outcomes: examples get no texts of users.

    kind: event, whose time is asked for; explanation or action, which are about the chosen period.
    """
    actor = current_actor()
    if view.example or not actor.may_write:
        return
    is_event = kind == EVENT
    key = f"{kind}-{subject.indicator}-{subject.unit}-{round_of(kind)}"
    with st.expander(say(f"{kind}-add")):
        when = st.text_input(say("event-when"), max_chars=20, key=f"when-{key}") if is_event else view.period.code
        text = _text(say(f"{kind}-text", period=period(view.period)), LONGEST[kind], f"text-{key}", is_event)
        due = st.text_input(say("action-due"), max_chars=10, key=f"due-{key}") if kind == "action" else ""
        actor = ask_name(actor, f"name-{kind}")

        def store() -> None:
            written = one_text(
                kind, subject.indicator, subject.unit, when, text, due=due, author=actor.name,
                written_on=datetime.now(UTC).date(),
            )  # fmt: skip
            commit_form(the_store(), written, actor)

        save_button(say(f"{kind}-save"), kind, store)


def _text(label: str, longest: int, key: str, one_line: bool) -> str:
    ask = st.text_input if one_line else st.text_area
    return str(ask(label, max_chars=longest, key=key))

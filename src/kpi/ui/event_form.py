"""Adding an event to a control chart: when, what, and by whom, stored as a delivery like everything else."""

from datetime import UTC, datetime

import streamlit as st

from kpi.ingest.comments import commit_comments, one_event
from kpi.store.process import the_store
from kpi.ui.access import current_actor
from kpi.ui.subject import Subject
from kpi.ui.upload import ask_name
from kpi.ui.view import View
from kpi.ui.written import round_of, save_button
from kpi.words import say

LONGEST = 300


def event_form(subject: Subject, view: View) -> None:
    """For those who may write, beside real outcomes: examples get no events of users."""
    actor = current_actor()
    if view.example or not actor.may_write:
        return
    count = round_of("events")
    with st.expander(say("event-add")):
        when = st.text_input(say("event-when"), max_chars=20, key=f"event-when-{subject.indicator}-{count}")
        text = st.text_input(say("event-text"), max_chars=LONGEST, key=f"event-text-{subject.indicator}-{count}")
        actor = ask_name(actor, "name-event")

        def store() -> None:
            event = one_event(
                subject.indicator, subject.unit, when, text, author=actor.name, written_on=datetime.now(UTC).date()
            )  # fmt: skip
            commit_comments(the_store(), event, actor)

        save_button(say("event-save"), "events", store)

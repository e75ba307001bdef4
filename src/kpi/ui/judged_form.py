"""The responsible person's own forecast, written on the page and stored as a delivery like everything else."""

from datetime import UTC, datetime

import streamlit as st

from kpi.ingest.forms.judged import one_judged
from kpi.ingest.forms.storing import commit_form
from kpi.model import Gender
from kpi.store.process import the_store
from kpi.ui.access import current_actor
from kpi.ui.subject import Subject
from kpi.ui.upload import ask_name
from kpi.ui.view import View
from kpi.ui.written import round_of, save_button
from kpi.words import say

LONGEST = 300


def judged_form(subject: Subject, view: View) -> None:
    """For those who may write, beside real outcomes, while the chosen period is not over: it is then not yet known."""
    actor, today = current_actor(), datetime.now(UTC).date()
    if view.example or not actor.may_write or today > view.period.end:
        return
    count, year = round_of("judgements"), view.period.end.year
    with st.expander(say("forecast-judged-add")):
        key = f"{subject.indicator}-{subject.unit}-{count}"
        gender = st.radio(
            say("forecast-judged-gender"), list(subject.by_gender), horizontal=True, key=f"judged-gender-{key}",
            format_func=lambda one: say(f"gender-{one}"),
        )  # fmt: skip
        asked = st.radio(say("forecast-judged-year"), [year, year + 1], horizontal=True, key=f"judged-year-{key}")
        value = st.text_input(
            say("forecast-judged-value", measure=subject.row.measure), max_chars=20, key=f"judged-value-{key}"
        )
        reason = st.text_input(say("forecast-judged-reason"), max_chars=LONGEST, key=f"judged-reason-{key}")
        actor = ask_name(actor, "name-judged")

        def store() -> None:
            judged = one_judged(
                subject.indicator, subject.unit, Gender(gender), int(asked), value=value, reason=reason,
                judged_by=actor.name, judged_on=today,
            )  # fmt: skip
            commit_form(the_store(), judged, actor)

        save_button(say("forecast-judged-save"), "judgements", store)

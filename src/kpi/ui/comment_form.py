"""Writing an event, an explanation, a measure or a sustainability aspect: a delivery like everything else.

All but events may be saved as drafts. A text that stands already, draft or not, can be taken up again: what is saved
takes its place, a draft only that of a draft.
"""

from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from kpi.frames import records
from kpi.ingest.forms.comments import Text, one_text
from kpi.ingest.forms.period import whole_period
from kpi.ingest.forms.storing import commit_form
from kpi.model import ASPECTS, Actor, CommentKind, TextState
from kpi.report.written import about
from kpi.store.process import the_store
from kpi.ui.access import current_actor
from kpi.ui.comments import comments_of, drafts_of
from kpi.ui.events import EVENT
from kpi.ui.subject import Subject
from kpi.ui.upload import ask_name
from kpi.ui.view import View
from kpi.ui.written import round_of, save_button
from kpi.words import period, say

ASPECT = "aspect"
LONGEST = 2000  # characters
LONGEST_EVENT = 300  # it stands in a chart
LONGEST_NAME = 100


def event_form(subject: Subject, view: View) -> None:
    """For those who may write, beside real outcomes. An event has a time of its own."""
    actor = current_actor()
    if view.example or not actor.may_write:
        return
    key = f"{EVENT}-{subject.indicator}-{subject.unit}-{round_of(EVENT)}"
    with st.expander(say("event-add")):
        when = st.text_input(say("event-when"), max_chars=20, key=f"when-{key}")
        text = st.text_input(say("event-text"), max_chars=LONGEST_EVENT, key=f"text-{key}")
        actor = ask_name(actor, f"name-{EVENT}")

        def store() -> None:
            which = (subject.indicator, subject.unit, whole_period(when.strip()))
            said = Text(CommentKind.EVENT, text)
            made = one_text(which, said, author=actor.name, written_on=_today(), marked_on=_today())
            commit_form(the_store(), made, actor)

        save_button(say("event-save"), EVENT, store)


def comment_form(subject: Subject, view: View, word: str) -> None:
    """For those who may write, beside real outcomes: examples get no texts of users.

    word: explanation or action, or `ASPECT` for any of the three. A new text is about the chosen period.
    """
    actor = current_actor()
    if view.example or not actor.may_write:
        return
    with st.expander(say(f"{word}-add")):
        earlier = _earlier(subject, view, word)
        key = f"{word}-{subject.indicator}-{subject.unit}-{earlier.code if earlier else ''}-{round_of(word)}"
        when = about(earlier) if earlier else view.period
        said = _fields(word, earlier, say(f"{word}-text", period=period(when)), key)
        actor = ask_name(actor, f"name-{word}")

        def store(*, final: bool) -> None:
            made = _signed((subject.indicator, subject.unit, when), said, earlier, actor, final=final)
            commit_form(the_store(), made, actor)

        save_button(say(f"{word}-save"), word, lambda: store(final=True))
        save_button(say(f"{word}-draft"), word, lambda: store(final=False))
        st.caption(say("draft-help"))


def _earlier(subject: Subject, view: View, word: str) -> Any:
    """The row that the writer takes up again, drafts offered first; None for a new text."""
    kinds = ASPECTS if word == ASPECT else (CommentKind(word),)
    key = (subject.indicator, subject.unit)
    found = [
        row
        for texts in (
            *(drafts_of(view, subject.follow_up, *key, kind) for kind in kinds),
            *(comments_of(subject.follow_up, *key, kind) for kind in kinds),
        )
        for row in records(texts)
    ]
    if not found:
        return None
    chosen = st.selectbox(
        say("text-which"), range(-1, len(found)), key=f"which-{word}-{'-'.join(key)}-{round_of(word)}",
        format_func=lambda at: say("text-new") if at < 0 else _named(found[at]),
    )  # fmt: skip
    return found[chosen] if chosen >= 0 else None


def _named(row: Any) -> str:
    state = say("comment-draft" if row.state == TextState.DRAFT else "comment-final")
    return say("text-choice", state=state, period=period(about(row)), text=row.text)


def _fields(word: str, earlier: Any, label: str, key: str) -> Text:
    kind = _kind(word, earlier, key)
    text = str(st.text_area(label, _said(earlier, "text"), max_chars=LONGEST, key=f"text-{key}"))
    code = _said(earlier, "code")
    if kind is not CommentKind.ACTION:
        return Text(kind, text, code=code)
    return Text(
        kind, text, code=code,
        responsible=st.text_input(
            say("action-who"), _said(earlier, "responsible"), max_chars=LONGEST_NAME, key=f"responsible-{key}"
        ),
        due=st.text_input(say("action-due"), _said(earlier, "due_on"), max_chars=10, key=f"due-{key}"),
        expected=str(
            st.text_area(say("action-expected"), _said(earlier, "expected_effect"), max_chars=LONGEST, key=f"expected-{key}")
        ),
    )  # fmt: skip


def _kind(word: str, earlier: Any, key: str) -> CommentKind:
    """An aspect is chosen for a new text."""
    if earlier:
        return CommentKind(earlier.kind)
    if word != ASPECT:
        return CommentKind(word)
    return CommentKind(
        st.radio(
            say("aspect-which"), ASPECTS, horizontal=True, key=f"kind-{key}",
            format_func=lambda kind: say(f"comment-kind-{kind}"),
        )
    )  # fmt: skip


def _said(earlier: Any, field: str) -> str:
    value = getattr(earlier, field, None)
    if value is None or pd.isna(value):
        return ""
    return pd.Timestamp(value).date().isoformat() if field == "due_on" else str(value)


def _signed(which: Any, said: Text, earlier: Any, actor: Actor, *, final: bool) -> Any:
    """Who makes another's wording final is not its author."""
    own = earlier is None or said.text.strip() != earlier.text
    author = actor.name if own else str(earlier.author)
    written_on = _today() if own else pd.Timestamp(earlier.written_on).date()
    if not final:
        return one_text(which, said, author=author, written_on=written_on)
    return one_text(which, said, author=author, written_on=written_on, marked_by=actor.name, marked_on=_today())


def _today() -> date:
    return datetime.now(UTC).date()

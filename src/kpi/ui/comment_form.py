"""Writing an event, an explanation, a measure or a sustainability aspect: a delivery like everything else.

All but events may be saved as drafts. A text that stands already, draft or not, can be taken up again: what is saved
takes its place, a draft only that of a draft.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from kpi.frames import records
from kpi.ingest.forms.comments import Signature, Text, one_text
from kpi.ingest.forms.form import Filled
from kpi.ingest.forms.period import whole_period
from kpi.ingest.forms.storing import commit_form
from kpi.model import ASPECTS, Actor, CommentKind, Period, TextState
from kpi.report.written import about
from kpi.store.process import the_store
from kpi.ui.access import current_actor
from kpi.ui.comments import comments_of, drafts_of
from kpi.ui.events import EVENT
from kpi.ui.html import show
from kpi.ui.subject import Subject
from kpi.ui.upload import ask_name
from kpi.ui.view import View
from kpi.ui.written import round_of, save_button
from kpi.words import period, say

ASPECT = "aspect"
LONGEST = 2000  # characters
LONGEST_EVENT = 300  # it stands in a chart
LONGEST_NAME = 100
LONGEST_DAY = 10


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
            signature = Signature(actor.name, _today(), marked_by=actor.name, marked_on=_today())
            commit_form(the_store(), one_text(which, said, signature), actor)

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
        key = f"{word}-{subject.indicator}-{subject.unit}-{_key(earlier) if earlier else ''}-{round_of(word)}"
        when = about(earlier) if earlier else view.period
        said = _fields(word, earlier, say(f"{word}-text", period=period(when)), key)
        actor = ask_name(actor, f"name-{word}")

        def store(*, final: bool) -> None:
            made = _signed((subject.indicator, subject.unit, when), said, earlier, actor, final=final)
            commit_form(the_store(), made, actor)

        save_button(say(f"{word}-save"), word, lambda: store(final=True))
        save_button(say(f"{word}-draft"), word, lambda: store(final=False))
        show("quiet", text=say("draft-help"))


def _earlier(subject: Subject, view: View, word: str) -> Any:
    """The row that the writer takes up again, drafts offered first; None for a new text."""
    kinds = ASPECTS if word == ASPECT else (CommentKind(word),)
    key = (subject.indicator, subject.unit)
    texts = [drafts_of(view, subject.follow_up, *key, kind) for kind in kinds]
    texts += [comments_of(subject.follow_up, *key, kind) for kind in kinds]
    found = {_key(row): row for rows in texts for row in records(rows)}
    if not found:
        return None
    chosen = st.selectbox(
        say("text-which"), ["", *found], key=f"which-{word}-{'-'.join(key)}-{round_of(word)}",
        format_func=lambda which: _named(found[which]) if which else say("text-new"),
    )  # fmt: skip
    return found.get(chosen)


def _key(row: Any) -> str:
    """Tells a wording apart from every other."""
    return f"{row.delivery_id}-{row.kind}-{about(row).code}-{row.code}"


def _named(row: Any) -> str:
    state = say("comment-draft" if row.state == TextState.DRAFT else "comment-final")
    return say("text-choice", state=state, period=period(about(row)), text=row.text)


def _fields(word: str, earlier: Any, label: str, key: str) -> Text:
    kind = _kind(word, earlier, key)
    text, code = _area(label, earlier, "text", key), _said(earlier, "code")
    if kind is not CommentKind.ACTION:
        return Text(kind, text, code=code)
    return Text(
        kind, text, code=code,
        responsible=_line(say("action-who"), earlier, "responsible", LONGEST_NAME, key),
        due=_line(say("action-due"), earlier, "due_on", LONGEST_DAY, key),
        expected=_area(say("action-expected"), earlier, "expected_effect", key),
    )  # fmt: skip


def _line(label: str, earlier: Any, field: str, longest: int, key: str) -> str:
    return st.text_input(label, _said(earlier, field), max_chars=longest, key=f"{field}-{key}")


def _area(label: str, earlier: Any, field: str, key: str) -> str:
    return str(st.text_area(label, _said(earlier, field), max_chars=LONGEST, key=f"{field}-{key}"))


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


def _signed(which: tuple[str, str, Period], said: Text, earlier: Any, actor: Actor, *, final: bool) -> Filled:
    """Who makes another's wording final is not its author."""
    by, marked_on = (actor.name, _today()) if final else ("", None)
    first = pd.Timestamp(earlier.written_on).date() if earlier else None
    if earlier is None or said.text.strip() != earlier.text:
        signature = Signature(actor.name, _today())
    else:
        signature = Signature(str(earlier.author), first or _today(), str(earlier.author_role))
    return one_text(which, said, replace(signature, marked_by=by, marked_on=marked_on), first)


def _today() -> date:
    return datetime.now(UTC).date()

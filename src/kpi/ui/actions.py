"""Förslag till åtgärder: each measure with who is to do it and by when, its follow-ups, and the outcome around it."""

from datetime import date

import pandas as pd
import streamlit as st

from kpi.ingest.forms.action_follow_ups import one_follow_up
from kpi.ingest.forms.storing import commit_form
from kpi.model import ActionStatus, CommentKind
from kpi.report.actions import Action, Outcome, actions, around
from kpi.store.process import the_store
from kpi.ui.access import current_actor
from kpi.ui.comments import Shown, comments_of, drafts_of
from kpi.ui.html import render
from kpi.ui.subject import Subject, once_of
from kpi.ui.texts import follow_ups, today
from kpi.ui.upload import ask_name
from kpi.ui.view import View
from kpi.ui.written import round_of, save_button
from kpi.words import period, say

LONGEST = 2000
FORM = "action-follow-up"


def measures(subject: Subject, view: View) -> None:
    """Late ones first; drafts for those who may write, and the form in which a measure is followed up."""
    st.html(once_of(_measures, subject, view, today(view), current_actor().may_write))
    _form(subject, view)


def _measures(subject: Subject, view: View, on: date, writing: bool) -> str:
    about = (subject.indicator, subject.unit, CommentKind.ACTION)
    drafts = drafts_of(view, subject.follow_up, *about) if writing else pd.DataFrame()
    parts = [_draft(one) for one in actions(drafts, follow_ups(view), on)]
    found = _found(subject, view, on)
    outcomes = [around(subject.follow_up, one.key, subject.row, list(subject.by_gender)) for one in found]
    parts += [_one(one, *beside, subject) for one, beside in zip(found, outcomes, strict=True)]
    if any(after for _, after in outcomes):
        parts.append(render("quiet", text=say("action-after-note")))
    return "".join(parts) or render("quiet", text=say("no-action"))


def _found(subject: Subject, view: View, on: date) -> list[Action]:
    proposed = comments_of(subject.follow_up, subject.indicator, subject.unit, CommentKind.ACTION)
    return actions(proposed, follow_ups(view), on)


def _one(one: Action, before: Outcome | None, after: Outcome | None, subject: Subject) -> str:
    steps = [Shown(step.words, step.signed) for step in one.steps]
    followed = render("comments", comments=steps) if steps else ""
    return "".join([
        render("subheading", text=say("action-heading", code=one.key[3])),
        render("comments", comments=[Shown(one.text, one.signed, tags=tuple(one.state))]),
        _facts(one),
        followed,
        _outcomes(one, before, after, subject),
    ])  # fmt: skip


def _draft(one: Action) -> str:
    return render("comments", comments=[Shown(one.text, one.signed, draft=True)]) + _facts(one)


def _facts(one: Action) -> str:
    return render("list", items=one.facts) if one.facts else ""


def _outcomes(one: Action, before: Outcome | None, after: Outcome | None, subject: Subject) -> str:
    """Before and after, women and men beside each other; said in words where there is none after."""
    told = [(word, outcome) for word, outcome in (("before", before), ("after", after)) if outcome]
    missing = render("quiet", text=say("action-no-outcome-after")) if after is None else ""
    if not told:
        return missing
    headings = [say("action-outcome"), *(say(f"gender-{gender}") for gender in subject.by_gender)]
    rows = [[_row_name(word, outcome), *outcome.values.values()] for word, outcome in told]
    caption = say("action-outcomes", code=one.key[3])
    return render("table", caption=caption, headings=headings, rows=rows, cards=True) + missing


def _row_name(word: str, outcome: Outcome) -> str:
    return say(f"action-outcome-{word}", period=period(outcome.period))


def _form(subject: Subject, view: View) -> None:
    """For those who may write, beside real outcomes: what has become of one of the measures, as of today."""
    actor, on = current_actor(), today(view)
    found = {one.key: one for one in _found(subject, view, on)}
    if view.example or not actor.may_write or not found:
        return
    key = f"{subject.indicator}-{subject.unit}-{round_of(FORM)}"
    with st.expander(say("action-follow-up-add")):
        measure = st.selectbox(
            say("action-which"), list(found), key=f"measure-{key}",
            format_func=lambda each: say("action-choice", code=each[3], text=found[each].text),
        )  # fmt: skip
        status = st.radio(
            say("action-state"), [*ActionStatus], index=None, key=f"action-status-{key}",
            format_func=lambda each: say(f"action-{each}"),
        )  # fmt: skip
        text = st.text_area(say("action-done-text"), max_chars=LONGEST, key=f"action-done-{key}")
        effect = st.text_area(say("action-effect"), max_chars=LONGEST, key=f"action-effect-{key}")
        actor = ask_name(actor, f"name-{FORM}")

        def store() -> None:
            told = one_follow_up(measure, status, text=text, effect=effect, author=actor.name, followed_on=on)
            commit_form(the_store(), told, actor)

        save_button(say("action-follow-up-save"), FORM, store)

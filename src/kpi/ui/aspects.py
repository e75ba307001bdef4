"""Hållbarhet on a nyckeltal's page: what has been written of its three aspects, and of which nothing has."""

from dataclasses import replace

import streamlit as st

from kpi.model import ASPECTS, CommentKind
from kpi.ui.access import current_actor
from kpi.ui.comments import Shown, comments_of, drafts_of, shown
from kpi.ui.html import render, show
from kpi.ui.subject import Subject, once_of
from kpi.ui.view import View
from kpi.words import listing, say


def aspects(subject: Subject, view: View) -> None:
    """Ekonomisk, social and miljömässig; drafts as well for those who may write."""
    show("heading", text=say("aspects-heading"))
    st.html(once_of(_aspects, subject, view, current_actor().may_write))


def _aspects(subject: Subject, view: View, writing: bool) -> str:
    found = {kind: _texts(subject, view, kind, writing) for kind in ASPECTS}
    told = [replace(one, tags=(say(f"comment-kind-{kind}"),)) for kind, texts in found.items() for one in texts]
    silent = listing(say(f"comment-kind-{kind}").lower() for kind, texts in found.items() if not texts)
    return render("comments", comments=told) + (render("quiet", text=say("aspects-none", silent=silent)) * bool(silent))


def _texts(subject: Subject, view: View, kind: CommentKind, writing: bool) -> list[Shown]:
    about = (subject.indicator, subject.unit, kind)
    drafts = shown(drafts_of(view, subject.follow_up, *about)) if writing else []
    return drafts + shown(comments_of(subject.follow_up, *about))

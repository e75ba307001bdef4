"""The part of Ladda upp that fetches from Kolada: search, choose, fetch, see what changes, and one button."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from kpi.errors import UserError, wrong
from kpi.ingest.upload import Checked
from kpi.model import Actor
from kpi.sources.definition import definitions
from kpi.sources.intake import check, refresh
from kpi.sources.kolada import Kolada, Progress
from kpi.sources.shapes import Indicator
from kpi.sources.wishes import refreshed
from kpi.store.links import links
from kpi.store.process import the_store
from kpi.ui.failure import show_error
from kpi.ui.html import show
from kpi.ui.kolada_choice import Given, this_year, wish_form
from kpi.ui.preview import preview
from kpi.ui.upload import store_button
from kpi.ui.view import View
from kpi.words import say

LONGEST = 100
_FOUND, _CLIENT, _ANSWER = "kolada-found", "kolada-client", "kolada-answer"


@dataclass(frozen=True)
class Answer:
    """What was fetched for which choices (None: for every tie), before which delivery; others make it stale."""

    given: Given | None
    uploads: int
    checked: Checked


def kolada_section(actor: Actor, view: View) -> None:
    """For those who may write. What goes wrong at Kolada is told in a sentence; the rest of the page stands."""
    if not actor.may_write:
        return
    show("heading", text=say("kolada-heading"))
    show("quiet", text=say("kolada-text"))
    _again()
    found = _search()
    given = wish_form(found) if found else None
    if given is not None and st.button(say("kolada-fetch")):
        _guarded(lambda: _fetch(given))
    answer = st.session_state.get(_ANSWER)
    if not isinstance(answer, Answer) or answer.uploads != _uploads() or answer.given not in (None, given):
        return
    show("quiet", text=answer.checked.file_name)
    preview(answer.checked, view)
    store_button(answer.checked, actor, key="kolada")


def _again() -> None:
    """Fetches everything that is tied."""
    ties = links(the_store())
    if ties and st.button(say("kolada-again", n=len(ties))):
        _guarded(_refresh)


def _search() -> list[Indicator]:
    """The nyckeltal that were found last."""
    title = st.text_input(say("kolada-title"), max_chars=LONGEST, key="kolada-title")
    if st.button(say("kolada-search"), disabled=not title.strip()):
        st.session_state.pop(_FOUND, None)
        _guarded(lambda: st.session_state.update({_FOUND: _client().search(title.strip())}))
    found: list[Indicator] | None = st.session_state.get(_FOUND)
    if found == []:
        show("quiet", text=say("cli-fetch-none"))
    return found or []


def _fetch(given: Given) -> None:
    """What is chosen, for the preview."""
    store, client = the_store(), _client()
    new = definitions(store, client, *given.definition)
    with _progress() as tell:
        st.session_state[_ANSWER] = Answer(given, _uploads(), check(store, client, [given.wish], tell, new))


def _refresh() -> None:
    """Everything that is tied, for the preview; what Kolada has lost is told."""
    with _progress() as tell:
        checked, lost = refresh(the_store(), _client(), refreshed(the_store(), this_year()), tell)
    if checked is not None:
        st.session_state[_ANSWER] = Answer(None, _uploads(), checked)
    for wish in lost:
        show_error(wrong("kolada-lost", id=wish.source_id, code=wish.indicator))


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar that stands while something is fetched. What was fetched before is forgotten."""
    st.session_state.pop(_ANSWER, None)
    bar = st.progress(0.0, text=say("kolada-searching"))

    def tell(text: str, share: float) -> None:
        bar.progress(min(share, 1.0), text=text)

    try:
        yield tell
    finally:
        bar.empty()


def _guarded(do: Callable[[], None]) -> None:
    """After an error the client is kept, to go on where it broke off; else the next question sees what is new."""
    try:
        do()
    except UserError as error:
        show_error(error)
    else:
        st.session_state.pop(_CLIENT, None)


def _client() -> Kolada:
    kept = st.session_state.get(_CLIENT)
    if not isinstance(kept, Kolada):
        kept = st.session_state[_CLIENT] = Kolada()
    return kept


def _uploads() -> int:
    return int(st.session_state.get("uploads", 0))

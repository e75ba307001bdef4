"""The part of Ladda upp that fetches from Kolada: search, choose, fetch, see what changes, and one button."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from kpi.errors import UserError
from kpi.ingest.upload import Checked
from kpi.model import Actor
from kpi.sources.definition import definitions
from kpi.sources.intake import check
from kpi.sources.kolada import Kolada
from kpi.sources.shapes import Indicator
from kpi.sources.wishes import Wish, refreshed
from kpi.store.links import links
from kpi.store.process import the_store
from kpi.ui.failure import show_error
from kpi.ui.html import show
from kpi.ui.kolada_choice import Given, this_year, wish_form
from kpi.ui.upload import preview, store_button
from kpi.words import say

LONGEST = 100
_FOUND, _CLIENT, _ANSWER = "kolada-found", "kolada-client", "kolada-answer"


@dataclass(frozen=True)
class Answer:
    """What was fetched for which choices (None: for every tie), before which delivery; others make it stale."""

    given: Given | None
    uploads: int
    checked: Checked


def kolada_section(actor: Actor) -> None:
    """For those who may write. What goes wrong at Kolada is told in a sentence; the rest of the page stands."""
    if not actor.may_write:
        return
    show("heading", text=say("kolada-heading"))
    show("quiet", text=say("kolada-text"))
    _again()
    found = _search()
    given = wish_form(found) if found else None
    if given is not None and st.button(say("kolada-fetch")):
        _guarded(lambda: _fetch([given.wish], definitions(the_store(), _client(), *given.definition), given))
    answer = st.session_state.get(_ANSWER)
    if not isinstance(answer, Answer) or answer.uploads != _uploads() or answer.given not in (None, given):
        return
    show("quiet", text=answer.checked.file_name)
    preview(answer.checked)
    store_button(answer.checked, actor, key="kolada")


def _again() -> None:
    """Fetches everything that is tied."""
    ties = links(the_store())
    if ties and st.button(say("kolada-again", n=len(ties))):
        _guarded(lambda: _fetch(refreshed(the_store(), this_year()), None, None))


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


def _fetch(wishes: Sequence[Wish], new: pd.DataFrame | None, given: Given | None) -> None:
    bar = st.progress(0.0, text=say("kolada-searching"))

    def tell(text: str, share: float) -> None:
        bar.progress(share, text=text)

    st.session_state.pop(_ANSWER, None)
    try:
        st.session_state[_ANSWER] = Answer(given, _uploads(), check(the_store(), _client(), wishes, tell, new))
    finally:
        bar.empty()


def _guarded(do: object) -> None:
    """After an error the client is kept, to go on where it broke off; else the next question sees what is new."""
    try:
        do()  # type: ignore[operator]
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

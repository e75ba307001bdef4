"""The steps of an upload. Nothing is stored before the button; the button stores exactly what was shown."""

import pandas as pd
import streamlit as st

from kpi.errors import UserError
from kpi.ingest.upload import Checked, commit
from kpi.local_name import keep_name
from kpi.model import Actor
from kpi.store.process import the_store
from kpi.ui.chosen_file import forget_file
from kpi.ui.failure import show_error
from kpi.ui.html import show
from kpi.ui.outcome import Stored
from kpi.ui.warnings import accept
from kpi.words import say


def ask_name(actor: Actor, key: str = "name") -> Actor:
    """Who delivers: asked once, kept for this machine, changeable. key: of the field, where a page has several."""
    name = st.text_input(say("name-label"), value=actor.name, max_chars=100, help=None, key=key)
    if name.strip() and name.strip() != actor.name:
        keep_name(name)
    return Actor(name.strip(), actor.may_write)


def store_button(checked: Checked, actor: Actor, key: str = "file") -> None:
    """The one button. key: of the fields, since a page may show several differences."""
    accepted = accept(checked)
    reason = st.text_input(say("reason-label"), max_chars=300, key=f"reason_{key}")
    if not st.button(say("store-button"), type="primary", disabled=not actor.name, key=f"store_{key}"):
        st.session_state[f"shown_{key}"] = checked.difference
        return
    shown = st.session_state.get(f"shown_{key}")
    if not isinstance(shown, pd.DataFrame) or not checked.difference.equals(shown):
        st.session_state[f"shown_{key}"] = checked.difference
        show("error", sentence=say("store-changed-shown"), details=[])
        return
    try:
        delivery = commit(the_store(), checked, actor, reason, accepted)
    except UserError as error:
        show_error(error)
        return
    st.session_state["stored"] = Stored(delivery, checked)
    forget_file()
    # The first real delivery ends Exempelläge: what was stored is what the pages show.
    st.query_params["data"] = "verkliga"
    st.rerun()

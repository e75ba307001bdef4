"""A form that somebody has chosen: what it says, what of it is new, and the button that stores it."""

import streamlit as st

from kpi.errors import UserError
from kpi.ingest.forms.compare import compared
from kpi.ingest.forms.form import Filled
from kpi.ingest.forms.storing import commit_form
from kpi.model import Actor
from kpi.store.process import the_store
from kpi.ui.chosen_file import forget_file
from kpi.ui.failure import show_error
from kpi.ui.html import show
from kpi.words import number, say

MOST_SHOWN = 200  # rows; the rest is counted


def form_preview(form: Filled, actor: Actor) -> None:
    """The rows with what they change, and the button."""
    show("heading", text=say("preview-heading"))
    kinds = _kinds(form)
    name = say(f"form-{form.form.name}")
    counted = ", ".join(say(f"form-rows-{kind}", n=kinds.count(kind)) for kind in ("added", "changed", "unchanged"))
    show("quiet", text=say("form-recognised", form=name, counted=counted))
    rows = [[say(f"form-is-{kind}"), *cells] for kind, cells in zip(kinds, form.texts, strict=True)][:MOST_SHOWN]
    show("table", caption=name, headings=[say("form-change"), *form.form.headings], rows=rows, cards=True)
    if len(kinds) > MOST_SHOWN:
        show("quiet", text=say("preview-more", n=number(len(kinds) - MOST_SHOWN)))
    reason = st.text_input(say("reason-label"), max_chars=300, key="reason_form")
    nothing = all(kind == "unchanged" for kind in kinds)
    if st.button(say("store-button"), type="primary", disabled=not actor.name or nothing):
        _store(form, kinds, actor, reason)


def _kinds(form: Filled) -> list[str]:
    """What the rows change, as first shown: what is stored is what was shown, or nothing."""
    kept = st.session_state.get("form_kinds")
    if not (isinstance(kept, tuple) and kept[0] == form.sha256):
        kept = (form.sha256, compared(the_store(), form))
        st.session_state["form_kinds"] = kept
    kinds: list[str] = kept[1]
    return kinds


def _store(form: Filled, shown: list[str], actor: Actor, reason: str) -> None:
    try:
        delivery = commit_form(the_store(), form, actor, reason=reason, shown=shown)
    except UserError as error:
        show_error(error)
        del st.session_state["form_kinds"]
        return
    st.session_state["form_stored"] = delivery
    forget_file()
    st.rerun()


def form_outcome() -> None:
    """After storing: which delivery it became."""
    delivery = st.session_state.pop("form_stored", None)
    if delivery is not None:
        show("quiet", text=say("form-stored", id=str(delivery)))

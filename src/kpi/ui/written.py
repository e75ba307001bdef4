"""Storing what somebody has written in a form on a page."""

from collections.abc import Callable

import streamlit as st

from kpi.errors import UserError
from kpi.ui.failure import show_error


def round_of(form: str) -> int:
    """Part of the keys of a form's fields: a new number after each time that it was stored, so that they are empty."""
    return int(st.session_state.get(form, 0))


def save_button(label: str, form: str, store: Callable[[], object]) -> None:
    """Store on request and begin the page anew; what is wrong is shown instead, and the fields keep their words."""
    if not st.button(label, key=f"save-{form}-{label}"):
        return
    try:
        store()
    except UserError as error:
        show_error(error)
        return
    st.session_state[form] = round_of(form) + 1
    st.rerun()

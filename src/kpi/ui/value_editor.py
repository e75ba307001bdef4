"""Writing values by hand: an editable table of the shown series, whose changes are a delivery like any other."""

import hashlib

import pandas as pd
import streamlit as st

from kpi.errors import UserError
from kpi.ingest.by_hand import COLUMNS, STATUS_WORDS, delivery, table
from kpi.ingest.layout.questions import questions
from kpi.ingest.look import Asked, look
from kpi.ingest.upload import Checked, check_looked
from kpi.model import Gender, ObservationStatus
from kpi.report.series import shown_series
from kpi.store.process import the_store
from kpi.ui.access import current_actor
from kpi.ui.begun import Begun, begun
from kpi.ui.failure import show_error
from kpi.ui.html import show
from kpi.ui.outcome import Stored
from kpi.ui.preview import preview
from kpi.ui.subject import Subject
from kpi.ui.upload import ask_name, store_button
from kpi.ui.view import View
from kpi.words import say

INTERVAL = ("nedre", "övre")


def value_editor(subject: Subject, view: View) -> None:
    """For those who may write, beside real outcomes: the table, what its changes would do, and the button."""
    actor = current_actor()
    if view.example or not actor.may_write:
        return
    file_name = say("by-hand-file", code=subject.indicator)
    with st.expander(say("by-hand-open")):
        show("quiet", text=say("by-hand-help"))
        about = (subject.indicator, subject.unit, view.period.code, _stored())
        before = begun(
            "by_hand", about, lambda: table(shown_series(subject.follow_up, subject.indicator, subject.unit))
        )
        after = _edited(before)
    _told(file_name)
    try:
        checked = _checked(delivery(subject.indicator, subject.unit, before.table, after), file_name)
    except UserError as error:
        show_error(error)
        return
    if checked is not None:
        preview(checked, view)
        store_button(checked, ask_name(actor, "name-by-hand"), key="by_hand")


def _edited(before: Begun) -> pd.DataFrame:
    shown = [name for name in COLUMNS if name not in INTERVAL or before.table[name].ne("").any()]
    words = [word for code, word in STATUS_WORDS.items() if code != ObservationStatus.REMOVED]
    choices = {
        "kön": st.column_config.SelectboxColumn(options=[str(gender) for gender in Gender], required=True),
        "status": st.column_config.SelectboxColumn(options=["", *words]),
    }
    texts = {name: st.column_config.TextColumn() for name in COLUMNS if name not in choices}
    return st.data_editor(
        before.table, key=before.key, num_rows="dynamic", hide_index=True, width="stretch", placeholder="–",
        column_order=shown, column_config={**texts, **choices},
    )  # fmt: skip


def _checked(content: bytes, file_name: str) -> Checked | None:
    """Read and compared as a file is; anew when the store has changed. None when the table says what it said."""
    if not content:
        return None
    key = (hashlib.sha256(content).hexdigest(), file_name, the_store().version())
    kept = st.session_state.get("by_hand")
    if not (isinstance(kept, tuple) and kept[0] == key):
        found = look(the_store(), content, file_name)
        if isinstance(found, Asked):
            raise questions(found.understood)
        kept = (key, check_looked(the_store(), found, content, whole=False))
        st.session_state["by_hand"] = kept
    checked: Checked = kept[1]
    return checked


def _stored() -> int:
    """The latest delivery that was made here: after it the table begins anew."""
    stored = st.session_state.get("stored")
    return stored.delivery if isinstance(stored, Stored) else 0


def _told(file_name: str) -> None:
    """After storing: which delivery it became."""
    stored = st.session_state.get("stored")
    if isinstance(stored, Stored) and stored.checked.file_name == file_name:
        show("quiet", text=say("by-hand-stored", id=str(stored.delivery)))

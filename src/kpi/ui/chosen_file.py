"""The file that somebody has chosen: opened once, asked about where it is unclear, and checked."""

from dataclasses import dataclass, replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from kpi.errors import UserError
from kpi.ingest.forms.form import Filled
from kpi.ingest.layout import Doubt, Kind
from kpi.ingest.look import Asked, Looked, answered, look_at_any
from kpi.ingest.upload import Checked, check_looked
from kpi.store.process import the_store
from kpi.ui.failure import show_error
from kpi.ui.marked import marked_button
from kpi.ui.questions import ask, first_rows
from kpi.words import say


@dataclass(frozen=True)
class Opened:
    """What a chosen file is, as far as has been told; kept between reruns, which must not read it again."""

    file_id: str
    found: Looked | Asked | Filled
    checked: Checked | None = None


def chosen_file() -> Checked | Filled | None:
    """The chosen file, checked against the store; its questions or its faults are shown instead when it has any."""
    file = st.file_uploader(say("file-label"), key=f"file_{st.session_state.get('uploads', 0)}")
    if file is None:
        return None
    try:
        found = _opened(file)
        if isinstance(found, Asked):
            _answer(found, file)
            return None
    except UserError as error:
        show_error(error)
        return None
    if isinstance(found, Filled):
        return found
    checked = _whole(found, file)
    _how_it_was_read(found, file)
    return checked


def _whole(found: Looked, file: UploadedFile) -> Checked | None:
    """None where it has faults, which are shown: they may come from how it was read."""
    try:
        checked = _checked(found, file)
    except UserError as error:
        show_error(error)
        marked_button(file.getvalue(), file.name, error.details)
        return None
    unusual = [example for each in checked.warnings for example in each.examples]
    marked_button(file.getvalue(), file.name, unusual)
    return checked


def _opened(file: UploadedFile) -> Looked | Asked | Filled:
    kept = st.session_state.get("opened")
    if isinstance(kept, Opened) and kept.file_id == file.file_id:
        return kept.found
    with st.spinner(say("ingest-reading", file=file.name)):
        return _keep(file, look_at_any(the_store(), file.getvalue(), file.name))


def _keep(file: UploadedFile, found: Looked | Asked | Filled) -> Looked | Asked | Filled:
    st.session_state["opened"] = Opened(file.file_id, found)
    return found


def _answer(asked: Asked, file: UploadedFile) -> None:
    if answers := ask(asked):
        _keep(file, answered(the_store(), asked, answers))
        st.rerun()


def _checked(found: Looked, file: UploadedFile) -> Checked:
    """Compared with the store; anew when it has changed, since somebody else may have delivered meanwhile."""
    kept = st.session_state.get("opened")
    if isinstance(kept, Opened) and kept.checked and kept.checked.store_version == the_store().version():
        return kept.checked
    bar = st.progress(0.0, text=say("upload-working"))

    def tell(text: str, share: float) -> None:
        bar.progress(min(max(share, 0.0), 1.0), text=text)

    try:
        checked = check_looked(the_store(), found, file.getvalue(), progress=tell)
    finally:
        bar.empty()
    st.session_state["opened"] = Opened(file.file_id, found, checked)
    return checked


def _how_it_was_read(found: Looked, file: UploadedFile) -> None:
    """How the columns were taken, and a way to say otherwise."""
    if found.understood is None:
        return
    with st.expander(say("read-as")):
        first_rows(found.understood)
        if st.button(say("read-otherwise")):
            columns = tuple(Doubt(Kind.COLUMN, header) for header in found.understood.layout.columns if header)
            _keep(file, Asked(found.sha256, replace(found.understood, doubts=columns)))
            st.rerun()


def forget_file() -> None:
    """An empty field for the next file."""
    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1
    st.session_state.pop("opened", None)

"""The chosen file with its findings marked, to be corrected where they stand."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from kpi.errors import UserError
from kpi.ingest.file_name import harmless
from kpi.ingest.marked import marked
from kpi.ui.template import XLSX
from kpi.words import say


def marked_button(content: bytes, file: str, findings: Sequence[UserError]) -> None:
    """Made when it is asked for; nothing where no finding has a place in the file."""
    placed = [one for one in findings if one.place.row is not None]
    if placed:
        st.download_button(
            say("marked-button", n=len(placed)), data=lambda: marked(content, file, placed),
            file_name=say("marked-file", file=Path(harmless(file)).stem), mime=XLSX, key="marked",
        )  # fmt: skip

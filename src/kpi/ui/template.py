"""The workbook to fill in."""

import streamlit as st

from kpi.ingest.template import template
from kpi.store.process import the_store
from kpi.ui.view import View
from kpi.words import say

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def template_button(view: View) -> None:
    """The XLSX template with the plan's own lists."""
    st.download_button(
        say("template-button"),
        data=lambda: template(the_store(), view.plan),
        file_name=say("template-file"),
        mime=XLSX,
    )

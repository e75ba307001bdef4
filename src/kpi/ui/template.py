"""The workbook to fill in."""

from functools import partial

import streamlit as st

from kpi.ingest.file_name import harmless
from kpi.ingest.forms.every import FORMS
from kpi.ingest.forms.template import form_template
from kpi.ingest.template import template
from kpi.store.process import the_store
from kpi.ui.html import show
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


def form_buttons(view: View) -> None:
    """An empty form of each kind."""
    with st.expander(say("form-templates")):
        show("quiet", text=say("form-templates-text"))
        for form in FORMS:
            name = say(f"form-{form.name}")
            st.download_button(
                say("form-template-button", form=name),
                data=partial(form_template, the_store(), form, view.plan),
                file_name=harmless(say("form-file", form=name)),
                mime=XLSX,
                key=f"form-{form.name}",
            )

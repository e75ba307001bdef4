"""Ladda upp: a file in, what it will change, what is wrong with it, then one button."""

import streamlit as st

from kpi.ui.access import current_actor
from kpi.ui.delivering import deliver
from kpi.ui.html import show
from kpi.ui.kolada import kolada_section
from kpi.ui.page import head
from kpi.ui.template import form_buttons, template_button
from kpi.ui.upload import ask_name
from kpi.ui.view import current_view
from kpi.words import say

view = current_view()
actor = current_actor()

head(say("page-upload"), say("upload-subtitle"))
if not actor.may_write:
    show("quiet", text=say("upload-read-only"))
    st.stop()
template_button(view)
form_buttons(view)
actor = ask_name(actor)
deliver(actor, view)
kolada_section(actor, view)

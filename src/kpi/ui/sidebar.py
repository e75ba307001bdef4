"""The way between pages, and the two choices that follow along: plan and period.

Streamlit's own navigation breaks accessibility rules (list and listitem); these are its page links.
"""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from kpi.model import DataMode, Period
from kpi.ui.html import show
from kpi.ui.view import View, choices, plan_names
from kpi.words import period, say

Section = tuple[str, Sequence[StreamlitPage]]


def sidebar(view: View, organisation: str, sections: Sequence[Section]) -> None:
    """Name, choices and links."""
    with st.sidebar:
        show("brand", organisation=organisation)
        _choices(view)
        for heading, pages in sections:
            show("section", heading=heading)
            for page in pages:
                st.page_link(page, query_params=view.address())


def _choices(view: View) -> None:
    names = plan_names()
    if len(names) > 1:
        _choice("plan", say("choose-plan"), list(names), view.plan, names)
    codes = {which.code: _period_name(which) for which in choices(view)}
    _choice("period", say("choose-period"), list(codes), view.period.code, codes)
    modes = {"verkliga": say("mode-real"), "exempel": say("mode-example")}
    _choice("data", say("choose-mode"), list(modes), "exempel" if view.mode is DataMode.EXAMPLE else "verkliga", modes)


def _choice(parameter: str, label: str, codes: list[str], chosen: str, names: Mapping[str, str]) -> None:
    key = f"choose_{parameter}"
    # The address decides: a link may have changed it since the widget was last drawn.
    st.session_state[key] = chosen

    def keep() -> None:
        st.query_params[parameter] = st.session_state[key]

    st.selectbox(label, codes, key=key, format_func=lambda code: names.get(code, code), on_change=keep)


def _period_name(which: Period) -> str:
    return say("period-through", period=period(which)) if which.kind.part_of_year else period(which)

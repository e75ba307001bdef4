"""The way between pages, and the choices that follow along: plan, period and outcomes.

Plain links and native choices, which every browser and screen reader knows. `launcher/navigation.js` lets them lead
through the running session. Streamlit's own take a third longer to draw, and its navigation breaks accessibility rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from kpi.model import DataMode, Period
from kpi.ui.html import show
from kpi.ui.view import View, choices, plan_names
from kpi.words import period, say


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its pages: address and title of each."""

    heading: str
    pages: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Choice:
    parameter: str
    label: str
    names: Mapping[str, str]
    chosen: str


def sidebar(view: View, organisation: str, sections: Sequence[Section], current: str) -> None:
    """Name, choices and links; `current` is the address of the page that is shown."""
    with st.sidebar:
        show(
            "sidebar", organisation=organisation, choices=_choices(view), sections=sections, view=view, current=current
        )


def _choices(view: View) -> list[_Choice]:
    plans = plan_names(view)
    periods = {which.code: _period_name(which) for which in choices(view)}
    modes = {"verkliga": say("mode-real"), "exempel": say("mode-example")}
    mode = "exempel" if view.mode is DataMode.EXAMPLE else "verkliga"
    return [
        *([_Choice("plan", say("choose-plan"), plans, view.plan)] if len(plans) > 1 else []),
        _Choice("period", say("choose-period"), periods, view.period.code),
        _Choice("data", say("choose-mode"), modes, mode),
    ]


def _period_name(which: Period) -> str:
    return say("period-through", period=period(which)) if which.kind.part_of_year else period(which)

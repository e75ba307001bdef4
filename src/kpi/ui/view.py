"""What the reader has chosen: plan, period and mode. It stands in the address, so that a link shows the same."""

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from kpi.errors import UserError, wrong
from kpi.follow_up import FollowUp, default_mode, default_period, default_plan, follow_up, periods
from kpi.model import DataMode, Period
from kpi.store import Store
from kpi.store import plans as plan_store
from kpi.store.plans import Plan
from kpi.store.process import the_store

OVERVIEW = ""
"""The address of the start page: Streamlit serves its default page at the root, and at no name of its own."""

_MODES = {"verkliga": DataMode.REAL, "exempel": DataMode.EXAMPLE}
_MODE_WORDS = {mode: word for word, mode in _MODES.items()}


@dataclass(frozen=True, slots=True)
class View:
    """The reader's choice. `choices` are the periods that can be chosen, latest first."""

    plan: str
    period: Period
    mode: DataMode

    @property
    def example(self) -> bool:
        """True in Exempelläge."""
        return self.mode is DataMode.EXAMPLE

    def address(self, **more: str) -> dict[str, str]:
        """The choice as query parameters, with a page's own."""
        return {"plan": self.plan, "period": self.period.code, "data": _MODE_WORDS[self.mode], **more}

    def other_mode(self) -> "View":
        """The same choice with the other outcomes: real for examples, examples for real."""
        return View(self.plan, self.period, DataMode.REAL if self.example else DataMode.EXAMPLE)

    def link(self, page: str, **more: str) -> str:
        """The address of a page that shows the same choice."""
        return f"/{page}?{urlencode(self.address(**more))}"


def read_view() -> View:
    """The choice in the address; what it does not say, or says wrongly, is the default."""
    store, asked = the_store(), st.query_params
    mode = _MODES.get(asked.get("data", "")) or _default_mode(store.version())
    plan = _plan(store, asked.get("plan", ""))
    return View(plan.code, _period(store, plan, mode, asked.get("period", "")), mode)


def current_view() -> View:
    """The choice as the router read it. Raises when a page runs without the router."""
    view = st.session_state.get("view")
    if not isinstance(view, View):
        raise wrong("page-without-router")
    return view


def remember(view: View) -> None:
    """Keep the router's reading for the page, and write it back to the address."""
    st.session_state["view"] = view
    for name, value in view.address().items():
        if st.query_params.get(name) != value:
            st.query_params[name] = value


def choices(view: View) -> list[Period]:
    """The periods that can be chosen, latest first; the chosen one is always among them."""
    found = _periods(the_store().version(), view.plan, view.mode)
    return found if view.period in found else [view.period, *found]


def plan_names() -> dict[str, str]:
    """The name of every plan by its code, the newest first."""
    return _plan_names(the_store().version())


def load(view: View, unit: str = "") -> FollowUp:
    """The follow-up of the choice, computed once per state of the store."""
    return _follow_up(the_store().version(), view.plan, view.period.code, view.mode, unit)


# Frozen and shared by all sessions: nothing that a page gets from here may be changed by it.
@st.cache_resource(max_entries=64, show_spinner=False)
def _follow_up(version: str, plan: str, period: str, mode: DataMode, unit: str) -> FollowUp:
    return follow_up(the_store(), plan, Period.from_code(period), mode, unit=unit)


@st.cache_resource(max_entries=64, show_spinner=False)
def _periods(version: str, plan: str, mode: DataMode) -> list[Period]:
    store = the_store()
    return periods(store, plan_store.plan(store, plan), mode)


@st.cache_resource(max_entries=64, show_spinner=False)
def _default_period(version: str, plan: str, mode: DataMode) -> Period:
    store = the_store()
    return default_period(store, plan_store.plan(store, plan), mode)


@st.cache_resource(max_entries=64, show_spinner=False)
def _default_mode(version: str) -> DataMode:
    return default_mode(the_store())


@st.cache_resource(max_entries=64, show_spinner=False)
def _plan_names(version: str) -> dict[str, str]:
    plans = plan_store.plans(the_store())
    return dict(zip(plans["code"], plans["name"], strict=True))


@st.cache_resource(max_entries=64, show_spinner=False)
def _read_plan(version: str, plan: str) -> Plan:
    store = the_store()
    return plan_store.plan(store, plan or default_plan(store))


def _plan(store: Store, code: str) -> Plan:
    try:
        return _read_plan(store.version(), code)
    except UserError:
        return _read_plan(store.version(), "")


def _period(store: Store, plan: Plan, mode: DataMode, code: str) -> Period:
    try:
        return Period.from_code(code)
    except ValueError:
        return _default_period(store.version(), plan.code, mode)

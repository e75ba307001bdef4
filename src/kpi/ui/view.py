"""What the reader has chosen: plan, period and mode. It stands in the address, so that a link shows the same."""

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

import streamlit as st

from kpi.errors import UserError, wrong
from kpi.follow_up import FollowUp, default_mode, default_period, default_plan, follow_up, periods
from kpi.model import DataMode, Period
from kpi.moments import end_of_day
from kpi.store import Store, utc_now
from kpi.store import plans as plan_store
from kpi.store.plans import Plan
from kpi.store.process import the_store

OVERVIEW = ""
"""The address of the start page: Streamlit serves its default page at the root, and at no name of its own."""

AS_OF = "per"
"""The address's word for the day as of which the pages are shown."""
_MODES = {"verkliga": DataMode.REAL, "exempel": DataMode.EXAMPLE}
_MODE_WORDS = {mode: word for word, mode in _MODES.items()}


@dataclass(frozen=True, slots=True)
class View:
    """The reader's choice. `as_of` is a day, as 2025-05-31, to be shown as it was when it ended; empty for now."""

    plan: str
    period: Period
    mode: DataMode
    as_of: str = ""

    @property
    def example(self) -> bool:
        """True in Exempelläge."""
        return self.mode is DataMode.EXAMPLE

    def address(self, **more: str) -> dict[str, str]:
        """The choice as query parameters, with a page's own."""
        then = {AS_OF: self.as_of} if self.as_of else {}
        return {"plan": self.plan, "period": self.period.code, "data": _MODE_WORDS[self.mode], **then, **more}

    def other_mode(self) -> "View":
        """The same choice with the other outcomes: real for examples, examples for real."""
        return replace(self, mode=DataMode.REAL if self.example else DataMode.EXAMPLE)

    def at(self, as_of: str) -> "View":
        """The same choice as it was at the end of a day; "" for now."""
        return replace(self, as_of=as_of)

    def link(self, page: str, **more: str) -> str:
        """The address of a page that shows the same choice."""
        return f"/{page}?{urlencode(self.address(**more))}"


def read_view() -> View:
    """The choice in the address; what it does not say, or says wrongly, is the default.

    A day before the first plan was read in shows now, and `too_early` says so.
    """
    store, asked = the_store(), st.query_params
    as_of = _day(asked.get(AS_OF, ""))
    st.session_state["too_early"] = bool(as_of) and not _has_plans(store.version(), as_of)
    if st.session_state["too_early"]:
        as_of = ""
    mode = _MODES.get(asked.get("data", "")) or _default_mode(store.version(), as_of)
    plan = _plan(store, asked.get("plan", ""), as_of)
    return View(plan.code, _period(store, plan, mode, asked.get("period", ""), as_of), mode, as_of)


def too_early() -> bool:
    """The address asks for a day on which there was nothing to show."""
    return bool(st.session_state.get("too_early"))


def least(view: View, page: str, **more: str) -> str:
    """The shortest address that shows the same now: what would be chosen anyway is left out."""
    store, asked = the_store(), view.address()
    plan = _plan(store, asked["plan"], view.as_of)
    if view.mode is _default_mode(store.version(), view.as_of):
        del asked["data"]
    if view.period == _default_period(store.version(), plan.code, view.mode, view.as_of):
        del asked["period"]
    if plan.code == _plan(store, "", view.as_of).code:
        del asked["plan"]
    return f"/{page}?{urlencode({**asked, **more})}".rstrip("?")


def _day(text: str) -> str:
    """A day that is over, else ""."""
    try:
        return text if text and end_of_day(text) < utc_now() else ""
    except UserError:
        return ""


def moment(as_of: str) -> datetime | None:
    """The moment as of which a day is shown; None for now."""
    return end_of_day(as_of) if as_of else None


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
    if not view.as_of and AS_OF in st.query_params:
        del st.query_params[AS_OF]


def choices(view: View) -> list[Period]:
    """The periods that can be chosen, latest first; the chosen one is always among them."""
    found = _periods(the_store().version(), view.plan, view.mode, view.as_of)
    return found if view.period in found else [view.period, *found]


def plan_names(view: View) -> dict[str, str]:
    """The name of every plan by its code, the newest first."""
    return _plan_names(the_store().version(), view.as_of)


def load(view: View, unit: str = "") -> FollowUp:
    """The follow-up of the choice, computed once per state of the store."""
    return _follow_up(the_store().version(), view.plan, view.period.code, view.mode, unit, view.as_of)


# Frozen and shared by all sessions: nothing that a page gets from here may be changed by it.
@st.cache_resource(max_entries=64, show_spinner=False)
def _follow_up(version: str, plan: str, period: str, mode: DataMode, unit: str, as_of: str) -> FollowUp:  # noqa: PLR0917
    return follow_up(the_store(), plan, Period.from_code(period), mode, unit=unit, as_of=moment(as_of))


@st.cache_resource(max_entries=64, show_spinner=False)
def _periods(version: str, plan: str, mode: DataMode, as_of: str) -> list[Period]:
    store, when = the_store(), moment(as_of)
    return periods(store, plan_store.plan(store, plan, when), mode, when)


@st.cache_resource(max_entries=64, show_spinner=False)
def _default_period(version: str, plan: str, mode: DataMode, as_of: str) -> Period:
    store, when = the_store(), moment(as_of)
    return default_period(store, plan_store.plan(store, plan, when), mode, when)


@st.cache_resource(max_entries=64, show_spinner=False)
def _default_mode(version: str, as_of: str) -> DataMode:
    return default_mode(the_store(), moment(as_of))


@st.cache_resource(max_entries=64, show_spinner=False)
def _plan_names(version: str, as_of: str) -> dict[str, str]:
    plans = plan_store.plans(the_store(), moment(as_of))
    return dict(zip(plans["code"], plans["name"], strict=True))


@st.cache_resource(max_entries=64, show_spinner=False)
def _has_plans(version: str, as_of: str) -> bool:
    return not plan_store.plans(the_store(), moment(as_of)).empty


@st.cache_resource(max_entries=64, show_spinner=False)
def _read_plan(version: str, plan: str, as_of: str) -> Plan:
    store, when = the_store(), moment(as_of)
    return plan_store.plan(store, plan or default_plan(store, when), when)


def _plan(store: Store, code: str, as_of: str) -> Plan:
    try:
        return _read_plan(store.version(), code, as_of)
    except UserError:
        return _read_plan(store.version(), "", as_of)


def _period(store: Store, plan: Plan, mode: DataMode, code: str, as_of: str) -> Period:
    try:
        return Period.from_code(code)
    except ValueError:
        return _default_period(store.version(), plan.code, mode, as_of)

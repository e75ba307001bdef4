"""The top of every page."""

from collections.abc import Sequence

import streamlit as st

from kpi.errors import wrong
from kpi.store.plans import Area, Plan
from kpi.ui.html import show
from kpi.ui.view import OVERVIEW, View, too_early
from kpi.words import say

Crumb = tuple[str, str]  # text, address
THREAD, THREAD_GOAL = "roda-traden", "mal"
"""The address of Röda tråden, and its word for the goal whose branch is open."""


def head(title: str, subtitle: str = "", crumbs: Sequence[Crumb] = ()) -> None:
    """The page's one h1 and the window's title, what the page shows, and the way back."""
    window(title)
    show("head", title=title, subtitle=subtitle, crumbs=crumbs)


def window(title: str) -> None:
    """The window's title, for a page that shows its h1 itself."""
    st.set_page_config(page_title=say("window-title", page=title))
    st.session_state["headed"] = True


def begin() -> None:
    """Called by the router before each page: no heading has been shown yet."""
    st.session_state["headed"] = False


def head_of_failure() -> None:
    """A page that failed before its own heading still gets one, to be found by."""
    if not st.session_state.get("headed"):
        head(say("page-failed"))


def example_banner(view: View) -> None:
    """Says on every page of Exempelläge that the values are invented, and leads to the real ones."""
    if view.example:
        real = view.other_mode().link(OVERVIEW)
        show("banner", text=say("example-banner"), link=real, link_text=say("example-banner-link"))


def as_of_banner(view: View) -> None:
    """Says on every page that it shows an earlier day, and leads to now; or that there was nothing to show then."""
    if view.as_of:
        show(
            "banner",
            text=say("as-of-banner", day=view.as_of),
            link=view.at("").link(OVERVIEW),
            link_text=say("as-of-now"),
        )
    elif too_early():
        show("quiet", text=say("as-of-too-early"))


def current_area(plan: Plan) -> Area:
    """The goal area whose page this is. Raises `UserError` when the plan has none of that name."""
    path = str(st.session_state.get("page", ""))
    area = next((area for area in plan.areas if path == area_path(area)), None)
    if area is None:
        raise wrong("area-unknown")
    return area


def thread_link(view: View, goal: str) -> str:
    """The address of a goal in Röda tråden."""
    return view.link(THREAD, **{THREAD_GOAL: goal})


def area_path(area: Area) -> str:
    """The address of a goal area's page."""
    return f"malomrade-{area.code}".replace("_", "-")

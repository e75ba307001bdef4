"""What pages derive from the follow-up, kept: a rerun should look up, not compute."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from kpi.follow_up import FollowUp
from kpi.store.process import the_store
from kpi.ui.html import dark
from kpi.ui.view import View, load

P = ParamSpec("P")
T = TypeVar("T")


def once(make: Callable[Concatenate[FollowUp, View, P], T], view: View, *more: P.args, **named: P.kwargs) -> T:
    """`make(follow_up, view, …)`, computed once per state of the store, choice and theme, for all sessions.

    Shared like the follow-up itself: nothing that a page gets from here may be changed by it. `make` is a function
    of a module, whose name tells it apart; what else it is given is hashed by value. Raises `ValueError` for a lambda
    or a nested function, which may see what the key does not say.
    """
    name = f"{make.__module__}.{make.__qualname__}"
    if "<" in name:
        raise ValueError(f"{name} has no name of its own")
    key = (name, the_store().version(), view.plan, view.period.code, view.mode, dark(), more, sorted(named.items()))
    return _once(key, lambda: make(load(view), view, *more, **named))  # type: ignore[no-any-return]


@st.cache_resource(max_entries=512, show_spinner=False)
def _once(key: tuple[Any, ...], _compute: Callable[[], Any]) -> Any:
    return _compute()

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
    return keep(make, view, (more, sorted(named.items())), lambda: make(load(view), view, *more, **named))


def keep(make: Callable[..., T], view: View, more: tuple[Any, ...], compute: Callable[[], T]) -> T:
    """What `compute` gives, kept under the name of `make`, the state of the store, the choice, the theme and `more`."""
    name = f"{make.__module__}.{make.__qualname__}"
    if "<" in name:
        raise ValueError(f"{name} has no name of its own")
    key = (name, the_store().version(), view.plan, view.period.code, view.mode, view.as_of, dark(), more)
    return _once(key, compute)  # type: ignore[no-any-return]


@st.cache_resource(max_entries=1024, show_spinner=False)
def _once(key: tuple[Any, ...], _compute: Callable[[], Any]) -> Any:
    return _compute()

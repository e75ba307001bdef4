"""A table that somebody has begun to write in: it stays as it was then, whatever others store meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from kpi.store.process import the_store


@dataclass(frozen=True)
class Begun:
    """The table as it was shown first, and the key under which Streamlit keeps what is written in it."""

    about: tuple[object, ...]
    key: str
    table: pd.DataFrame


def begun(name: str, about: tuple[object, ...], make: Callable[[], pd.DataFrame]) -> Begun:
    """The table called `name`, as `make` gives it; the same one for as long as something is written in it.

    Streamlit keeps what is written by row and column: on another table it would land in other rows. about: what the
    table is of; another one begins anew.
    """
    key = "_".join((name, *map(str, about), the_store().version()))
    found = st.session_state.get(f"{name}_begun")
    if not (isinstance(found, Begun) and found.about == about and (found.key == key or _written(found.key))):
        found = st.session_state[f"{name}_begun"] = Begun(about, key, make())
    return found


def _written(key: str) -> bool:
    state = st.session_state.get(key)
    return isinstance(state, dict) and any(state.values())

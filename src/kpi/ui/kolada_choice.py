"""What to fetch from Kolada, chosen on the page: the nyckeltal there, the one here, units and years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from kpi.model import Direction
from kpi.sources.definition import measure_of
from kpi.sources.shapes import Indicator
from kpi.sources.units import WHOLE_COUNTRY, kolada_ids
from kpi.sources.wishes import YEARS_BACK, Wish
from kpi.store import Store, plans
from kpi.store.links import links
from kpi.store.process import the_store
from kpi.ui.html import show
from kpi.words import say

FIRST_YEAR = 1990
NEW = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A wish, and for a new nyckeltal which way is better and what it is measured in."""

    wish: Wish
    direction: str = ""
    measure: str = ""

    @property
    def definition(self) -> tuple[Wish, str, str]:
        """What `kpi.sources.definition.definitions` asks for, after store and client."""
        return self.wish, self.direction, self.measure


def this_year() -> int:
    """The year that it is."""
    return datetime.now(UTC).year


def wish_form(found: Sequence[Indicator]) -> Given | None:
    """The choices, filled in with what is likely; None until they are whole."""
    store = the_store()
    by_id = {one.id: one for one in found}
    chosen = by_id[
        st.selectbox(
            say("kolada-choose", n=len(found)), list(by_id), format_func=lambda code: f"{code} · {by_id[code].title}",
            key="kolada-id",
        )
    ]  # fmt: skip
    if chosen.description:
        show("quiet", text=chosen.description)
    code, direction, measure = _ours(store, chosen)
    units, years = _units(store), _years()
    if not code or not units:
        return None
    return Given(Wish(code, chosen.id, tuple(units), years), direction, measure)


def _ours(store: Store, chosen: Indicator) -> tuple[str, str, str]:
    """Our code, and for a new nyckeltal its direction and its measure where the title does not say it."""
    names = dict(plans.indicators(store)[["code", "short_name"]].to_numpy())
    options = [NEW, *sorted(names, key=lambda code: str(names[code]))]
    code = st.selectbox(
        say("kolada-ours"), options, index=options.index(_likely(store, chosen)), key=f"kolada-ours-{chosen.id}",
        format_func=lambda one: names[one] if one else say("kolada-new"),
    )  # fmt: skip
    if code != NEW:
        return code, "", ""
    code = st.text_input(say("kolada-code"), max_chars=40, key="kolada-code").strip()
    direction = st.radio(
        say("kolada-direction"), list(Direction), format_func=lambda one: say(f"direction-{one}"), index=None,
        horizontal=True, key="kolada-direction",
    )  # fmt: skip
    measure = measure_of(chosen.title)
    if not measure:
        measure = st.text_input(say("kolada-measure"), max_chars=40, key="kolada-measure").strip()
    return (code, direction.value, measure) if direction and measure else ("", "", "")


def _likely(store: Store, chosen: Indicator) -> str:
    """The nyckeltal that is tied to it, or has its id among its names; else a new one."""
    tied = [tie.indicator for tie in links(store) if tie.source_id == chosen.id]
    known = plans.indicators(store)
    named = [str(row["code"]) for row in known.to_dict("records") if chosen.id in str(row["aliases"]).split("|")]
    return next(iter([*tied, *named]), NEW)


def _units(store: Store) -> list[str]:
    """Kolada's ids of the chosen units; at first riket and every region."""
    register = plans.units(store)
    ids = kolada_ids(register)
    names = dict(register[["code", "name"]].to_numpy())
    kinds = dict(register[["code", "kind"]].to_numpy())
    return st.multiselect(
        say("kolada-units"), list(ids), default=[one for one in ids if kinds[ids[one]] in WHOLE_COUNTRY],
        format_func=lambda one: f"{names[ids[one]]} ({one})", key="kolada-units",
    )  # fmt: skip


def _years() -> range:
    last = this_year()
    first, last = st.slider(say("kolada-years"), FIRST_YEAR, last, (last - YEARS_BACK, last), key="kolada-years")
    return range(first, last + 1)

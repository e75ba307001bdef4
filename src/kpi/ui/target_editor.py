"""Changing targets by hand: an editable table of those of the shown nyckeltal, whose changes are a delivery."""

from typing import Any, Literal

import pandas as pd
import streamlit as st

from kpi.errors import UserError
from kpi.ingest.plan_values import PERIOD_KINDS, TARGET_KINDS, TARGET_ORIGINS
from kpi.ingest.target_table import HEADERS, cell
from kpi.ingest.targets_by_hand import CheckedTargets, check_targets, editable, riktvarden_of_others
from kpi.model import Gender, PeriodKind, TargetOrigin
from kpi.store.process import the_store
from kpi.ui.access import current_actor
from kpi.ui.begun import Begun, begun
from kpi.ui.failure import show_error
from kpi.ui.html import show
from kpi.ui.subject import Subject
from kpi.ui.target_preview import save_targets, target_preview
from kpi.ui.upload import ask_name
from kpi.ui.view import View
from kpi.words import listing, say

SHOWN = (
    "kind", "value", "upper_value", "first_year", "last_year", "base_year", "by_year", "reference", "gender", "unit",
    "period_kind", "tolerance", "origin", "decided_by", "printed", "source",
)  # fmt: skip
EMPTY = "–"
LONGEST = 300  # characters of a cell


def target_editor(subject: Subject, view: View) -> None:
    """For those who may write, beside real outcomes: the table, what its changes would do, and the button."""
    actor = current_actor()
    if view.example or not actor.may_write:
        return
    about = (view.plan, subject.indicator, subject.unit)
    with st.expander(say("targets-open")):
        show("quiet", text=say("targets-help"))
        before = begun("targets", (*about, _stored()), lambda: editable(the_store(), *about))
        after = _edited(before, subject)
        others = riktvarden_of_others(the_store(), *about)
        if others:
            show("quiet", text=say("targets-elsewhere", plans=listing(others)))
    _told(about)
    try:
        checked = _checked(about, before, after)
    except UserError as error:
        show_error(error)
        return
    if checked is not None:
        shown = target_preview(checked, subject, view)
        delivery = save_targets(checked, shown, ask_name(actor, "name-targets"))
        if delivery is not None:
            st.session_state["targets_stored"] = (about, delivery)
            st.rerun()


def _edited(before: Begun, subject: Subject) -> pd.DataFrame:
    units = dict(subject.follow_up.units[["code", "name"]].to_numpy())
    columns: dict[str, Any] = {
        "kind": _choice(list(TARGET_KINDS)),
        "gender": _choice(["", *map(str, Gender)]),
        "unit": _choice(["", subject.unit], subject.unit, units, width="medium"),
        "reference": _choice(["", *units], None, units),
        "period_kind": _choice(list(PERIOD_KINDS), cell("period_kind", PeriodKind.YEAR)),
        "origin": _choice(list(TARGET_ORIGINS), cell("origin", TargetOrigin.PLAN)),
    }
    return st.data_editor(
        before.table, key=before.key, num_rows="dynamic", hide_index=True, width="stretch", placeholder=EMPTY,
        column_order=[HEADERS[name] for name in SHOWN],
        column_config={
            HEADERS[name]: columns.get(name, st.column_config.TextColumn(max_chars=LONGEST)) for name in SHOWN
        },
    )  # fmt: skip


def _checked(about: tuple[str, str, str], before: Begun, after: pd.DataFrame) -> CheckedTargets | None:
    """Compared once for each edit and state of the store: a rerun is a keystroke away."""
    key = (before.key, after.to_csv(), the_store().version())
    kept = st.session_state.get("targets_checked")
    if not (isinstance(kept, tuple) and kept[0] == key):
        kept = (key, check_targets(the_store(), *about[:2], before.table, after))
        st.session_state["targets_checked"] = kept
    checked: CheckedTargets | None = kept[1]
    return checked


def _choice(
    options: list[str], default: str | None = None, words: dict[str, str] | None = None,
    width: Literal["small", "medium"] | None = None,
) -> Any:  # fmt: skip
    told = words or {}
    return st.column_config.SelectboxColumn(
        options=options, default=default, width=width, format_func=lambda code: told.get(str(code), str(code))
    )


def _stored() -> int:
    """The latest delivery that was made here: after it the table begins anew."""
    stored = st.session_state.get("targets_stored")
    return stored[1] if stored else 0


def _told(about: tuple[str, str, str]) -> None:
    """After storing: which delivery it became."""
    stored = st.session_state.get("targets_stored")
    if stored is not None and stored[0] == about:
        show("quiet", text=say("targets-stored", id=str(stored[1])))

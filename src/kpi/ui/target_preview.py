"""What storing edited targets would change: each of them old and new, and what becomes of the statuses."""

from dataclasses import dataclass

import streamlit as st

from kpi.errors import UserError
from kpi.follow_up import with_targets
from kpi.frames import period_of, records
from kpi.ingest.target_table import HEADERS, Cells
from kpi.ingest.targets_by_hand import Change, CheckedTargets, commit_targets
from kpi.model import Actor
from kpi.report.changes import changes
from kpi.store.process import the_store
from kpi.store.reporting import locked_periods
from kpi.ui.failure import show_error
from kpi.ui.html import show
from kpi.ui.subject import Subject
from kpi.ui.view import View, load
from kpi.words import listing, period, say

_LEVEL = ("kind", "value", "upper_value", "base_year", "reference")
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Shown:
    """The difference as it stands on the page: lines of the targets, and of the statuses."""

    targets: list[list[str]]
    statuses: list[list[str]]


def target_preview(checked: CheckedTargets, subject: Subject, view: View) -> Shown:
    """Show what storing would change, and return what was shown."""
    shown = Shown([line for one in checked.changes for line in _lines(one)], _kept_effect(checked, subject, view))
    _table(say("targets-heading"), ("concerns", "field", "before", "after"), shown.targets)
    for text in (*_left(checked.changes), *_locked(checked)):
        show("quiet", text=text)
    if shown.statuses:
        _table(say("targets-effect", period=period(view.period)), ("unit", "gender", "before", "after"), shown.statuses)
    else:
        show("quiet", text=say("targets-no-effect", period=period(view.period)))
    return shown


def save_targets(checked: CheckedTargets, shown: Shown, actor: Actor) -> int | None:
    """The one button; the number of the delivery that it made. It stores what stood on the page when it was pressed."""
    reason = st.text_input(say("targets-reason"), max_chars=300, key="targets_reason")
    pressed = st.button(say("targets-save"), type="primary", disabled=not actor.name, key="targets_save")
    stood = st.session_state.get("targets_shown")
    st.session_state["targets_shown"] = shown
    if not pressed:
        return None
    if stood != shown:
        show("error", sentence=say("targets-changed-shown"), details=[])
        return None
    try:
        return commit_targets(the_store(), checked, actor, reason)
    except UserError as error:
        show_error(error)
        return None


def _table(title: str, headings: tuple[str, ...], rows: list[list[str]]) -> None:
    show("subheading", text=title)
    show("table", caption=title, headings=[say(f"column-{name}") for name in headings], rows=rows, cards=True)


def _lines(change: Change) -> list[list[str]]:
    """One line for each cell that differs."""
    before, after = change.before or {}, change.after or {}
    label = _label(before) if before else say("targets-new")
    if not after:
        return [[label, say("plan-entity-target"), label, say("targets-removed")]]
    return [
        [label, header, before.get(name) or _NONE, after[name] or _NONE]
        for name, header in HEADERS.items()
        if name != "code" and before.get(name, "") != after[name]
    ]


def _label(cells: Cells) -> str:
    """Minst 30, 2025."""
    level = "–".join(cells[name] for name in ("value", "upper_value") if cells[name])
    target = f"{cells['kind']} {level}".strip()
    years = "–".join(dict.fromkeys(cells[name] for name in ("first_year", "last_year") if cells[name]))
    return say("targets-label", target=target, years=years) if years else target


def _left(changed: tuple[Change, ...]) -> list[str]:
    """Of targets whose level differs, while what the text is said to print does not."""
    both = [(one.before, one.after) for one in changed if one.before and one.after]
    return [
        say("targets-printed-left", printed=after["printed"])
        for before, after in both
        if before["printed"] == after["printed"] and any(before[name] != after[name] for name in _LEVEL)
    ]


def _locked(checked: CheckedTargets) -> list[str]:
    """The closed periods that a target which changes is about."""
    closed = locked_periods(the_store())
    told = [
        period(which)
        for row in records(closed[closed["indicator"].eq(checked.indicator)])
        if (which := period_of(row.period_start, row.period_kind))
        and any(
            _about(cells, row.unit, which.start.year) for one in checked.changes for cells in (one.before, one.after)
        )
    ]
    return [say("targets-locked", periods=listing(dict.fromkeys(told)))] if told else []


def _about(cells: Cells | None, unit: str, year: int) -> bool:
    """True for a target that holds for the unit and the year."""
    if not cells or cells["unit"] not in ("", unit):
        return False
    return int(cells["first_year"] or year) <= year <= int(cells["last_year"] or year)


def _kept_effect(checked: CheckedTargets, subject: Subject, view: View) -> list[list[str]]:
    """Worked out once for each difference and state of the store."""
    key = (checked.sha256, the_store().version(), view, subject.unit)
    kept = st.session_state.get("targets_effect")
    if not (isinstance(kept, tuple) and kept[0] == key):
        kept = (key, _effect(checked, subject, view))
        st.session_state["targets_effect"] = kept
    lines: list[list[str]] = kept[1]
    return lines


def _effect(checked: CheckedTargets, subject: Subject, view: View) -> list[list[str]]:
    """The nyckeltal's values and statuses that would differ, at the plan's units and at the one shown."""
    states = {id(one): one for one in (load(view), subject.follow_up)}.values()
    return [
        [one.unit_name, say(f"gender-{one.gender}"), one.before, one.after]
        for state in states
        for one in changes(state, with_targets(state, checked.applied(state.targets)))
    ]

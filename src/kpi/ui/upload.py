"""The steps of an upload. Nothing is stored before the button; the button stores exactly what was shown."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from kpi.errors import UserError
from kpi.follow_up import follow_up
from kpi.frames import records
from kpi.ingest.template import template
from kpi.ingest.upload import Checked, commit
from kpi.local_name import keep_name
from kpi.model import Actor, DataMode, Period, PeriodKind, Reason
from kpi.store import plans as plan_store
from kpi.store.deliveries import just_before
from kpi.store.process import the_store
from kpi.ui.chosen_file import forget_file
from kpi.ui.failure import show_error
from kpi.ui.html import show
from kpi.ui.view import View
from kpi.ui.warnings import accept
from kpi.words import exact, number, period, quantity, say

MOST_SHOWN = 200  # rows of a difference; the rest is counted
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Stored:
    """What the button did, kept for the rerun that shows it."""

    delivery: int
    checked: Checked


def template_button(view: View) -> None:
    """The XLSX template with the plan's own lists."""
    st.download_button(
        say("template-button"),
        data=lambda: template(the_store(), view.plan),
        file_name=say("template-file"),
        mime=XLSX,
    )


def ask_name(actor: Actor, key: str = "name") -> Actor:
    """Who delivers: asked once, kept for this machine, changeable. key: of the field, where a page has several."""
    name = st.text_input(say("name-label"), value=actor.name, max_chars=100, help=None, key=key)
    if name.strip() and name.strip() != actor.name:
        keep_name(name)
    return Actor(name.strip(), actor.may_write)


def preview(checked: Checked) -> None:
    """What storing the file will add, change and leave as it is."""
    show("heading", text=say("preview-heading"))
    show(
        "list",
        items=[
            say("preview-added", n=checked.added),
            say("preview-changed", n=checked.changed),
            say("preview-unchanged", n=checked.unchanged),
            *([say("preview-removed", n=checked.removed)] if checked.removed else []),
            *(say("preview-left-out", n=item.rows, reason=item.reason) for item in checked.left_out),
            *(say("preview-note", n=item.rows, reason=item.reason) for item in checked.notes),
        ],
    )
    changes = checked.difference[checked.difference["kind"] != "unchanged"]
    if changes.empty:
        show("quiet", text=say("preview-nothing"))
        return
    with st.expander(say("preview-rows", n=len(changes)), expanded=len(changes) <= 12):  # noqa: PLR2004 - fits a screen
        _rows(changes.head(MOST_SHOWN))
        if len(changes) > MOST_SHOWN:
            show("quiet", text=say("preview-more", n=number(len(changes) - MOST_SHOWN)))


def store_button(checked: Checked, actor: Actor, key: str = "file") -> None:
    """The one button. key: of the fields, since a page may show several differences."""
    accepted = accept(checked)
    reason = st.text_input(say("reason-label"), max_chars=300, key=f"reason_{key}")
    if not st.button(say("store-button"), type="primary", disabled=not actor.name, key=f"store_{key}"):
        return
    try:
        delivery = commit(the_store(), checked, actor, reason, accepted)
    except UserError as error:
        show_error(error)
        return
    st.session_state["stored"] = Stored(delivery, checked)
    forget_file()
    # The first real delivery ends Exempelläge: what was stored is what the pages show.
    st.query_params["data"] = "verkliga"
    st.rerun()


def outcome_of(view: View) -> None:
    """After storing: each affected nyckeltal before and after, linked; or why no page changed."""
    stored = st.session_state.get("stored")
    if not isinstance(stored, Stored):
        return
    show("heading", text=say("stored-heading", id=str(stored.delivery)))
    affected = stored.checked.affected
    plan = plan_store.plan(the_store(), view.plan)
    in_plan = plan.subjects[plan.subjects["indicator"].isin(affected)]
    if not affected:
        show("quiet", text=say("stored-same"))
        return
    lines = _before_and_after(view, stored)
    headings = [say(f"column-{name}") for name in ("indicator", "unit", "gender", "before", "after")]
    if lines:
        show("table", caption=say("stored-caption"), headings=headings, rows=lines, cards=True)
    else:
        why = "stored-outside-plan" if in_plan.empty else "stored-not-shown"
        show("quiet", text=say(why, period=period(view.period)))
    outside = len(affected) - in_plan["indicator"].nunique()
    if outside and not in_plan.empty:
        show("quiet", text=say("stored-also-outside", n=outside))


def _before_and_after(view: View, stored: Stored) -> list[list[object]]:
    """Rows of the follow-up whose value or status the delivery changed: nyckeltal, unit, gender, before, after."""
    store, real = the_store(), DataMode.REAL
    now = follow_up(store, view.plan, view.period, real)
    before = follow_up(store, view.plan, view.period, real, as_of=just_before(store, stored.delivery))
    key = ["indicator", "unit", "gender"]
    both = now.assessed.merge(before.assessed, on=key, how="left", suffixes=("", "_before"))
    names = dict(zip(now.units["code"], now.units["name"], strict=True))
    lines: list[list[object]] = []
    for row in records(both[both["indicator"].isin(stored.checked.affected)]):
        old, new = _said(row, "_before"), _said(row, "")
        if old != new:
            link = View(view.plan, view.period, real).link("nyckeltal", kod=str(row.indicator), enhet=str(row.unit))
            lines.append(
                [{"text": row.short_name, "link": link}, names[row.unit], say(f"gender-{row.gender}"), old, new]
            )
    return lines


def _said(row: object, suffix: str) -> str:
    value, status = getattr(row, f"value{suffix}"), getattr(row, f"status{suffix}")
    start, kind = getattr(row, f"period_start{suffix}"), getattr(row, f"period_kind{suffix}")
    if pd.isna(value):
        hidden = getattr(row, f"reason{suffix}") == Reason.SUPPRESSED
        return say("observation-suppressed") if hidden else "–"
    text = quantity(value, int(row.decimals), row.measure)  # type: ignore[attr-defined]
    which = period(Period(pd.Timestamp(start).date(), PeriodKind(kind)))
    judged = f", {say(f'status-{status}')}" if isinstance(status, str) and status else ""
    return f"{text} ({which}{judged})"


def _rows(changes: pd.DataFrame) -> None:
    store = the_store()
    units = dict(plan_store.units(store)[["code", "name"]].to_numpy())
    names = dict(plan_store.indicators(store)[["code", "short_name"]].to_numpy())
    lines = [
        [
            names.get(row.indicator, row.indicator), units.get(row.unit, row.unit), say(f"gender-{row.gender}"),
            period(Period(pd.Timestamp(row.period_start).date(), PeriodKind(row.period_kind))),
            _plain(row.old_value), _plain(row.value),
        ]
        for row in records(changes)
    ]  # fmt: skip
    headings = [say(f"column-{name}") for name in ("indicator", "unit", "gender", "period", "before", "after")]
    show("table", caption=say("preview-heading"), headings=headings, rows=lines, cards=True)


def _plain(value: float) -> str:
    return "–" if pd.isna(value) else exact(value)

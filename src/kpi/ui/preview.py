"""What storing a file would change: how many values, what becomes of the statuses, and every value old and new."""

import pandas as pd
import streamlit as st

from kpi.charts.sparkline import data_address
from kpi.follow_up import FollowUp, follow_up
from kpi.frames import records
from kpi.ingest.upload import Checked
from kpi.model import DataMode, Period, PeriodKind
from kpi.report.changes import Changed, changes
from kpi.report.series import shown_points
from kpi.store import plans as plan_store
from kpi.store.process import the_store
from kpi.ui.html import show
from kpi.ui.spark import spark
from kpi.ui.view import View
from kpi.words import exact, number, period, say

MOST_SHOWN = 200  # rows of a difference; the rest is counted
_SCREEN = 12  # rows that need no click to be seen


def preview(checked: Checked, view: View) -> None:
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
    differing = checked.difference[checked.difference["kind"] != "unchanged"]
    if differing.empty:
        show("quiet", text=say("preview-nothing"))
        return
    _effect(checked, view)
    with st.expander(say("preview-rows", n=len(differing)), expanded=len(differing) <= _SCREEN):
        _rows(differing.head(MOST_SHOWN))
        if len(differing) > MOST_SHOWN:
            show("quiet", text=say("preview-more", n=number(len(differing) - MOST_SHOWN)))


def _effect(checked: Checked, view: View) -> None:
    """What becomes of the plan's nyckeltal at the chosen period: value and status before and after, with the series."""
    lines = _kept_effect(checked, view)
    if not lines:
        show("quiet", text=say("preview-no-effect", period=period(view.period)))
        return
    title = say("preview-effect", period=period(view.period))
    show("subheading", text=title)
    headings = [say(f"column-{name}") for name in ("indicator", "unit", "gender", "before", "after", "both-series")]
    show("table", caption=title, headings=headings, rows=lines, cards=True)


def _kept_effect(checked: Checked, view: View) -> list[list[object]]:
    """Worked out once for each check: a rerun is a keystroke away."""
    key = (checked.sha256, checked.store_version, view)
    kept = st.session_state.get("effect")
    if not (isinstance(kept, tuple) and kept[0] == key):
        store, real = the_store(), DataMode.REAL
        before = follow_up(store, view.plan, view.period, real)
        after = follow_up(store, view.plan, view.period, real, coming=checked.rows)
        kept = (key, _effect_rows(changes(before, after)[:MOST_SHOWN], before, after))
        st.session_state["effect"] = kept
    lines: list[list[object]] = kept[1]
    return lines


def _effect_rows(found: list[Changed], before: FollowUp, after: FollowUp) -> list[list[object]]:
    """The series stand once for each nyckeltal and unit, on its first row."""
    old, new = shown_points(before), shown_points(after)
    lines: list[list[object]] = []
    drawn: set[tuple[str, str]] = set()
    for one in found:
        key = (one.indicator, one.unit)
        images = [] if key in drawn else _images(one, old.get(key, []), new.get(key, []))
        drawn.add(key)
        lines.append([one.name, one.unit_name, say(f"gender-{one.gender}"), one.before, one.after, {"images": images}])
    return lines


def _images(one: Changed, old: list[object], new: list[object]) -> list[dict[str, str]]:
    drawn = [("before", spark(old)), ("after", spark(new))]
    return [
        {"address": data_address(svg), "alt": say(f"preview-spark-{when}", name=one.name)} for when, svg in drawn if svg
    ]


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

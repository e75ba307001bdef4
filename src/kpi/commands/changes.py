"""What a delivery changes, value by value, for a log that somebody reads afterwards."""

from typing import Any

import pandas as pd

from kpi.frames import period_of, records
from kpi.ingest import registers
from kpi.ingest.upload import Checked
from kpi.store import Store, plans
from kpi.words import NO_BREAK_SPACE, PERCENT, exact, period, say

MOST_LINES = 200


def change_lines(store: Store, checked: Checked) -> list[str]:
    """One line for each outcome that is new, changed or removed: nyckeltal, unit, period, gender, old → new."""
    changes = checked.difference[checked.difference["kind"].ne("unchanged")]
    defined = registers.load(store, checked.definitions).indicators
    units = dict(plans.units(store)[["code", "name"]].to_numpy())
    lines = [_line(row, defined.loc[row.indicator], units[row.unit]) for row in records(changes.head(MOST_LINES))]
    more = len(changes) - MOST_LINES
    return lines + ([say("cli-fetch-more", n=more)] if more > 0 else [])


def _line(row: Any, defined: Any, unit: str) -> str:
    which = period_of(row.period_start, row.period_kind)
    return say(
        f"cli-change-{row.kind}", name=defined["short_name"], unit=unit, period=period(which) if which else "",
        gender=say(f"gender-{row.gender}"), old=_said(row.old_value, row.old_status, defined["measure"]),
        new=_said(row.value, row.status, defined["measure"]),
    )  # fmt: skip


def _said(value: Any, status: Any, measure: str) -> str:
    """A value with every decimal, or why there is none."""
    words = say(f"observation-{status}") if isinstance(status, str) else ""
    if pd.isna(value):
        return words or "–"
    text = exact(value) + (f"{NO_BREAK_SPACE}%" if measure == PERCENT else "")
    return f"{text} ({words})" if words else text


def warning_lines(checked: Checked) -> list[str]:
    """What is unusual, each kind with its first."""
    return [say("cli-upload-warning", n=each.count, example=str(each.examples[0])) for each in checked.warnings]

"""Women and men side by side as a table: what the page Jämställdhet shows, with exact numbers."""

from typing import Any

import pandas as pd

from kpi.export.columns import EXAMPLE
from kpi.export.register_columns import EQUALITY
from kpi.export.table import Table, tabled
from kpi.export.tables import judged_word, marked
from kpi.export.worded import yes_no
from kpi.follow_up import FollowUp
from kpi.frames import period_of
from kpi.model import Gender
from kpi.report.gap import movements
from kpi.words import say

_SIDES = (("women", Gender.WOMEN), ("men", Gender.MEN))


def equality(follow: FollowUp) -> Table:
    """One row per nyckeltal and unit of the plan, those that are not split by gender included."""
    moved = movements(follow)
    rows = [_row(by_gender, moved.get(key)) for key, by_gender in follow.by_subject.items()]
    prepared = pd.DataFrame(rows, columns=[column.key for column in EQUALITY])
    prepared = prepared.assign(split_word=yes_no(prepared["split_word"]), plan=follow.plan.code)
    return tabled("jamstalldhet", (*EQUALITY, *EXAMPLE), marked(prepared, follow.mode))


def _row(by_gender: dict[Gender, Any], moved: Any) -> dict[str, Any]:
    one = next(iter(by_gender.values()))
    told = {
        "indicator": one.indicator, "name": one.name, "unit": one.unit, "split_word": one.split_by_gender,
        "no_split_reason": one.no_split_reason, "measure": one.measure,
    }  # fmt: skip
    for side, gender in _SIDES:
        if gender in by_gender:
            told |= _side(side, by_gender[gender])
    women = by_gender.get(Gender.WOMEN)
    if women is not None:
        told |= {name: getattr(women, name) for name in ("gap", "gap_lower", "gap_upper")}
    return told | (_movement(moved) if moved is not None else {})


def _side(side: str, row: Any) -> dict[str, Any]:
    return {
        f"{side}_period": _code(row.period_start, row.period_kind), f"{side}_value": row.value,
        f"{side}_status": judged_word(row.status, row.target_code),
    }  # fmt: skip


def _movement(moved: Any) -> dict[str, Any]:
    if not isinstance(moved.verdict, str):
        return {}
    return {
        "gap_verdict_word": say(f"gap-cell-{moved.verdict}"), "gap_from": _code(moved.first, moved.period_kind),
        "gap_until": _code(moved.last, moved.period_kind), "gap_n": moved.n,
    }  # fmt: skip


def _code(start: Any, kind: Any) -> str | None:
    period = period_of(start, kind)
    return period.code if period else None

"""The series that stands for a nyckeltal in charts and tables: the one whose development is told."""

from collections.abc import Collection
from typing import Any

import numpy as np
import pandas as pd

from kpi.analysis import periods
from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import YearRule
from kpi.report.rows import present
from kpi.words import quantity, say

POINT = ["indicator", "unit", "gender", "period_kind", "period_start", "value"]


def shown_series(follow_up: FollowUp, indicator: str, unit: str) -> pd.DataFrame:
    """Its observations up to the chosen period, all genders, by period: rows of `FollowUp.observations`."""
    observed = follow_up.observations
    mine = observed[(observed["indicator"] == indicator) & (observed["unit"] == unit)]
    if mine.empty:
        return mine
    in_time = periods.ends(mine["period_kind"], mine["period_start"]) <= periods.day64(follow_up.period.end)
    mine = mine[in_time & mine["period_kind"].eq(kind_shown(follow_up, indicator, unit)).to_numpy()]
    return mine.sort_values("period_start")


def series_of_units(follow_up: FollowUp, indicator: str, units: Collection[str]) -> pd.DataFrame:
    """The observations of other units up to the chosen period, all genders and kinds of period."""
    observed = follow_up.observations
    mine = observed[(observed["indicator"] == indicator) & observed["unit"].isin(units)]
    in_time = periods.ends(mine["period_kind"], mine["period_start"]) <= periods.day64(follow_up.period.end)
    return mine[in_time].sort_values("period_start")


def shown_points(follow_up: FollowUp) -> dict[tuple[str, str], list[Any]]:
    """`shown_series` of every nyckeltal and unit of the plan at once, as rows of `POINT`.

    One by one, 50 nyckeltal take half a second.
    """
    kinds = _kinds(follow_up.assessed)
    keys = [(*key, kind) for key, kind in kinds.items()]
    wanted = pd.DataFrame(keys, columns=["indicator", "unit", "period_kind"])
    observed = follow_up.observations[POINT].merge(wanted, on=list(wanted.columns))
    in_time = periods.ends(observed["period_kind"], observed["period_start"]) <= periods.day64(follow_up.period.end)
    found: dict[tuple[str, str], list[Any]] = {key: [] for key in kinds}
    for row in records(observed[in_time].sort_values("period_start")):
        found[row.indicator, row.unit].append(row)
    return found


def observed_text(one: Any, row: Any) -> str:
    """A row of the observations as it is written, or the word for why it has no value; row: of `FollowUp.assessed`."""
    if one is None:
        return "–"
    if present(one.value):
        text = quantity(one.value, int(row.decimals), row.measure)
        return f"{text} ({say('observation-preliminary')})" if one.status == "preliminary" else text
    return say(f"observation-{one.status}") if present(one.status) else "–"


def kind_shown(follow_up: FollowUp, indicator: str, unit: str) -> str:
    """The kind of period of `shown_series`; "" without an outcome."""
    rows = follow_up.assessed
    rows = rows[(rows["indicator"] == indicator) & (rows["unit"] == unit)]
    return _kinds(rows).get((indicator, unit), "")


def target_fits(follow_up: FollowUp, row: Any) -> bool:
    """True where the target can be drawn beside the series: a year's sum is no level for its months.

    row: of `kpi.analysis.assess.assess`. The same rule as `kpi.analysis.series` has for assurance.
    """
    kind = row.trend_period_kind if present(row.trend_period_kind) else row.period_kind
    subjects = follow_up.plan.subjects
    summed = subjects.loc[subjects["indicator"].eq(row.indicator), "year_rule"].eq(YearRule.SUM).any()
    return bool(kind == row.period_kind or not summed)


def _kinds(assessed: pd.DataFrame) -> dict[tuple[str, str], str]:
    """The kind of period whose development is told; without one, that of the outcome. Genders with an outcome first."""
    found: dict[tuple[str, str], str] = {}
    ordered = assessed.iloc[np.argsort(assessed["period_start"].isna(), kind="stable")]
    for name in ("trend_period_kind", "period_kind"):
        for indicator, unit, kind in zip(ordered["indicator"], ordered["unit"], ordered[name], strict=True):
            if present(kind):
                found.setdefault((indicator, unit), str(kind))
    return found

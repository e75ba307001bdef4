"""The series that stands for a nyckeltal in charts and tables: the one whose development is told."""

import pandas as pd

from kpi.analysis import periods
from kpi.follow_up import FollowUp
from kpi.report.rows import present


def shown_series(follow_up: FollowUp, indicator: str, unit: str) -> pd.DataFrame:
    """Its observations up to the chosen period, all genders, by period: rows of `FollowUp.observations`."""
    observed = follow_up.observations
    mine = observed[(observed["indicator"] == indicator) & (observed["unit"] == unit)]
    if mine.empty:
        return mine
    in_time = periods.ends(mine["period_kind"], mine["period_start"]) <= periods.day64(follow_up.period.end)
    mine = mine[in_time & mine["period_kind"].eq(_kind(follow_up, indicator, unit)).to_numpy()]
    return mine.sort_values("period_start")


def _kind(follow_up: FollowUp, indicator: str, unit: str) -> str:
    rows = follow_up.assessed
    rows = rows[(rows["indicator"] == indicator) & (rows["unit"] == unit)]
    kinds = [kind for name in ("trend_period_kind", "period_kind") for kind in rows[name] if present(kind)]
    return str(kinds[0]) if kinds else ""

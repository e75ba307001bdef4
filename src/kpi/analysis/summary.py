"""A goal's or a plan's summary: how its indicators' statuses are distributed. No invented grade."""

from collections.abc import Mapping

import pandas as pd

from kpi.analysis.arrays import texts
from kpi.model import Status, TargetOrigin

JUDGED = [Status.MET.value, Status.NEAR.value, Status.NOT_MET.value]
COUNTS = [*JUDGED, Status.UNJUDGED.value, "waiting"]
COLUMNS = ["goal", "gender", *COUNTS, "targets", "judged", "share_met"]
_SAME = ["indicator", "unit", "gender"]


def summarise(assessment: pd.DataFrame, parents: Mapping[str, str | None] | None = None) -> pd.DataFrame:
    """The distribution per gender for the whole plan (goal None) and for each goal: `COLUMNS`.

    assessment: rows of `assess`. Only a plan's own targets count: riktvärden and indicators that are followed without
    a target do not. waiting: the target is judged from a later year on. targets is the sum of the five counts,
    judged = met + near + not_met, share_met = met / judged (NaN when nothing is judged): the unjudged count apart.
    parents: each goal's parent; with it a goal sums up all that hangs beneath it. An indicator that hangs on several
    goals counts once in each and once in the plan. Goals without targets have no row.
    """
    own = assessment[assessment["target_origin"].eq(TargetOrigin.PLAN.value)]
    own = own.assign(counted=own["status"].where(own["status"].notna(), "waiting"))
    whole = own.assign(goal=None).drop_duplicates(_SAME)
    goals = _under(own, parents or {}).drop_duplicates(["goal", *_SAME])
    return pd.concat([_distribution(whole), _distribution(goals)], ignore_index=True)


def _under(own: pd.DataFrame, parents: Mapping[str, str | None]) -> pd.DataFrame:
    """Each row once for its goal and for every goal above it."""
    with_goal = own[own["goal"].notna()]
    above = {goal: _line(goal, parents) for goal in with_goal["goal"].unique()}
    return with_goal.assign(goal=with_goal["goal"].map(above)).explode("goal")


def _line(goal: str, parents: Mapping[str, str | None]) -> list[str]:
    line = [goal]
    while (above := parents.get(line[-1])) is not None and above not in line:
        line.append(above)
    return line


def _distribution(rows: pd.DataFrame) -> pd.DataFrame:
    if rows.empty:
        return pd.DataFrame(columns=COLUMNS)
    counts = rows.groupby(["goal", "gender"], dropna=False, sort=False)["counted"].value_counts().unstack(fill_value=0)
    out = counts.reindex(columns=COUNTS, fill_value=0).reset_index().rename_axis(columns=None)
    out["goal"] = pd.Series(texts(out["goal"]), dtype=object)
    out["targets"], out["judged"] = out[COUNTS].sum(axis=1), out[JUDGED].sum(axis=1)
    out["share_met"] = out[Status.MET.value] / out["judged"].where(out["judged"] > 0)
    return out[COLUMNS]

"""A follow-up as tables: the assessed rows, the outcomes behind them, and the targets."""

from typing import Any

import pandas as pd

from kpi.analysis.attainment import CHANGE
from kpi.export.columns import ATTAINMENT, OUTCOMES, TARGETS
from kpi.export.table import Table, tabled
from kpi.export.worded import periods, words, yes_no
from kpi.follow_up import FollowUp
from kpi.model import DataMode, ObservationStatus, PeriodKind
from kpi.store.plans import Plan
from kpi.words import PERCENT, say

_NUMBERS = ["value", "numerator", "denominator", "lower", "upper"]
_WITHOUT_VALUE = [status.value for status in ObservationStatus if status is not ObservationStatus.PRELIMINARY]


def attainment(follow: FollowUp) -> Table:
    """One row per nyckeltal, unit and gender, as assessed."""
    rows = follow.assessed
    areas = {code: area.name for area in follow.plan.areas for code in area.codes}
    goals = dict(zip(follow.plan.goals["code"], follow.plan.goals["name"], strict=True))
    units = dict(zip(follow.units["code"], follow.units["name"], strict=True))
    prepared = rows.assign(
        area=rows["goal"].map(areas),
        goal_name=rows["goal"].map(goals),
        unit_name=rows["unit"].map(units),
        period=periods(rows["period_start"], rows["period_kind"]),
        observation_word=words(rows["observation_status"], "observation-{}"),
        so_far_word=yes_no(rows["so_far"]),
        status_word=[
            judged_word(code, target) for code, target in zip(rows["status"], rows["target_code"], strict=True)
        ],
        reason_word=words(rows["reason"], "reason-{}"),
        origin_word=words(rows["target_origin"], "export-origin-{}"),
        kind_word=words(rows["target_kind"], "export-kind-{}"),
        printed=_printed(follow),
        distance_measure=_distance_measure(rows),
        direction_word=words(rows["direction"], "direction-{}"),
        equal_word=yes_no(rows["equal_met"]),
        verdict_word=words(rows["trend_verdict"], "export-verdict-{}"),
    )
    return tabled("maluppfyllelse", ATTAINMENT, marked(prepared, follow.mode))


def outcomes(follow: FollowUp, unit: str = "") -> Table:
    """The plan's outcomes as they stand, every period; `unit` takes one unit's only."""
    rows = follow.observations
    return of_outcomes(rows[rows["unit"].eq(unit)] if unit else rows, follow.mode)


def of_outcomes(rows: pd.DataFrame, mode: DataMode) -> Table:
    """Outcomes as a table. rows: as `kpi.follow_up` has them, after röjandekontroll."""
    # What stands in the file beside "skyddat" is for those who may see the file.
    hidden = rows["status"].isin(_WITHOUT_VALUE)
    rows = rows.assign(**{name: rows[name].mask(hidden) for name in _NUMBERS})
    prepared = rows.assign(
        period=periods(rows["period_start"], rows["period_kind"]),
        observation_word=words(rows["status"], "observation-{}"),
    )
    return tabled("utfall", OUTCOMES, marked(prepared, mode))


def targets(follow: FollowUp) -> Table:
    """The plan's målvärden, and the riktvärden of its nyckeltal."""
    return of_targets(follow.targets, follow.plan)


def of_targets(every: pd.DataFrame, plan: Plan) -> Table:
    """Those of a plan, as a table. every: as `kpi.store.plans.targets` has them."""
    rows = _own_targets(every, plan).rename(columns={"value": "target_value", "upper_value": "target_upper"})
    kinds = ["pooled" if PeriodKind(kind).pooled else kind for kind in rows["period_kind"]]
    prepared = rows.assign(
        period_kind_word=words(pd.Series(kinds, index=rows.index, dtype=object), "period-kind-{}"),
        kind_word=words(rows["kind"], "export-kind-{}"),
        origin_word=words(rows["origin"], "export-origin-{}"),
    )
    return tabled("malvarden", TARGETS, prepared)


def _own_targets(every: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    own = every["plan"].eq(plan.code) | every["plan"].isna()
    return every[own & every["indicator"].isin(plan.subjects["indicator"])]


def _printed(follow: FollowUp) -> pd.Series:
    own = _own_targets(follow.targets, follow.plan).drop_duplicates(["code"], keep=False)
    return follow.assessed["target_code"].map(dict(zip(own["code"], own["printed"], strict=True)))


def marked(prepared: pd.DataFrame, mode: DataMode) -> pd.DataFrame:
    """Example outcomes are marked on every row, so that no row can be mistaken once it has left its file."""
    example = mode is DataMode.EXAMPLE
    return prepared.assign(
        example=say("export-yes" if example else "export-no"), remark=say("export-example") if example else None
    )


def judged_word(code: Any, target: Any) -> str:
    """Måluppfyllelse in a word. code: a `Status`, or null; target: the target's code, or null."""
    if not pd.isna(code):
        return say(f"status-{code}")
    return say("status-none" if pd.isna(target) else "export-waiting")


def _distance_measure(rows: pd.DataFrame) -> "pd.Series[Any]":
    in_points = rows["distance_in"].eq(CHANGE) | rows["measure"].eq(PERCENT)
    measures = rows["measure"].astype(object).mask(in_points, say("percentage-points", n=2))
    return measures.mask(rows["distance"].isna(), None)

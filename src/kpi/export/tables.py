"""A follow-up as tables: the assessed rows, the outcomes behind them, and the targets."""

from typing import Any

import pandas as pd

from kpi.analysis.attainment import CHANGE
from kpi.export.columns import ATTAINMENT, OUTCOMES, TARGETS
from kpi.export.table import Table, tabled
from kpi.follow_up import FollowUp
from kpi.model import DataMode, ObservationStatus, Period, PeriodKind
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
        period=_periods(rows),
        observation_word=_words(rows["observation_status"], "observation-{}"),
        so_far_word=_yes_no(rows["so_far"]),
        status_word=[_status(code, target) for code, target in zip(rows["status"], rows["target_code"], strict=True)],
        reason_word=_words(rows["reason"], "reason-{}"),
        origin_word=_words(rows["target_origin"], "export-origin-{}"),
        kind_word=_words(rows["target_kind"], "export-kind-{}"),
        printed=_printed(follow),
        distance_measure=_distance_measure(rows),
        direction_word=_words(rows["direction"], "direction-{}"),
        equal_word=_yes_no(rows["equal_met"]),
        verdict_word=_words(rows["trend_verdict"], "export-verdict-{}"),
    )
    return tabled("maluppfyllelse", ATTAINMENT, _marked(prepared, follow))


def outcomes(follow: FollowUp, unit: str = "") -> Table:
    """The plan's outcomes as they stand, every period; `unit` takes one unit's only."""
    rows = follow.observations
    rows = rows[rows["unit"].eq(unit)] if unit else rows
    # What stands in the file beside "skyddat" is for those who may see the file.
    hidden = rows["status"].isin(_WITHOUT_VALUE)
    rows = rows.assign(**{name: rows[name].mask(hidden) for name in _NUMBERS})
    prepared = rows.assign(period=_periods(rows), observation_word=_words(rows["status"], "observation-{}"))
    return tabled("utfall", OUTCOMES, _marked(prepared, follow))


def targets(follow: FollowUp) -> Table:
    """The plan's målvärden, and the riktvärden of its nyckeltal."""
    rows = _own_targets(follow).rename(columns={"value": "target_value", "upper_value": "target_upper"})
    kinds = ["pooled" if PeriodKind(kind).pooled else kind for kind in rows["period_kind"]]
    prepared = rows.assign(
        period_kind_word=_words(pd.Series(kinds, index=rows.index, dtype=object), "period-kind-{}"),
        kind_word=_words(rows["kind"], "export-kind-{}"),
        origin_word=_words(rows["origin"], "export-origin-{}"),
    )
    return tabled("malvarden", TARGETS, prepared)


def _own_targets(follow: FollowUp) -> pd.DataFrame:
    rows = follow.targets
    own = rows["plan"].eq(follow.plan.code) | rows["plan"].isna()
    return rows[own & rows["indicator"].isin(follow.plan.subjects["indicator"])]


def _printed(follow: FollowUp) -> pd.Series:
    own = _own_targets(follow).drop_duplicates(["code"], keep=False)
    return follow.assessed["target_code"].map(dict(zip(own["code"], own["printed"], strict=True)))


def _marked(prepared: pd.DataFrame, follow: FollowUp) -> pd.DataFrame:
    """Example outcomes are marked on every row, so that no row can be mistaken once it has left its file."""
    example = follow.mode is DataMode.EXAMPLE
    return prepared.assign(
        example=say("export-yes" if example else "export-no"), remark=say("export-example") if example else None
    )


def _periods(rows: pd.DataFrame) -> "pd.Series[Any]":
    pairs = zip(rows["period_start"], rows["period_kind"], strict=True)
    codes = [None if pd.isna(start) else Period(start.date(), PeriodKind(kind)).code for start, kind in pairs]
    return pd.Series(codes, rows.index, dtype=object)


def _words(codes: "pd.Series[Any]", key: str) -> "pd.Series[Any]":
    return pd.Series([None if pd.isna(code) else say(key.format(code)) for code in codes], codes.index, dtype=object)


def _yes_no(values: "pd.Series[Any]") -> "pd.Series[Any]":
    words = [None if pd.isna(value) else say("export-yes" if value else "export-no") for value in values]
    return pd.Series(words, values.index, dtype=object)


def _status(code: Any, target: Any) -> str:
    if not pd.isna(code):
        return say(f"status-{code}")
    return say("status-none" if pd.isna(target) else "export-waiting")


def _distance_measure(rows: pd.DataFrame) -> "pd.Series[Any]":
    in_points = rows["distance_in"].eq(CHANGE) | rows["measure"].eq(PERCENT)
    words = rows["measure"].astype(object).mask(in_points, say("percentage-points", n=2))
    return words.mask(rows["distance"].isna(), None)

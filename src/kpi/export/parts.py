"""A follow-up with only what one page shows of it: the same tables are then made of the part as of the whole."""

from collections.abc import Collection
from dataclasses import replace

import pandas as pd

from kpi.follow_up import FollowUp

_SUBJECT = ["indicator", "unit"]


def of_goals(follow: FollowUp, goals: Collection[str]) -> FollowUp:
    """The nyckeltal of some goals, at the units that the plan follows them for."""
    assessed = follow.assessed[follow.assessed["goal"].isin(goals)]
    return _part(follow, assessed, follow.observations.merge(assessed[_SUBJECT].drop_duplicates(), on=_SUBJECT))


def of_plan(follow: FollowUp) -> FollowUp:
    """All that the plan follows, at its own units."""
    return of_goals(follow, set(follow.plan.goals["code"]))


def of_keys(follow: FollowUp, keys: Collection[tuple[str, str]]) -> FollowUp:
    """Some nyckeltal, each at a unit, by their codes."""
    mine = pd.MultiIndex.from_frame(follow.assessed[_SUBJECT]).isin(list(keys))
    assessed = follow.assessed[mine]
    return _part(follow, assessed, follow.observations.merge(assessed[_SUBJECT].drop_duplicates(), on=_SUBJECT))


def of_indicator(follow: FollowUp, indicator: str, unit: str) -> FollowUp:
    """One nyckeltal, assessed at a unit, with the outcomes of every unit."""
    mine = follow.assessed["indicator"].eq(indicator) & follow.assessed["unit"].eq(unit)
    observed = follow.observations[follow.observations["indicator"].eq(indicator)]
    return _part(follow, follow.assessed[mine], observed)


def _part(follow: FollowUp, assessed: pd.DataFrame, observed: pd.DataFrame) -> FollowUp:
    return replace(follow, assessed=assessed.reset_index(drop=True), observations=observed.reset_index(drop=True))

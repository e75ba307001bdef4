"""A whole `FollowUp` made by hand through the real assessment; what is said of each row is only what differs."""

from types import SimpleNamespace

import pandas as pd

from kpi.analysis.assess import assess
from kpi.follow_up import DESCRIBED, FollowUp
from kpi.model import DataMode, Period

SUBJECT = {
    "plan": "p", "goal": "g", "indicator": "i", "unit": "0023", "position": 1, "direction": "higher",
    "year_rule": "mean", "measure": "%", "decimals": 1, "split_by_gender": True, "no_split_reason": None, "name": "N",
    "indicator_name": "N", "short_name": "N", "term": "short", "decided_by": "RS", "responsible": "RS",
}  # fmt: skip
TARGET = {
    "code": "t", "plan": "p", "indicator": "i", "unit": None, "gender": None, "period_kind": "year", "kind": "at_least",
    "value": None, "upper_value": None, "base_year": None, "reference": None, "by_year": None, "first_year": None,
    "last_year": None, "tolerance": None, "origin": "plan", "decided_by": "RS",
}  # fmt: skip
OBSERVATION = {
    "indicator": "i", "unit": "0023", "gender": "T", "period_kind": "year", "period_start": None, "value": None,
    "numerator": None, "denominator": None, "lower": None, "upper": None, "status": None, "delivery_id": 1,
}  # fmt: skip
UNITS = pd.DataFrame(
    [("0000", "Riket", "country", None), ("0023", "Region Sjöbo", "region", "0000"), ("n", "Nämnden", "board", "0023")],
    columns=["code", "name", "kind", "parent"],
)
BREAKS = pd.DataFrame(columns=["indicator", "unit", "period_start"])


def subject(indicator, **parts):
    return {**SUBJECT, "indicator": indicator, "short_name": indicator.capitalize(), **parts}


def target(indicator, value, **parts):
    return {**TARGET, "code": f"t-{indicator}-{parts.get('gender')}", "indicator": indicator, "value": value, **parts}


def outcome(indicator, gender, value, year=2025, **parts):
    start = pd.Timestamp(year, 1, 1)
    return {**OBSERVATION, "indicator": indicator, "gender": gender, "value": value, "period_start": start, **parts}


def pair(indicator, women, men, year=2025, **parts):
    return [outcome(indicator, "K", women, year, **parts), outcome(indicator, "M", men, year, **parts)]


def following(subjects, observations, targets=(), *, mode=DataMode.REAL, elsewhere=(), year=2025, breaks=BREAKS):
    made = pd.DataFrame(subjects)
    observed = pd.DataFrame(list(observations), columns=list(OBSERVATION))
    aims = pd.DataFrame(list(targets), columns=list(TARGET))
    period = Period.year(year)
    assessed = assess(made, aims, observed, period, plan="p", breaks=breaks)
    wanted = [name for name in DESCRIBED if name not in assessed.columns]
    described = made[["indicator", "unit", *wanted]]
    return FollowUp(
        plan=SimpleNamespace(code="p", name="Planen", about={"organisation": "0023"}, subjects=made), period=period,
        mode=mode, as_of=None, units=UNITS, targets=aims, breaks=breaks, comments=pd.DataFrame(),
        judged_forecasts=pd.DataFrame(), observations=observed,
        assessed=assessed.merge(described, on=["indicator", "unit"]), elsewhere=frozenset(elsewhere),
    )  # fmt: skip

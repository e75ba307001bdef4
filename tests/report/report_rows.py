"""Assessed rows as the sentences read them, made by hand: only what differs is said."""

from dataclasses import dataclass
from types import SimpleNamespace

import pandas as pd

from kpi.follow_up import FollowUp
from kpi.model import Gender

NOTHING = float("nan")
ROW = {
    "indicator": "i", "unit": "0023", "goal": "g", "short_name": "Hälsosamtal", "measure": "%", "decimals": 0,
    "direction": "higher", "decided_by": "Regionstyrelsen", "term": "short", "value": NOTHING, "status": None,
    "reason": None, "observation_status": None, "period_kind": "year", "period_start": pd.Timestamp(2025, 1, 1),
    "so_far": False, "target_code": "t", "target_kind": "at_least", "target_value": 30.0, "target_upper": NOTHING,
    "target_origin": "plan", "base_year": NOTHING, "by_year": NOTHING, "reference": None, "distance": NOTHING,
    "distance_in": "measure", "gap": NOTHING, "trend_verdict": None, "trend_reason": None, "trend_n": 0,
    "trend_slope": NOTHING,
}  # fmt: skip
UNITS = pd.DataFrame(
    [("0000", "Riket", "country"), ("0023", "Region Jämtland Härjedalen", "region"), ("rs", "Regionstyrelsen", "board"),
     ("0001", "Region Stockholm", "region")],
    columns=["code", "name", "kind"],
)  # fmt: skip
WITHOUT_TARGET = {
    "target_code": None, "target_kind": None, "target_value": NOTHING, "target_origin": None, "distance_in": None,
}  # fmt: skip


def row(**parts):
    return SimpleNamespace(**{**ROW, **parts})


def by_gender(**rows):
    """K, M and T in the order that the assessment has them."""
    return {gender: rows[gender] for gender in Gender if gender in rows}


@dataclass
class Following:
    """As much of a `FollowUp` as sentences look at."""

    assessed: pd.DataFrame
    units: pd.DataFrame
    targets: pd.DataFrame
    plan: object
    by_subject = FollowUp.by_subject


def following(*rows):
    assessed = pd.DataFrame([{**ROW, **one} for one in rows])
    targets = pd.DataFrame([{"code": "t", "decided_by": "Nationellt mål"}])
    return Following(assessed, UNITS, targets, SimpleNamespace(about={"organisation": "0023"}))

"""The gap between women and men in every period: K − M, its interval, and why there is none where there is none."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from kpi.analysis.arrays import BoolArray, IntArray, ObjectArray, among, either, filled, floats
from kpi.analysis.exact import tidy
from kpi.analysis.gender import GapReason, gap_intervals
from kpi.analysis.outcome import NUMBERS, prepare, series_starts
from kpi.analysis.series import DAYS, day_numbers
from kpi.model import Gender

SERIES = ["indicator", "unit", "period_kind"]
COLUMNS = [
    "series", *SERIES, "period_start", "end", "women", "men",
    "gap", "gap_lower", "gap_upper", "gap_method", "gap_reason",
]  # fmt: skip
_PERSONS = [Gender.WOMEN.value, Gender.MEN.value]


def gaps(observations: pd.DataFrame, measures: Mapping[str, str] | None = None) -> pd.DataFrame:
    """`COLUMNS` for each indicator, unit and period that women or men have an observation of; in that order.

    observations: as `assess` takes them; totals are left out. measures: by indicator, as shares in percent get an
    interval from their numerators. series numbers the distinct `SERIES`, end is the period's last day. gap is women −
    men in the indicator's unit; NaN where either has no value: gap_reason is suppressed where either is hidden, else
    no_value. gap_lower, gap_upper: 95 %, by gap_method. Raises `ValueError` where an observation is repeated.
    """
    seen = prepare(observations[among(observations["gender"], _PERSONS)])
    keys, place = _periods(seen)
    either_one = np.where(place[0] >= 0, place[0], place[1])
    indicator = seen["indicator"].to_numpy(object)[either_one]
    measure = filled(len(keys)) if measures is None else pd.Series(indicator, dtype=object).map(dict(measures))
    women, men = (_side(seen, at).assign(measure=np.asarray(measure, object)) for at in place)
    known = np.isfinite(women["value"].to_numpy()) & np.isfinite(men["value"].to_numpy())
    lower, upper, method = gap_intervals(women, men, known)
    found = {name: seen[name].to_numpy()[either_one] for name in (*SERIES, "period_start", "end")}
    found |= {"series": keys // DAYS, "women": women["value"], "men": men["value"]}
    found |= {"gap": _difference(women, men), "gap_lower": lower, "gap_upper": upper, "gap_method": method}
    found["gap_reason"] = _reasons(known, (women["hidden"] | men["hidden"]).to_numpy(bool))
    return pd.DataFrame({name: pd.Series(np.asarray(found[name]), dtype=found[name].dtype) for name in COLUMNS})


def _periods(seen: pd.DataFrame) -> tuple[IntArray, IntArray]:
    """A rising key per series and period, and where among the observations women's and men's stand: −1 for nowhere."""
    starts = series_starts(seen)
    pair = seen.iloc[starts].groupby(SERIES, sort=True).ngroup().to_numpy(np.int64)
    series = np.repeat(pair, np.diff(np.append(starts, len(seen))))
    days = day_numbers(seen["period_start"].to_numpy("datetime64[D]"))
    keys, which = np.unique(series * DAYS + days, return_inverse=True)
    place = np.full((2, len(keys)), -1)
    place[seen["gender"].eq(_PERSONS[1]).to_numpy(np.int64), which] = np.arange(len(seen))
    return keys, place


def _side(seen: pd.DataFrame, at: IntArray) -> pd.DataFrame:
    there = at >= 0
    found = {name: np.where(there, floats(seen[name])[at], np.nan) for name in NUMBERS}
    return pd.DataFrame({**found, "hidden": there & seen["hidden"].to_numpy(bool)[at]})


def _difference(women: pd.DataFrame, men: pd.DataFrame) -> pd.Series:
    """Without the noise of floats, so that equal gaps are equal: 62.3 − 61.1 is 1.2."""
    k, m = women["value"].to_numpy(), men["value"].to_numpy()
    return pd.Series(tidy(k - m, abs(k) + abs(m)))


def _reasons(known: BoolArray, hidden: BoolArray) -> ObjectArray:
    return either(known, None, either(hidden, GapReason.SUPPRESSED.value, GapReason.NO_VALUE.value))

"""A year's value from its months, quarters or tertials, by the indicator's own year rule.

Nothing is filled in: a hole among the parts is told, not bridged.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from kpi.analysis import periods
from kpi.analysis.arrays import BoolArray, FloatArray, IntArray, ObjectArray, either, filled, floats
from kpi.analysis.outcome import PERSON, series_starts
from kpi.analysis.rates import pooled_ratio
from kpi.analysis.sums import means, sums
from kpi.model import TOTAL_MONTHS, ObservationStatus, PeriodKind, Reason, YearRule

PART_KINDS = [kind.value for kind in PeriodKind if kind.part_of_year]
GROUP = [*PERSON, "part_kind", "year"]
_USED = [
    *PERSON, "period_kind", "series", "end", "value", "numerator", "denominator", "hidden", "preliminary",
    "delivery_id",
]  # fmt: skip
_RULES = [rule.value for rule in YearRule]
_EVER = np.datetime64("0001-01-01", "s")
_NONE = {
    **dict.fromkeys([*PERSON, "part_kind", "status", "reason"], "object"),
    **dict.fromkeys(["year", "value", "numerator", "denominator", "delivery_id"], "float64"),
    **dict.fromkeys(["whole", "hole"], "bool"),
    "through": "datetime64[s]",
}


def years_from_parts(seen: pd.DataFrame, rules: dict[str, str], *, final: bool = False) -> pd.DataFrame:
    """One row per series of parts and calendar year, from prepared observations and the year rule by indicator.

    final: of each series only its last year.

    Columns: `GROUP`, value, numerator, denominator (summed, for ratio), status, delivery_id (the latest part's),
    through (the last day of the last part that has a value or is suppressed), whole (the parts reach the year's end),
    hole (a part before that is missing), reason (a `Reason` value or None):

    - suppressed: a part that the value would rest on is hidden; no value.
    - no_denominator: ratio, but the parts' numerators and denominators do not give their values; no value.
    - incomplete_year: a hole, where the rule is sum (no value), or mean or ratio (the value of the parts there are).
    """
    parts = _parts(seen, rules, final)
    if parts.empty:
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in _NONE.items()})
    series, year = parts["series"].to_numpy(), parts["year"].to_numpy()
    first = np.flatnonzero(np.append(True, (series[1:] != series[:-1]) | (year[1:] != year[:-1])))
    last = np.append(first[1:], len(parts)) - 1
    out = parts[GROUP].iloc[first].reset_index(drop=True)
    rule = out["indicator"].map(rules).to_numpy(object)
    month = periods.month_numbers(parts["end"].to_numpy("datetime64[D]")[last])
    out["whole"] = month == TOTAL_MONTHS
    expected = month // periods.months(out["part_kind"])
    out["hole"] = (expected != last - first + 1) & (rule != YearRule.LAST.value)
    for name, column in (("through", "end"), ("delivery_id", "delivery_id")):
        out[name] = parts[column].iloc[last].to_numpy()
    hidden = _any_or_last(parts["hidden"].to_numpy(bool), first, last, rule)
    value = np.where(hidden, np.nan, _values(parts, first, rule))
    reason = _reasons(value, out["hole"].to_numpy(), hidden)
    out["value"] = np.where(out["hole"] & (rule == YearRule.SUM.value), np.nan, value)
    known = np.isfinite(out["value"].to_numpy()) & (rule == YearRule.RATIO.value)
    for name in ("numerator", "denominator"):
        out[name] = _per_group(sums, floats(parts[name]), first, known)
    preliminary = parts["preliminary"].to_numpy(bool)
    status = either(_any_or_last(preliminary, first, last, rule), ObservationStatus.PRELIMINARY.value)
    out["status"] = pd.Series(either(hidden, ObservationStatus.SUPPRESSED.value, status), dtype=object)
    out["reason"] = pd.Series(reason, dtype=object)
    return out


def _parts(seen: pd.DataFrame, rules: dict[str, str], final: bool) -> pd.DataFrame:
    """The parts of years that have a value or are suppressed, of indicators with a year rule, group by group."""
    starts = series_starts(seen)
    sizes = np.diff(np.append(starts, len(seen)))
    head = seen.iloc[starts]
    ruled = [code for code, rule in rules.items() if rule in _RULES]
    series = head["period_kind"].isin(PART_KINDS) & head["indicator"].isin(ruled)
    usable = np.repeat(series.to_numpy(bool), sizes) & (seen["known"] | seen["hidden"]).to_numpy()
    if final and len(seen):
        end = seen["end"].to_numpy()
        year = np.maximum.reduceat(np.where(usable, end, _EVER), starts).astype("datetime64[Y]")
        usable &= end >= np.repeat(year.astype("datetime64[s]"), sizes)
    parts: pd.DataFrame = seen[_USED].take(np.flatnonzero(usable)).rename(columns={"period_kind": "part_kind"})
    return parts.assign(year=periods.years(parts["end"].to_numpy()))


def _values(parts: pd.DataFrame, first: IntArray, rule: ObjectArray) -> FloatArray:
    """Each group's value by its rule; NaN where unknown."""
    value = floats(parts["value"])
    out = _per_group(sums, value, first, rule == YearRule.SUM.value)
    mean, ratio, last = (rule == way.value for way in (YearRule.MEAN, YearRule.RATIO, YearRule.LAST))
    out[mean] = _per_group(means, value, first, mean)[mean]
    out[last] = value[np.append(first[1:], len(value)) - 1][last]
    if ratio.any():
        rows = np.repeat(ratio, np.diff(np.append(first, len(value))))
        out[ratio] = pooled_ratio(parts[rows], _starts_of(first, ratio, len(value)))
    return out


def _per_group(
    make: Callable[[FloatArray, IntArray], FloatArray], value: FloatArray, first: IntArray, which: BoolArray
) -> FloatArray:
    """What `make` makes of the groups in question; NaN for the others."""
    out = np.full(len(first), np.nan)
    if which.any():
        rows = np.repeat(which, np.diff(np.append(first, len(value))))
        out[which] = make(value[rows], _starts_of(first, which, len(value)))
    return out


def _starts_of(first: IntArray, which: BoolArray, count: int) -> IntArray:
    """Where the chosen groups start once the others are left out."""
    sizes = np.diff(np.append(first, count))[which]
    return np.asarray(np.cumsum(sizes) - sizes, np.int64)


def _reasons(value: FloatArray, hole: BoolArray, hidden: BoolArray) -> ObjectArray:
    out = filled(len(value))
    out[hole] = Reason.INCOMPLETE_YEAR.value
    out[~np.isfinite(value)] = Reason.NO_DENOMINATOR.value
    out[hidden] = Reason.SUPPRESSED.value
    return out


def _any_or_last(flags: BoolArray, first: IntArray, last: IntArray, rule: ObjectArray) -> BoolArray:
    """Whether any part of the group has the flag; for the rule last, whether its last part has."""
    return np.where(rule == YearRule.LAST.value, flags[last], np.logical_or.reduceat(flags, first))

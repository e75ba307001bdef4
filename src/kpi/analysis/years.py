"""A year's value from its months, quarters or tertials, by the indicator's own year rule.

Nothing is filled in: a hole among the parts is told, not bridged.
"""

import numpy as np
import pandas as pd

from kpi.analysis import periods
from kpi.analysis.arrays import BoolArray, FloatArray, IntArray, ObjectArray, either, filled, floats
from kpi.analysis.outcome import PERSON
from kpi.analysis.rates import pooled_ratio
from kpi.analysis.sums import means, sums
from kpi.model import TOTAL_MONTHS, ObservationStatus, PeriodKind, Reason, YearRule

PART_KINDS = [kind.value for kind in PeriodKind if kind.part_of_year]
GROUP = [*PERSON, "part_kind", "year"]
_RULES = [rule.value for rule in YearRule]
_NONE = {
    **dict.fromkeys([*PERSON, "part_kind", "status", "reason"], "object"),
    **dict.fromkeys(["year", "value", "numerator", "denominator", "delivery_id"], "float64"),
    **dict.fromkeys(["whole", "hole"], "bool"),
    "through": "datetime64[s]",
}


def years_from_parts(seen: pd.DataFrame, rules: dict[str, str]) -> pd.DataFrame:
    """One row per series of parts and calendar year, from prepared observations and the year rule by indicator.

    Columns: `GROUP`, value, numerator, denominator (summed, for ratio), status, delivery_id (the latest part's),
    through (the last day of the last part that has a value or is suppressed), whole (the parts reach the year's end),
    hole (a part before that is missing), reason (a `Reason` value or None):

    - suppressed: a part that the value would rest on is hidden; no value.
    - no_denominator: ratio, but the parts' numerators and denominators do not give their values; no value.
    - incomplete_year: a hole, where the rule is sum (no value), or mean or ratio (the value of the parts there are).
    """
    parts = _parts(seen, rules)
    if parts.empty:
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in _NONE.items()})
    first = np.flatnonzero(~parts.duplicated(GROUP).to_numpy())
    last = np.append(first[1:], len(parts)) - 1
    rule = parts["indicator"].iloc[first].map(rules).to_numpy(object)
    month = periods.month_numbers(parts["end"].to_numpy("datetime64[D]"))
    expected = month // periods.months(parts["part_kind"])
    out = parts[GROUP].iloc[first].reset_index(drop=True)
    out["whole"] = month[last] == TOTAL_MONTHS
    out["hole"] = (expected[last] != last - first + 1) & (rule != YearRule.LAST.value)
    for name, column in (("through", "end"), ("delivery_id", "delivery_id")):
        out[name] = parts[column].iloc[last].to_numpy()
    hidden = _any_or_last(parts["hidden"].to_numpy(bool), first, last, rule)
    value = np.where(hidden, np.nan, _values(parts, first, last, rule))
    reason = _reasons(value, out["hole"].to_numpy(), hidden)
    out["value"] = np.where(out["hole"] & (rule == YearRule.SUM.value), np.nan, value)
    known = np.isfinite(out["value"]) & (rule == YearRule.RATIO.value)
    for name in ("numerator", "denominator"):
        out[name] = np.where(known, sums(floats(parts[name]), first), np.nan)
    preliminary = parts["status"].eq(ObservationStatus.PRELIMINARY.value).to_numpy(bool)
    status = either(_any_or_last(preliminary, first, last, rule), ObservationStatus.PRELIMINARY.value)
    out["status"] = pd.Series(either(hidden, ObservationStatus.SUPPRESSED.value, status), dtype=object)
    out["reason"] = pd.Series(reason, dtype=object)
    return out


def _parts(seen: pd.DataFrame, rules: dict[str, str]) -> pd.DataFrame:
    """The parts of years that have a value or are suppressed, of indicators with a year rule, group by group."""
    ruled = [code for code, rule in rules.items() if rule in _RULES]
    usable = seen["period_kind"].isin(PART_KINDS) & (seen["known"] | seen["hidden"]) & seen["indicator"].isin(ruled)
    return seen[usable].rename(columns={"period_kind": "part_kind"}).sort_values([*GROUP, "end"], ignore_index=True)


def _values(parts: pd.DataFrame, first: IntArray, last: IntArray, rule: ObjectArray) -> FloatArray:
    """Each group's value by its rule; NaN where unknown."""
    value = floats(parts["value"])
    ways = {
        YearRule.SUM: sums(value, first),
        YearRule.MEAN: means(value, first),
        YearRule.LAST: value[last],
        YearRule.RATIO: pooled_ratio(parts, first),
    }
    return np.select([rule == way.value for way in ways], list(ways.values()), np.nan)


def _reasons(value: FloatArray, hole: BoolArray, hidden: BoolArray) -> ObjectArray:
    out = filled(len(value))
    out[hole] = Reason.INCOMPLETE_YEAR.value
    out[~np.isfinite(value)] = Reason.NO_DENOMINATOR.value
    out[hidden] = Reason.SUPPRESSED.value
    return out


def _any_or_last(flags: BoolArray, first: IntArray, last: IntArray, rule: ObjectArray) -> BoolArray:
    """Whether any part of the group has the flag; for the rule last, whether its last part has."""
    return np.where(rule == YearRule.LAST.value, flags[last], np.logical_or.reduceat(flags, first))

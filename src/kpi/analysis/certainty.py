"""An outcome's 95 % interval: the source's own, else made from its numerator and denominator where those are counts."""

from collections.abc import Mapping
from enum import StrEnum

import numpy as np
import pandas as pd

from kpi.analysis.arrays import BoolArray, FloatArray, ObjectArray, filled, floats
from kpi.analysis.gender import PERCENT
from kpi.analysis.intervals import rates, wilson

_HUNDRED = 100.0
# As far as a published value may lie from what its numerator and denominator give: the gap's own rule for shares.
_HALF_UNIT = 0.5


class IntervalMethod(StrEnum):
    """Where an interval comes from."""

    PUBLISHED = "published"
    WILSON = "wilson"
    BYAR = "byar"


Found = tuple[FloatArray, FloatArray, ObjectArray, BoolArray]


def intervals(rows: pd.DataFrame, events_per: Mapping[str, float]) -> Found:
    """Lower, upper, method (an `IntervalMethod`, None without one) and broken, per row.

    rows: indicator, measure, value, numerator, denominator, lower, upper. A published interval goes first; one that
    does not hold its own value is broken and gives nothing. Wilson's is for a percentage that whole numbers give,
    events ≤ size. Byar's, exact below ten events, is only for the indicators of `events_per` (1 000 for "per 1 000"):
    a numerator of kronor or days is no count of events, and the figures do not tell the two apart.
    """
    value, lower, upper, above, below = (
        floats(rows[name]) for name in ("value", "lower", "upper", "numerator", "denominator")
    )
    given = np.isfinite(lower) & np.isfinite(upper)
    sound = given & (lower <= value) & (value <= upper)
    per = rows["indicator"].map(dict(events_per)).to_numpy(np.float64, na_value=np.nan)
    low, high, method = np.where(sound, lower, np.nan), np.where(sound, upper, np.nan), filled(len(rows))
    method[sound] = IntervalMethod.PUBLISHED.value
    whole = ~given & (above == np.rint(above)) & (below == np.rint(below))
    share = whole & rows["measure"].eq(PERCENT).to_numpy(bool) & np.isnan(per)
    scale = np.where(share, _HUNDRED, per)
    least, most = (
        np.where(share, one, other) for one, other in zip(wilson(above, below), rates(above, below), strict=True)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        fits = abs(scale * above / below - value) <= _HALF_UNIT
    made = whole & fits & np.isfinite(least)
    low, high = np.where(made, scale * least, low), np.where(made, scale * most, high)
    method[made & share], method[made & ~share] = IntervalMethod.WILSON.value, IntervalMethod.BYAR.value
    return low, high, method, given & ~sound & np.isfinite(value)

"""Röjandekontroll: small numbers are hidden, and so is whatever would give them away.

Applied once, to the observations, before anything is computed or shown from them: what is derived follows.
"""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

import numpy as np
import pandas as pd

from kpi.analysis.arrays import BoolArray, FloatArray, IntArray, among, coded, floats, texts
from kpi.analysis.hiding import protect
from kpi.analysis.outcome import KEY, NUMBERS
from kpi.analysis.weave import Along
from kpi.model import DISCLOSURE_THRESHOLD, ObservationStatus

REASON = "hidden_by"
_SUPPRESSED = ObservationStatus.SUPPRESSED.value
_NO_NUMBER = [_SUPPRESSED, ObservationStatus.MISSING.value, ObservationStatus.NOT_APPLICABLE.value]


class HiddenBy(StrEnum):
    """Which rule hid a number; `delivered` when it came suppressed, `later` when it is hidden in a later state.

    Not for showing: it narrows the number down.
    """

    COUNT = "primary_count"
    COMPLEMENT = "primary_complement"
    DENOMINATOR = "primary_denominator"
    GENDER = "secondary_gender"
    UNIT = "secondary_unit"
    PERIOD = "secondary_period"
    DELIVERED = "delivered"
    LATER = "later"


_REASONS = np.array([None, *(reason.value for reason in HiddenBy)], object)
_NUMBER = {reason: number for number, reason in enumerate(HiddenBy, start=1)}
_SHOWN, _HUNDRED = 0, 100.0
_Numbers = tuple[FloatArray, FloatArray, FloatArray]  # value, numerator, denominator
_FOR_THE_SAKE_OF = {Along.GENDER: HiddenBy.GENDER, Along.UNIT: HiddenBy.UNIT, Along.PERIOD: HiddenBy.PERIOD}


def hide(
    observations: pd.DataFrame, units: pd.DataFrame, thresholds: Mapping[str, float] | None = None, *,
    counts: Collection[str] = (), percent: Collection[str] = (), earlier: Sequence[pd.DataFrame] = (),
    default: float = DISCLOSURE_THRESHOLD,
) -> pd.DataFrame:  # fmt: skip
    """The observations with small numbers hidden, rows and order as given, and a column `hidden_by` (`HiddenBy`).

    observations: `KEY`, `NUMBERS` and status, of every unit, gender and period that may be shown; units: code, kind
    and parent. thresholds: by indicator, where another than `default` holds. counts: the indicators whose value is
    itself the number of cases where it has neither numerator nor denominator; others without both are left as they
    are. percent: the indicators measured in percent, whose numerator or denominator the other one and the value give.
    earlier: units as they once were, when old numbers were summed.
    A hidden row has status suppressed and null `NUMBERS` and comment (a remark may repeat the number); `hidden_by` is
    None for the others. Rows that have a `hidden_by` already stay hidden.

    Primary: the numerator is 1 to threshold − 1, or denominator − numerator is (shares only: numerator ≤
    denominator), or the denominator is below the threshold. A true zero shows. Secondary: `kpi.analysis.hiding`.
    Raises `ValueError` on a repeated observation where something is hidden.
    """
    value, above, below = (floats(observations[name]) for name in ("value", "numerator", "denominator"))
    above, below = _both(among(observations["indicator"], percent), value, above=above, below=below)
    bare = np.isnan(above) & np.isnan(below)
    if len(counts):
        above = np.where(bare & among(observations["indicator"], counts), value, above)
        bare &= np.isnan(above)
    why, without = _said(observations)
    small = _small(observations["indicator"], (value, above, below), thresholds or {}, default)
    why = np.where((why == _SHOWN) & ~without, small, why)
    if (why != _SHOWN).any():
        _secondary(observations, [units, *earlier], above, bare, why)
    return _hidden(observations, why)


def _both(
    percent: BoolArray, value: FloatArray, *, above: FloatArray, below: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Numerator and denominator, the one that is lacking worked out as a reader would: whole, from a percentage."""
    with np.errstate(divide="ignore", invalid="ignore"):
        made_above, made_below = np.rint(value * below / _HUNDRED), np.rint(_HUNDRED * above / value)
    lacks_above = percent & np.isnan(above) & np.isfinite(made_above)
    lacks_below = percent & np.isnan(below) & np.isfinite(made_below)
    return np.where(lacks_above, made_above, above), np.where(lacks_below, made_below, below)


def _said(observations: pd.DataFrame) -> tuple[IntArray, BoolArray]:
    """What is hidden already, by the rows' own word; and which rows say that they have no number."""
    why, without = np.zeros(len(observations), np.int64), np.zeros(len(observations), bool)
    said = np.flatnonzero(observations["status"].notna())
    status = texts(observations["status"].iloc[said])
    why[said[status == _SUPPRESSED]] = _NUMBER[HiddenBy.DELIVERED]
    without[said] = np.isin(status.astype(str), _NO_NUMBER)
    if REASON in observations:
        given = np.flatnonzero(observations[REASON].notna())
        why[given] = [_NUMBER[HiddenBy(reason)] for reason in observations[REASON].iloc[given]]
    return why, without


def _small(indicators: pd.Series, numbers: _Numbers, thresholds: Mapping[str, float], default: float) -> IntArray:
    """The primary rule. Few rows are below the highest threshold, so only theirs are looked up."""
    why = _primary(numbers, max([default, *thresholds.values()]))
    found = np.flatnonzero(why != _SHOWN)
    limit = np.array([thresholds.get(indicator, default) for indicator in indicators.iloc[found]], np.float64)
    value, above, below = (number[found] for number in numbers)
    why[found] = _primary((value, above, below), limit)
    return why


def _primary(numbers: _Numbers, limit: float | FloatArray) -> IntArray:
    value, above, below = numbers
    rest = below - above
    why = np.zeros(len(value), np.int64)
    why[below < limit] = _NUMBER[HiddenBy.DENOMINATOR]
    why[(rest > 0) & (rest < limit) & (above >= 0)] = _NUMBER[HiddenBy.COMPLEMENT]
    why[(above > 0) & (above < limit)] = _NUMBER[HiddenBy.COUNT]
    why[np.where(np.isfinite(above), above, value) == 0] = _SHOWN
    return why


def _secondary(
    observations: pd.DataFrame, trees: Sequence[pd.DataFrame], above: FloatArray, bare: BoolArray, why: IntArray
) -> None:  # fmt: skip
    """Mark in `why` what must go for the sake of others, of the indicators that count something and hide something."""
    codes, _ = coded(observations["indicator"])
    some = np.isin(codes, np.intersect1d(codes[why != _SHOWN], codes[~bare]))
    if not some.any():
        return
    rows = observations.loc[some, [*KEY, "value", "denominator", "status"]].assign(numerator=above[some])
    if rows.duplicated(KEY).any():
        raise ValueError(f"two observations for {rows.loc[rows.duplicated(KEY), KEY].iloc[0].to_dict()}")
    begun = observations.groupby(observations["unit"].astype(object))["period_start"].min()
    added = protect(rows, trees, why[some] != _SHOWN, begun)
    places = np.flatnonzero(some)
    for along, reason in _FOR_THE_SAKE_OF.items():
        why[places[added == along]] = _NUMBER[reason]


def _hidden(observations: pd.DataFrame, why: IntArray) -> pd.DataFrame:
    out = observations.assign(**{REASON: pd.Series(_REASONS[why], index=observations.index, dtype=object)})
    gone = why != _SHOWN
    if not gone.any():
        return out
    for name in NUMBERS:
        out[name] = np.where(gone, np.nan, floats(out[name]))
    out["status"] = out["status"].astype(object).mask(gone, _SUPPRESSED)
    if "comment" in out:
        out["comment"] = out["comment"].astype(object).mask(gone, None)
    return out

"""Riksjämförelse: an outcome beside the country's, and its place among the regions, for the same period and gender."""

from collections.abc import Mapping
from enum import StrEnum

import numpy as np
import pandas as pd

from kpi.analysis.arrays import BoolArray, IntArray, ObjectArray, either, filled, floats, texts
from kpi.analysis.certainty import intervals
from kpi.analysis.exact import tidy
from kpi.analysis.outcome import KEY, NUMBERS
from kpi.analysis.regions import Regions, among, quartiles
from kpi.model import Direction, ObservationStatus

COUNTRY = "0000"
FEWEST_FOR_QUARTILES = 4
COLUMNS = [
    "reference", "reference_value", "difference", "difference_reason",
    "verdict", "verdict_reason", "interval_lower", "interval_upper", "interval_method",
    "rank", "rank_of", "rank_reason", "regions_missing", "regions_suppressed",
    "regions_lowest", "regions_q1", "regions_median", "regions_q3", "regions_highest", "quartile_reason",
]  # fmt: skip
_QUARTILES = COLUMNS[-6:-1]
_SIDES = {Direction.HIGHER.value: 1.0, Direction.LOWER.value: -1.0}


class Standing(StrEnum):
    """How an outcome stands against the reference; without a better direction it is only above or below."""

    BETTER = "better"
    WORSE = "worse"
    ABOVE = "above"
    BELOW = "below"
    SAME = "same"


class ComparisonReason(StrEnum):
    """Why there is no difference, no verdict, no rank or no quartiles."""

    NO_VALUE = "no_value"
    SUPPRESSED = "suppressed"
    PART_OF_YEAR = "part_of_year"
    IS_REFERENCE = "is_reference"
    NO_REFERENCE = "no_reference"
    REFERENCE_SUPPRESSED = "reference_suppressed"
    NO_INTERVAL = "no_interval"
    BROKEN_INTERVAL = "broken_interval"
    NO_DIRECTION = "no_direction"
    NOT_A_REGION = "not_a_region"
    NO_OTHER_REGION = "no_other_region"
    TOO_FEW_REGIONS = "too_few_regions"


Why = ComparisonReason


def compare(
    rows: pd.DataFrame, observations: pd.DataFrame, units: pd.DataFrame, *,
    reference: str = COUNTRY, directions: Mapping[str, str] | None = None,
    events_per: Mapping[str, float] | None = None,
) -> pd.DataFrame:  # fmt: skip
    """`COLUMNS` for each row, aligned with `rows`: one outcome each, compared at its own period and gender.

    rows: `KEY` (indicator, unit, gender, period_kind, period_start), `NUMBERS` and observation_status, as `assess`
    gives them, with direction and measure where known; so_far marks an outcome of a part of a year, which is not
    compared. directions: `Direction` by indicator, where `rows` does not say. units: code and kind; those of the kind
    region are ranked. events_per: indicators that count events among so many (1 000 invånare); they get Byar's.

    difference = value − reference. verdict: a `Standing`, when the outcome's 95 % interval (`certainty.intervals`)
    lies wholly on one side of the reference value, else same. rank: 1 is best among the rank_of regions with a value,
    its own among them; equal values share the better place. regions_missing and regions_suppressed: lists of codes.
    Each null has a `ComparisonReason` in the column beside it; the rows' values are never filled in or rounded.
    Raises `ValueError` on a repeated observation.
    """
    own = _own(rows, directions)
    regions = among(own, observations, units, reference)
    missing = _no_outcome(own)
    found: dict[str, object] = {
        "reference": filled(len(own), reference),
        **_difference(own, regions, missing),
    }
    found |= _verdict(own, found, events_per or {})
    found |= _rank(own, regions, missing)
    found |= _spread(regions)
    return pd.DataFrame({name: pd.Series(found[name], index=rows.index) for name in COLUMNS})


def _own(rows: pd.DataFrame, directions: Mapping[str, str] | None) -> pd.DataFrame:
    own = rows[[*KEY, *NUMBERS, "observation_status"]].reset_index(drop=True)
    own["period_start"] = pd.to_datetime(own["period_start"]).to_numpy("datetime64[s]")
    for name in ("direction", "measure"):
        own[name] = pd.Series(texts(rows[name]) if name in rows else filled(len(rows)), dtype=object)
    if directions is not None:
        own["direction"] = own["direction"].where(own["direction"].notna(), own["indicator"].map(dict(directions)))
    own["so_far"] = rows["so_far"].to_numpy(bool) if "so_far" in rows else False
    return own


def _first(size: int, *checks: tuple[Why, BoolArray]) -> ObjectArray:
    """The first reason that holds for each row, or None."""
    why = filled(size)
    for reason, holds in reversed(checks):
        why[holds] = reason.value
    return why


def _no_outcome(own: pd.DataFrame) -> ObjectArray:
    hidden = own["observation_status"].eq(ObservationStatus.SUPPRESSED.value).to_numpy(bool)
    none = ~np.isfinite(floats(own["value"]))
    return _first(
        len(own),
        (Why.SUPPRESSED, none & hidden), (Why.NO_VALUE, none), (Why.PART_OF_YEAR, own["so_far"].to_numpy(bool)),
    )  # fmt: skip


def _difference(own: pd.DataFrame, regions: Regions, missing: ObjectArray) -> dict[str, object]:
    value, theirs = floats(own["value"]), regions.reference
    itself = own["unit"].eq(regions.code).to_numpy(bool)
    unknown = ~np.isfinite(theirs)
    reason = _first(
        len(own),
        (Why.IS_REFERENCE, itself), (Why.REFERENCE_SUPPRESSED, unknown & regions.reference_hidden),
        (Why.NO_REFERENCE, unknown),
    )  # fmt: skip
    reason = either(missing == None, reason, missing)  # noqa: E711 (element by element)
    known = reason == None  # noqa: E711
    return {
        "reference_value": theirs,
        "difference": np.where(known, tidy(value - theirs, abs(value) + abs(theirs)), np.nan),
        "difference_reason": reason,
    }


def _verdict(own: pd.DataFrame, found: Mapping[str, object], events_per: Mapping[str, float]) -> dict[str, object]:
    theirs, reason = np.asarray(found["reference_value"], np.float64), np.asarray(found["difference_reason"], object)
    lower, upper, method, broken = intervals(own, events_per)
    side = own["direction"].map(_SIDES).to_numpy(np.float64, na_value=0.0)
    high, low = lower > theirs, upper < theirs
    good = (high & (side > 0)) | (low & (side < 0))
    named = np.where(side == 0, np.where(high, Standing.ABOVE, Standing.BELOW), np.where(good, "better", "worse"))
    why = _first(len(own), (Why.BROKEN_INTERVAL, broken), (Why.NO_INTERVAL, method == None))  # noqa: E711
    why = either(reason == None, why, reason)  # noqa: E711
    sure = why == None  # noqa: E711
    return {
        "verdict": either(sure, either(high | low, named.astype(str), Standing.SAME.value)),
        "verdict_reason": why,
        "interval_lower": lower,
        "interval_upper": upper,
        "interval_method": method,
    }


def _rank(own: pd.DataFrame, regions: Regions, missing: ObjectArray) -> dict[str, object]:
    side = own["direction"].map(_SIDES).to_numpy(np.float64, na_value=0.0)
    value = floats(own["value"])
    count = np.isfinite(regions.values).sum(axis=1)
    with np.errstate(invalid="ignore"):
        better = ((regions.values - value[:, None]) * side[:, None] > 0).sum(axis=1)
    reason = _first(
        len(own),
        (Why.NO_DIRECTION, side == 0), (Why.NOT_A_REGION, ~regions.own), (Why.NO_OTHER_REGION, count < 2),  # noqa: PLR2004
    )  # fmt: skip
    reason = either(missing == None, reason, missing)  # noqa: E711
    ranked = reason == None  # noqa: E711
    return {
        "rank": _whole(better + 1, ranked),
        "rank_of": _whole(count, ranked),
        "rank_reason": reason,
    }


def _whole(numbers: IntArray, known: BoolArray) -> pd.arrays.IntegerArray:
    return pd.arrays.IntegerArray(np.asarray(numbers, np.int64), ~known)


def _spread(regions: Regions) -> dict[str, object]:
    few = np.isfinite(regions.values).sum(axis=1) < FEWEST_FOR_QUARTILES
    spread = np.where(few[:, None], np.nan, quartiles(regions.values))
    return {
        "regions_missing": regions.named(~np.isfinite(regions.values) & ~regions.hidden),
        "regions_suppressed": regions.named(~np.isfinite(regions.values) & regions.hidden),
        **{name: spread[:, at] for at, name in enumerate(_QUARTILES)},
        "quartile_reason": either(few, Why.TOO_FEW_REGIONS.value),
    }

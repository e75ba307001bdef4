"""The regions' values beside each outcome: same nyckeltal, period and gender, as one matrix."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kpi.analysis.arrays import BoolArray, FloatArray, IntArray, ObjectArray, filled, floats
from kpi.analysis.outcome import prepare

REGION = "region"
PLACE = ["indicator", "gender", "period_kind", "period_start"]


@dataclass(frozen=True)
class Regions:
    """values and hidden: one row per outcome, one column per region of `codes`, NaN where unknown.

    own: whether the outcome is a region's. code: the reference's; reference and reference_hidden: one per outcome.
    """

    codes: ObjectArray
    values: FloatArray
    hidden: BoolArray
    own: BoolArray
    code: str
    reference: FloatArray
    reference_hidden: BoolArray

    def named(self, which: BoolArray) -> ObjectArray:
        """Per outcome, the list of the codes of those regions."""
        row, column = np.nonzero(which)
        lists = np.split(self.codes[column], np.searchsorted(row, np.arange(1, len(which))))
        out = filled(len(which))
        out[:] = [one.tolist() for one in lists[: len(which)]]
        return out


def among(own: pd.DataFrame, observations: pd.DataFrame, units: pd.DataFrame, reference: str) -> Regions:
    """What the observations say of the regions and the reference at each outcome's place.

    own: `PLACE`, unit, value and so_far. An outcome's own value counts as its region's, so that a year made of its
    parts is ranked as it stands; one of a part of a year counts as none.
    """
    codes = np.array(sorted(units.loc[units["kind"].eq(REGION), "code"]), object)
    used = observations["indicator"].isin(own["indicator"]) & observations["unit"].isin([*codes, reference])
    seen = prepare(observations[used])
    places = own[PLACE].drop_duplicates(ignore_index=True).assign(place=lambda made: np.arange(len(made)))
    at = own[PLACE].merge(places, on=PLACE, how="left")["place"].to_numpy(np.int64)
    seen = seen.merge(places, on=PLACE)
    values, hidden = _matrix(seen, codes, len(places))
    their_values, theirs_hidden = _matrix(seen, np.array([reference], object), len(places))
    values, hidden = values[at], hidden[at]
    column = pd.Index(codes).get_indexer(pd.Index(own["unit"]))
    mine = column >= 0
    values[mine, column[mine]] = floats(own["value"].mask(own["so_far"]))[mine]
    return Regions(codes, values, hidden, mine, reference, their_values[at, 0], theirs_hidden[at, 0])


def _matrix(seen: pd.DataFrame, codes: ObjectArray, places: int) -> tuple[FloatArray, BoolArray]:
    column: IntArray = pd.Index(codes).get_indexer(pd.Index(seen["unit"]))
    mine = column >= 0
    place = seen["place"].to_numpy(np.int64)[mine]
    values, hidden = np.full((places, len(codes)), np.nan), np.zeros((places, len(codes)), bool)
    values[place, column[mine]] = floats(seen["value"])[mine]
    hidden[place, column[mine]] = seen["hidden"].to_numpy(bool)[mine]
    return values, hidden


def quartiles(values: FloatArray) -> FloatArray:
    """Lowest, lower quartile, median, upper quartile and highest of each row's known values; NaN for an empty row.

    Linear interpolation between order statistics (Hyndman and Fan's type 7), as `numpy.quantile`.
    """
    sizes = np.isfinite(values).sum(axis=1)
    ordered = np.sort(np.where(np.isfinite(values), values, np.nan), axis=1)
    if not ordered.shape[1]:
        return np.full((len(values), 5), np.nan)
    place = np.maximum(sizes - 1, 0)[:, None] * np.array([0, 0.25, 0.5, 0.75, 1])
    below = np.floor(place).astype(np.int64)
    above = np.ceil(place).astype(np.int64)
    low, high = (np.take_along_axis(ordered, which, axis=1) for which in (below, above))
    out: FloatArray = low + (place - below) * (high - low)
    return out

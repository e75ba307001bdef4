"""The sums that observations stand in, all at once: a number is part of some and the total of others."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
import pandas as pd

from kpi.analysis import additive
from kpi.analysis.additive import GENDERS, Cells, Sums
from kpi.analysis.arrays import BoolArray, IntArray

ALTERNATIVES = (1, 2)
"""How a unit's parts of several kinds add up: all together, or each kind."""


class Along(IntEnum):
    """What a sum runs over."""

    NOTHING = 0
    GENDER = 1
    UNIT = 2
    PERIOD = 3


class Strand(NamedTuple):
    """Sums of one kind; `alternative` is one of `ALTERNATIVES`, or 0 where there is only one way to add."""

    along: Along
    sums: Sums
    alternative: int = 0


def ordered(rows: pd.DataFrame, units: pd.DataFrame) -> tuple[Cells, IntArray]:
    """The rows as cells, in the order of their keys, and the row of each. rows: `KEY` without repeats."""
    codes = np.unique(np.array([*units["code"], *rows["unit"]], object).astype(str)).astype(object)
    start = pd.to_datetime(rows["period_start"])
    places = pd.DataFrame(
        {
            "kind": rows["period_kind"].to_numpy(object),
            "day": start.to_numpy("datetime64[D]").astype(np.int64),
            "month": start.to_numpy("datetime64[M]").astype(np.int64),
        }
    )
    periods = places.drop_duplicates(["kind", "day"]).sort_values(["kind", "day"], ignore_index=True)
    at = pd.MultiIndex.from_frame(periods[["kind", "day"]])
    found = [
        pd.factorize(rows["indicator"].astype(object), sort=True)[0],
        pd.Index(codes).get_indexer(pd.Index(rows["unit"].astype(object))),
        pd.Index(GENDERS).get_indexer(pd.Index(rows["gender"].astype(object))),
        at.get_indexer(pd.MultiIndex.from_frame(places[["kind", "day"]])),
    ]
    indicator, unit, gender, period = (np.asarray(code, np.int64) for code in found)
    order = np.lexsort((period, gender, unit, indicator))
    return Cells(indicator[order], unit[order], gender[order], period[order], codes, periods), order


def woven(cells: Cells, units: pd.DataFrame) -> list[Strand]:
    """Every sum: kvinnor and män first, then units and periods one gender at a time."""
    found = [Strand(Along.GENDER, additive.by_gender(cells))]
    for gender in range(len(GENDERS)):
        found += [Strand(Along.UNIT, sums, at) for at, sums in additive.by_unit(cells, units, gender)]
        found += [Strand(Along.PERIOD, additive.by_period(cells, gender))]
    return [found[0], *(strand for strand in found[1:] if len(strand.sums.total))]


class Lonely:
    """How many hidden numbers each sum of a strand has, kept up to date as more are hidden."""

    def __init__(self, strand: Strand, hidden: BoolArray) -> None:
        sums = strand.sums
        with_total = np.flatnonzero(sums.total >= 0)
        cell = np.concatenate([sums.cell, sums.total[with_total]])
        order = np.argsort(cell, kind="stable")
        self._line = np.concatenate([sums.line, with_total])[order]
        self._first = np.searchsorted(cell[order], np.arange(len(hidden) + 1))
        self._asks = (sums.total >= 0) | (strand.along is Along.UNIT)
        self._hidden = np.zeros(len(sums.total), np.int64)
        self.hide(np.flatnonzero(hidden))

    def hide(self, cells: IntArray) -> None:
        """Count these cells, which are hidden now."""
        np.add.at(self._hidden, self._of(cells)[0], 1)

    def cost(self, cells: IntArray) -> IntArray:
        """In how many sums each cell would be the only one hidden."""
        line, which = self._of(cells)
        alone = self._asks[line] & (self._hidden[line] == 0)
        return np.bincount(which[alone], minlength=len(cells))

    def _of(self, cells: IntArray) -> tuple[IntArray, IntArray]:
        """The sums that the cells are in, and which of the cells."""
        first, many = self._first[cells], self._first[cells + 1] - self._first[cells]
        which = np.repeat(np.arange(len(cells)), many)
        return self._line[np.arange(len(which)) + (first - np.cumsum(many) + many)[which]], which

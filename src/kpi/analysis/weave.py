"""The sums that observations stand in, all at once: a number is part of some and the total of others."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

import numpy as np
import pandas as pd

from kpi.analysis import additive
from kpi.analysis.additive import GENDERS, Cells, Sums
from kpi.analysis.arrays import BoolArray, DateArray, IntArray, ObjectArray
from kpi.model import TOTAL_MONTHS, PeriodKind

ALTERNATIVES = (1, 2)
"""How a unit's parts of several kinds add up: all together, or each kind."""
_NEVER = np.iinfo(np.int64).max


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


def ordered(rows: pd.DataFrame, trees: Sequence[pd.DataFrame], begun: pd.Series) -> tuple[Cells, IntArray]:
    """The rows as cells, in the order of their keys, and the row of each.

    rows: `KEY` without repeats. trees: units, as they are and as they have been. begun: by unit, the first day that it
    has a row of any nyckeltal. Among the periods that cells can have are the years that they lie in.
    """
    every = np.concatenate([*(tree["code"] for tree in trees), rows["unit"]]).astype(str)
    codes = np.unique(every).astype(object)
    days = pd.to_datetime(rows["period_start"]).to_numpy("datetime64[D]")
    places = _places(rows["period_kind"].to_numpy(object), days)
    years = np.unique(days.astype("datetime64[Y]")).astype("datetime64[D]")
    possible = pd.concat([places, _places(np.full(len(years), PeriodKind.YEAR.value, object), years)])
    periods = possible.drop_duplicates(["kind", "day"]).sort_values(["kind", "day"], ignore_index=True)
    at = pd.MultiIndex.from_frame(periods[["kind", "day"]])
    found = [
        pd.factorize(rows["indicator"].astype(object), sort=True)[0],
        pd.Index(codes).get_indexer(pd.Index(rows["unit"].astype(object))),
        pd.Index(GENDERS).get_indexer(pd.Index(rows["gender"].astype(object))),
        at.get_indexer(pd.MultiIndex.from_frame(places[["kind", "day"]])),
    ]
    indicator, unit, gender, period = (np.asarray(code, np.int64) for code in found)
    order = np.lexsort((period, gender, unit, indicator))
    first = begun.reindex(codes).to_numpy("datetime64[M]")
    months = np.where(np.isnat(first), _NEVER, first.astype(np.int64))
    for parent in _parents(codes, trees):
        for _ in range(len(codes)):
            before = months.copy()
            np.minimum.at(months, parent[parent >= 0], months[parent >= 0])
            if (before == months).all():
                break
    return Cells(indicator, unit, gender, period, codes, periods, months).take(order), order


def with_unknown(cells: Cells, trees: Sequence[pd.DataFrame]) -> tuple[Cells, IntArray]:
    """The cells and every other that a reader can add up to, and where among them the cells are.

    Each nyckeltal at its units and those above them, for every gender, in its periods and their years.
    """
    above = _parents(cells.units, trees)
    parts = []
    for one in np.unique(cells.indicator):
        mine = cells.indicator == one
        units = _with_those_above(np.unique(cells.unit[mine]), above)
        month = np.unique(cells.periods["month"].to_numpy(np.int64)[cells.period[mine]])
        years = cells.periods["kind"].eq(PeriodKind.YEAR.value).to_numpy() & np.isin(
            cells.periods["month"].to_numpy(np.int64), month // TOTAL_MONTHS * TOTAL_MONTHS
        )
        periods = np.union1d(cells.period[mine], np.flatnonzero(years))
        grid = np.meshgrid(one, units, range(len(GENDERS)), periods, indexing="ij")
        parts.append(np.stack([axis.reshape(-1) for axis in grid]))
    indicator, unit, gender, period = np.concatenate(parts, axis=1)
    wide = Cells(indicator, unit, gender, period, cells.units, cells.periods, cells.begun)
    delivered = np.isin(wide.key, cells.key)
    there = cells.begun[unit] <= cells.periods["month"].to_numpy(np.int64)[period]
    wide = wide.take(np.flatnonzero(delivered | there))
    return wide, wide.find(cells.key)


def woven(cells: Cells, trees: Sequence[pd.DataFrame]) -> list[Strand]:
    """Every sum: kvinnor and män first, then units and periods one gender at a time."""
    found = [Strand(Along.GENDER, additive.by_gender(cells))]
    for gender in range(len(GENDERS)):
        for tree in trees:
            found += [Strand(Along.UNIT, sums, at) for at, sums in additive.by_unit(cells, tree, gender)]
        found += [Strand(Along.PERIOD, additive.by_period(cells, gender))]
    return [found[0], *(strand for strand in found[1:] if len(strand.sums.total))]


def placed(strand: Strand, at: IntArray) -> Strand:
    """The strand with its cells numbered anew: cell i is `at[i]`."""
    sums = strand.sums
    total = np.where(sums.total >= 0, at[sums.total], -1)
    return strand._replace(sums=Sums(sums.line, at[sums.cell], total, sums.complete))


def _places(kinds: ObjectArray, days: DateArray) -> pd.DataFrame:
    month = days.astype("datetime64[M]").astype(np.int64)
    return pd.DataFrame({"kind": kinds, "day": days.astype(np.int64), "month": month})


def _parents(codes: ObjectArray, trees: Sequence[pd.DataFrame]) -> list[IntArray]:
    """For each tree the position of every unit's parent among the codes, −1 for none."""
    found = []
    for tree in trees:
        known = tree.drop_duplicates("code").set_index("code")["parent"].reindex(codes)
        found.append(np.asarray(pd.Index(codes).get_indexer(pd.Index(known)), np.int64))
    return found


def _with_those_above(units: IntArray, parents: Sequence[IntArray]) -> IntArray:
    while True:
        more = np.unique(np.concatenate([units, *(parent[units] for parent in parents)]))
        more = more[more >= 0]
        if len(more) == len(units):
            return more
        units = more


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

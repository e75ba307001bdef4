"""What adds up to what: totalt of kvinnor and män, a unit of the units beneath it, a period of its parts.

Whoever knows all of such a sum but one number knows that one too; `kpi.analysis.hiding` sees to it that nobody does.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kpi.analysis.arrays import BoolArray, FloatArray, IntArray, ObjectArray
from kpi.model import Gender, PeriodKind

GENDERS = [Gender.WOMEN.value, Gender.MEN.value, Gender.TOTAL.value]
_TOTAL, _NOWHERE = 2, -1
_PERSONS = GENDERS[:_TOTAL]
_NEARLY = 1e-9  # shares of a whole, as far as floats add up to it
_MONTHS = {kind.value: kind.months for kind in PeriodKind}


@dataclass(frozen=True)
class Sums:
    """Many sums. Part i is the cell `cell[i]` of the sum `line[i]`; `total[line]` is its total's cell, −1 for none.

    complete: whether every part of the sum is among the cells, so that the parts make the total.
    """

    line: IntArray
    cell: IntArray
    total: IntArray
    complete: BoolArray

    def count(self, cells: BoolArray) -> IntArray:
        """How many parts of each sum are among the marked cells."""
        return np.bincount(self.line[cells[self.cell]], minlength=len(self.total))

    def totals(self, cells: BoolArray) -> BoolArray:
        """Whether each sum's total is among the marked cells."""
        return (self.total >= 0) & cells[self.total]


@dataclass(frozen=True)
class Cells:
    """Cells as codes, in the order of their keys, so that the order of rows never matters; all arrays of one length.

    units and periods hold what the codes stand for: unit codes, and pairs of kind and first month (since 1970).
    begun (units,): the first month from which a unit, or one beneath it, has a row of any nyckeltal; before that it is
    not there to be waited for.
    """

    indicator: IntArray
    unit: IntArray
    gender: IntArray
    period: IntArray
    units: ObjectArray
    periods: pd.DataFrame
    begun: IntArray

    def take(self, which: IntArray) -> "Cells":
        """Some of the cells, with the same codes."""
        return Cells(
            self.indicator[which], self.unit[which], self.gender[which], self.period[which],
            self.units, self.periods, self.begun,
        )  # fmt: skip

    @property
    def key(self) -> IntArray:
        """One number per cell, rising."""
        return self.at(self.unit, self.gender, self.period, self.indicator)

    def at(self, unit: IntArray, gender: IntArray | int, period: IntArray, indicator: IntArray) -> IntArray:
        """The keys of those places."""
        place = (indicator * len(self.units) + unit) * len(GENDERS) + gender
        return np.asarray(place * len(self.periods) + period, np.int64)

    def find(self, keys: IntArray) -> IntArray:
        """The cells with those keys, −1 for none."""
        own = self.key
        if not len(own):
            return np.full(len(keys), _NOWHERE)
        at = np.minimum(np.searchsorted(own, keys), len(own) - 1)
        return np.where(own[at] == keys, at, _NOWHERE)


def by_gender(cells: Cells) -> Sums:
    """Kvinnor + män = totalt."""
    part = np.flatnonzero(cells.gender != _TOTAL)
    total = cells.at(cells.unit[part], _TOTAL, cells.period[part], cells.indicator[part])
    return _sums(cells, part, total, total, np.full(len(part), 1 / len(_PERSONS)))


def by_unit(cells: Cells, units: pd.DataFrame, gender: int) -> list[tuple[int, Sums]]:
    """The units beneath a unit = that unit, with the alternative (0: the only one) that the sums belong to.

    First each unit's own children; then, where a unit between has no number, what is beneath it instead, so that a
    region is the sum of its wards where nothing is delivered for what they make up. A unit with boards and
    municipalities beneath it may be the sum of all (1) or of each kind (2): the tree does not say.
    """
    tree = _tree(cells, units)
    part = np.flatnonzero((cells.gender == gender) & (tree.parent[cells.unit] >= 0))
    unit = cells.unit[part]
    children = _Beneath(part, tree.parent[unit], unit, np.ones(len(part)))
    return [*_of_kinds(cells, tree, children), *_of_kinds(cells, tree, _over_gaps(cells, tree, children))]


@dataclass(frozen=True)
class _Tree:
    """By unit its parent (−1: none) and kind as codes. beneath (kinds, units, periods): how many lie right under it."""

    parent: IntArray
    kind: IntArray
    beneath: IntArray


@dataclass(frozen=True)
class _Beneath:
    """Cells beneath a unit: `branch` is the unit's child that they are or lie under, `share` their share of that."""

    part: IntArray
    above: IntArray
    branch: IntArray
    share: FloatArray

    def totals(self, cells: Cells) -> IntArray:
        """The keys of the parts' totals; only where there is a unit above."""
        of = (column[self.part] for column in (cells.gender, cells.period, cells.indicator))
        return cells.at(np.maximum(self.above, 0), *of)


def _tree(cells: Cells, units: pd.DataFrame) -> _Tree:
    known = units.drop_duplicates("code").set_index("code").reindex(cells.units)
    parent: IntArray = pd.Index(cells.units).get_indexer(pd.Index(known["parent"]))
    kind = pd.factorize(known["kind"].astype(object), use_na_sentinel=False)[0]
    there = cells.begun[:, None] <= cells.periods["month"].to_numpy(np.int64)
    beneath = np.zeros((kind.max(initial=0) + 1, *there.shape), np.int64)
    below = parent >= 0
    np.add.at(beneath, (kind[below], parent[below]), there[below])
    return _Tree(parent, kind, beneath)


def _over_gaps(cells: Cells, tree: _Tree, found: _Beneath) -> _Beneath:
    """Every part of the nearest unit above with a number, for units of which some part is no child."""
    start = found.above
    for _ in range(len(tree.parent)):
        gap = (found.above >= 0) & (cells.find(found.totals(cells)) < 0)
        if not gap.any():
            break
        beneath = tree.beneath.sum(axis=0)[found.above, cells.period[found.part]]
        share = np.where(gap, found.share / np.maximum(beneath, 1), found.share)
        above, branch = np.where(gap, tree.parent[found.above], found.above), np.where(gap, found.above, found.branch)
        found = _Beneath(found.part, above, branch, share)
    total = found.totals(cells)
    used = (found.above >= 0) & np.isin(total, total[(found.above >= 0) & (found.above != start)])
    return _Beneath(found.part[used], found.above[used], found.branch[used], found.share[used])


def _of_kinds(cells: Cells, tree: _Tree, found: _Beneath) -> list[tuple[int, Sums]]:
    period, kind = cells.period[found.part], tree.kind[found.branch]
    all_of, alike = tree.beneath.sum(axis=0)[found.above, period], tree.beneath[kind, found.above, period]
    total = found.totals(cells)
    line = total * len(tree.beneath) + kind
    mixed = alike < all_of
    return [
        (alternative, _sums(cells, found.part[which], key[which], total[which], (found.share / expected)[which]))
        for alternative, which, key, expected in (
            (0, ~mixed, total, all_of), (1, mixed, total, all_of), (2, mixed, line, alike),
        )
    ]  # fmt: skip


def by_period(cells: Cells, gender: int) -> Sums:
    """Months, quarters, tertials, halves and years = the longer periods that they make up whole."""
    inside = _inside(cells.periods)
    own = np.flatnonzero(cells.gender == gender)
    first = np.searchsorted(inside["part"], cells.period[own])
    many = np.searchsorted(inside["part"], cells.period[own], side="right") - first
    part = np.repeat(own, many)
    pair = np.repeat(first, many) + np.arange(len(part)) - np.repeat(np.cumsum(many) - many, many)
    shift = inside["total"].to_numpy()[pair] - cells.period[part]
    total = cells.key[part] + shift
    line = total * (len(_MONTHS) + 1) + inside["kind"].to_numpy()[pair]
    seen = cells.find(total) >= 0
    return _sums(cells, part[seen], line[seen], total[seen], 1 / inside["parts"].to_numpy()[pair][seen])


def _inside(periods: pd.DataFrame) -> pd.DataFrame:
    """Which period lies inside which: part and total as codes, the part's kind, and how many such parts it takes."""
    months = periods["kind"].map(_MONTHS).to_numpy(np.int64)
    start, kind = periods["month"].to_numpy(np.int64), pd.factorize(periods["kind"], sort=True)[0]
    part, total = np.nonzero((months[:, None] > 0) & (months[:, None] < months[None, :]))
    after = start[part] - start[total]
    within = (after >= 0) & (after + months[part] <= months[total])
    tiles = (after % months[part] == 0) & (months[total] % months[part] == 0)
    part, total = part[within & tiles], total[within & tiles]
    return pd.DataFrame(
        {"part": part, "total": total, "kind": kind[part], "parts": months[total] // months[part]}
    )  # sorted by part, as nonzero gives it


def _sums(cells: Cells, part: IntArray, line: IntArray, total: IntArray, share: FloatArray) -> Sums:
    """Parts with the key of their line and of its total, and what share each is of the parts of a whole line."""
    _, first, number = np.unique(line, return_index=True, return_inverse=True)
    complete = abs(np.bincount(number, share, minlength=len(first)) - 1) < _NEARLY
    return Sums(number, part, cells.find(total[first]), complete)

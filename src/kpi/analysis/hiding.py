"""Secondary suppression: further numbers are hidden until no hidden one follows from those that show.

The rules, for each sum of `kpi.analysis.additive`, until nothing changes:

- One of kvinnor and män hidden and totalt shown: the other is hidden.
- One unit of a parent hidden: the next smallest is hidden, whether the parent's own number is here or not.
- One part of a shown period hidden: the next smallest is hidden.
- A total hidden and none of its parts: the smallest part is hidden. One part hidden and no other shows: the total is.
- The hidden parts of a shown total are one each, by what is left of it: the next smallest is hidden.

Sums woven together can give a number away though each alone does not (`kpi.analysis.recovery`), also by way of numbers
that nobody delivered: where they do, a number beside it is hidden, and the rules start over. Smallest is by numerator;
a true zero goes last. A number that had to go only for another's sake takes with it, before the smallest, one that
asks for no third.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from kpi.analysis.additive import GENDERS, Sums
from kpi.analysis.arrays import BoolArray, FloatArray, IntArray, floats
from kpi.analysis.recovery import recoverable
from kpi.analysis.weave import ALTERNATIVES, Along, Lonely, Strand, ordered, placed, with_unknown, woven
from kpi.model import ObservationStatus

_NOT_APPLICABLE = ObservationStatus.NOT_APPLICABLE.value
_AT_A_TIME = 4


def protect(
    rows: pd.DataFrame, trees: Sequence[pd.DataFrame], hidden: BoolArray, begun: pd.Series
) -> IntArray:  # fmt: skip
    """An `Along` per row: which shown rows must be hidden as well, and for the sake of which sum.

    rows: `KEY` without repeats, value, numerator, denominator and status; hidden: those that are hidden already.
    trees, begun: as `weave.ordered` takes them.
    Rows without a number that are not hidden are no cells; "ej tillämpligt" is one that neither shows nor hides.
    """
    known = rows[["value", "numerator", "denominator"]].notna().any(axis=1).to_numpy(bool)
    nothing = rows["status"].astype(object).eq(_NOT_APPLICABLE).to_numpy(bool)
    used = np.flatnonzero((known | hidden | nothing) & rows["gender"].isin(GENDERS).to_numpy(bool))
    cells, order = ordered(rows.iloc[used], trees, begun)
    wide, own = with_unknown(cells, trees)
    row = np.full(len(wide.unit), -1)
    row[own] = used[order]
    # What nobody delivered is known only through what it adds up with: the rules on each sum alone leave it out.
    strands = [placed(strand, own) for strand in woven(cells, trees)]
    table = _Table(rows, row, hidden=hidden, known=known & ~nothing, strands=strands, wide=woven(wide, trees))
    table.settle()
    while table.loosen():
        table.settle()
    out = np.zeros(len(rows), np.int64)
    out[row[own]] = table.why[own]
    return out


class _Table:
    """Which cells are hidden and which show, as it changes; `why` is the `Along` of those hidden here.

    row: the row of each cell, −1 for one that nobody delivered. strands: the sums of delivered cells; wide: of all.
    """

    def __init__(
        self, rows: pd.DataFrame, row: IntArray, *, hidden: BoolArray, known: BoolArray, strands: list[Strand],
        wide: list[Strand],
    ) -> None:  # fmt: skip
        self.unknown = row < 0
        hidden, known = (np.where(self.unknown, False, flags[row]) for flags in (hidden, known))
        value, self.above, below = (
            np.where(self.unknown, np.nan, floats(rows[name])[row]) for name in ("value", "numerator", "denominator")
        )
        self.rest = below - self.above
        size = np.where(np.isfinite(self.above), self.above, np.where(np.isfinite(value), abs(value), below))
        self.rank = np.argsort(np.lexsort((size, size == 0)), kind="stable")
        self.hidden, self.shown, self.first = hidden.copy(), known & ~hidden, hidden
        self.why = np.zeros(len(row), np.int64)
        self.strands, self.wide, self.lonely = strands, wide, [Lonely(strand, hidden) for strand in strands]
        self.suspects = {alternative: hidden.copy() for alternative in ALTERNATIVES}  # not yet found to be safe

    def settle(self) -> None:
        """Apply the rules until nothing changes; what was hidden for kvinnor decides for män before their own turn."""
        before = -1
        while (now := int(self.hidden.sum())) != before:
            before = now
            for strand in self.strands:
                for one in (strand, self.strands[0]):
                    self._hide(self._asked(one), one.along)

    def _hide(self, cells: IntArray, along: Along) -> None:
        cells = np.unique(cells)
        self.hidden[cells], self.shown[cells], self.why[cells] = True, False, along
        for suspects in self.suspects.values():
            suspects[cells] = True
        for lonely in self.lonely:
            lonely.hide(cells)

    def _cost(self, cells: IntArray) -> IntArray:
        """In how many sums each cell would be the only one hidden, so that another would have to go for its sake."""
        return np.asarray(np.sum([lonely.cost(cells) for lonely in self.lonely], axis=0), np.int64)

    def _asked(self, strand: Strand) -> IntArray:
        """The cells to hide by the rules of each sum on its own."""
        sums = strand.sums
        hidden, left = sums.count(self.hidden), sums.count(self.shown)
        total = sums.totals(self.shown)
        alone = (hidden == 1) & (total | (strand.along is Along.UNIT))
        bare = sums.totals(self.hidden) & (hidden == 0) & sums.complete
        ones = total & sums.complete & (hidden > 1) & (self._ones(sums, self.above) | self._ones(sums, self.rest))
        by_size = (alone & (sums.count(self.first) == 1)) | ones
        parts = self._smallest(sums, alone | bare | ones, by_size)
        cornered = total & sums.complete & (left == 0) & ((hidden == 1) | ones)
        return np.concatenate([parts, sums.total[cornered]])

    def _ones(self, sums: Sums, number: FloatArray) -> BoolArray:
        """Whether the hidden parts are one each, which their sum and number then say. NaN, as delivered, never is."""
        mine = self.hidden[sums.cell]
        other = np.bincount(sums.line[mine], number[sums.cell[mine]] != 1, minlength=len(sums.total))
        return np.asarray(other == 0)

    def _smallest(self, sums: Sums, wanted: BoolArray, by_size: BoolArray) -> IntArray:
        """The smallest shown part of each sum wanted; but where not `by_size`, first one that asks for no other."""
        mine = np.flatnonzero(wanted[sums.line] & self.shown[sums.cell])
        line, cell = sums.line[mine], sums.cell[mine]
        cost = np.where(by_size[line], 0, self._cost(cell))
        order = np.lexsort((self.rank[cell], cost, line))
        return cell[order[np.unique(line[order], return_index=True)[1]]]

    def loosen(self) -> bool:
        """Hide one more number beside those that are given away; False when none is.

        Where all that their sums hold is hidden already, one further out in the tangle; where that is too, nothing is
        left to tell them by.
        """
        for alternative in ALTERNATIVES:
            read = [strand for strand in self.wide if strand.alternative in (0, alternative)]
            sums, not_shown = [strand.sums for strand in read], self.hidden | self.unknown
            found, tangle = recoverable(sums, not_shown, self.suspects[alternative])
            found = found[~self.unknown[found]]
            every = np.arange(len(self.hidden))
            self.suspects[alternative] = np.isin(every, found)
            near = np.where(self.suspects[alternative], every, -1)
            wide = np.where(np.isin(tangle, tangle[found]), every, -1)
            if any(self._hide_beside(read, cells, tangle) for cells in (near, wide)):
                return True
        return False

    def _hide_beside(self, read: list[Strand], near: IntArray, tangle: IntArray) -> bool:
        """Hide a shown number in the sums of the cells marked in `near` (−1: not); whether there was any.

        One per cell, first those that ask for no other, parts before totals, then the smallest. Of these only a
        quarter in each tangle goes at a time: it often frees the rest.
        """
        columns = zip(*(self._beside(strand, near) for strand in read), strict=True)
        cell, of, is_total, along = (np.concatenate(column) for column in columns)
        best = np.lexsort((self.rank[cell], is_total, self._cost(cell), of))
        best = best[np.unique(of[best], return_index=True)[1]]
        best = best[np.unique(cell[best], return_index=True)[1]]
        where = tangle[of[best]]
        best, where = (column[np.lexsort((self.rank[cell[best]], where))] for column in (best, where))
        first = np.searchsorted(where, where)
        many = np.searchsorted(where, where, side="right") - first
        best = best[(np.arange(len(best)) - first) * _AT_A_TIME < many]
        for one in Along:
            self._hide(cell[best][along[best] == one], one)
        return len(best) > 0

    def _beside(self, strand: Strand, near: IntArray) -> tuple[IntArray, IntArray, BoolArray, IntArray]:
        """The shown cells in the sums of the cells marked: cell, the mark, whether it is the total, and along what."""
        sums = strand.sums
        with_total = np.flatnonzero(sums.total >= 0)
        line, cell = np.concatenate([sums.line, with_total]), np.concatenate([sums.cell, sums.total[with_total]])
        is_total = np.arange(len(line)) >= len(sums.line)
        usable = (sums.complete & (sums.total >= 0))[line]
        of = np.full(len(sums.total), -1)
        tied = usable & (near[cell] >= 0)
        of[line[tied]] = near[cell[tied]]
        mine = usable & self.shown[cell] & (of[line] >= 0)
        return cell[mine], of[line[mine]], is_total[mine], np.full(mine.sum(), int(strand.along))

"""Can a hidden number be worked out from those that show? The sums of `kpi.analysis.additive` as a linear system."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import scipy.sparse
import scipy.sparse.csgraph

from kpi.analysis.additive import Sums
from kpi.analysis.arrays import BoolArray, FloatArray, IntArray

_sparse: Any = scipy.sparse  # without types of its own
_DIRECTIONS = 2
# A number that may vary while all sums stand moves by about 1 in a random direction, and by less than this in both
# with odds of one in 10¹⁰; one that may not moves by what the projection leaves of it, a thousandth of this.
_STILL = 1e-5
_EXACT = 1e-8
_MOST_STEPS = 10_000


def recoverable(sums: Sequence[Sums], hidden: BoolArray, suspects: BoolArray) -> tuple[IntArray, IntArray]:
    """The hidden cells whose number follows from the sums and the shown cells; and for each cell its tangle.

    A cell is safe when the hidden numbers can be varied, all sums kept, so that its own varies: when some vector of
    the null space of the sums' matrix, restricted to hidden cells, is not zero there. Random directions are projected
    onto that null space. The same cells give the same answer.
    Hidden cells that sums tie together have the same tangle; cells in no sum and shown ones have −1, and so have those
    in tangles without suspects: hiding more never makes a safe cell unsafe, so they need not be asked again.
    """
    matrix, cells = _system(sums, hidden)
    tangle = np.full(len(hidden), -1)
    if not len(cells):
        return cells, tangle
    tied: IntArray = _sparse.csgraph.connected_components(matrix.T @ matrix, directed=False)[1]
    asked = np.flatnonzero(np.isin(tied, tied[suspects[cells]]))
    tangle[cells[asked]] = tied[asked]
    directions = np.random.default_rng(0).normal(size=(len(asked), _DIRECTIONS))
    still = abs(_projected(matrix[:, asked], directions)).max(axis=1) < _STILL
    return cells[asked[still]], tangle


def _projected(matrix: Any, directions: FloatArray) -> FloatArray:
    """The part of each direction that lies in the null space, by conjugate gradients on the rest of it.

    Sums are short and woven shallowly, so a few dozen steps do. Where they do not, nothing is taken to be safe.
    """
    across = matrix.T.tocsr()
    left = directions.copy()
    residual = across @ (matrix @ left)
    step, size = residual.copy(), (residual**2).sum(axis=0)
    for _ in range(_MOST_STEPS):
        if abs(residual).max(initial=0.0) < _EXACT:
            return left
        image = matrix @ step
        length = size / np.maximum((image**2).sum(axis=0), np.finfo(float).tiny)
        left -= length * step
        residual -= length * (across @ image)
        before, size = size, (residual**2).sum(axis=0)
        step = residual + size / np.maximum(before, np.finfo(float).tiny) * step
    return np.zeros_like(left)


def _system(sums: Sequence[Sums], hidden: BoolArray) -> tuple[Any, IntArray]:
    """The complete sums with a total as rows over the hidden cells in them: +1 for a part, −1 for the total."""
    rows, cells, signs, before = [], [], [], 0
    for some in sums:
        usable = some.complete & (some.total >= 0)
        part = usable[some.line] & hidden[some.cell]
        total = np.flatnonzero(usable & some.totals(hidden))
        rows += [some.line[part] + before, total + before]
        cells += [some.cell[part], some.total[total]]
        signs += [np.ones(part.sum()), -np.ones(len(total))]
        before += len(some.total)
    own, column = np.unique(np.concatenate(cells), return_inverse=True)
    used, line = np.unique(np.concatenate(rows), return_inverse=True)
    shape = (max(len(used), 1), max(len(own), 1))
    return _sparse.coo_matrix((np.concatenate(signs), (line, column)), shape=shape).tocsr(), own

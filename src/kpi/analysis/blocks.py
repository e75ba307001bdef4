"""Series of different lengths in blocks of equal length, so that arithmetic runs over arrays and not over series."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from kpi.analysis.arrays import IntArray

# How many numbers a block or a step holds: 2 MB of floats, about what a core's own cache takes.
STEP = 1 << 18
T = TypeVar("T")


class Block(NamedTuple):
    """Series of one length n. rows (m,): which series they are; first (m,): where in a flat array each one begins."""

    rows: IntArray
    first: IntArray
    size: int

    def of(self, flat: NDArray[Any]) -> NDArray[Any]:
        """Their values out of the flat array, (m, n): whole rows are copied, faster than value by value."""
        return sliding_window_view(flat, self.size)[self.first]

    def put(self, flat: NDArray[Any], values: NDArray[Any]) -> None:
        """Write values (m, n) to where they stand in the flat array."""
        sliding_window_view(flat, self.size, writeable=True)[self.first] = values


def by_length(first: IntArray, sizes: IntArray) -> Iterator[Block]:
    """The series in blocks of equal length, shortest first, no block above `STEP` values; empty series are left out.

    first and sizes, one element per series: where in a flat array its values start, and how many they are.
    """
    order = np.argsort(sizes, kind="stable")
    for group in np.split(order, np.flatnonzero(np.diff(sizes[order])) + 1):
        size = int(sizes[group[0]]) if len(group) else 0
        for step in steps(len(group) if size else 0, size):
            yield Block(group[step], first[group[step]], size)


def on_all_cores(use: Callable[[T], None], blocks: Iterable[T]) -> None:
    """`use` for every block or slice: numpy lets other threads work while it works on arrays of this size."""
    work = list(blocks)
    if len(work) == 1:
        use(work[0])
    elif work:
        with ThreadPoolExecutor() as pool:
            list(pool.map(use, work))


def steps(count: int, width: int) -> Iterator[slice]:
    """Slices over `count` series whose work needs `width` numbers each, so that memory stays bounded."""
    size = max(STEP // max(width, 1), 1)
    for start in range(0, count, size):
        yield slice(start, min(start + size, count))

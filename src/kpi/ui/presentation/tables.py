"""Tables on slides: as many rows on each as there is room for."""

from collections.abc import Iterator

from kpi.report.briefing.content import Table
from kpi.report.pptx.table_sizes import Sized, sized
from kpi.ui.presentation.slide import WIDTH, Grid, Screen

SIZES = (20.0, 19.0, 18.0, 17.0, 16.0)
_AIR = 6.0  # over and under the text of a row, besides what the measure has


def grids(table: Table, room: float, width: float = WIDTH) -> Iterator[Grid]:
    """The table in parts that each fit, in the largest type that takes no more slides than the smallest."""
    tried = [list(_parts(sized(table, width, size, Screen()), room)) for size in SIZES]
    at = next(at for at, parts in enumerate(tried) if len(parts) <= len(tried[-1]))
    widths = sized(table, width, SIZES[at], Screen()).widths
    shares = tuple(wide / sum(widths) * 100 for wide in widths)
    for first, last in tried[at]:
        yield Grid(table.caption, shares, table.headings, table.rows[first:last], SIZES[at])


def _parts(whole: Sized, room: float) -> Iterator[tuple[int, int]]:
    """From which row to which each part goes."""
    first, count = 0, len(whole.rows) - 1
    while first < count:
        last, used = first, whole.heights[0] + _AIR
        while last < count and (last == first or used + whole.heights[last + 1] + _AIR <= room):
            used += whole.heights[last + 1] + _AIR
            last += 1
        yield first, last
        first = last


def grid_height(table: Table, width: float, size: float) -> float:
    """Of the whole table at a size."""
    whole = sized(table, width, size, Screen())
    return whole.height + _AIR * len(whole.rows)

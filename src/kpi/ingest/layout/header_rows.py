"""A header of several rows: how far its merged cells reach, and what each column is called from top to bottom."""

from kpi.ingest.layout.words import WORDS
from kpi.ingest.table import Sheet, normal, single_spaced

Cells = list[str]


def at_column(cells: Cells, index: int) -> str:
    """A cell of a row that may be shorter than others."""
    return cells[index].strip() if index < len(cells) else ""


def reached(sheet: Sheet, top: int, last: int) -> tuple[int, int]:
    """The first and last row of the header, counted as in `Sheet.head`, with the rows that belong to it because cells
    are merged over them, or stand merged above two columns or more."""
    first = sheet.head[0][0] - 1
    touching = [each for each in sheet.merged if each[0] - first <= last and each[2] - first >= top]
    above = max(min([top, *(each[0] - first for each in touching)]), 0)
    below = min(max([last, *(each[2] - first for each in touching)]), len(sheet.head) - 1)
    below += _divided_below(sheet, below)
    above -= _divides(sheet, above - 1)
    return (top, last) if (above, below) == (top, last) else reached(sheet, above, below)


def _ends(sheet: Sheet, index: int) -> dict[int, int]:
    """The last column of each cell of a row that is merged over several columns and not over the next row."""
    row = sheet.head[index][0] - 1
    return {first: last for _, first, lower, last in sheet.merged if lower == row and last > first}


def _divides(sheet: Sheet, index: int) -> bool:
    """The row stands above the one after it: cells are merged above several texts, and are no title for all of them."""
    ends = _ends(sheet, index) if index >= 0 else {}
    if not ends:
        return False
    cells, lower = sheet.head[index][1], _columns(sheet.head[index + 1][1])
    title = len(_columns(cells)) == 1 and all(first <= min(lower, default=0) for first in ends)
    return not title and any(len(lower & {*range(first, last + 1)}) > 1 for first, last in ends.items())


def _divided_below(sheet: Sheet, index: int) -> bool:
    """The row below divides merged cells of this one, and else only names columns: a row of the table says more."""
    ends = {
        first: last for first, last in _ends(sheet, index).items() if normal(sheet.head[index][1][first]) not in WORDS
    }
    if not ends or index + 1 == len(sheet.head):
        return False
    below = sheet.head[index + 1][1]
    said = {i for i in _columns(below) if normal(below[i]) not in WORDS}
    return bool(said) and said <= {i for first, last in ends.items() for i in range(first, last + 1)}


def _columns(cells: Cells) -> set[int]:
    """The columns in which something stands."""
    return {i for i, cell in enumerate(cells) if cell.strip()}


def names(sheet: Sheet, top: int, last: int) -> tuple[tuple[str, ...], ...]:
    """Each column's texts."""
    rows = [cells for _, cells in sheet.head[top : last + 1]]
    width = max(map(len, rows))
    spread = [
        _across(cells, rows[i + 1 :], _ends(sheet, top + i), width) if i < len(rows) - 1 else cells
        for i, cells in enumerate(rows)
    ]
    by_column = ([single_spaced(at_column(cells, i)) for cells in spread] for i in range(width))
    return tuple(tuple(text for text in texts if text) for texts in by_column)


def _across(cells: Cells, lower: list[Cells], ends: dict[int, int], width: int) -> Cells:
    """A text holds for the columns that it is merged over, or where the file does not say, for those after it until
    the next one; but only where a lower row has a text of its own."""
    found: Cells = []
    held, end = "", width
    for i in range(width):
        text = at_column(cells, i)
        if text or i > end:
            held, end = text, ends.get(i, i) if ends else width
        found.append(held if any(at_column(below, i) for below in lower) else text)
    return found

"""How wide a table's columns are, so that no word is broken where there is room for it whole."""

import re
from dataclasses import dataclass

from kpi.report.briefing.content import Cell, Table
from kpi.report.document.signs import status_text
from kpi.report.document.widths import BOLD, REGULAR, UNKNOWN

SIZES = (9.5, 8.5, 7.5)  # points; a table with long words in many columns takes a smaller one
NOTE = 0.88  # a note's size in that of its cell
PADDING = 7.5  # points, both sides together
MARK = 0.5  # what the status's shape may be wider than its sign, in em
ROOM = 1.01  # a word is given a little more than its own width
_BREAKS = re.compile(r"[ \n]|(?<=[-–/])(?=\S)")


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns' shares of the table's width, adding up to 1, and the size of its text in points.

    whole: that each word has room; where it is False, some must be hyphenated.
    """

    shares: tuple[float, ...]
    size: float
    whole: bool


def layout(table: Table, width: float) -> Layout:
    """Shares for a table that is `width` points wide: each column fits its longest word before any gets more."""
    columns = [_column(table, at) for at in range(len(table.headings))]
    for size in SIZES:
        least = [longest * size + PADDING for longest, _ in columns]
        if sum(least) <= width:
            wanted = [max(least[at], whole * size + PADDING) for at, (_, whole) in enumerate(columns)]
            return Layout(_shares(least, wanted, width), size, True)
    least = [longest * SIZES[-1] + PADDING for longest, _ in columns]
    return Layout(_cut(least, width), SIZES[-1], False)


def measured(text: str, bold: bool = False) -> float:
    """About how wide the text is on one line, in em."""
    widths = BOLD if bold else REGULAR
    return sum(widths.get(mark, UNKNOWN) for mark in text) / 1000 * ROOM


def _column(table: Table, at: int) -> tuple[float, float]:
    """The widest word of a column, and its widest cell on one line, in em."""
    sizes = [_cell(row[at]) for row in table.rows] + [_text(table.headings[at], bold=True)]
    return max(word for word, _ in sizes), max(whole for _, whole in sizes)


def _cell(cell: Cell) -> tuple[float, float]:
    sizes = [_text(cell.text), _text(cell.note, NOTE)]
    if cell.status:
        # The shape and its words stay on one line.
        marked = MARK + measured(status_text(cell.status))
        sizes.append((marked, marked))
    return max(word for word, _ in sizes), max(whole for _, whole in sizes)


def _text(text: str, scale: float = 1.0, bold: bool = False) -> tuple[float, float]:
    longest = max(measured(word, bold) for word in _BREAKS.split(text))
    return longest * scale, max(measured(line, bold) for line in text.split("\n")) * scale


def _shares(least: list[float], wanted: list[float], width: float) -> tuple[float, ...]:
    """The least, and what is left in proportion to what each wants beyond it."""
    left = width - sum(least)
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    whole = sum(more)
    weights = more if whole > left else wanted
    # With room for all that is wanted, the whole is shared out in proportion to it.
    base = least if whole > left else wanted
    left = width - sum(base)
    total = sum(weights)
    return tuple((low + left * weight / total) / width for low, weight in zip(base, weights, strict=True))


def _cut(least: list[float], width: float) -> tuple[float, ...]:
    """No room for every word: columns with short words get theirs, and those with the longest share what is left."""
    kept = list(least)
    left, waiting = width, sorted(range(len(least)), key=lambda at: least[at])
    while waiting:
        at, fair = waiting.pop(0), left / (len(waiting) + 1)
        kept[at] = min(least[at], fair)
        left -= kept[at]
    return tuple(one / sum(kept) for one in kept)

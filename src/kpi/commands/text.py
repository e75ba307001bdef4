"""Text for a terminal: nothing in it steers the terminal, and columns stand in line."""

from collections.abc import Sequence

SPACES = "\u00a0\u2009\u202f"  # not "printable" to Python, but ours: they group digits
GAP = "  "


def one_line(text: str) -> str:
    """Control and direction marks, which could rewrite what a terminal shows, replaced."""
    return "".join(mark if mark.isprintable() or mark in SPACES else "�" for mark in text)


def shortened(text: str, width: int) -> str:
    """At most `width` characters, cut with an ellipsis."""
    return text if len(text) <= width else text[: max(width - 1, 0)].rstrip() + "…"


def aligned(header: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Rows under a header, in columns; those whose position is in `right` are set to the right."""
    cells = [[one_line(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(header))]
    cells.insert(1, ["-" * width for width in widths])
    lines = [GAP.join(_set(cell, widths[at], at in right) for at, cell in enumerate(row)).rstrip() for row in cells]
    return "\n".join(lines) + "\n"


def _set(cell: str, width: int, right: bool) -> str:
    return cell.rjust(width) if right else cell.ljust(width)

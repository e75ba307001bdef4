"""How wide a table's columns and how high its rows must be, before it is drawn. Points throughout."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kpi.model import Status
from kpi.report.briefing.content import Cell, Table
from kpi.report.document.signs import status_text
from kpi.report.pptx.clean import clean
from kpi.report.pptx.look import Setting
from kpi.report.pptx.measure import LEADING, Face
from kpi.report.pptx.runs import Para, cut_to, heights, para

SIDE, ABOVE = 5.0, 4.0  # a cell's margins
MOST_LINES = 5  # of a cell's text; longer ones end with an ellipsis
_NOTE_LESS, _LEAST = 2.0, 12.0  # how much smaller a note is, and the least size of all
_WIDEST_WISH = 0.45  # of the table, that a column may ask for


@dataclass(frozen=True, slots=True)
class Sized:
    """A table ready to be drawn: columns' widths, and the paragraphs and height of every row, headings first."""

    caption: str
    widths: tuple[float, ...]
    rows: tuple[tuple[tuple[Para, ...], ...], ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """Of it all."""
        return sum(self.heights)

    def part(self, first: int, last: int) -> "Sized":
        """Its headings, and the rows from `first` up to `last`, counted without the headings."""
        kept = [0, *range(first + 1, last + 1)]
        return Sized(self.caption, self.widths, tuple(self.rows[at] for at in kept),
                     tuple(self.heights[at] for at in kept))  # fmt: skip

    def fitting(self, height: float, first: int = 0) -> int:
        """The row before which a part from `first` must end to fit in the height; at least one row is taken."""
        used, at = self.heights[0], first
        while at + 1 < len(self.rows) and (at == first or used + self.heights[at + 1] <= height):
            used += self.heights[at + 1]
            at += 1
        return at

    def pages(self, height: float) -> Iterator["Sized"]:
        """It in parts that each fit in the height."""
        first = 0
        while first < len(self.rows) - 1 or not first:
            last = self.fitting(height, first)
            yield self.part(first, last)
            first = max(last, first + 1)


def sized(table: Table, width: float, size: float, look: Setting, most_lines: int = MOST_LINES) -> Sized:
    """Measure a table for a width, as it is drawn on this look; no text takes more than `most_lines`."""
    face, quiet, colours = look.face, look.colours.quiet, look.colours.status
    headings = tuple((para(heading, size, bold=True, colour=quiet),) for heading in table.headings)
    rows = [headings, *(tuple(_cell(cell, size, quiet, colours) for cell in row) for row in table.rows)]
    widths = _widths(rows, width, face)
    cut = tuple(
        tuple(_cut(cell, wide, face, most_lines) for cell, wide in zip(row, widths, strict=False)) for row in rows
    )
    return Sized(table.caption, widths, cut, tuple(_height(row, widths, face, size) for row in cut))


def _cell(cell: Cell, size: float, quiet: str, colours: dict[Status, str]) -> tuple[Para, ...]:
    lines = [para(cell.text, size)] if clean(cell.text) or not cell.status else []
    if cell.status is not None:
        lines.append(para(status_text(cell.status), size, colour=colours[cell.status]))
    if clean(cell.note):
        lines.append(para(cell.note, max(_LEAST, size - _NOTE_LESS), colour=quiet))
    return tuple(lines)


def _widths(rows: Sequence[Sequence[tuple[Para, ...]]], width: float, face: Face) -> tuple[float, ...]:
    """As wide as each column wishes where there is room; else all give way towards their longest word."""
    count = len(rows[0])
    columns = [[line for row in rows for line in (row[at] if at < len(row) else ())] for at in range(count)]
    asked = [max(_wide(line, line.text, face) for line in column) for column in columns]
    wishes = [min(wish, width * _WIDEST_WISH) for wish in asked]
    wishes[0] = min(asked[0], max(wishes[0], width - sum(wishes[1:])))  # names take what the rest leaves
    needs = [
        min(wish, max(_wide(line, word, face) for line in column for word in line.text.split(" ")))
        for column, wish in zip(columns, wishes, strict=True)
    ]
    spare = width - sum(needs)
    if spare < 0:
        return tuple(need * width / sum(needs) for need in needs)
    more = sum(wishes) - sum(needs)
    if more > spare:
        return tuple(need + (wish - need) * spare / more for need, wish in zip(needs, wishes, strict=True))
    left = width - sum(wishes)
    return (
        (wishes[0] + left / 2, *(wish + left / 2 / max(1, count - 1) for wish in wishes[1:])) if count > 1 else (width,)
    )


def _wide(line: Para, text: str, face: Face) -> float:
    run = line.runs[0]
    return face.width(text, run.size, run.bold) + 2 * SIDE + 2


def _cut(cell: tuple[Para, ...], width: float, face: Face, most: int) -> tuple[Para, ...]:
    return tuple(cut_to(face, line, width - 2 * SIDE, most) for line in cell)


def _height(row: Sequence[tuple[Para, ...]], widths: Sequence[float], face: Face, size: float) -> float:
    tallest = max((heights(face, cell, wide - 2 * SIDE) for cell, wide in zip(row, widths, strict=False)), default=0)
    return max(tallest, size * LEADING) + 2 * ABOVE

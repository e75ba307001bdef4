"""A nyckeltal's parts in pieces that stand in a column: paragraphs, tables and charts, measured."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kpi.report.briefing.content import Block, Bullets, Distribution, LineChart, Part, Quote, Table, Text
from kpi.report.pptx.clean import clean
from kpi.report.pptx.line_chart import has_values
from kpi.report.pptx.look import Look
from kpi.report.pptx.measure import Box
from kpi.report.pptx.runs import Para, cut_to, heights, para
from kpi.report.pptx.table_sizes import Sized, sized
from kpi.words import count_word, say

HEADING, BODY, CELL = 16.0, 14.0, 12.0
_PART_GAP, _BLOCK_GAP = 16.0, 6.0
_CHART_HEIGHT = 190.0
_MOST_OF_COLUMN = 0.85  # that a table takes, beside its heading
_MOST_TABLES = 2  # columns that a table may fill
_MOST_LINES = 9  # of one text on a slide; the notes have it whole


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that stands in a column: paragraphs, a table or a chart, with the room above it."""

    before: float
    height: float
    content: tuple[Para, ...] | Sized | LineChart | Distribution


def shown_of(blocks: Iterable[Block]) -> Iterator[Text | Bullets | Quote | Table | LineChart | Distribution]:
    """What is there: gaps to fill in make no noise on slides."""
    for block in blocks:
        if isinstance(block, Text | Bullets | Quote | LineChart | Distribution) or (
            isinstance(block, Table) and block.rows
        ):
            yield block


def flowing(look: Look, parts: Iterable[Part]) -> list[Para]:
    """The parts' texts as paragraphs, each part under its heading; what stands under its chart is not said twice."""
    lines: list[Para] = []
    for part in parts:
        noted = {note for block in part.blocks if isinstance(block, LineChart) for note in block.notes}
        shown = [block for block in shown_of(part.blocks) if not (isinstance(block, Text) and block.text in noted)]
        words = [line for block in shown for line in _lines(look, block)]
        lines += [_heading(part, _PART_GAP), *words] if words else []
    return lines


def _heading(part: Part, before: float) -> Para:
    return para(part.heading, HEADING, bold=True, before=before)


def _lines(look: Look, block: Block) -> list[Para]:
    """A block of words as paragraphs; none for tables and charts."""
    match block:
        case Text(text):
            return [para(text, BODY, before=_BLOCK_GAP)]
        case Bullets(items):
            return [para(item, BODY, before=_BLOCK_GAP / 2, bullet=True) for item in items]
        case Quote(text, signed):
            return [para(f"”{clean(text)}”", BODY, before=_BLOCK_GAP),
                    para(signed, CELL, colour=look.colours.quiet, before=2)]  # fmt: skip
    return []


def pieces_of(look: Look, part: Part, column: Box) -> Iterator[Piece]:
    """The part's heading with what comes first under it, then the rest, each no higher than a column."""
    heading: list[Para] = [_heading(part, 0)]
    before = _PART_GAP
    for block in shown_of(part.blocks):
        lines = [cut_to(look.face, line, column.width, _MOST_LINES) for line in _lines(look, block)]
        if lines:
            for group in (
                [[*heading, lines[0]], *([line] for line in lines[1:])]
                if not isinstance(block, Quote)
                else [[*heading, *lines]]
            ):
                yield Piece(before, heights(look.face, group, column.width), tuple(group))
                heading, before = [], _BLOCK_GAP
            continue
        if heading:
            yield Piece(before, heights(look.face, heading, column.width), tuple(heading))
            heading, before = [], _BLOCK_GAP
        yield from _large(look, block, column, before)


def _large(look: Look, block: Block, column: Box, before: float) -> Iterator[Piece]:
    if isinstance(block, Table):
        pages = list(sized(block, column.width, CELL, look).pages(column.height * _MOST_OF_COLUMN))
        for piece in pages[:_MOST_TABLES]:
            yield Piece(before, piece.height, piece)
        if left := sum(len(piece.rows) - 1 for piece in pages[_MOST_TABLES:]):
            more = (para(say("slides-more-notes", n=count_word(left)), CELL, colour=look.colours.quiet),)
            yield Piece(_BLOCK_GAP, heights(look.face, more, column.width), more)
    elif isinstance(block, Distribution) or (isinstance(block, LineChart) and has_values(block)):
        yield Piece(before, _CHART_HEIGHT, block)

"""A nyckeltal's parts 3–7 in two columns: explanation, units, the country, forecast and measures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kpi.report.briefing.content import Block, Bullets, Distribution, Indicator, LineChart, Part, Quote, Table, Text
from kpi.report.pptx.clean import clean
from kpi.report.pptx.deck import Deck, Page
from kpi.report.pptx.line_chart import draw_line_chart, has_values
from kpi.report.pptx.look import Look
from kpi.report.pptx.measure import Box
from kpi.report.pptx.runs import Para, cut_to, heights, para
from kpi.report.pptx.spoken import from_where, spoken
from kpi.report.pptx.status_chart import draw_distribution
from kpi.report.pptx.table_sizes import Sized, sized
from kpi.report.pptx.tables import draw_table
from kpi.words import count_word, listing, say

HEADING, BODY, CELL = 16.0, 14.0, 12.0
_COLUMN_GAP, _PART_GAP, _BLOCK_GAP = 36.0, 16.0, 6.0
_CHART_HEIGHT = 190.0
_MOST_OF_COLUMN = 0.85  # that a table takes, beside its heading
_SQUEEZED = 1.6  # times as high as on the whole width
_BESIDE = 2  # columns on a slide
_MOST_LINES = 9  # of one text on a slide; the notes have it whole


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that stands in a column: paragraphs, a table or a chart, with the room above it."""

    before: float
    height: float
    content: tuple[Para, ...] | Sized | LineChart | Distribution


def add_parts(deck: Deck, indicator: Indicator, parts: Sequence[Part]) -> None:
    """As many slides as the parts need, mostly one; none when there is nothing to say."""
    said = [part for part in parts if _says(part)]
    if not said:
        return
    room = deck.furniture.room(deck.look.body)
    beside = 1 if any(_is_wide(deck.look, block, room) for part in said for block in part.blocks) else _BESIDE
    column = next(room.columns(*(1,) * beside, gap=_COLUMN_GAP))
    columns = _packed([list(_pieces(deck.look, part, column)) for part in said], column.height, beside)
    title = _title(said)
    notes = [
        indicator.name,
        *(line for part in said for line in (part.heading, *spoken(part.blocks))),
        *from_where(deck.briefing),
    ]
    pages = [columns[at : at + beside] for at in range(0, len(columns), beside)]
    for number, shown in enumerate(pages, start=1):
        named = title if len(pages) == 1 else say("slides-page", title=title, page=str(number), pages=str(len(pages)))
        with deck.page(named, notes, kicker=indicator.name) as page:
            for pieces, box in zip(shown, page.body.columns(*(1,) * beside, gap=_COLUMN_GAP), strict=False):
                _draw(page, box, pieces)


def _is_wide(look: Look, block: Block, room: Box) -> bool:
    """True for a table that half the width would squeeze."""
    if not isinstance(block, Table) or not block.rows:
        return False
    half = sized(block, next(room.columns(1, 1, gap=_COLUMN_GAP)).width, CELL, look).height
    return half > sized(block, room.width, CELL, look).height * _SQUEEZED


def _title(parts: Sequence[Part]) -> str:
    """ "Förklaring, riket och åtgärder"."""
    words = listing(say(f"slides-part-{part.number}") for part in parts)
    return words[:1].upper() + words[1:]


def _says(part: Part) -> bool:
    return any(not isinstance(block, LineChart) or has_values(block) for block in _shown(part.blocks))


def _shown(blocks: Iterable[Block]) -> Iterator[Text | Bullets | Quote | Table | LineChart | Distribution]:
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
        shown = [block for block in _shown(part.blocks) if not (isinstance(block, Text) and block.text in noted)]
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


def _pieces(look: Look, part: Part, column: Box) -> Iterator[Piece]:
    """The part's heading with what comes first under it, then the rest, each no higher than a column."""
    heading: list[Para] = [_heading(part, 0)]
    before = _PART_GAP
    for block in _shown(part.blocks):
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
        for piece in pages[:_BESIDE]:
            yield Piece(before, piece.height, piece)
        if left := sum(len(piece.rows) - 1 for piece in pages[_BESIDE:]):
            more = (para(say("slides-more-notes", n=count_word(left)), CELL, colour=look.colours.quiet),)
            yield Piece(_BLOCK_GAP, heights(look.face, more, column.width), more)
    elif isinstance(block, Distribution) or (isinstance(block, LineChart) and has_values(block)):
        yield Piece(before, _CHART_HEIGHT, block)


def _packed(parts: Sequence[Sequence[Piece]], height: float, most: int) -> list[list[Piece]]:
    """The parts in columns: whole where they can be, words beside tables, or broken; at best `most` of equal height."""
    words = [part for part in parts if all(isinstance(each.content, tuple) for each in part)]
    large = [part for part in parts if part not in words]
    pieces = [[piece] for part in parts for piece in part]
    for share in range(3, 11):
        if len(whole := _columns(parts, height * share / 10)) <= most and _within(whole, height):
            return whole
    apart = [*_columns(words, height), *_columns(large, height)]
    if len(apart) <= most and _within(apart, height):
        return apart
    broken = (_columns(pieces, height * share / 10) for share in range(3, 11))
    return next((columns for columns in broken if len(columns) <= most), _columns(pieces, height))


def _within(columns: Sequence[Sequence[Piece]], height: float) -> bool:
    return all(_height(column) <= height for column in columns)


def _height(pieces: Sequence[Piece]) -> float:
    return sum(piece.height + (piece.before if at else 0) for at, piece in enumerate(pieces))


def _columns(groups: Sequence[Sequence[Piece]], limit: float) -> list[list[Piece]]:
    """The groups one under the other; a new column begins where one would reach below the limit."""
    columns: list[list[Piece]] = [[]]
    for at, group in enumerate(groups):
        follows = groups[at + 1][:1] if len(group) == 1 and _is_heading(group[0]) else ()
        if columns[-1] and _height([*columns[-1], *group, *follows]) > limit:
            columns.append([])
        columns[-1] += group
    return [column for column in columns if column]


def _is_heading(piece: Piece) -> bool:
    return isinstance(piece.content, tuple) and len(piece.content) == 1 and piece.content[0].size == HEADING


def _draw(page: Page, box: Box, pieces: Sequence[Piece]) -> None:
    y = 0.0
    for number, piece in enumerate(pieces):
        y += piece.before if number else 0
        place = box.below(y).top(piece.height)
        match piece.content:
            case tuple():
                page.text(place, piece.content)
            case Sized():
                draw_table(page, place, piece.content)
            case LineChart():
                draw_line_chart(page, place, piece.content)
            case Distribution():
                draw_distribution(page, place, piece.content)
        y += piece.height

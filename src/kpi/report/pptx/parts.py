"""A nyckeltal's parts 3–7 in columns: explanation, units, the country, forecast and measures."""

from collections.abc import Sequence

from kpi.report.briefing.content import Block, Distribution, Indicator, LineChart, Part, Quote, Section, Table
from kpi.report.pptx.columns import columns_of
from kpi.report.pptx.deck import Deck, Page
from kpi.report.pptx.line_chart import draw_line_chart, has_values
from kpi.report.pptx.look import Look
from kpi.report.pptx.measure import Box
from kpi.report.pptx.pieces import CELL, Piece, pieces_of, shown_of
from kpi.report.pptx.spoken import from_where, spoken
from kpi.report.pptx.status_chart import draw_distribution
from kpi.report.pptx.table_sizes import Sized, sized
from kpi.report.pptx.tables import draw_table
from kpi.words import listing, say

_COLUMN_GAP = 36.0
_SQUEEZED = 1.6  # times as high as on the whole width
_BESIDE = 2  # columns on a slide


def add_parts(deck: Deck, indicator: Indicator, parts: Sequence[Part]) -> None:
    """As many slides as the parts need, mostly one; none when there is nothing to say."""
    said = [part for part in parts if _says(part)]
    if said:
        _add(deck, indicator.name, _title(said), said)


def add_sections(deck: Deck, sections: Sequence[Section]) -> None:
    """Those that are people's words alone, such as hållbarhet; tables stand in the report."""
    told = [Part(0, one.heading, one.blocks) for one in sections if all(isinstance(each, Quote) for each in one.blocks)]
    if told:
        title = listing([told[0].heading, *(_uncapitalised(one.heading) for one in told[1:])])
        _add(deck, say("slides-appendix"), title, told)


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


def _add(deck: Deck, kicker: str, title: str, said: Sequence[Part]) -> None:
    room = deck.furniture.room(deck.look.body)
    beside = 1 if any(_is_wide(deck.look, block, room) for part in said for block in part.blocks) else _BESIDE
    column = next(room.columns(*(1,) * beside, gap=_COLUMN_GAP))
    columns = columns_of([list(pieces_of(deck.look, part, column)) for part in said], column.height, beside)
    notes = [
        kicker,
        *(line for part in said for line in (part.heading, *spoken(part.blocks))),
        *from_where(deck.briefing),
    ]
    pages = [columns[at : at + beside] for at in range(0, len(columns), beside)]
    for number, shown in enumerate(pages, start=1):
        named = title if len(pages) == 1 else say("slides-page", title=title, page=str(number), pages=str(len(pages)))
        with deck.page(named, notes, kicker=kicker) as page:
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
    return any(not isinstance(block, LineChart) or has_values(block) for block in shown_of(part.blocks))


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

"""The appendix's lists: every nyckeltal's status in a table over as many slides as it takes, and the sources."""

from kpi.report.pptx.deck import Deck, Page
from kpi.report.pptx.runs import Para, cut_to, heights, para
from kpi.report.pptx.spoken import from_where, spoken
from kpi.report.pptx.table_sizes import sized
from kpi.report.pptx.tables import draw_table
from kpi.words import say

_TABLE = (16.0, 15.0, 14.0, 13.0, 12.0)
_SOURCE = 16.0

_MOST_LINES = 6


def add_status_table(deck: Deck) -> None:
    """All nyckeltal, a row each."""
    table = deck.briefing.status_table
    if not table.rows:
        return
    room = deck.furniture.room(deck.look.body)
    tried = [list(sized(table, room.width, size, deck.look).pages(room.height)) for size in _TABLE]
    pages = next(pages for pages in tried if len(pages) <= len(tried[-1]))
    for number, part in enumerate(pages, start=1):
        title = _numbered(table.caption, number, len(pages))
        notes = [title, *(spoken([table]) if number == 1 else ()), *from_where(deck.briefing)]
        with deck.page(title, notes, kicker=say("slides-appendix")) as page:
            draw_table(page, page.body, part)


def add_sources(deck: Deck) -> None:
    """Where the figures come from, on the last slide."""
    face, room = deck.look.face, deck.furniture.room(deck.look.body)
    lines = [cut_to(face, para(source, _SOURCE, before=8, bullet=True), room.width, _MOST_LINES)
             for source in deck.briefing.sources]  # fmt: skip
    pages: list[list[Para]] = [[]]
    for line in lines:
        if pages[-1] and heights(face, [*pages[-1], line], room.width) > room.height:
            pages.append([])
        pages[-1].append(line)
    for number, part in enumerate(pages, start=1):
        title = _numbered(say("sources-heading"), number, len(pages))
        with deck.page(title, from_where(deck.briefing), kicker=say("slides-appendix")) as page:
            _write(page, part)


def _write(page: Page, lines: list[Para]) -> None:
    if lines:
        page.text(page.body, lines)


def _numbered(title: str, number: int, pages: int) -> str:
    return title if pages == 1 else say("slides-page", title=title, page=str(number), pages=str(pages))

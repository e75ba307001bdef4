"""One slide per question: the finding as its title, the question, what it comes to, and a picture beside it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from kpi.report.briefing.content import Distribution, Question, Table
from kpi.report.pptx.deck import Deck, Page
from kpi.report.pptx.look import BODIES, of_kind, put
from kpi.report.pptx.measure import Box
from kpi.report.pptx.runs import Para, cut_to, heights, para, write
from kpi.report.pptx.spoken import from_where, spoken
from kpi.report.pptx.status_chart import draw_distribution
from kpi.report.pptx.table_sizes import Sized, sized
from kpi.report.pptx.tables import draw_table
from kpi.words import count_word, say

SMALLEST = 18.0  # readable from the back of the room
_SIZES = (24.0, 22.0, 20.0, SMALLEST)
_MOST_LINES = 4  # of a point, at the smallest size
_POINTS, _PICTURE = 0.44, 0.56  # of the width, where they stand beside each other
_CHART_HEIGHT = 300.0
_GAP, _MORE = 14.0, 30.0
_UNDER = 0.56  # of the height, for a table under the points
_MOST_LINES_OF_CELL = 2
_NOT_MUCH_HIGHER = 1.3


def add_question(deck: Deck, question: Question, *, appendix: bool) -> None:
    """The slide of one of the three questions."""
    notes = [
        question.headline,
        question.question,
        *question.points,
        *spoken(question.blocks),
        *from_where(deck.briefing),
    ]
    with deck.page(question.headline, notes, layout=deck.look.text) as page:
        asked = para(page.look.face.cut(question.question, SMALLEST, page.body.width, 2), SMALLEST,
                     colour=page.look.colours.quiet)  # fmt: skip
        room = page.body.below(page.look.face.height(asked.text, SMALLEST, page.body.width) + _GAP)
        table = _table(page, question.picture, room)
        shown, points, picture = _places(page, question, room, table, appendix)
        body = of_kind(page.slide, BODIES)
        page.text(page.body, [asked])
        page.slide.shapes._spTree.append(body._element)  # read after the question
        put(body, points)
        write(body.text_frame._txBody, shown)
        _no_insets(body)
        if isinstance(question.picture, Distribution):
            draw_distribution(page, picture.top(min(picture.height, _CHART_HEIGHT)), question.picture)
        elif table is not None:
            _draw_rows(page, picture, table, appendix=appendix)


def _table(page: Page, picture: Distribution | Table | None, room: Box) -> Sized | None:
    """The table beside the points where it has few and short columns, else over the whole width under them.

    None when not even a row of it fits: the appendix has it.
    """
    if not isinstance(picture, Table) or not picture.rows:
        return None
    beside = sized(picture, next(_beside(room, 1)).width, SMALLEST, page.look, _MOST_LINES_OF_CELL)
    whole = sized(picture, room.width, SMALLEST, page.look, _MOST_LINES_OF_CELL)
    table = beside if beside.height <= min(room.height, whole.height * _NOT_MUCH_HIGHER) else whole
    return table if table.part(0, 1).height + _MORE <= room.height * _UNDER else None


def _beside(room: Box, first: int = 0) -> Iterator[Box]:
    """The places of points and picture beside each other."""
    return islice(room.columns(_POINTS, _PICTURE), first, None)


def _places(
    page: Page, question: Question, room: Box, table: Sized | None, appendix: bool
) -> tuple[list[Para], Box, Box]:
    """The points as they are set, their place, and the picture's."""
    alone = table is None and not isinstance(question.picture, Distribution)
    under = table is not None and sum(table.widths) > room.width * (1 - _POINTS)
    points = room.top(room.height * (1 - _UNDER)) if under else room if alone else next(_beside(room))
    shown = fitted(page, question.points, points, appendix=appendix)
    used = heights(page.look.face, shown, points.width) + _GAP if shown else 0
    points = points.top(min(points.height, used or points.height))
    picture = room.below(used) if under else room if alone else next(_beside(room, 1))
    return shown, points, picture


def _paragraphs(points: Sequence[str], size: float) -> list[Para]:
    return [para(point, size, before=size * 0.5, bullet=True) for point in points]


def fitted(page: Page, points: Sequence[str], box: Box, *, appendix: bool) -> list[Para]:
    """The points at the largest size at which all fit; at the smallest, as many as fit, and how many more there are."""
    face = page.look.face
    for size in _SIZES:
        if heights(face, all_points := _paragraphs(points, size), box.width) <= box.height:
            return all_points
    short = [cut_to(face, each, box.width, _MOST_LINES) for each in _paragraphs(points, SMALLEST)]
    for count in range(len(short), 0, -1):
        shown = short[:count] + ([_more(len(short) - count, appendix=appendix)] if count < len(short) else [])
        if heights(face, shown, box.width) <= box.height:
            return shown
    return [cut_to(face, each, box.width, 1) for each in short[:1]]


def _more(count: int, *, appendix: bool) -> Para:
    words = count_word(count)
    text = say("slides-more", n=words) if appendix else say("slides-more-here", n=words)
    return para(text, SMALLEST, before=SMALLEST * 0.5)


def _draw_rows(page: Page, box: Box, table: Sized, *, appendix: bool) -> None:
    """As many rows as there is room for, and how many more there are."""
    count = len(table.rows) - 1
    last = count if table.height <= box.height else table.fitting(box.height - _MORE)
    shown = table.part(0, last)
    draw_table(page, box, shown)
    if last < count:
        page.text(box.below(shown.height + 6), [_more(count - last, appendix=appendix)])


def _no_insets(shape: object) -> None:
    frame = shape.text_frame  # type: ignore[attr-defined]
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0

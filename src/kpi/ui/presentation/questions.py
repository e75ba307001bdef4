"""One slide per question, and more where there is more to say than one has room for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kpi.report.briefing.content import Distribution, Question, Table
from kpi.ui.presentation.flow import SIZES, fitted, pages
from kpi.ui.presentation.slide import WIDTH, Grid, Head, Line, Piece, Slide, Words, bars, head
from kpi.ui.presentation.tables import grid_height, grids
from kpi.words import count_word, say

_POINTS, _PICTURE = 0.54, 0.46  # of the width, where they stand beside each other
_BETWEEN = 32.0
_TABLE = 18.0  # the least size of a table beside points


def question_slides(question: Question, *, most: int, example: bool) -> Iterator[Slide]:
    """The finding as title, the question above it, points and picture.

    most: how many slides its points may take; the last one says how many more there are.
    """
    at = head(question.headline, question.question, example=example)
    points = [Line(point, "point") for point in question.points]
    picture = _beside(question.picture, at.room)
    shown = _shown(points, at.room, _width(_POINTS) if picture else WIDTH, most)
    rest: list[Words | Grid] = [*shown[1:]]
    if picture is None and isinstance(question.picture, Table) and question.picture.rows:
        rest += grids(question.picture, at.room)
    yield _slide(at, shown[:1], picture)
    for number, piece in enumerate(rest, start=2):
        yield head_of_page(at, number, len(rest) + 1).slide(piece)


def _shown(points: Sequence[Line], room: float, width: float, most: int) -> list[Words]:
    """On one slide beside the picture; what it has no room for on others, over the whole width."""
    first = pages(points, width, room)[:1]
    rest = points[len(first[0].lines) :] if first else []
    if not rest:
        return first
    if most == 1:
        return [_some(points, width, room)]
    further = pages(rest, WIDTH, room)
    if len(further) < most:
        return [*first, *further]
    kept = further[: most - 2]
    return [*first, *kept, _some(rest[sum(len(page.lines) for page in kept) :], WIDTH, room)]


def _width(share: float) -> float:
    return (WIDTH - _BETWEEN) * share


def _beside(picture: Distribution | Table | None, room: float) -> Piece | None:
    """What stands beside the points: the bars, or a table that fits there."""
    if isinstance(picture, Distribution):
        return bars(picture)
    width = _width(_PICTURE)
    if isinstance(picture, Table) and picture.rows and grid_height(picture, width, _TABLE) <= room:
        found = list(grids(picture, room, width))
        return found[0] if len(found) == 1 else None
    return None


def _slide(at: Head, points: Sequence[Words], picture: Piece | None) -> Slide:
    if picture is None:
        return at.slide(*points)
    return at.slide(*points, picture, beside=(_POINTS, _PICTURE) if points else ())


def _some(points: Sequence[Line], width: float, room: float) -> Words:
    """As many points as fit, and how many more there are."""
    for count in range(len(points) - 1, 0, -1):
        more = Line(say("slides-more-here", n=count_word(len(points) - count)), "quiet")
        found = fitted([*points[:count], more], width, room, SIZES[-1:])
        if found is not None:
            return found
    return pages(points, width, room)[0]


def head_of_page(at: Head, page: int, count: int) -> Head:
    """The head of one of several slides with the same title."""
    if count == 1:
        return at
    return replace(at, title=say("slides-page", title=at.title, page=str(page), pages=str(count)))

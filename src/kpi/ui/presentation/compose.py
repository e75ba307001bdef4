"""A briefing as slides for the screen, in the order that its PowerPoint file has."""

from collections.abc import Iterator

from kpi.report.briefing.content import Briefing
from kpi.report.pptx.clean import clean
from kpi.ui.presentation.indicators import has_outcome, indicator_slides, without_outcome
from kpi.ui.presentation.questions import head_of_page, question_slides
from kpi.ui.presentation.slide import FACE, FIRST_TITLES, Line, Slide, Words, head
from kpi.ui.presentation.tables import grids

_FIRST_WIDTH, _FIRST_TITLE = 560.0, 170.0  # the QR code stands beside
_FIRST_LINES = 22.0
FOOTER = 12.0
_FOOTER_WIDTH, _FOOTER_LINES = 500.0, 2
_LEAST_OF_NAME = 12
_MOST = (1, 2, 3)  # slides for each question: what there is, how it stands, what is done about it


def slides(briefing: Briefing) -> list[Slide]:
    """Pure: the same briefing gives the same slides."""
    example = bool(briefing.example)
    return [
        _first(briefing),
        *(one for question, most in zip(briefing.questions, _MOST, strict=True)
          for one in question_slides(question, most=most, example=example)),
        *_status(briefing, example),
        *(one for indicator in briefing.indicators if has_outcome(indicator)
          for one in indicator_slides(indicator, example=example)),
        *without_outcome([one for one in briefing.indicators if not has_outcome(one)], example=example),
    ]  # fmt: skip


def _first(briefing: Briefing) -> Slide:
    size, title = FACE.fit(briefing.subject, _FIRST_WIDTH, _FIRST_TITLE, FIRST_TITLES, bold=True)
    lines = tuple(Line(FACE.cut(line, _FIRST_LINES, _FIRST_WIDTH, 2)) for line in _about(briefing))
    return Slide(title, size, "", (Words(lines, _FIRST_LINES),), first=True)


def _about(briefing: Briefing) -> list[str]:
    """Whose it is, for which meeting, by whom, of which plan and time."""
    occasion = briefing.occasion
    lines = [briefing.organisation]
    if occasion is not None:
        lines += [occasion.days, occasion.presenter]
    if clean(briefing.plan) != clean(briefing.subject):
        lines.append(briefing.plan)
    return [line for line in (*lines, f"{briefing.period} · {briefing.as_of}") if clean(line)]


def _status(briefing: Briefing, example: bool) -> Iterator[Slide]:
    """Every nyckeltal's status, over as many slides as it takes."""
    if len(briefing.status_table.rows) < 2:  # noqa: PLR2004 - a single one has its own slide
        return
    at = head(briefing.status_table.caption, briefing.subject, example=example)
    found = list(grids(briefing.status_table, at.room))
    for number, grid in enumerate(found, start=1):
        yield head_of_page(at, number, len(found)).slide(grid)


def footer(briefing: Briefing) -> str:
    """Organisation, plan, period and as-of; the names are shortened when two lines do not hold them."""
    names = (briefing.organisation, briefing.plan)
    line = ""
    for length in range(max(map(len, names)), _LEAST_OF_NAME - 1, -1):
        short = [name if len(name) <= length else name[:length].rstrip() + "…" for name in names]
        line = " · ".join([*short, briefing.period, briefing.as_of])
        if FACE.lines(line, FOOTER, _FOOTER_WIDTH) <= _FOOTER_LINES:
            break
    return line

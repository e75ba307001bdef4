"""The first slide: what the follow-up is about, for which meeting, by whom, and as of when."""

from pptx.enum.shapes import PP_PLACEHOLDER as KIND

from kpi.report.pptx.clean import clean
from kpi.report.pptx.deck import Deck
from kpi.report.pptx.look import BODIES, of_kind, place, put
from kpi.report.pptx.runs import cut_to, heights, para, write
from kpi.report.pptx.spoken import from_where

_SIZES = (20.0, 18.0, 16.0, 14.0)
_INSETS = 14.4


def add_first(deck: Deck) -> None:
    """Title and lines under it; what the template has no room for is left to the footer."""
    lines = _lines(deck)
    with deck.page(deck.briefing.subject, [*lines, *from_where(deck.briefing)], layout=deck.look.first) as page:
        shape = of_kind(page.slide, {KIND.SUBTITLE, *BODIES})
        if shape is None:
            return
        box, face = place(shape), deck.look.face
        box = box.top(min(box.height, page.body.bottom - box.y))  # what stands on every slide may reach up into it
        put(shape, box)
        width = box.width - _INSETS
        for size in _SIZES:
            paragraphs = [cut_to(face, para(line, size, before=size / 3, bullet=False), width, 2) for line in lines]
            if heights(face, paragraphs, width) <= box.height - 8:
                break
        while len(paragraphs) > 1 and heights(face, paragraphs, width) > box.height - 8:
            paragraphs.pop()
        write(shape.text_frame._txBody, paragraphs)


def _lines(deck: Deck) -> list[str]:
    briefing, occasion = deck.briefing, deck.briefing.occasion
    meeting: tuple[str, ...] = ()
    if occasion is not None:
        item = occasion.item if clean(occasion.item) != clean(briefing.subject) else ""
        meeting = (
            " ".join(part for part in (clean(occasion.meeting), clean(occasion.days)) if part),
            item,
            occasion.presenter,
        )
    lines = (
        briefing.organisation,
        *meeting,
        briefing.plan if clean(briefing.plan) != clean(briefing.subject) else "",
        ", ".join(p for p in (briefing.period, briefing.as_of) if p),
    )
    return [line for line in lines if clean(line)]

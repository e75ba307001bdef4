"""Slides one after the other: title, notes, and what stands on every one of them (example label, footer, number)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from pptx.slide import SlideLayout
from pptx.util import Emu

from kpi.report.briefing.content import Briefing
from kpi.report.pptx.clean import clean
from kpi.report.pptx.furniture import Furniture
from kpi.report.pptx.look import TITLES, Look, of_kind, place
from kpi.report.pptx.measure import LEADING, Box
from kpi.report.pptx.runs import EMU, Para, Run, heights, para, write
from kpi.words import say

KICKER = 16.0
TITLE_SIZES = (28, 26, 24, 22, 20)
_INSETS = 14.4  # what a title's box keeps free at its sides, when the layout does not say


@dataclass(slots=True)
class Page:
    """A slide being filled: `body` is the room under its title."""

    slide: Any
    body: Box
    look: Look

    def text(self, box: Box, paragraphs: Sequence[Para]) -> float:
        """Paragraphs in a box of their own, as high as they are; returns that height."""
        height = heights(self.look.face, paragraphs, box.width)
        shape = self.slide.shapes.add_textbox(*emu(box.top(max(height, 1))))
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        write(frame._txBody, paragraphs, bullet="•")
        return height


def emu(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    """The box as python-pptx takes it."""
    return (Emu(round(box.x * EMU)), Emu(round(box.y * EMU)), Emu(round(box.width * EMU)), Emu(round(box.height * EMU)))


@dataclass
class Deck:
    """The slides of a briefing on a look. No two titles are the same."""

    briefing: Briefing
    look: Look
    titles: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.furniture = Furniture(self.briefing, self.look)

    @contextmanager
    def page(
        self, title: str, notes: Sequence[str], *, kicker: str = "", layout: SlideLayout | None = None
    ) -> Iterator[Page]:
        """A new slide; what is drawn in the block stands between the title and the footer in reading order.

        title: the finding; kicker: what it is about, smaller above it; notes: the speaker's, a paragraph each.
        """
        slide = self.look.presentation.slides.add_slide(layout or self.look.bare)
        self._title(slide, title, kicker)
        yield Page(slide, self.furniture.room(self.look.body), self.look)
        self.furniture.add(slide)
        add_notes(slide, notes)

    def _title(self, slide: Any, title: str, kicker: str) -> None:
        shape = of_kind(slide, TITLES)
        box, face = place(shape), self.look.face
        above = [para(face.cut(clean(kicker), KICKER, box.width - _INSETS, 1), KICKER, colour=self.look.colours.quiet)]
        room = box.height - 2 - (KICKER * LEADING if kicker else 0)
        title = self._unlike_others(clean(title) or clean(self.briefing.subject), clean(kicker))
        size, text = face.fit(title, box.width - _INSETS, room, TITLE_SIZES, bold=True)
        write(shape.text_frame._txBody, [*(above if kicker else ()), Para((Run(text, size, bold=True),), bullet=None)])

    def _unlike_others(self, title: str, kicker: str) -> str:
        number, wanted = 1, title
        while f"{kicker}\n{wanted}" in self.titles:
            number += 1
            wanted = say("slides-same-title", title=title, n=str(number))
        self.titles.add(f"{kicker}\n{wanted}")
        return wanted


def add_notes(slide: Any, notes: Sequence[str]) -> None:
    """What the speaker reads: a paragraph each."""
    frame = slide.notes_slide.notes_text_frame
    write(frame._txBody, [Para((Run(clean(note)),), bullet=None) for note in notes if clean(note)])

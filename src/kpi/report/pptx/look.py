"""What slides are drawn on: a presentation with its layouts, where their titles and contents stand, and its colours."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation
from pptx.slide import SlideLayout

from kpi.appearance import Palette
from kpi.report.pptx.measure import Box, Face
from kpi.report.pptx.runs import EMU

TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
BODIES = {PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT}


class Setting(Protocol):
    """What a table is measured with: colours and a typeface, on slides or on a screen."""

    @property
    def colours(self) -> Palette:
        """Of text and statuses."""

    @property
    def face(self) -> Face:
        """The typeface."""


@dataclass(frozen=True, slots=True)
class Look:
    """Three layouts (the first slide, title with text, title alone), and the place for what stands under a title."""

    presentation: Presentation
    first: SlideLayout
    text: SlideLayout
    bare: SlideLayout
    body: Box
    colours: Palette
    face: Face


def of_kind(layout: Any, kinds: Iterable[PP_PLACEHOLDER]) -> Any:
    """The first placeholder of one of these kinds in a layout or slide; None when there is none."""
    return next((each for each in layout.placeholders if each.placeholder_format.type in kinds), None)


def place(shape: Any) -> Box:
    """Where a shape stands, as it inherits it."""
    return Box(*(float(each) / EMU for each in (shape.left, shape.top, shape.width, shape.height)))


def put(shape: Any, box: Box) -> None:
    """Move a shape there."""
    shape.left, shape.top, shape.width, shape.height = (
        round(each * EMU) for each in (box.x, box.y, box.width, box.height)
    )

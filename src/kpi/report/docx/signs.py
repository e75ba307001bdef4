"""A status in a text: its shape and its word, so that it is never told by colour alone."""

from lxml.etree import _Element

from kpi.appearance import LIGHT
from kpi.model import Status
from kpi.report.document.signs import SIGNS
from kpi.report.docx.xml import el, run
from kpi.words import NO_BREAK_SPACE, say

# Where the text's own font lacks the shapes: Word has the first, LibreOffice finds another by itself.
FONT = "Segoe UI Symbol"


def sized(size: float | None) -> list[_Element]:
    """A run's size in points, or nothing where the style's own holds."""
    return [] if size is None else [el("w:sz", val=round(size * 2)), el("w:szCs", val=round(size * 2))]


def marked(status: Status, size: float | None = None) -> list[_Element]:
    """The runs of a status, on one line."""
    colour = el("w:color", val=LIGHT.status[status].lstrip("#"))
    fonts = el("w:rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    word = say(f"status-{status}").replace(" ", NO_BREAK_SPACE)
    return [run(SIGNS[status], fonts, colour, *sized(size)), run(NO_BREAK_SPACE + word, *sized(size))]

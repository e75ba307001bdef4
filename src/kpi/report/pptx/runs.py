"""Paragraphs and runs as DrawingML, written straight: every run says its language, no text is ever read as markup."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from kpi.report.pptx.clean import clean
from kpi.report.pptx.measure import Face

LANGUAGE = "sv-SE"
EMU = 12_700  # of a point
BULLET_INDENT = 20.0


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text. `colour` is "#rrggbb", or empty for the theme's text; `size` in points, 0 for the layout's."""

    text: str
    size: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `bullet` None leaves it to the layout; `before` is the room above it, in points."""

    runs: tuple[Run, ...]
    bullet: bool | None = False
    before: float = 0
    align: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    @property
    def size(self) -> float:
        """The largest size in it."""
        return max((run.size for run in self.runs), default=0)

    def height(self, face: Face, width: float) -> float:
        """Its height in points within a width, with the room above it."""
        inner = width - (BULLET_INDENT if self.bullet else 0)
        return self.before + face.height(self.text, self.size, inner, any(run.bold for run in self.runs))


def para(text: str, size: float, *, bold: bool = False, colour: str = "", before: float = 0, **more: Any) -> Para:
    """A paragraph of one run."""
    return Para((Run(clean(text), size, bold=bold, colour=colour),), before=before, **more)


def cut_to(face: Face, paragraph: Para, width: float, lines: int) -> Para:
    """A paragraph of one run, cut to so many lines."""
    run = paragraph.runs[0]
    inner = width - (BULLET_INDENT if paragraph.bullet else 0)
    return replace(paragraph, runs=(replace(run, text=face.cut(run.text, run.size, inner, lines, run.bold)),))


def heights(face: Face, paragraphs: Sequence[Para], width: float) -> float:
    """What the paragraphs take together; the room above the first is not counted, since none is drawn."""
    return sum(each.height(face, width) for each in paragraphs) - (paragraphs[0].before if paragraphs else 0)


def write(body: Any, paragraphs: Sequence[Para], *, bullet: str = "") -> None:
    """Put the paragraphs in a text body (`p:txBody`, `a:txBody`) in place of what stands there.

    bullet: the sign before those that have one, where the layout gives none.
    """
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for number, paragraph in enumerate(paragraphs or (Para(()),)):
        body.append(_paragraph(replace(paragraph, before=paragraph.before if number else 0), bullet))


def _paragraph(paragraph: Para, bullet: str) -> Any:
    element = etree.Element(qn("a:p"))
    _properties(element, paragraph, bullet)
    for run in paragraph.runs:
        piece = etree.SubElement(element, qn("a:r"))
        _run_properties(piece, "a:rPr", run)
        etree.SubElement(piece, qn("a:t")).text = run.text
    if not paragraph.runs:
        _run_properties(element, "a:endParaRPr", Run(""))
    return element


def _properties(element: Any, paragraph: Para, bullet: str) -> None:
    properties = etree.SubElement(element, qn("a:pPr"))
    if paragraph.bullet is not None:
        indent = round(BULLET_INDENT * EMU) if paragraph.bullet else 0
        properties.set("marL", str(indent))
        properties.set("indent", str(-indent))
    if paragraph.align:
        properties.set("algn", paragraph.align)
    etree.SubElement(etree.SubElement(properties, qn("a:lnSpc")), qn("a:spcPct")).set("val", "100000")
    room = etree.SubElement(etree.SubElement(properties, qn("a:spcBef")), qn("a:spcPts"))
    room.set("val", str(round(paragraph.before * 100)))
    etree.SubElement(etree.SubElement(properties, qn("a:spcAft")), qn("a:spcPts")).set("val", "0")
    if paragraph.bullet is False:
        etree.SubElement(properties, qn("a:buNone"))
    elif paragraph.bullet and bullet:
        etree.SubElement(properties, qn("a:buFont")).set("typeface", "Arial")
        etree.SubElement(properties, qn("a:buChar")).set("char", bullet)


def _run_properties(parent: Any, tag: str, run: Run) -> None:
    properties = etree.SubElement(parent, qn(tag))
    properties.set("lang", LANGUAGE)
    if run.size:
        properties.set("sz", str(round(run.size * 100)))
        properties.set("b", str(int(run.bold)))
    if run.italic:
        properties.set("i", "1")
    if run.colour:
        fill = etree.SubElement(properties, qn("a:solidFill"))
        etree.SubElement(fill, qn("a:srgbClr")).set("val", run.colour.lstrip("#").upper())

"""What stands on every slide: that figures are examples, whose and which figures they are, and the page's number."""

from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn
from pptx.util import Emu

from kpi.report.briefing.content import Briefing
from kpi.report.pptx.clean import clean
from kpi.report.pptx.colours import rgb
from kpi.report.pptx.look import Look, of_kind, place, put
from kpi.report.pptx.measure import ELLIPSIS, Box
from kpi.report.pptx.runs import LANGUAGE, Para, para, write

FOOTER_SIZE, EXAMPLE_SIZE = 12.0, 18.0
_EXAMPLE_ROOM, _FOOTER_ROOM = 34.0, 20.0
_INSETS = 14.4
_NUMBER_FIELD = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
_LEAST_OF_NAME = 12  # characters that are left of a name, at least


class Furniture:
    """The parts of a slide that are the same on all of them, for one briefing and look."""

    def __init__(self, briefing: Briefing, look: Look) -> None:
        self.briefing, self.look = briefing, look
        self.example = clean(briefing.example)
        footer = of_kind(look.bare, {KIND.FOOTER})
        self.line = self._line(place(footer).width - _INSETS) if footer is not None else ""
        self.own_line = "" if self.line else self._line(look.body.width)

    def room(self, body: Box) -> Box:
        """What is left of the body for a slide's own contents."""
        return body.top(body.height - self._taken())

    def _taken(self) -> float:
        return (_EXAMPLE_ROOM if self.example else 0) + (_FOOTER_ROOM if self.own_line else 0)

    def _line(self, width: float) -> str:
        """Organisation, plan, period and as-of in one line, the names shortened if need be; empty if that fails."""
        briefing = self.briefing
        names = [clean(briefing.organisation), clean(briefing.plan)]
        for length in range(max(len(name) for name in names), _LEAST_OF_NAME - 1, -1):
            short = [name if len(name) <= length else name[:length].rstrip() + ELLIPSIS for name in names]
            line = " · ".join(part for part in (*short, clean(briefing.period), clean(briefing.as_of)) if part)
            if self.look.face.width(line, FOOTER_SIZE) <= width:
                return line
        return ""

    def add(self, slide: Any) -> None:
        """Put it on a slide, last in its reading order."""
        body = self.look.body
        strip = body.below(body.height - self._taken())
        if self.example:
            self._example(slide, strip.below(8).top(_EXAMPLE_ROOM - 8))
            strip = strip.below(_EXAMPLE_ROOM)
        if self.own_line:
            self._text(slide, strip, para(self.own_line, FOOTER_SIZE, colour=self.look.colours.quiet))
        for holder in slide.slide_layout.placeholders:
            kind = holder.placeholder_format.type
            if kind == KIND.FOOTER and self.line:
                write(_copied(slide, holder), [para(self.line, FOOTER_SIZE, bullet=None)])
            elif kind == KIND.SLIDE_NUMBER:
                _number(_copied(slide, holder), len(slide.part.package.presentation_part.presentation.slides))

    def _example(self, slide: Any, box: Box) -> None:
        colours, face = self.look.colours, self.look.face
        text = face.cut(self.example, EXAMPLE_SIZE, box.width - 20, 1, bold=True)
        shape = self._text(slide, box, para(text, EXAMPLE_SIZE, bold=True, colour=colours.ink))
        shape.text_frame.margin_left = Emu(127_000)
        shape.text_frame.margin_top = shape.text_frame.margin_bottom = Emu(25_400)
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(colours.accent_surface)

    def _text(self, slide: Any, box: Box, paragraph: Para) -> Any:
        shape = slide.shapes.add_textbox(0, 0, 0, 0)
        put(shape, box)
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        frame.word_wrap = True
        write(frame._txBody, [paragraph])
        return shape


def _copied(slide: Any, holder: Any) -> Any:
    """A placeholder of the layout on the slide, where it inherits place and look; returns its text body."""
    element = deepcopy(holder._element)
    tree = slide.shapes._spTree
    element.nvSpPr.cNvPr.set("id", str(max(int(each) for each in tree.xpath("//@id") if each.isdigit()) + 1))
    properties = element.find(qn("p:spPr"))
    for inherited in list(properties):
        properties.remove(inherited)
    body = element.find(qn("p:txBody"))
    for style in list(body.find(qn("a:lstStyle"))):
        body.find(qn("a:lstStyle")).remove(style)
    tree.append(element)
    return body


def _number(body: Any, number: int) -> None:
    write(body, [Para((), bullet=None)])
    paragraph = body.find(qn("a:p"))
    field = etree.Element(qn("a:fld"), id=_NUMBER_FIELD, type="slidenum")
    etree.SubElement(field, qn("a:rPr"), lang=LANGUAGE)
    etree.SubElement(field, qn("a:t")).text = str(number)
    paragraph.insert(list(paragraph).index(paragraph.find(qn("a:endParaRPr"))), field)

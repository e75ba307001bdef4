"""Our own design, made in code from python-pptx's empty presentation: white, much air, one accent, text first."""

from typing import Any

import pptx
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from kpi.appearance import LIGHT
from kpi.report.pptx.look import BODIES, TITLES, Look, of_kind, put
from kpi.report.pptx.measure import Box, Face
from kpi.report.pptx.runs import EMU, LANGUAGE

FONT = "Arial"
WIDTH, HEIGHT = 960.0, 540.0
_LEFT, _INNER = 48.0, 864.0
TITLE, BODY = Box(_LEFT, 18, _INNER, 82), Box(_LEFT, 114, _INNER, 378)
FOOTER, NUMBER = Box(_LEFT, 500, 780, 24), Box(_LEFT + 788, 500, 76, 24)
FIRST_TITLE, FIRST_BODY = Box(84, 96, 792, 150), Box(84, 262, 792, 176)
_LAYOUTS = {"Title Slide": "Rubrikbild", "Title and Content": "Rubrik och innehåll", "Title Only": "Endast rubrik"}
_RELATED = (RT.THUMBNAIL, RT.PRINTER_SETTINGS)
_COLOURS = {"dk1": LIGHT.ink, "lt1": LIGHT.background, "dk2": LIGHT.quiet, "lt2": LIGHT.surface,
            "accent1": LIGHT.accent, "accent2": "#6a3d9a", "accent3": "#0f7c8c", "accent4": "#9a5b00",
            "accent5": "#b3261e", "accent6": "#5f6b7a", "hlink": LIGHT.accent, "folHlink": LIGHT.quiet}  # fmt: skip


def default_look() -> Look:
    """A new presentation in 16:9 with our three layouts."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = round(WIDTH * EMU), round(HEIGHT * EMU)  # type: ignore[assignment]
    deck.element.find(qn("p:sldSz")).attrib.pop("type", None)
    _drop_extras(deck)
    _theme(deck.slide_master.part.part_related_by(RT.THEME))
    _master(deck.slide_master)
    for layout in list(deck.slide_layouts):
        if layout.name in _LAYOUTS:
            _layout(layout)
        else:
            deck.slide_layouts.remove(layout)
    first, text, bare = deck.slide_layouts
    _first(first)
    return Look(deck, first, text, bare, BODY, LIGHT, Face())


def _drop_extras(deck: Any) -> None:
    """The picture and the printer of whoever made python-pptx's own file."""
    for holder in (deck.part.package, deck.part):
        for key, relation in list(holder._rels.items()):
            if relation.reltype in _RELATED:
                holder._rels.pop(key)


def _theme(part: Any) -> None:
    theme = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    theme.set("name", "Måluppföljning")
    for name, colour in _COLOURS.items():
        element = theme.find(f".//{qn(f'a:{name}')}")
        for old in list(element):
            element.remove(old)
        etree.SubElement(element, qn("a:srgbClr")).set("val", colour.lstrip("#").upper())
    for font in ("a:majorFont", "a:minorFont"):
        theme.find(f".//{qn(font)}/{qn('a:latin')}").set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _master(master: Any) -> None:
    for kinds, box in ((TITLES, TITLE), (BODIES, BODY), ({KIND.FOOTER}, FOOTER), ({KIND.SLIDE_NUMBER}, NUMBER)):
        put(shape := of_kind(master, kinds), box)
        _no_insets(shape, "t" if kinds is BODIES else "b" if kinds is TITLES else "ctr")
    date = of_kind(master, {KIND.DATE})
    date._element.getparent().remove(date._element)
    footer = of_kind(master, {KIND.FOOTER})._element.find(f".//{qn('a:lvl1pPr')}")
    footer.set("algn", "l")
    for tint in list(master.element.iter(qn("a:tint"))):
        colour = tint.getparent()
        colour.remove(tint)
        colour.set("val", "tx2")
    title = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("b", "1")
    title.find(qn("a:defRPr")).set("sz", "2800")
    _speak_swedish(master.element)


def _no_insets(shape: Any, anchor: str) -> None:
    properties = shape._element.find(f".//{qn('a:bodyPr')}")
    for side in ("lIns", "tIns", "rIns", "bIns"):
        properties.set(side, "0")
    properties.set("anchor", anchor)
    for fitting in list(properties):
        properties.remove(fitting)


def _layout(layout: Any) -> None:
    layout.element.cSld.set("name", _LAYOUTS[layout.name])
    date = of_kind(layout, {KIND.DATE})
    date._element.getparent().remove(date._element)
    _speak_swedish(layout.element)


def _first(layout: Any) -> None:
    """The first slide: a bar of the accent beside the title, and lines of text beneath it."""
    title, body = of_kind(layout, TITLES), of_kind(layout, {KIND.SUBTITLE})
    put(title, FIRST_TITLE)
    put(body, FIRST_BODY)
    _no_insets(title, "b")
    _no_insets(body, "t")
    for style in body._element.iter(qn("a:lvl1pPr")):
        style.set("algn", "l")
    for tint in list(layout.element.iter(qn("a:tint"))):
        colour = tint.getparent()
        colour.remove(tint)
        colour.set("val", "tx2")
    layout.shapes._spTree.insert(2, _bar())


def _bar() -> Any:
    """The accent's bar; on a layout, so nothing that is read out."""
    x, y, width, height = (round(each * EMU) for each in (_LEFT, 96, 6, 342))
    return etree.fromstring(
        f'<p:sp xmlns:p="{_uri("p")}" xmlns:a="{_uri("a")}"><p:nvSpPr><p:cNvPr id="90" name="Accent"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/>'
        "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _uri(prefix: str) -> str:
    return qn(f"{prefix}:x")[1:-2]


def _speak_swedish(element: Any) -> None:
    for tag in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for properties in element.iter(qn(tag)):
            properties.set("lang", LANGUAGE)

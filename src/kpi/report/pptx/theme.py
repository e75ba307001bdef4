"""What a template's theme says: whether its slides are dark, and how wide its text may be."""

from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from kpi.appearance import Palette, palette
from kpi.report.pptx.measure import Face

_AS_ARIAL = {"arial", "helvetica", "liberation sans"}
_WIDER = 1.18  # Verdana, and what stands in for a font that a computer lacks
_DARK = 0.35  # relative lightness under which a background is dark


def _theme(layout: Any) -> Any:
    part = layout.slide_master.part.part_related_by(RT.THEME)
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def face_of(layout: Any) -> Face:
    """How the theme's fonts are measured: all but Arial and its equals are taken for wide."""
    fonts = {latin.get("typeface", "").casefold() for latin in _theme(layout).iter(qn("a:latin"))}
    return Face(1.0 if fonts <= _AS_ARIAL else _WIDER)


def palette_of(layout: Any) -> Palette:
    """Our colours for a light or a dark background."""
    mapping = layout.slide_master.element.find(qn("p:clrMap"))
    name = mapping.get("bg1", "lt1") if mapping is not None else "lt1"
    element = _theme(layout).find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
    colour = "FFFFFF" if element is None or not len(element) else element[0].get("lastClr") or element[0].get("val")
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return palette(dark=0.2126 * red + 0.7152 * green + 0.0722 * blue < _DARK)

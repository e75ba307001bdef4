"""What each kind of text looks like when the region's template does not say."""

from dataclasses import dataclass

from lxml.etree import _Element

from kpi.appearance import LIGHT
from kpi.report.docx.xml import el

FONT = "Arial"


@dataclass(frozen=True, slots=True)
class Look:
    """A style: `name` as Word shows it in English for its own, in Swedish for ours.

    size, before and after are in points; `indent` in twentieths of a point.
    """

    name: str
    based_on: str = "Normal"
    kind: str = "paragraph"
    size: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    before: float = 0
    after: float = 0
    line: float = 1.0
    outline: int = 0
    indent: int = 0
    keep: bool = False
    numbered: str = ""
    tab: int = 0
    shade: str = ""


INK, QUIET = LIGHT.ink, LIGHT.quiet
LOOKS = {
    "body": Look("Body Text", size=10.5, after=7, line=1.2),
    "kind": Look("Subtitle", size=11, colour=QUIET, after=2),
    "title": Look("Title", size=25, bold=True, after=12, line=1.05),
    "lead": Look("Ingress", size=12.5, after=7, line=1.2, keep=True),
    "heading1": Look("Heading 1", size=17, bold=True, before=22, after=6, outline=1, keep=True),
    "heading2": Look("Heading 2", size=13.5, bold=True, before=18, after=4, outline=2, keep=True),
    "heading3": Look("Heading 3", size=11, bold=True, before=11, after=3, outline=3, keep=True),
    "contents": Look("TOC Heading", size=12, bold=True, before=16, after=6, keep=True),
    "contents1": Look("toc 1", size=10.5, before=3, tab=9070),
    "contents2": Look("toc 2", size=9.5, indent=300, colour=QUIET, tab=9070),
    "bullet": Look("List Bullet", size=10.5, after=3, line=1.2, numbered="bullet"),
    "number": Look("List Number", size=10.5, after=4, line=1.2, numbered="decimal"),
    "quote": Look("Quote", size=10.5, italic=True, colour=INK, after=2, line=1.2, indent=340),
    "signed": Look("Citatets avsändare", size=9, colour=QUIET, after=7, indent=340),
    "caption": Look("Caption", size=9, bold=True, colour=INK, before=8, after=4, keep=True),
    "note": Look("Figurnot", size=9, colour=QUIET, after=4),
    "figure": Look("Figur", after=4),
    "cell": Look("Tabelltext", size=9.5),
    "head": Look("Tabellrubrik", size=9.5, bold=True, colour=QUIET),
    "cellnote": Look("Tabellnot", size=8.5, colour=QUIET),
    "header": Look("header", size=8.5, colour=QUIET, tab=9070),
    "footer": Look("footer", size=8.5, colour=QUIET, tab=9070),
    "gap": Look("Lucka", based_on="", kind="character", bold=True, shade="FFF2B3"),
}


def style(look: Look, identity: str, based_on: str, numbering: int | None) -> _Element:
    """The style as Word keeps it."""
    element = el("w:style", el("w:name", val=look.name), type=look.kind, styleId=identity)
    if based_on:
        element.append(el("w:basedOn", val=based_on))
    element.extend([el("w:uiPriority", val=9), el("w:qFormat")])
    if look.kind == "paragraph":
        element.append(_paragraph(look, numbering))
    element.append(_run(look))
    return element


def _paragraph(look: Look, numbering: int | None) -> _Element:
    found = el("w:pPr")
    if look.keep:
        found.extend([el("w:keepNext"), el("w:keepLines")])
    if numbering is not None:
        found.append(el("w:numPr", el("w:numId", val=numbering)))
    if look.tab:
        found.append(el("w:tabs", el("w:tab", val="right", pos=look.tab)))
    spacing = {"before": _twentieths(look.before), "after": _twentieths(look.after)}
    found.append(el("w:spacing", **spacing, line=round(240 * look.line), lineRule="auto"))
    if look.indent:
        found.append(el("w:ind", left=look.indent))
    if look.outline:
        found.append(el("w:outlineLvl", val=look.outline - 1))
    return found


def _run(look: Look) -> _Element:
    found = el("w:rPr")
    if look.kind == "paragraph":
        found.append(el("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    found.extend([el("w:b")] if look.bold else [])
    found.extend([el("w:i")] if look.italic else [])
    if look.colour or look.kind == "paragraph":
        found.append(el("w:color", val=(look.colour or INK).lstrip("#")))
    if look.size:
        found.extend([el("w:sz", val=round(look.size * 2)), el("w:szCs", val=round(look.size * 2))])
    if look.shade:
        found.append(el("w:shd", val="clear", color="auto", fill=look.shade))
    return found


def _twentieths(points: float) -> int:
    return round(points * 20)

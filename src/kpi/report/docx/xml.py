"""Elements of WordprocessingML. Text goes in as text nodes, so nothing that a person wrote is read as markup."""

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
nsmap.setdefault("c", "http://schemas.openxmlformats.org/drawingml/2006/chart")


def el(tag: str, *children: _Element, **attributes: str | int) -> _Element:
    """`el("w:pStyle", val="Rubrik1")`: an element; its attributes are of the same namespace."""
    element: _Element = OxmlElement(tag)
    prefix = tag.split(":", maxsplit=1)[0]
    for name, value in attributes.items():
        element.set(qn(f"{prefix}:{name}"), str(value))
    element.extend(children)
    return element


def bare(tag: str, *children: _Element, **attributes: str | int) -> _Element:
    """An element whose attributes have no namespace, as in drawings."""
    element: _Element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(name, str(value))
    element.extend(children)
    return element


def text(written: str) -> list[_Element]:
    """What a run has for a text: its lines, with breaks between them."""
    parts: list[_Element] = []
    for line in written.split("\n"):
        if parts:
            parts.append(el("w:br"))
        words = el("w:t")
        words.set(_SPACE, "preserve")
        words.text = line
        parts.append(words)
    return parts


def run(written: str, *looks: _Element, style: str = "") -> _Element:
    """A run of text; `looks` are its properties, in the order of the schema."""
    properties = [el("w:rStyle", val=style), *looks] if style else looks
    return el("w:r", *([el("w:rPr", *properties)] if properties else []), *text(written))


def paragraph(style: str, *content: _Element, looks: tuple[_Element, ...] = ()) -> _Element:
    """A paragraph of the style with the id."""
    return el("w:p", el("w:pPr", el("w:pStyle", val=style), *looks), *content)


def field(instruction: str, shown: str, *looks: _Element, stale: bool = False) -> list[_Element]:
    """The runs of a field and the text that it shows until it is updated. `stale`: it should be, on opening."""
    code = el("w:instrText")
    code.set(_SPACE, "preserve")
    code.text = f" {instruction} "
    kinds = [el("w:fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")]
    if stale:
        kinds[0].set(qn("w:dirty"), "true")
    begin, separate, end = (el("w:r", kind) for kind in kinds)
    return [begin, el("w:r", code), separate, run(shown, *looks), end]

"""The region's own template: its layouts found by their names, its slides left out, its fonts and colours kept."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import pptx
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.oxml.ns import qn

from kpi.errors import wrong
from kpi.report.pptx.look import BODIES, TITLES, Look, of_kind, place
from kpi.report.pptx.measure import Box
from kpi.report.pptx.runs import EMU
from kpi.report.pptx.theme import face_of, palette_of

FIRST = ("rubrikbild", "rubriksida", "title slide", "titelbild", "startsida", "förstasida", "framsida")
TEXT = ("rubrik och innehåll", "title and content", "rubrik och text", "title and text", "innehåll", "content")
BARE = ("endast rubrik", "title only", "bara rubrik", "rubrik")
MOST_BYTES, MOST_FILES = 300_000_000, 5_000  # unpacked: more is no template
_LEAST_WIDTH, _LEAST_HEIGHT = 400.0, 200.0  # points; less holds neither chart nor table


def template_look(content: bytes) -> Look:
    """Open a template. Raises `UserError` when it is no .pptx or .potx, or lacks a layout with a title."""
    deck = _opened(content)
    _without_slides(deck)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    first = _named(layouts, FIRST) or _titled(layouts, KIND.CENTER_TITLE)
    text = _named(layouts, TEXT, BODIES) or _titled(layouts, KIND.TITLE, BODIES)
    bare = _named(layouts, BARE) or text
    if text is None or first is None or bare is None:
        names = ", ".join(layout.name for layout in layouts)
        raise wrong("slides-template-no-layout", layouts=names or "–")
    body = _body(deck, text, bare)
    if body.width < _LEAST_WIDTH or body.height < _LEAST_HEIGHT:
        raise wrong("slides-template-small", layout=text.name)
    return Look(deck, first, text, bare, body, palette_of(text), face_of(text))


def _opened(content: bytes) -> Any:
    try:
        with ZipFile(BytesIO(content)) as archive:
            files = archive.infolist()
            if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_BYTES:
                raise wrong("slides-template-unreadable")
            return pptx.Presentation(BytesIO(_as_presentation(archive)))
    except (BadZipFile, KeyError, ValueError, AttributeError, etree.LxmlError, EOFError, RuntimeError) as error:
        raise wrong("slides-template-unreadable") from error


def _as_presentation(archive: ZipFile) -> bytes:
    """The file, with a template's content type (.potx) made a presentation's; python-pptx opens no other."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED, compresslevel=1) as copy:
        for file in archive.infolist():
            content = archive.read(file)
            if file.filename == "[Content_Types].xml":
                content = content.replace(CT.PML_TEMPLATE_MAIN.encode(), CT.PML_PRESENTATION_MAIN.encode())
            copy.writestr(file.filename, content)
    return written.getvalue()


def _without_slides(deck: Any) -> None:
    """The template's own slides, and the lists that name them."""
    element = deck.part._element
    for slide in list(element.sldIdLst if element.sldIdLst is not None else ()):
        deck.part.drop_rel(slide.rId)
        element.sldIdLst.remove(slide)
    for name in ("custShowLst", "extLst"):
        for listed in element.findall(qn(f"p:{name}")):
            element.remove(listed)


def _named(layouts: list[Any], names: tuple[str, ...], kinds: Any = TITLES) -> Any:
    """The layout with the first of the names that any has, if it has a title (and a body, when asked for)."""
    by_name = {layout.name.strip().casefold(): layout for layout in reversed(layouts)}
    found = (by_name[name] for name in names if name in by_name)
    return next(
        (each for each in found if of_kind(each, TITLES) is not None and of_kind(each, kinds) is not None), None
    )


def _titled(layouts: list[Any], title: KIND, kinds: Any = TITLES) -> Any:
    """Failing a name: the first layout with such a title, and with a body when asked for."""
    found = (each for each in layouts if of_kind(each, {title}) is not None and of_kind(each, kinds) is not None)
    return next(found, None)


def _body(deck: Any, text: Any, bare: Any) -> Box:
    """Where contents stand: the body of the layout with text, and under the title of both."""
    body = place(of_kind(text, BODIES))
    top = max(body.y, *(place(of_kind(layout, TITLES)).bottom for layout in (text, bare)))
    bottom = min(body.bottom, float(deck.slide_height) / EMU)
    right = min(body.x + body.width, float(deck.slide_width) / EMU)
    return Box(max(body.x, 0.0), top, right - max(body.x, 0.0), bottom - top)

"""A PowerPoint file read back: its slides, texts, charts and parts."""

from io import BytesIO
from zipfile import ZipFile

import pptx
from lxml import etree
from pptx.oxml.ns import qn

from kpi.report.pptx.look import place


def opened(content: bytes):
    return pptx.Presentation(BytesIO(content))


def titles(deck) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def texts(slide) -> list[str]:
    """Every paragraph on a slide, in reading order."""
    return [
        "".join(each.text or "" for each in paragraph.iter(qn("a:t"))) for paragraph in slide.element.iter(qn("a:p"))
    ]


def said(slide) -> str:
    return slide.notes_slide.notes_text_frame.text


def charts(deck):
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def series(chart) -> dict[str, tuple]:
    return {each.name: tuple(each.values) for each in chart.plots[0].series}


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(content: bytes) -> dict[str, etree._Element]:
    return {name: etree.fromstring(part) for name, part in parts(content).items() if name.endswith((".xml", ".rels"))}


def outside(deck) -> list[tuple[int, str]]:
    """What reaches over the slide's edges."""
    wide, high = deck.slide_width / 12_700, deck.slide_height / 12_700
    found = []
    for number, slide in enumerate(deck.slides, start=1):
        for shape in slide.shapes:
            box = place(shape)
            if box.x < 0 or box.y < 0 or box.x + box.width > wide + 0.5 or box.bottom > high + 0.5:
                found.append((number, shape.name))
    return found


def overlapping(deck) -> list[tuple[int, str, str]]:
    """Shapes of a slide that cover each other, placeholders' empty room aside."""
    found = []
    for number, slide in enumerate(deck.slides, start=1):
        boxes = [(shape.name, place(shape)) for shape in slide.shapes if place(shape).height > 2]
        for at, (name, one) in enumerate(boxes):
            for other_name, other in boxes[at + 1 :]:
                across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
                down = min(one.bottom, other.bottom) - max(one.y, other.y)
                if across > 1 and down > 1:
                    found.append((number, name, other_name))
    return found

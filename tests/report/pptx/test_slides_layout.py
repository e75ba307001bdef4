"""Where things stand: within the slide, beside each other, and large enough to read from the back of the room."""

import pytest
from pptx.oxml.ns import qn

from kpi.report.pptx import slides
from kpi.report.pptx.look import place
from kpi.report.pptx.measure import LEADING, Face
from report.briefing_sample import briefing
from report.pptx.cases import CASES
from report.pptx.reading import opened, outside, overlapping

FURNITURE = ("Footer", "Slide Number")


@pytest.fixture(scope="module")
def decks():
    return {name: opened(slides(make())) for name, make in CASES.items()}


@pytest.mark.parametrize("case", CASES)
def test_everything_is_within_the_slide_and_nothing_covers_another(case, decks):
    assert outside(decks[case]) == []
    assert overlapping(decks[case]) == []


def needed(shape) -> float:
    """How high the shape's text is, set as it says."""
    frame = shape.text_frame
    width = place(shape).width - (frame.margin_left + frame.margin_right) / 12_700
    height = 0.0
    for paragraph in frame.paragraphs:
        sizes = [run.font.size.pt for run in paragraph.runs if run.font.size]
        indent = int(paragraph._p.find(qn("a:pPr")).get("marL", "0")) / 12_700
        bold = any(run.font.bold for run in paragraph.runs)
        size = max(sizes, default=0)
        height += Face().lines(paragraph.text, size, width - indent, bold) * size * LEADING
        height += paragraph.space_before.pt if paragraph.space_before else 0
    return height


@pytest.mark.parametrize("case", CASES)
def test_every_text_fits_in_its_box(case, decks):
    tight = [
        (number, shape.name, round(needed(shape)), round(place(shape).height))
        for number, slide in enumerate(decks[case].slides, start=1)
        for shape in slide.shapes
        if shape.has_text_frame and needed(shape) > place(shape).height + 1
    ]
    assert tight == []


def sizes(shape) -> list[float]:
    return [int(each.get("sz")) / 100 for each in shape._element.iter(qn("a:rPr"), qn("a:defRPr")) if each.get("sz")]


def chart_sizes(shape) -> list[float]:
    return [int(each.get("sz")) / 100 for each in shape.chart._chartSpace.iter(qn("a:defRPr")) if each.get("sz")]


@pytest.mark.parametrize("case", ["usual", "long", "sixty"])
def test_the_questions_can_be_read_from_the_back(case, decks):
    for slide in list(decks[case].slides)[1:4]:
        for shape in slide.shapes:
            if shape.name.startswith(FURNITURE):
                continue
            small = [size for size in sizes(shape) if size < 18]
            notes_of_cells = shape.has_table and all(size >= 16 for size in small)
            assert not small or notes_of_cells, shape.name
            if shape.has_chart:
                assert min(chart_sizes(shape)) >= 18


@pytest.mark.parametrize("case", CASES)
def test_the_appendix_has_no_smaller_letters_than_twelve_points(case, decks):
    for slide in decks[case].slides:
        for shape in slide.shapes:
            assert all(size >= 12 for size in sizes(shape)), shape.name
            assert not shape.has_chart or min(chart_sizes(shape)) >= 12


def test_slides_are_sixteen_by_nine():
    deck = opened(slides(briefing(), appendix=False))
    assert deck.slide_width * 9 == deck.slide_height * 16

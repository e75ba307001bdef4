"""The region's own template: its layouts and fonts are used, its slides are not, and what is no template is told."""

from io import BytesIO
from zipfile import ZipFile

import pptx
import pytest
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Pt

from kpi.errors import UserError
from kpi.report.pptx import slides
from report.briefing_sample import briefing
from report.pptx.cases import long
from report.pptx.reading import opened, outside, overlapping, parts, texts, titles

SWEDISH = {"Title Slide": "RUBRIKBILD", "Title and Content": "Rubrik och innehåll", "Title Only": "Endast rubrik"}


def saved(deck) -> bytes:
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def english():
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Mallens egen bild"
    return deck


def swedish(*, dark: bool = False):
    """Layouts with Swedish names, in another order, the body moved."""
    deck = english()
    for layout in list(deck.slide_layouts):
        if layout.name not in SWEDISH:
            deck.slide_layouts.remove(layout)
        else:
            layout.element.cSld.set("name", SWEDISH[layout.name])
    body = deck.slide_layouts[1].placeholders[1]
    body.left, body.top, body.width, body.height = Pt(100), Pt(150), Pt(560), Pt(300)
    if dark:
        theme = deck.slide_master.part.part_related_by(RT.THEME)
        theme._blob = theme.blob.replace(b'<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/>',
                                         b'<a:lt1><a:srgbClr val="101820"/>')  # fmt: skip
    return deck


@pytest.mark.parametrize("make", [english, swedish])
def test_its_layouts_are_used_and_its_slides_left_out(make):
    content = slides(briefing(), template=saved(make()))
    deck = opened(content)
    used = {slide.slide_layout.name.casefold() for slide in deck.slides}
    assert used in ({name.casefold() for name in SWEDISH}, {name.casefold() for name in SWEDISH.values()})
    assert "Mallens egen bild" not in titles(deck)
    assert titles(deck)[0] == briefing().subject
    assert len(titles(deck)) == len(set(titles(deck)))
    kept = [name for name in parts(content) if name.startswith("ppt/slides/slide")]
    assert len(kept) == len(deck.slides)


@pytest.mark.parametrize("make", [english, swedish])
@pytest.mark.parametrize("what", [briefing, long])
def test_everything_stands_in_its_room(make, what):
    deck = opened(slides(what(), template=saved(make())))
    assert outside(deck) == []
    assert overlapping(deck) == []


def test_contents_stand_in_the_templates_body():
    deck = opened(slides(briefing(), template=saved(swedish())))
    tables = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert min(shape.left for shape in tables) >= Pt(100)
    assert max(shape.left + shape.width for shape in tables) <= Pt(661)


def test_a_footer_that_is_too_narrow_is_replaced_by_a_line_of_our_own():
    deck = opened(slides(briefing(), template=saved(english())))
    for slide in deck.slides:
        assert any(briefing().as_of in line and "Region Jämtland Härjedalen" in line for line in texts(slide))


def test_a_dark_template_gets_the_dark_themes_colours():
    for dark, colour in ((False, "6A3D9A"), (True, "C3A1EA")):
        made = slides(briefing(), template=saved(swedish(dark=dark)))
        charts = [part for name, part in parts(made).items() if name.startswith("ppt/charts/chart")]
        assert any(colour.encode() in part for part in charts)


def test_a_potx_is_a_template_too():
    written = BytesIO()
    with ZipFile(written, "w") as copy:
        for name, content in parts(saved(english())).items():
            as_template = content.replace(CT.PML_PRESENTATION_MAIN.encode(), CT.PML_TEMPLATE_MAIN.encode())
            copy.writestr(name, as_template if name == "[Content_Types].xml" else content)
    made = slides(briefing(), template=written.getvalue(), appendix=False)
    assert CT.PML_TEMPLATE_MAIN.encode() not in parts(made)["[Content_Types].xml"]
    assert len(opened(made).slides) == 4


def archive(**files: bytes) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"ingen fil", archive(), archive(a=b"b"), saved(pptx.Presentation())[:5000],
     archive(**{"[Content_Types].xml": b"<Types>"})],
)  # fmt: skip
def test_what_is_no_powerpoint_file_is_told(content):
    with pytest.raises(UserError) as refused:
        slides(briefing(), template=content)
    assert refused.value.key == "slides-template-unreadable"


def test_a_file_that_unpacks_to_too_much_is_not_opened(monkeypatch):
    monkeypatch.setattr("kpi.report.pptx.template.MOST_BYTES", 1000)
    with pytest.raises(UserError) as refused:
        slides(briefing(), template=saved(english()))
    assert refused.value.key == "slides-template-unreadable"


def test_a_template_without_a_usable_layout_is_told_with_what_it_has():
    deck = english()
    for layout in list(deck.slide_layouts)[1:]:
        if layout.name != "Blank":
            deck.slide_layouts.remove(layout)
    with pytest.raises(UserError) as refused:
        slides(briefing(), template=saved(deck))
    assert refused.value.key == "slides-template-no-layout"
    assert "Blank" in str(refused.value)


def test_a_layout_with_too_little_room_is_told():
    deck = swedish()
    deck.slide_layouts[1].placeholders[1].height = Pt(60)
    with pytest.raises(UserError) as refused:
        slides(briefing(), template=saved(deck))
    assert refused.value.key == "slides-template-small"

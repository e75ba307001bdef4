"""What people and files may write does no harm: it is shown as text, or left out where it cannot be."""

import re

from lxml import etree

from kpi.report.pptx import slides
from kpi.report.pptx.clean import clean, inert
from report.pptx.cases import hostile
from report.pptx.reading import charts, opened, texts, xml

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def test_no_mark_that_xml_forbids_or_that_turns_text_is_left():
    content = slides(hostile())
    for name, root in xml(content).items():
        for element in root.iter():
            held = [element.text or "", *(str(value) for value in element.attrib.values())]
            assert not any(FORBIDDEN.search(each) for each in held), name


def test_markup_is_text():
    whole = "\n".join(line for slide in opened(slides(hostile())).slides for line in texts(slide))
    assert "<b>fet</b>&amp;" in whole


def test_nothing_in_a_workbook_is_run_or_linked_to():
    for shape in charts(opened(slides(hostile()))):
        book = xml(shape.chart.part.chart_workbook.xlsx_part.blob)
        tags = {etree.QName(each).localname for root in book.values() for each in root.iter()}
        assert "row" in tags
        assert tags.isdisjoint({"f", "hyperlink"})


def test_clean_keeps_what_is_text():
    assert clean("  Åtgärd –\u00a0≥ 5,0 %\n nu ") == "Åtgärd –\u00a0≥ 5,0 % nu"
    assert clean("A\u030a") == "Å"
    assert clean("\x00\ud800\u202e") == ""
    assert inert("=1+1") == "\u00a0=1+1"
    assert inert("2025") == "2025"

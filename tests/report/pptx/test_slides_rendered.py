"""In LibreOffice: every slide is a page, every word is on it, and no word stands on another."""

import pytest

from kpi.report.pptx import slides
from report.pptx.cases import CASES
from report.pptx.reading import opened
from report.pptx.rendering import Sheet, Word, sheets


def test_words_outside_and_on_each_other_would_be_found():
    one, other = Word("ett", 0, 0, 10, 10), Word("två", 2, 2, 12, 12)
    assert Sheet(100, 100, (one, other)).covered() == [("ett", "två")]
    assert Sheet(11, 100, (one, other)).outside() == []
    assert Sheet(10, 100, (one, other)).outside() == ["två"]


@pytest.mark.slow
@pytest.mark.parametrize("case", [name for name in CASES if name != "sixty"])
def test_every_slide_is_a_page_with_all_its_words_apart(case, tmp_path):
    content = slides(CASES[case]())
    pages = sheets(content, tmp_path)
    assert len(pages) == len(opened(content).slides)
    assert {number: page.outside() for number, page in enumerate(pages, 1) if page.outside()} == {}
    assert {number: page.covered() for number, page in enumerate(pages, 1) if page.covered()} == {}
    assert all(page.words for page in pages)

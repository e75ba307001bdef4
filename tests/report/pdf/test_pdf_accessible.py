"""What PDF/UA-1 asks for that a machine can see: tags, language, title, alternative texts, headings, header cells."""

import io
import itertools

import pikepdf
import pytest
from pdf_reading import attribute, tags, untagged

from kpi.report.pdf import pdf_report
from report.document_sample import CASES, many
from report.document_texts import charts, headings, tables

FORMS = {**CASES, "many": many(20)}


@pytest.fixture(scope="module", params=FORMS)
def case(request):
    briefing = FORMS[request.param]
    with pikepdf.open(io.BytesIO(pdf_report(briefing))) as pdf:
        yield request.param, briefing, pdf


def test_it_is_tagged_in_swedish_and_says_that_it_is_accessible(case):
    _, _, pdf = case
    assert pdf.Root.MarkInfo.Marked
    assert not pdf.Root.MarkInfo.get("/Suspects", False)
    assert str(pdf.Root.Lang) == "sv-SE"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_the_title_is_what_a_window_shows(case):
    name, briefing, pdf = case
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        title = metadata["dc:title"]
    assert title
    if name != "hostile":
        assert title == briefing.subject


def test_headings_are_in_order_and_none_is_skipped(case):
    name, briefing, pdf = case
    found = tags(pdf).all(*(f"H{n}" for n in range(1, 7)))
    levels = [int(one.kind[1]) for one in found]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    if name != "hostile":
        told = [(int(one.kind[1]), str(one.own.T)) for one in found]
        assert told == [(1, "Innehåll"), *headings(briefing)]


def test_every_figure_has_its_alternative_text(case):
    name, briefing, pdf = case
    found = [str(figure.own.Alt) for figure in tags(pdf).all("Figure")]
    assert len(found) == len(charts(briefing))
    assert all(found)
    if name != "hostile":
        assert found == [chart.alt for chart in charts(briefing)]


def test_tables_have_header_cells_with_scope_and_whole_rows(case):
    _name, briefing, pdf = case
    found = tags(pdf).all("Table")
    own = [one for one in tables(briefing) if one.rows]
    assert len(found) == len(own) + sum(bool(one.values) for one in briefing.indicators)
    for table in found:
        head, *rows = [[cell.kind for cell in row.beneath] for row in table.all("TR")]
        assert set(head) == {"TH"}
        assert rows
        assert all(row == ["TD"] * len(head) for row in rows)
        assert {str(attribute(cell, "/Scope")) for cell in table.all("TH")} == {"/Column"}


def test_lists_are_lists(case):
    _, _, pdf = case
    for one in tags(pdf).all("LI"):
        assert [part.kind for part in one.beneath] == ["Lbl", "LBody"]


def test_all_that_is_painted_is_tagged_or_an_artifact(case):
    _, _, pdf = case
    assert [page for page in pdf.pages if untagged(page)] == []
    assert all(str(page.obj.Tabs) == "/S" for page in pdf.pages if "/Annots" in page)


def test_fonts_are_embedded_and_their_letters_known(case):
    _, _, pdf = case
    fonts = {font.objgen: font for page in pdf.pages for font in page.resources.get("/Font", {}).values()}
    assert fonts
    for font in fonts.values():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        assert {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())
        assert "/ToUnicode" in font
        name = str(font.BaseFont).split("+")[1]
        assert name.startswith(("SourceSansPro", "LibertinusSerif", "NewCM", "DejaVuSansMono"))


def test_the_bookmarks_lead_to_the_chapters(case):
    _name, briefing, pdf = case
    with pdf.open_outline() as outline:
        found = [entry.title for entry in outline.root]
    assert found == [title for level, title in headings(briefing) if level == 1]


def test_a_file_without_tags_would_be_seen():
    """The check of untagged paint finds it."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.contents_add(b"0 0 10 10 re f")
    assert untagged(page) == ["f"]

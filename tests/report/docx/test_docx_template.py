"""The region's own template: its styles, header and page are used, its text is not."""

import io

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt

from kpi.errors import UserError
from kpi.report.docx import memo, report
from report.document_sample import SAMPLE


@pytest.fixture
def template() -> bytes:
    word = Document()
    word.styles["Heading 1"].font.size = Pt(31)
    word.styles.add_style("Lucka", WD_STYLE_TYPE.CHARACTER).font.italic = True
    word.sections[0].left_margin = Cm(5)
    word.sections[0].header.paragraphs[0].text = "Regionens sidhuvud"
    word.sections[0].different_first_page_header_footer = True
    word.sections[0].first_page_header.paragraphs[0].text = "Första sidans huvud"
    word.add_paragraph("Mallens egen text")
    return saved(word)


def saved(word) -> bytes:
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


@pytest.mark.parametrize("write", [report, memo])
def test_its_styles_page_and_header_are_kept_and_its_text_is_not(template, write):
    word = Document(io.BytesIO(write(SAMPLE, template=template)))
    assert word.styles["Heading 1"].font.size == Pt(31)
    assert word.styles["Lucka"].font.italic
    assert word.sections[0].left_margin.cm == pytest.approx(5, abs=0.01)
    assert "Mallens egen text" not in [paragraph.text for paragraph in word.paragraphs]
    for header, own in (
        (word.sections[0].header, "Regionens sidhuvud"),
        (word.sections[0].first_page_header, "Första sidans huvud"),
    ):
        lines = [paragraph.text for paragraph in header.paragraphs]
        assert lines[0] == own
        assert lines[-1] == SAMPLE.example


def test_styles_that_it_lacks_are_added(template):
    word = Document(io.BytesIO(report(SAMPLE, template=template)))
    names = {style.name for style in word.styles}
    assert {"Ingress", "Tabelltext", "Måluppföljning", "toc 1"} <= names
    used = {paragraph.style.style_id for paragraph in word.paragraphs}
    assert used <= {style.style_id for style in word.styles}


def test_tables_fit_its_page(template):
    word = Document(io.BytesIO(report(SAMPLE, template=template)))
    section = word.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert word.tables
    assert all(sum(column.width for column in table.columns) <= room + Pt(1) for table in word.tables)


def test_a_template_without_lists_gets_them():
    word = Document()
    for rel in [key for key, rel in word.part.rels.items() if rel.reltype.endswith("/numbering")]:
        del word.part.rels[rel]
    for style in ("List Bullet", "List Number"):
        word.styles[style].delete()
    made = Document(io.BytesIO(report(SAMPLE, template=saved(word))))
    assert made.styles["List Number"].element.pPr.numPr.numId.val
    assert made.part.numbering_part.element.num_lst


@pytest.mark.parametrize("content", [b"", b"inte en fil", b"PK\x03\x04 trasig", b"<html></html>"])
def test_what_is_no_word_file_is_refused(content):
    with pytest.raises(UserError) as error:
        report(SAMPLE, template=content)
    assert error.value.key == "document-template-not-docx"


def test_a_spreadsheet_is_refused():
    from kpi.report.docx.charts import line_chart
    from report.document_sample import SICK_LEAVE

    with pytest.raises(UserError):
        memo(SAMPLE, template=line_chart(SICK_LEAVE).workbook)

"""The same follow-up in every file and on the page: the same figures, names and statuses, the as-of day included."""

import io
from contextlib import closing

import pytest
from briefing_of import item, material
from docx import Document
from pptx import Presentation

from kpi.export.briefing_files import DocumentForm, document_name, written
from kpi.report.briefing import scopes
from kpi.report.briefing.compose import compose
from kpi.store import Store
from kpi.words import say
from report.pdf.pdf_reading import text as pdf_text


def plain(text):
    return "".join(text.split()).replace("\u00ad", "")


@pytest.fixture(scope="module")
def made(installed):
    with closing(Store.open(installed)) as store:
        found = material(store, day="")
        yield compose(found, scopes.of_item(found, *item(store, found, "miljobokslut")))


@pytest.fixture(scope="module")
def files(made):
    return {form: written(made, form) for form in DocumentForm}


def slides_text(content):
    deck = Presentation(io.BytesIO(content))
    texts = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    cells = [cell.text for slide in deck.slides for shape in slide.shapes if shape.has_table
             for row in shape.table.rows for cell in row.cells]  # fmt: skip
    return plain(" ".join([*texts, *cells]))


def word_text(content):
    word = Document(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return plain(" ".join([*(paragraph.text for paragraph in word.paragraphs), *cells]))


def header_text(content):
    sections = Document(io.BytesIO(content)).sections
    return plain(" ".join(paragraph.text for section in sections for paragraph in section.header.paragraphs))


def test_every_value_and_status_stands_in_each_file(made, files, tmp_path):
    read = {
        DocumentForm.SLIDES: slides_text(files[DocumentForm.SLIDES]),
        DocumentForm.REPORT: word_text(files[DocumentForm.REPORT]),
        DocumentForm.PDF: plain(" ".join(pdf_text(files[DocumentForm.PDF], tmp_path))),
    }
    for form, text in read.items():
        for one in made.indicators:
            assert plain(one.name) in text, form
            assert plain(one.headline) in text, form
            for value in one.values:
                word = say(f"status-{value.status}") if value.status else ""
                assert plain(value.text) in text, (form, one.name)
                assert plain(word) in text, (form, one.name)
        for question in made.questions:
            assert plain(question.headline) in text, form


def test_tables_of_statuses_read_back_are_the_same(made, files):
    """Row by row: what the slides and the report print of each nyckeltal."""
    expected = [plain(row[0].text) for row in made.status_table.rows]
    deck = Presentation(io.BytesIO(files[DocumentForm.SLIDES]))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    word = Document(io.BytesIO(files[DocumentForm.REPORT]))
    for found in (tables, word.tables):
        rows = {plain(row.cells[0].text): [plain(cell.text) for cell in row.cells] for table in found
                if len(table.columns) == len(made.status_table.headings) for row in list(table.rows)[1:]}  # fmt: skip
        for name, row in zip(expected, made.status_table.rows, strict=True):
            mine = next(cells for said, cells in rows.items() if said.startswith(name))
            for cell, told in zip(row[1:], mine[1:], strict=True):
                assert told.startswith(plain(cell.text))
                assert cell.status is None or plain(say(f"status-{cell.status}")) in told


def test_charts_hold_the_same_numbers_in_slides_and_report(made, files):
    deck = Presentation(io.BytesIO(files[DocumentForm.SLIDES]))
    drawn = [
        {series.name: tuple(series.values) for series in shape.chart.plots[0].series}
        for slide in deck.slides for shape in slide.shapes if shape.has_chart
    ]  # fmt: skip
    for one in made.indicators:
        for line in one.parts[0].blocks[0].lines:
            assert any(chart.get(line.name) == line.values for chart in drawn), one.name


def test_each_file_says_that_its_figures_are_examples_and_of_when(made, files, tmp_path):
    word = [word_text(files[form]) for form in (DocumentForm.REPORT, DocumentForm.MEMO)]
    pdf = plain(" ".join(pdf_text(files[DocumentForm.PDF], tmp_path)))
    headers = [header_text(files[form]) for form in (DocumentForm.REPORT, DocumentForm.MEMO)]
    for text in (slides_text(files[DocumentForm.SLIDES]), pdf, *(a + b for a, b in zip(word, headers, strict=True))):
        assert plain(made.example) in text
        assert plain(made.as_of) in text


def test_the_memo_proposes_what_follows(made, files):
    text = word_text(files[DocumentForm.MEMO])
    assert all(plain(one.text) in text for one in made.proposal)


def test_names_of_files_say_when_what_and_that_figures_are_examples(made):
    assert document_name(made, DocumentForm.SLIDES) == "exempel-2025-05-27-Miljobokslut-presentation.pptx"
    assert document_name(made, DocumentForm.PDF) == "exempel-2025-05-27-Miljobokslut-rapport.pdf"

"""The Word files, opened again: what stands in them is what the follow-up says, and they are built as they should."""

import io
from collections import Counter

import pytest
from docx import Document
from docx.oxml.ns import qn

from kpi.report.briefing.content import Blank
from kpi.report.docx import memo, report
from kpi.words import say
from report.document_sample import CASES, SAMPLE, many
from report.document_texts import charts, headings, said, squeezed, tables

FORMS = {"sample": SAMPLE, "long_names": CASES["long_names"], "empty": CASES["empty"], "many": many()}


@pytest.fixture(scope="module", params=FORMS)
def written(request):
    briefing = FORMS[request.param]
    return briefing, Document(io.BytesIO(report(briefing)))


def text_of(word) -> str:
    """All text of the body and of the header, as it stands in the file."""
    header = "".join(paragraph.text for paragraph in word.sections[0].header.paragraphs)
    return squeezed(header + "".join(node.text or "" for node in word.element.body.iter(qn("w:t"))))


def styled(word, name: str) -> list[str]:
    return [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == name]


def test_every_text_of_the_follow_up_stands_in_the_report(written):
    briefing, word = written
    text = text_of(word)
    missing = [one for one in said(briefing) if squeezed(one) not in text]
    assert missing == []


def test_headings_are_those_of_the_follow_up_in_order(written):
    briefing, word = written
    found = [
        (int(paragraph.style.name[-1]), paragraph.text)
        for paragraph in word.paragraphs
        if paragraph.style.name.startswith("Heading ")
    ]
    assert found == headings(briefing)
    assert styled(word, "Title") == [briefing.subject]


def test_the_contents_list_the_headings_and_lead_to_them(written):
    briefing, word = written
    entries = [p for p in word.paragraphs if p.style.name.lower() in {"toc 1", "toc 2"}]
    assert [entry.text.strip() for entry in entries] == [name for level, name in headings(briefing) if level < 3]
    places = {mark.get(qn("w:name")) for mark in word.element.body.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in word.element.body.iter(qn("w:hyperlink"))]
    assert len(set(links)) == len(entries)
    assert set(links) <= places
    dirty = [kind for kind in word.element.body.iter(qn("w:fldChar")) if kind.get(qn("w:dirty"))]
    assert len(dirty) == 1


def test_tables_say_what_the_follow_ups_say_and_have_a_header_row(written):
    briefing, word = written
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables]
    for told in tables(briefing):
        if told.rows:
            assert [list(told.headings), *([wording(cell) for cell in row] for row in told.rows)] in found
    for table in word.tables:
        flagged = [row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None for row in table._tbl.tr_lst]
        assert flagged == [True] + [False] * (len(table.rows) - 1)
        before = table._tbl.getprevious()
        assert before.find(qn("w:pPr")).find(qn("w:pStyle")).get(qn("w:val")) == "Caption"


def wording(cell) -> str:
    """A cell's lines: its text, the status as shape and word, the note."""
    signs = {"met": "✓", "near": "▲", "not_met": "✕", "unjudged": "○"}
    status = f"{signs[cell.status]} {say(f'status-{cell.status}')}".replace(" ", "\u00a0") if cell.status else ""
    return "\n".join(line for line in (cell.text, status, cell.note) if line)


def test_every_drawing_has_its_alternative_text(written):
    briefing, word = written
    told = [(drawn.get("descr"), drawn.get("title")) for drawn in word.element.body.iter(qn("wp:docPr"))]
    assert told == [(chart.alt, chart.title) for chart in charts(briefing)]
    ids = Counter(drawn.get("id") for drawn in word.element.body.iter(qn("wp:docPr")))
    assert set(ids.values()) <= {1}


def test_captions_count_tables_and_figures(written):
    briefing, word = written
    captions = styled(word, "Caption")
    figures = [caption for caption in captions if caption.startswith("Figur ")]
    assert [figure.split(".")[0] for figure in figures] == [f"Figur {n + 1}" for n in range(len(charts(briefing)))]
    assert len(captions) - len(figures) == len(word.tables)
    fields = [code.text for code in word.element.body.iter(qn("w:instrText"))]
    assert sum("SEQ" in field for field in fields) == len(captions)


def test_each_page_says_whose_and_of_when_and_that_figures_are_examples(written):
    briefing, word = written
    header = "\n".join(paragraph.text for paragraph in word.sections[0].header.paragraphs)
    for told in (briefing.organisation, briefing.plan, briefing.period, briefing.as_of, briefing.example):
        assert squeezed(told) in squeezed(header)
    footer = word.sections[0].footer._element
    assert [code.text.strip() for code in footer.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_the_language_and_what_the_file_says_of_itself():
    word = Document(io.BytesIO(report(SAMPLE)))
    language = word.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "sv-SE"
    known = word.core_properties
    assert (known.title, known.author, known.language) == (SAMPLE.subject, SAMPLE.organisation, "sv-SE")
    assert known.created.date() == SAMPLE.made_on


def test_gaps_are_marked_and_nothing_else_is():
    word = Document(io.BytesIO(report(SAMPLE)))
    marked = [run.text for paragraph in word.paragraphs for run in paragraph.runs if run.style.name == "Lucka"]
    assert all(text.startswith("[Fyll i: ") and text.endswith("]") for text in marked)
    # One in each of four nyckeltal, one in a question, one in a section, one in the proposal, two listed.
    assert len(marked) == 4 + 1 + 1 + 1 + 2


def test_the_memo_has_what_a_tjansteskrivelse_has():
    word = Document(io.BytesIO(memo(SAMPLE)))
    assert styled(word, "Heading 1") == [
        "Ärendebeskrivning",
        "Förslag till beslut",
        "Sammanfattning",
        "Bedömning",
        "Underlag",
        "Utdrag till",
        "Undertecknas av",
    ]
    assert styled(word, "List Number") == [
        "[Fyll i: " + one.text + "]" if isinstance(one, Blank) else one.text for one in SAMPLE.proposal
    ]
    text = text_of(word)
    for told in (*(question.headline for question in SAMPLE.questions), *SAMPLE.sources, SAMPLE.example):
        assert squeezed(told) in text
    for gap in ("diarienummer", "handläggarens namn och enhet", "vilka som ska få protokollsutdraget", "namn"):
        assert squeezed(f"[Fyll i: {gap}]") in text


def test_the_memo_of_nothing_is_a_memo():
    word = Document(io.BytesIO(memo(CASES["empty"])))
    assert styled(word, "List Number") == ["Regionstyrelsen lägger informationen till handlingarna."]

"""What people paste never becomes markup, and never makes a file that cannot be opened."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from kpi.report.document.plain import plain
from kpi.report.docx import memo, report
from report.document_sample import CASES, ENDLESS, HOSTILE
from report.document_texts import squeezed


@pytest.fixture(scope="module", params=[report, memo], ids=["report", "memo"])
def file(request) -> bytes:
    return request.param(CASES["hostile"])


def test_every_part_is_xml_and_the_file_opens(file):
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(parts.read(name))
    assert Document(io.BytesIO(file)).paragraphs


def test_the_text_stands_as_it_was_written(file):
    body = Document(io.BytesIO(file)).element.body
    text = squeezed("".join(node.text or "" for node in body.iter(qn("w:t"))))
    assert squeezed(plain(HOSTILE)) in text
    assert squeezed(ENDLESS) in text


def test_nothing_in_it_turns_the_direction_of_the_text(file):
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        assert "\u202e".encode() not in parts.read("word/document.xml")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\tb", "a b"),
        ("a\x00b\x1bc", "a\ufffdb\ufffdc"),
        ("\ud83d", "\ufffd"),
        ("\u202ehej\u2066", "hej"),
        ("Åre 5\u00a0%, “så” − ä", "Åre 5\u00a0%, “så” − ä"),
        ("לום 你好 😀", "לום 你好 😀"),
        ("\uffff", "\ufffd"),
    ],
)
def test_plain_text(written, shown):
    assert plain(written) == shown

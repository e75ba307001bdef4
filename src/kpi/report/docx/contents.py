"""The table of contents: a field of Word's, already filled, so that it is right before anyone updates it."""

from lxml.etree import _Element

from kpi.report.document.parts import Document, Heading
from kpi.report.docx.styles import Styles
from kpi.report.docx.xml import el, field, paragraph, run
from kpi.words import say

LEVELS = 2


def anchor(number: int) -> str:
    """The name of the place of the nth heading of the document, counted from 1."""
    return f"_Toc{number:06d}"


def contents(document: Document, styles: Styles) -> list[_Element]:
    """An entry for each heading of the first two levels; Word puts the page numbers in when it opens the file."""
    headings = [item for item in document.body if isinstance(item, Heading)]
    listed = [(n, heading) for n, heading in enumerate(headings, 1) if heading.level <= LEVELS]
    entries = [_entry(n, heading, styles) for n, heading in listed]
    begin, code, separate, _, end = field(f'TOC \\o "1-{LEVELS}" \\h \\z \\u', "", stale=True)
    for at, one in enumerate((begin, code, separate)):
        entries[0].insert(1 + at, one)
    entries[-1].append(end)
    return [paragraph(styles["contents"], run(say("document-contents"))), *entries]


def _entry(number: int, heading: Heading, styles: Styles) -> _Element:
    page = [el("w:r", el("w:tab")), *field(f"PAGEREF {anchor(number)} \\h", "")]
    link = el("w:hyperlink", run(heading.text), *page, anchor=anchor(number), history=1)
    return paragraph(styles[f"contents{heading.level}"], link)

"""What stands on every page: whose follow-up it is and of when, that figures are examples, and the page's number."""

from docx.document import Document as Word
from docx.section import _Footer, _Header
from lxml.etree import _Element

from kpi.report.document.parts import Document
from kpi.report.docx.styles import Styles
from kpi.report.docx.xml import el, field, paragraph, run
from kpi.words import say


def frame(word: Word, document: Document, styles: Styles) -> None:
    """Write it in the header and the footer, after what the template has there, on first and even pages too."""
    section = word.sections[-1]
    headers, footers = [section.header], [section.footer]
    if section.different_first_page_header_footer:
        headers.append(section.first_page_header)
        footers.append(section.first_page_footer)
    if word.settings.odd_and_even_pages_header_footer:
        headers.append(section.even_page_header)
        footers.append(section.even_page_footer)
    for header in headers:
        _add(header, _top(document, styles))
    for footer in footers:
        _add(footer, [_bottom(document, styles)])


def _add(place: _Header | _Footer, paragraphs: list[_Element]) -> None:
    place.is_linked_to_previous = False
    root = place._element
    for old in place.paragraphs:
        if not old.text and not old._p.xpath(".//w:drawing | .//w:pict | .//w:fldChar"):
            root.remove(old._p)
    root.extend(paragraphs)


def _top(document: Document, styles: Styles) -> list[_Element]:
    found = [paragraph(styles["header"], run(document.running))]
    if document.example:
        found.append(paragraph(styles["header"], run(document.example, el("w:b"))))
    return found


def _bottom(document: Document, styles: Styles) -> _Element:
    word, of = say("document-page-word"), say("document-page-of-word")
    page = [run(f"{word} "), *field("PAGE", "1"), run(f" {of} "), *field("NUMPAGES", "1")]
    return paragraph(styles["footer"], run(document.kind), el("w:r", el("w:tab")), *page)

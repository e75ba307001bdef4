"""The file that a document is written in: an empty page of A4, or the region's template emptied of its text."""

import io
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as Word
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Cm, Length
from lxml.etree import XMLSyntaxError

from kpi.errors import wrong

MARGIN, TOP = Cm(2.5), Cm(2.2)


def opened(template: bytes | None) -> Word:
    """An empty document; with a template its page, header, footer and styles. Raises `UserError` when it is none."""
    word = Document() if template is None else _template(template)
    body = word.element.body
    for child in list(body)[:-1] if body.sectPr is not None else list(body):
        body.remove(child)
    if template is None:
        _page(word)
    return word


def width(word: Word) -> float:
    """How wide the text is, in points."""
    section = word.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    return float(Length((page or Cm(21)) - (left or MARGIN) - (right or MARGIN)).pt)


def _template(template: bytes) -> Word:
    try:
        return Document(io.BytesIO(template))
    except (BadZipFile, PackageNotFoundError, ValueError, KeyError, XMLSyntaxError) as error:
        raise wrong("document-template-not-docx") from error


def _page(word: Word) -> None:
    section = word.sections[-1]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = Cm(2.8), TOP
    section.header_distance = section.footer_distance = Cm(1.2)

"""A document as the bytes of a Word file."""

import io
from datetime import date, datetime, time

from docx.document import Document as Word

from kpi.report.document.parts import Document
from kpi.report.docx.blocks import Blocks
from kpi.report.docx.contents import contents
from kpi.report.docx.frame import frame
from kpi.report.docx.opening import opened
from kpi.report.docx.styles import Styles
from kpi.report.docx.xml import paragraph, run

LONGEST = 255  # characters that a file's properties may have
LANGUAGE = "sv-SE"


def written(document: Document, made_on: date, template: bytes | None) -> bytes:
    """Lay the document out. Raises `UserError` when the template is no Word document."""
    word = opened(template)
    styles = Styles(word, keep=template is not None)
    blocks = Blocks(word, styles)
    elements = [paragraph(styles["kind"], run(document.kind)), paragraph(styles["title"], run(document.title))]
    elements += blocks.lay(document.head)
    elements += contents(document, styles) if document.contents else []
    elements += blocks.lay(document.body)
    body = word.element.body
    at = len(body) if body.sectPr is None else len(body) - 1
    body[at:at] = elements
    frame(word, document, styles)
    _properties(word, document, made_on)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _properties(word: Word, document: Document, made_on: date) -> None:
    """What the file says of itself; the template's author and dates would be wrong here."""
    known = word.core_properties
    known.title = document.title[:LONGEST]
    known.subject = document.running[:LONGEST]
    known.author = known.last_modified_by = document.organisation[:LONGEST]
    known.category, known.comments, known.keywords = document.kind, document.example[:LONGEST], ""
    known.language, known.revision = LANGUAGE, 1
    known.created = known.modified = datetime.combine(made_on, time())

"""A follow-up as the files that are handed in: slides, report, tjänsteskrivelse and PDF, all from one briefing."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from kpi.export.names import ascii_name, unaccented
from kpi.report.briefing.content import Briefing
from kpi.report.docx import memo, report
from kpi.report.pdf import pdf_report
from kpi.report.pptx import slides
from kpi.settings import settings

TEMPLATES = "mallar"
"""The folder of the data folder in which a region puts its own templates, by the names in `_TEMPLATE`."""


class DocumentForm(StrEnum):
    """What is made. The value is its Swedish name, in the file's."""

    SLIDES = "presentation"
    REPORT = "rapport"
    MEMO = "tjansteskrivelse"
    PDF = "rapport-pdf"

    @property
    def ending(self) -> str:
        """The file's ending, without a dot."""
        return _ENDINGS[self]

    @property
    def media_type(self) -> str:
        """As registered with IANA."""
        return _MEDIA_TYPES[self.ending]


_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_ENDINGS = {
    DocumentForm.SLIDES: "pptx", DocumentForm.REPORT: "docx", DocumentForm.MEMO: "docx", DocumentForm.PDF: "pdf",
}  # fmt: skip
_MEDIA_TYPES = {
    "pptx": f"{_OPEN_XML}.presentationml.presentation",
    "docx": f"{_OPEN_XML}.wordprocessingml.document",
    "pdf": "application/pdf",
}
_TEMPLATE = {"pptx": "presentation.pptx", "docx": "rapport.docx"}
_WRITERS: dict[DocumentForm, Callable[[Briefing], bytes]] = {
    DocumentForm.SLIDES: lambda briefing: slides(briefing, template=_template("pptx")),
    DocumentForm.REPORT: lambda briefing: report(briefing, template=_template("docx")),
    DocumentForm.MEMO: lambda briefing: memo(briefing, template=_template("docx")),
    DocumentForm.PDF: pdf_report,
}


def written(briefing: Briefing, form: DocumentForm) -> bytes:
    """The file. Raises `UserError` when the region's own template cannot be used."""
    return _WRITERS[form](briefing)


def document_name(briefing: Briefing, form: DocumentForm) -> str:
    """ "2025-05-27-miljobokslut-presentation.pptx", with "exempel" first where the figures are invented."""
    when = briefing.occasion.first_day.isoformat() if briefing.occasion else briefing.period
    return named(when, briefing.subject, form, example=bool(briefing.example))


def named(when: str, subject: str, form: DocumentForm, *, example: bool) -> str:
    """The same, without a briefing at hand."""
    word = "exempel" if example else ""
    return f"{ascii_name(word, when, unaccented(subject)[:60], form.value.removesuffix('-pdf'))}.{form.ending}"


def _template(ending: str) -> bytes | None:
    """The region's own template; None where it has put none in the folder."""
    path: Path = settings().data / TEMPLATES / _TEMPLATE[ending]
    return path.read_bytes() if path.is_file() else None

"""Word files of a follow-up: the report and the tjänsteskrivelse, in the region's own template where there is one."""

from kpi.report.briefing.content import Briefing
from kpi.report.document.memo import memo_document
from kpi.report.document.report import report_document
from kpi.report.docx.writing import written


def report(briefing: Briefing, *, template: bytes | None = None) -> bytes:
    """The written report as a Word file. `template`: a .docx whose styles, page, header and footer are used.

    Raises `UserError` when the template is no Word document.
    """
    return written(report_document(briefing), briefing.made_on, template)


def memo(briefing: Briefing, *, template: bytes | None = None) -> bytes:
    """The tjänsteskrivelse as a Word file, with what only a person knows as marked gaps. As `report` otherwise."""
    return written(memo_document(briefing), briefing.made_on, template)

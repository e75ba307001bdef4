"""The report as a PDF that may be published: tagged, in Swedish, with alternative texts (PDF/UA-1), set by Typst."""

from kpi.report.briefing.content import Briefing
from kpi.report.document.report import report_document
from kpi.report.pdf.setting import set_document


def pdf_report(briefing: Briefing) -> bytes:
    """The written report as PDF/UA-1. The same bytes for the same follow-up, on every machine."""
    return set_document(report_document(briefing), briefing.made_on)

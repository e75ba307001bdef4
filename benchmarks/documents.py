"""A report of sixty pages and more, as a Word file and as a PDF: seconds from the follow-up to the file."""

import io
import subprocess
import sys
import time
from dataclasses import dataclass

import pikepdf

from benchmarks.made_report import made_report
from kpi.report.docx import report
from kpi.report.pdf import pdf_report

LIMIT = 10.0  # seconds
INDICATORS = 60
HEADING = f"\n{'rapport, ' + str(INDICATORS) + ' nyckeltal':<34}{'sidor':>8}{'kB':>10}{'s':>8}{'gräns':>8}"


@dataclass(frozen=True, slots=True)
class Written:
    """How long a file took and how large it is."""

    name: str
    pages: int
    size: int
    seconds: float

    @property
    def passes(self) -> bool:
        """True when it took no longer than the limit."""
        return self.seconds <= LIMIT

    def line(self) -> str:
        """A row of the printed table."""
        verdict = "pass" if self.passes else "FAIL"
        return f"{self.name:<34}{self.pages:>8}{self.size / 1000:>10,.0f}{self.seconds:>8.2f}{LIMIT:>8.1f}  {verdict}"

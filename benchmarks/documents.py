"""A report of at least sixty pages, as a Word file and as a PDF: seconds from the follow-up to the file."""

import re
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.made_report import made_report
from kpi.report.briefing.content import Briefing
from kpi.report.docx import report
from kpi.report.pdf import pdf_report

LIMIT, PAGES, REPETITIONS = 10.0, 60, 5
_PAGE = re.compile(rb"/Type\s*/Page\b")
HEADING = f"\n{'rapport':<34}{'sidor':>8}{'kB':>8}{'s':>8}{'gräns':>8}"


@dataclass(frozen=True, slots=True)
class Written:
    """The median of the repetitions in seconds, and how large the file is. Pages are those of the PDF."""

    name: str
    pages: int
    size: int
    seconds: float

    @property
    def passes(self) -> bool:
        """True for a report as long as the limit is set for, within it."""
        return self.seconds <= LIMIT and self.pages >= PAGES

    def line(self) -> str:
        """A row of the printed table."""
        told = f"{self.pages:>8}{self.size / 1000:>8,.0f}{self.seconds:>8.2f}{LIMIT:>8.1f}"
        return f"{self.name:<34}{told}  {'pass' if self.passes else 'FAIL'}"


def documents() -> list[Written]:
    """The same report with both writers, after one turn that is not counted."""
    told = made_report()
    pages = len(_PAGE.findall(pdf_report(told)))
    return [_measured(name, write, told, pages) for name, write in (("Word", report), ("PDF", pdf_report))]


def _measured(name: str, write: Callable[[Briefing], bytes], told: Briefing, pages: int) -> Written:
    write(told)
    taken, size = [], 0
    for _ in range(REPETITIONS):
        start = time.perf_counter()
        size = len(write(told))
        taken.append(time.perf_counter() - start)
    return Written(name, pages, size, statistics.median(taken))

"""A document set by Typst: what people wrote goes in as data, never as part of the source."""

import json
import re
from datetime import UTC, date, datetime, time
from importlib.resources import files
from typing import Literal

import typst

from kpi.report.document.parts import Document
from kpi.report.document.plain import REPLACEMENT
from kpi.report.pdf.data import told
from kpi.report.pdf.fonts import fonts

STANDARD: Literal["ua-1"] = "ua-1"
# How Typst names a character that no font has, as `"你"` or `"\u{7}"`: PDF/UA allows none of them.
_UNKNOWN = re.compile(r'the text `("(?:[^"\\]|\\.)*")` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
MOST_TRIES = 5


def set_document(document: Document, made_on: date) -> bytes:
    """The document as PDF/UA-1. A character that no font has is shown as "�"."""
    data = json.dumps(told(document), ensure_ascii=False)
    for _ in range(MOST_TRIES):
        try:
            return _compiled(data, made_on)
        except typst.TypstError as error:
            unknown = _unknown(error)
            if not unknown:
                raise
            data = "".join(REPLACEMENT if mark in unknown else mark for mark in data)
    raise ValueError("characters without a font remain")


def _compiled(data: str, made_on: date) -> bytes:
    source = files(__package__).joinpath("report.typ").read_bytes()
    compiler = typst.Compiler(source, font_paths=fonts(), sys_inputs={"document": data})
    made = datetime.combine(made_on, time(), UTC)
    pdf = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=made)
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one file")
    return pdf


def _unknown(error: typst.TypstError) -> set[str]:
    """The characters that the error says no font has; empty when it is about something else."""
    found: set[str] = set()
    for quoted in _UNKNOWN.findall(error.diagnostic):
        text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), quoted[1:-1])
        found |= {mark for mark in text if not mark.isascii()}
    return found

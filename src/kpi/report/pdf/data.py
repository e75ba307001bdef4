"""A document as plain data for the Typst template: kinds, texts and shares, nothing that Typst could read as markup."""

import re
from functools import singledispatch
from typing import Any

from kpi.appearance import LIGHT, status_mark
from kpi.model import Status
from kpi.report.briefing.content import Blank, Bullets, Cell, Distribution, LineChart, Quote, Table, Text
from kpi.report.document.columns import layout
from kpi.report.document.figures import has_values
from kpi.report.document.gaps import gap
from kpi.report.document.parts import Document, Facts, Gaps, Heading, Item, Lead, Numbered, Opening
from kpi.report.pdf.charts import bars, lines
from kpi.words import NO_BREAK_SPACE, say

Data = dict[str, Any]
WIDTH = 453.5  # points: A4 less its margins, as in the template
LONGEST_WORD = 40  # characters; a longer one may be broken anywhere
_ENDLESS = re.compile(rf"\S{{{LONGEST_WORD},}}")
_PIECE = re.compile(r"(\S{20})(?=\S)")
LONGEST_CELL = 500  # characters; rows with longer cells may go on to the next page
ZERO_WIDTH_SPACE = "\u200b"


def told(document: Document) -> Data:
    """All that the template needs."""
    data: Data = _breakable(
        {
            "kind": document.kind,
            "title": document.title,
            "organisation": document.organisation,
            "running": document.running,
            "example": document.example,
            "head": [_of(item) for item in document.head],
            "body": [_of(item) for item in document.body],
            "words": {
                name: say(f"document-{name}") for name in ("contents", "table", "figure", "page-word", "page-of-word")
            },
            "colours": {"ink": LIGHT.ink, "quiet": LIGHT.quiet, "rule": LIGHT.rule, "accent": LIGHT.accent},
            "marks": {status.value: status_mark(status) for status in Status},
            "inverted": {status.value: status_mark(status, inverted=True) for status in Status},
        }
    )
    return data


def _breakable(data: Any) -> Any:
    """Words without end may be broken: Typst would let them run off the page."""
    if isinstance(data, str):
        return _ENDLESS.sub(lambda word: _PIECE.sub(rf"\1{ZERO_WIDTH_SPACE}", word[0]), data)
    if isinstance(data, list):
        return [_breakable(one) for one in data]
    if isinstance(data, dict):
        return {key: value if key in _DRAWN else _breakable(value) for key, value in data.items()}
    return data


_DRAWN = ("marks", "inverted", "alt")


@singledispatch
def _of(item: Item) -> Data:
    raise TypeError(type(item))


@_of.register
def _(item: Heading) -> Data:
    return {"kind": "heading", "level": item.level, "text": item.text}


@_of.register
def _(item: Lead) -> Data:
    return {"kind": "lead", "text": item.text}


@_of.register
def _(item: Opening) -> Data:
    return {"kind": "opening", "text": item.text}


@_of.register
def _(item: Text) -> Data:
    return {"kind": "text", "text": item.text}


@_of.register
def _(item: Bullets) -> Data:
    return {"kind": "bullets", "items": list(item.items)}


@_of.register
def _(item: Numbered) -> Data:
    items = [
        {"gap": isinstance(one, Blank), "text": gap(one.text) if isinstance(one, Blank) else one.text}
        for one in item.items
    ]
    return {"kind": "numbered", "items": items}


@_of.register
def _(item: Gaps) -> Data:
    return {"kind": "gaps", "items": [gap(text) for text in item.items]}


@_of.register
def _(item: Blank) -> Data:
    return {"kind": "gap", "text": gap(item.text)}


@_of.register
def _(item: Quote) -> Data:
    return {"kind": "quote", "text": item.text, "signed": item.signed}


@_of.register
def _(item: Facts) -> Data:
    return {"kind": "facts", "rows": [[name, gap(x.text) if isinstance(x, Blank) else x] for name, x in item.rows]}


@_of.register
def _(item: Table) -> Data:
    made = layout(item, WIDTH)
    return {
        "kind": "table",
        "caption": item.caption,
        "headings": list(item.headings),
        "rows": [[_cell(cell) for cell in row] for row in item.rows],
        "shares": list(made.shares),
        "size": made.size,
        "whole": made.whole,
        "split": any(len(cell.text) + len(cell.note) > LONGEST_CELL for row in item.rows for cell in row),
    }


@_of.register
def _(item: LineChart) -> Data:
    return lines(item) if has_values(item) else {"kind": "no-chart", **_undrawn(item)}


@_of.register
def _(item: Distribution) -> Data:
    return bars(item)


def _undrawn(chart: LineChart) -> Data:
    return {"text": chart.alt, "notes": list(chart.notes)}


def _cell(cell: Cell) -> Data:
    word = say(f"status-{cell.status}").replace(" ", NO_BREAK_SPACE) if cell.status else ""
    return {"text": cell.text, "status": cell.status.value if cell.status else "", "word": word, "note": cell.note}

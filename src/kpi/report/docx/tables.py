"""Tables with a header row that Word knows as one and repeats on each page."""

from docx.oxml.ns import qn
from lxml.etree import _Element

from kpi.appearance import LIGHT
from kpi.report.briefing.content import Blank, Cell, Table
from kpi.report.document.columns import NOTE, SIZES, layout
from kpi.report.document.gaps import gap
from kpi.report.document.parts import Told
from kpi.report.docx.signs import marked, sized
from kpi.report.docx.styles import Styles
from kpi.report.docx.xml import el, paragraph, run

MOST_ROWS_TOGETHER = 9
FACT_NAME = 0.2  # the names' share of the width


def table(told: Table, styles: Styles, width: float) -> _Element:
    """The table, `width` points wide. Rows are kept whole, and the first column names them."""
    made = layout(told, width)
    widths = [round(share * width * 20) for share in made.shares]
    size = None if made.size == SIZES[0] else made.size
    head = _row([[paragraph(styles["head"], run(text, *sized(size)))] for text in told.headings], widths, head=True)
    rows = [_row([_cell(cell, styles, size) for cell in row], widths) for row in told.rows]
    for row in _followed(head, rows):
        for properties in row.iter(qn("w:pPr")):
            properties.insert(1, el("w:keepNext"))
    grid = el("w:tblGrid", *(el("w:gridCol", w=one) for one in widths))
    return el("w:tbl", _properties(styles["table"], sum(widths), told.caption), grid, head, *rows)


def _followed(head: _Element, rows: list[_Element]) -> list[_Element]:
    """The rows that stay on the page of the next: all of a short table, and no lone row before or after a break."""
    if len(rows) <= MOST_ROWS_TOGETHER:
        return [head, *rows[:-1]]
    return [head, rows[0], rows[-2]]


def facts(rows: tuple[tuple[str, Told], ...], styles: Styles, width: float) -> list[_Element]:
    """Names and what they are: lines with a tab between, not a table, since nothing is compared."""
    return [_fact(name, text, styles, round(width * 20 * FACT_NAME)) for name, text in rows]


def _fact(name: str, text: Told, styles: Styles, at: int) -> _Element:
    looks = (
        el("w:tabs", el("w:tab", val="left", pos=at)),
        el("w:spacing", after=40),
        el("w:ind", left=at, hanging=at),
    )
    said = run(gap(text.text), style=styles["gap"]) if isinstance(text, Blank) else run(text)
    quiet = el("w:color", val=LIGHT.quiet.lstrip("#"))
    return paragraph(styles["body"], run(name, quiet), el("w:r", el("w:tab")), said, looks=looks)


def _properties(style: str, width: int, caption: str) -> _Element:
    return el(
        "w:tblPr",
        el("w:tblStyle", val=style),
        el("w:tblW", w=width, type="dxa"),
        el("w:tblLayout", type="fixed"),
        el("w:tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        el("w:tblCaption", val=caption),
    )


def _row(cells: list[list[_Element]], widths: list[int], head: bool = False) -> _Element:
    properties = el("w:trPr", el("w:cantSplit"), *([el("w:tblHeader")] if head else []))
    made = [
        el("w:tc", el("w:tcPr", el("w:tcW", w=width, type="dxa")), *content)
        for content, width in zip(cells, widths, strict=True)
    ]
    return el("w:tr", properties, *made)


def _cell(cell: Cell, styles: Styles, size: float | None) -> list[_Element]:
    """The text, the status beneath it and the note beneath that."""
    found = [paragraph(styles["cell"], run(cell.text, *sized(size)))] if cell.text else []
    if cell.status:
        found.append(paragraph(styles["cell"], *marked(cell.status, size)))
    if cell.note:
        found.append(paragraph(styles["cellnote"], run(cell.note, *sized(size and size * NOTE))))
    return found or [paragraph(styles["cell"])]

"""Tables as PowerPoint's own: a header row that is flagged as one, a thin rule under each row, no boxes."""

from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from kpi.report.pptx.deck import Page, emu
from kpi.report.pptx.graphics import describe
from kpi.report.pptx.measure import Box
from kpi.report.pptx.runs import EMU, Para, write
from kpi.report.pptx.table_sizes import ABOVE, SIDE, Sized

_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "Ingen formatmall, inget rutnät"
_RULE, _HEAVY_RULE = 0.75, 1.25


def draw_table(page: Page, box: Box, table: Sized) -> Any:
    """Draw it from the upper left corner of the box."""
    place = emu(Box(box.x, box.y, sum(table.widths), table.height))
    frame = page.slide.shapes.add_table(len(table.rows), len(table.widths), *place)
    describe(frame, table.caption)
    grid = frame.table
    grid.first_row, grid.horz_banding = True, False
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN
    for column, width in zip(grid.columns, table.widths, strict=True):
        column.width = round(width * EMU)
    for number, (line, row) in enumerate(zip(grid._tbl.tr_lst, table.rows, strict=True)):
        line.set("h", str(round(table.heights[number] * EMU)))
        rule = (_HEAVY_RULE, page.look.colours.ink) if number == 0 else (_RULE, page.look.colours.rule)
        for at, cell in enumerate(line.tc_lst):
            _fill(cell, row[at] if at < len(row) else (), *rule)
    return frame


def _fill(cell: Any, paragraphs: tuple[Para, ...], width: float, colour: str) -> None:
    write(cell.txBody, paragraphs)
    properties = cell.get_or_add_tcPr()
    for side, room in (("marL", SIDE), ("marR", SIDE), ("marT", ABOVE), ("marB", ABOVE)):
        properties.set(side, str(round(room * EMU)))
    rule = etree.SubElement(properties, qn("a:lnB"), w=str(round(width * EMU)))
    fill = etree.SubElement(rule, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr")).set("val", colour.lstrip("#").upper())
    etree.SubElement(properties, qn("a:noFill"))

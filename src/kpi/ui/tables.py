"""A report's table as HTML."""

from collections.abc import Sequence
from typing import Any

from kpi.report.briefing.content import Cell, Table
from kpi.ui.html import render


def render_table(table: Table, links: Sequence[str] = ()) -> str:
    """As cards on a narrow screen. links: where each row's name leads; none, or one a row."""
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    for row, link in zip(rows, links, strict=False):
        row[0] = {"text": row[0], "link": link}
    return render("table", caption=table.caption, headings=table.headings, rows=rows, cards=True)


def _cell(cell: Cell) -> Any:
    return cell.text if cell.status is None else {"text": cell.text, "status": cell.status}

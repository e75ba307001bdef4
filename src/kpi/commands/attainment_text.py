"""Måluppfyllelse for a terminal: a line per nyckeltal under its målområde, the genders side by side."""

from kpi.commands.text import aligned, one_line, shortened
from kpi.export.about import About
from kpi.follow_up import FollowUp
from kpi.model import Gender
from kpi.report.rows import Cell, Row, rows
from kpi.words import say

NARROWEST, REST = 20, 110
"""Columns for the name at least, and for all the others together about."""


def as_text(follow: FollowUp, what: About, width: int | None = None) -> str:
    """The lines. `width` is the terminal's, for which long names are cut; None cuts nothing."""
    found = rows(follow)
    longest = max(NARROWEST, width - REST) if width else None
    header = [say("cli-indicator"), say("cli-unit"), say("cli-period"), say("cli-target")]
    header += [say(f"gender-{gender}") for gender in Gender]
    table = aligned(header, [_line(row, longest) for row in found]).splitlines()
    areas = {code: area.name for area in follow.plan.areas for code in area.codes}
    lines = [f"{name}: {one_line(text)}" for name, text in what.lines]
    lines += ["", *table[:2]]
    above = None
    for row, line in zip(found, table[2:], strict=True):
        area = areas.get(row.goal)
        if area != above:
            lines += ["", one_line(area or "")]
            above = area
        lines.append(line)
    return "\n".join(lines) + "\n"


def _line(row: Row, longest: int | None) -> list[str]:
    name = shortened(row.name, longest) if longest else row.name
    genders = [_cell(row.cells[gender]) if gender in row.cells else "" for gender in Gender]
    return [name, row.unit, row.outcome, row.target, *genders]


def _cell(cell: Cell) -> str:
    parts = [cell.text, say(f"status-{cell.status}") if cell.status else "", f"({cell.note})" if cell.note else ""]
    return " ".join(part for part in parts if part)

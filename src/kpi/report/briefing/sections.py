"""The parts of a report that are no question of their own: uppdrag, economy, supervision, internal control."""

from kpi.model import ASPECTS, CommentKind
from kpi.report.assignments import cells as task_cells
from kpi.report.briefing.content import Blank, Bullets, Cell, Quote, Section, Table
from kpi.report.briefing.said import said
from kpi.report.briefing.selection import Selection
from kpi.report.economy import follow
from kpi.report.internal_control import cells as control_cells
from kpi.report.oversight import cells as overseen_cells
from kpi.words import say


def sections(chosen: Selection) -> tuple[Section, ...]:
    """Those that have anything to say; the aspects of sustainability are there whether anybody has written or not."""
    told = (make(chosen) for make in (_assignments, _economy, _oversight, _control))
    return (*(one for one in told if one), *(_aspect(chosen, aspect) for aspect in ASPECTS if chosen.keys))


def _assignments(chosen: Selection) -> Section | None:
    if not chosen.assignments:
        return None
    headings = [say(f"column-{name}") for name in ("assignment", "decided", "responsible", "due", "state", "report")]
    rows = tuple(tuple(Cell(text) for text in task_cells(one)) for one in chosen.assignments)
    return Section(say("page-assignments"), (Table(say("page-assignments"), tuple(headings), rows),))


def _economy(chosen: Selection) -> Section | None:
    if not chosen.economy_sentences:
        return None
    grid = follow.areas(chosen.material.economy.accounts)
    rows = tuple(tuple(Cell(text) for text in row) for row in grid.rows)
    table = Table(say("economy-areas-caption", year=str(chosen.material.economy.year)), tuple(grid.headings), rows)
    return Section(say("page-economy"), (Bullets(tuple(chosen.economy_sentences)), *([table] if rows else [])))


def _oversight(chosen: Selection) -> Section | None:
    if not chosen.overseen:
        return None
    headings = [say(f"column-{name}") for name in ("overseen", "kind", "how", "when", "presenter", "result")]
    rows = tuple(
        tuple(Cell(text) for text in overseen_cells(one))
        for one in chosen.overseen
    )  # fmt: skip
    told = [Quote(f"{one.name}: {one.told}", one.signed) for one in chosen.overseen if one.told]
    return Section(say("oversight-heading"), (Table(say("oversight-heading"), tuple(headings), rows), *told))


def _control(chosen: Selection) -> Section | None:
    if not chosen.control:
        return None
    headings = [
        say(f"column-{name}") for name in ("process", "risk", "worth", "control", "responsible", "spring", "autumn")
    ]
    rows = tuple(tuple(Cell(text) for text in control_cells(one)) for one in chosen.control)
    return Section(say("briefing-control"), (Table(say("internal-points"), tuple(headings), rows),))


def _aspect(chosen: Selection, aspect: CommentKind) -> Section:
    """What has been written of it about each nyckeltal of the subject; where nothing has, a gap to fill."""
    heading = say(f"comment-kind-{aspect}")
    told = [
        Quote(f"{row.name}: {quote.text}", quote.signed)
        for key, row in zip(chosen.keys, chosen.rows, strict=True)
        for quote in said(chosen.material.follow, *key, aspect)
    ]
    return Section(heading, tuple(told) or (Blank(say("blank-aspect", aspect=heading)),))

"""Intern kontroll och uppsikt on a page: the risk matrix, the control points, and whom the board follows up."""

from collections.abc import Sequence

from kpi.follow_up import FollowUp
from kpi.report.internal_control import LEVELS, ControlPoint, Found, control_points, matrix, sentences
from kpi.report.internal_control import cells as control_cells
from kpi.report.oversight import Overseen, overseen
from kpi.report.oversight import cells as oversight_cells
from kpi.ui.comments import Shown
from kpi.ui.html import show
from kpi.ui.kept import once
from kpi.ui.steering import plan_list, reported
from kpi.ui.view import View
from kpi.words import day, say


def internal_control(view: View) -> None:
    """How the year's control points stand, their risks, and what was found at each."""
    points = once(_points, view)
    show("lead", sentences=sentences(points, view.period))
    if not points:
        show("quiet", text=say("internal-how"))
        return
    show("heading", text=say("internal-matrix"))
    show("quiet", text=say("internal-matrix-text"))
    _matrix(points)
    show("heading", text=say("internal-points"))
    _table(points)
    _details(points)


def oversight(view: View) -> None:
    """Companies, nämnder and private providers, how they are followed up, and what was found."""
    found = once(_overseen, view)
    show("heading", text=say("oversight-heading"))
    if not found:
        show("quiet", text=say("oversight-none"))
        return
    headings = [say(f"column-{name}") for name in ("overseen", "kind", "how", "when", "presenter", "result")]
    rows = [oversight_cells(one) for one in found]
    show("table", caption=say("oversight-heading"), headings=headings, rows=rows, cards=True)
    told = [Shown(one.told, one.signed, one.name) for one in found if one.told]
    if told:
        show("subheading", text=say("oversight-told"))
        show("comments", comments=told)


def _points(follow_up: FollowUp, view: View) -> list[ControlPoint]:
    return control_points(reported(view, "control_point"), reported(view, "control_report"), follow_up.period)


def _overseen(follow_up: FollowUp, view: View) -> list[Overseen]:
    return overseen(plan_list(view, "oversight"), reported(view, "oversight_report"), follow_up.period)


def _matrix(points: Sequence[ControlPoint]) -> None:
    """A real table: likelihood down, consequence across, the risks by name in each cell with their worth."""
    headings = [say("internal-likelihood"), *(say("internal-consequence", level=str(grave)) for grave in LEVELS)]
    rows = [
        [str(likely), *(", ".join(f"{one.process} ({one.worth})" for one in cell) or "–" for cell in cells)]
        for likely, cells in matrix(points)
    ]
    show("table", caption=say("internal-matrix"), headings=headings, rows=rows, cards=False)


def _table(points: Sequence[ControlPoint]) -> None:
    headings = [
        say(f"column-{name}")
        for name in ("process", "risk", "worth", "control", "responsible", "spring", "autumn")
    ]  # fmt: skip
    rows = [control_cells(one) for one in points]
    show("table", caption=say("internal-points"), headings=headings, rows=rows, cards=True)


def _details(points: Sequence[ControlPoint]) -> None:
    """What was found, and what is done about it."""
    told = [Shown(_words(found), found.signed, one.process) for one in points for found in one.found if found]
    if told:
        show("subheading", text=say("internal-told"))
        show("comments", comments=told)


def _words(found: Found) -> str:
    words = f"{say(f'control-result-{found.result}')}. {found.text}"
    if found.measure:
        words += " " + say("internal-measure", measure=found.measure)
    return f"{words} {say('comment-due', date=day(found.due_on))}" if found.due_on else words

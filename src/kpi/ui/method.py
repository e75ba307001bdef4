"""The method page's tables: what the texts do not say and somebody decided, and where definitions come from."""

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.ui.html import show
from kpi.words import day, say


def interpretations(follow_up: FollowUp) -> None:
    """Everything marked tolkning in the plan."""
    show("heading", text=say("interpretations-heading"))
    show("quiet", text=say("interpretations-text"))
    rows = [[str(row.code), str(row.field), str(row.note)] for row in records(follow_up.plan.interpretations)]
    headings = [say("column-concerns"), say("column-field"), say("column-note")]
    show("table", caption=say("interpretations-heading"), headings=headings, rows=rows, cards=True)


def sources(follow_up: FollowUp) -> None:
    """The plan's own source and decision, and each nyckeltal's."""
    about = follow_up.plan.about
    show("heading", text=say("sources-heading"))
    decided = about["decided_on"]
    has_date = decided is not None and decided == decided  # noqa: PLR0124 - NaT differs from itself
    when = day(decided) if has_date else say("decision-date-missing")
    show(
        "list",
        items=[
            say("source-plan", name=follow_up.plan.name, reference=about["reference"]),
            say("source-decision", who=about["decided_by"], when=when),
            str(about["source"]),
        ],
    )

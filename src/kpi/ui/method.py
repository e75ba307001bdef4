"""The method page's tables: what the texts do not say and somebody decided, and where definitions come from."""

from typing import Any

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.ingest.plan_lists.reading import LISTS
from kpi.ui.html import show
from kpi.ui.steering import plan_list
from kpi.ui.view import View
from kpi.words import day, days, listing, say

MOST_NAMED = 6


def interpretations(follow_up: FollowUp, view: View) -> None:
    """Everything marked tolkning in the plan: what is read alike for the same reason stands together."""
    if follow_up.plan.interpretations.empty:
        return
    show("heading", text=say("interpretations-heading"))
    show("quiet", text=say("interpretations-text"))
    names = _names(follow_up) | _names_in_lists(view)
    fields: dict[tuple[str, str, str], list[str]] = {}
    for row in records(follow_up.plan.interpretations):
        fields.setdefault((row.entity, row.code, row.note), []).append(say(f"plan-field-{row.field}"))
    alike: dict[tuple[str, str, str], list[str]] = {}
    for (entity, code, note), found in fields.items():
        alike.setdefault((entity, listing(found), note), []).append(names.get((entity, code), code))
    rows = [[_concerned(entity, found), what, note] for (entity, what, note), found in alike.items()]
    headings = [say("column-concerns"), say("column-field"), say("column-note")]
    show("table", caption=say("interpretations-heading"), headings=headings, rows=rows, cards=True)


def _names_in_lists(view: View) -> dict[tuple[str, str], str]:
    """What a reader calls each thing that the plan lists; an amount is called by its item."""
    own = {
        (one.table, row.code): _called(row)
        for one in LISTS
        for rows in [plan_list(view, one.table)]
        if one.names == "code"
        for row in records(rows)
    }
    return own | {("budget_amount", code): name for (table, code), name in own.items() if table == "budget_item"}


def _called(row: Any) -> str:
    """Its heading, its name, or of a meeting its days."""
    if hasattr(row, "first_day"):
        return days(row.first_day, row.last_day)
    return str(row.heading if hasattr(row, "heading") else row.name)


def _concerned(entity: str, names: list[str]) -> str:
    """Målvärdet Soliditet; of many, how many."""
    if len(names) > MOST_NAMED:
        return say("interpretations-many", entity=say(f"plan-entity-{entity}").capitalize(), n=len(names))
    return f"{say(f'plan-entity-{entity}').capitalize()} {listing(names)}"


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


def _names(follow_up: FollowUp) -> dict[tuple[str, str], str]:
    """What a reader calls each goal, nyckeltal and target."""
    plan, short = follow_up.plan, dict(follow_up.plan.subjects[["indicator", "short_name"]].to_numpy())
    names = {("plan", plan.code): plan.name}
    names |= {("goal", goal.code): goal.name for goal in records(plan.goals)}
    names |= {("indicator", code): name for code, name in short.items()}
    names |= {("target", target.code): short.get(target.indicator, "") for target in records(follow_up.targets)}
    return names

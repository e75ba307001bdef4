"""The method page's tables: what the texts do not say and somebody decided, and where definitions come from."""

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.ui.html import show
from kpi.words import day, listing, say


def interpretations(follow_up: FollowUp) -> None:
    """Everything marked tolkning in the plan."""
    show("heading", text=say("interpretations-heading"))
    show("quiet", text=say("interpretations-text"))
    names = _names(follow_up)
    by_note: dict[tuple[str, str, str], list[str]] = {}
    for row in records(follow_up.plan.interpretations):
        by_note.setdefault((row.entity, row.code, row.note), []).append(say(f"plan-field-{row.field}"))
    rows = [
        [f"{say(f'plan-entity-{entity}').capitalize()} {names.get((entity, code), code)}", listing(fields), note]
        for (entity, code, note), fields in by_note.items()
    ]
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


def _names(follow_up: FollowUp) -> dict[tuple[str, str], str]:
    """What a reader calls each goal, nyckeltal and target."""
    plan, short = follow_up.plan, dict(follow_up.plan.subjects[["indicator", "short_name"]].to_numpy())
    names = {("plan", plan.code): plan.name}
    names |= {("goal", goal.code): goal.name for goal in records(plan.goals)}
    names |= {("indicator", code): name for code, name in short.items()}
    names |= {("target", target.code): short.get(target.indicator, "") for target in records(follow_up.targets)}
    return names

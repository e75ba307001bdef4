"""What stands on an agenda: a meeting's items in a table, and what each concerns, as links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import AgendaForm, AgendaKind, LinkKind
from kpi.report.meetings import AgendaItem, Meeting
from kpi.ui.html import show
from kpi.ui.kept import once
from kpi.ui.page import area_path
from kpi.ui.steering import plan_list
from kpi.ui.view import OVERVIEW, View
from kpi.words import listing, say

PAGE = "sammantraden"
MOST_LINKS = 5
_LINKED = tuple(kind.value for kind in LinkKind)
_FIELDS = ("meeting", "ordinal", "kind", "heading", "form", "presenters", *_LINKED)
"""The fields of an item in the order in which a reader meets them."""


@dataclass(frozen=True, slots=True)
class Link:
    """Something that an item concerns, and the page about it; no address for what the plan no longer has."""

    text: str
    link: str


def agenda_table(one: Meeting, view: View) -> None:
    """A meeting's items in order."""
    headings = [say(f"column-{name}") for name in ("item", "told", "presenter", "concerns-what")]
    rows = [
        [{"text": _heading(item), "link": _item_link(item, view)}, told(item.form), presenters(item),
         {"links": _first(item, view), "after": _marked(item, _LINKED)}]
        for item in one.items
    ]  # fmt: skip
    show(
        "table",
        caption=say("meeting-items", days=one.days),
        headings=headings,
        rows=rows,
        cards=True,
        wordy=True,
        look="kpi-agenda",
    )


def item_facts(item: AgendaItem) -> None:
    """Which kind of item it is, how it is told and by whom."""
    words = [say("agenda-dropped")] if item.dropped else []
    words.append(say(f"agenda-{item.kind}"))
    if item.form:
        words.append(told(item.form).lower())
    elif item.kind is AgendaKind.IN_DEPTH:
        words.append(say("agenda-form-unsaid"))
    words.append(say("agenda-by", who=presenters(item)) if item.presenters else say("agenda-by-none"))
    show("quiet", text=" · ".join(words))


def concern_list(item: AgendaItem, view: View) -> None:
    """What an item concerns, a line for each kind of thing, and how that was read."""
    lines = [(say(f"agenda-concerns-{kind}"), links) for kind, links in concerns(item, view).items() if links]
    if lines:
        show("concerns", lines=lines)
    else:
        show("quiet", text=say("agenda-concerns-nothing"))
    if item.note:
        fields = listing(say(f"plan-field-{field}") for field in _FIELDS if field in item.interpreted)
        show("quiet", text=say("agenda-note", fields=fields, note=item.note))


def concerns(item: AgendaItem, view: View) -> Mapping[LinkKind, list[Link]]:
    """What an item concerns, by kind: links with the names that the plan has for them."""
    named = once(_named, view)
    codes = {
        LinkKind.FOLLOW_UP: [item.follow_up] if item.follow_up else [], LinkKind.GOAL: item.goals,
        LinkKind.INDICATOR: item.direct, LinkKind.ASSIGNMENT: item.assignments, LinkKind.OVERSIGHT: item.oversight,
    }  # fmt: skip
    return {kind: [named.get((kind, code), Link(code, "")) for code in each] for kind, each in codes.items()}


def told(form: AgendaForm) -> str:
    """Muntligt or skriftligt; a dash where the plan does not say."""
    return say(f"agenda-form-{form}") if form else "–"


def presenters(item: AgendaItem) -> str:
    """Who present, marked where that is our reading."""
    return listing(item.presenters) + _marked(item, {"presenters"}) if item.presenters else "–"


def meeting_link(one: Meeting, view: View) -> str:
    """The address of a meeting."""
    return view.link(PAGE, mote=one.code)


def _item_link(item: AgendaItem, view: View) -> str:
    return view.link(PAGE, mote=item.meeting, arende=item.code)


def _named(follow_up: FollowUp, view: View) -> dict[tuple[LinkKind, str], Link]:
    plan = follow_up.plan
    found = {(LinkKind.FOLLOW_UP, "plan"): Link(say("agenda-whole-plan"), view.link(OVERVIEW))}
    for row in records(plan_list(view, "reporting_point")):
        found[LinkKind.FOLLOW_UP, row.code] = Link(row.name, view.link("rapportering", uppfoljning=row.code))
    for row in records(plan_list(view, "assignment")):
        found[LinkKind.ASSIGNMENT, row.code] = Link(row.heading, view.link("uppdrag", uppdrag=row.code))
    for row in records(plan_list(view, "oversight")):
        found[LinkKind.OVERSIGHT, row.code] = Link(row.name, view.link("intern-kontroll"))
    for row in records(plan.subjects.drop_duplicates("indicator")):
        found[LinkKind.INDICATOR, row.indicator] = Link(row.short_name, view.link("nyckeltal", kod=row.indicator))
    for area in plan.areas:
        for row in records(plan.goals[plan.goals["code"].isin(area.codes)]):
            found[LinkKind.GOAL, row.code] = Link(row.name, view.link(area_path(area)))
    return found


def _heading(item: AgendaItem) -> str:
    return f"{item.heading} · {say('agenda-dropped').lower()}" if item.dropped else item.heading


def _first(item: AgendaItem, view: View) -> list[Link]:
    """The first few links; the rest are told by their number, and stand on the item's page."""
    links = [link for each in concerns(item, view).values() for link in each]
    if len(links) <= MOST_LINKS:
        return links
    left = len(links) - MOST_LINKS + 1
    return [*links[: MOST_LINKS - 1], Link(say("agenda-more", n=left), _item_link(item, view))]


def _marked(item: AgendaItem, fields: Iterable[str]) -> str:
    return f" ({say('agenda-read')})" if item.interpreted & set(fields) else ""

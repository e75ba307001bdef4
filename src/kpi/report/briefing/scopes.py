"""What a briefing can be about: a whole plan, a målområde, or chosen nyckeltal."""

from collections.abc import Sequence
from dataclasses import replace

from kpi.errors import wrong
from kpi.follow_up import FollowUp
from kpi.report.briefing.content import Occasion
from kpi.report.briefing.material import Key, Material, Scope
from kpi.report.meetings import AgendaItem, Meeting
from kpi.report.rows import judged, subject_name
from kpi.store.plans import Area, Plan
from kpi.words import listing, say


def of_plan(material: Material) -> Scope:
    """Everything that the plan follows, every nyckeltal part by part."""
    plan = material.follow.plan
    keys = tuple(material.follow.by_subject)
    return Scope(
        subject=plan.name, keys=keys, chosen=keys, goals=tuple(area.code for area in plan.areas),
        assignments=tuple(one.code for one in material.assignments), economy=True, control=True,
        oversight=tuple(one.code for one in material.overseen),
    )  # fmt: skip


def of_area(material: Material, code: str) -> Scope:
    """One målområde. Raises `UserError` for a code that the plan has no målområde for."""
    area = _area(material.follow.plan, code)
    keys = keys_of_goals(material.follow, area.codes)
    tasks = tuple(one.code for one in material.assignments if one.goal in area.codes)
    return Scope(subject=area.name, keys=keys, chosen=keys, goals=tuple(sorted(area.codes)), assignments=tasks)


def of_item(material: Material, meeting: Meeting, item: AgendaItem) -> Scope:
    """What an agenda item concerns, as it is linked. The nyckeltal that are named one by one are followed in full.

    Where none is named, all that its goals hold are. An item about a reporting point concerns the whole plan, unless
    it is linked to some of it.
    """
    if item.whole_plan or (item.follow_up and not item.indicators):
        base = of_plan(material)
    else:
        keys = tuple(key for key in material.follow.by_subject if key[0] in item.indicators)
        named = tuple(key for key in keys if key[0] in item.direct)
        base = Scope(
            subject=item.heading, keys=keys, chosen=named or keys, goals=_goals_of(material.follow, keys, item.goals),
            assignments=item.assignments, economy=bool(item.follow_up), oversight=item.oversight,
        )  # fmt: skip
    occasion = Occasion(
        meeting=say(f"meeting-{meeting.kind}"), first_day=meeting.first, days=meeting.days, item=item.heading,
        form=say(f"occasion-{item.form}") if item.form else "", presenter=listing(item.presenters),
    )  # fmt: skip
    return replace(base, subject=item.heading, occasion=occasion)


def of_indicators(material: Material, codes: Sequence[str]) -> Scope:
    """Chosen nyckeltal, in the order given, each at every unit that the plan follows it for.

    Raises `UserError` for one that the plan does not follow.
    """
    for code in codes:
        if not any(indicator == code for indicator, _ in material.follow.by_subject):
            raise wrong("indicator-unknown", code=code)
    keys = tuple(key for code in codes for key in material.follow.by_subject if key[0] == code)
    names = [subject_name(material.follow, judged(material.rows(key))) for key in keys]
    return Scope(subject=listing(names), keys=keys, chosen=keys, goals=_goals_of(material.follow, keys, ()))


def keys_of_goals(follow: FollowUp, goals: frozenset[str]) -> tuple[Key, ...]:
    """The nyckeltal that hang on any of the goals, in the plan's order."""
    return tuple(key for key, rows in follow.by_subject.items() if judged(rows).goal in goals)


def _goals_of(follow: FollowUp, keys: tuple[Key, ...], linked: tuple[str, ...]) -> tuple[str, ...]:
    """The goals that the item is linked to, or else those that its nyckeltal hang on."""
    return linked or tuple(dict.fromkeys(str(judged(follow.by_subject[key]).goal) for key in keys))


def _area(plan: Plan, code: str) -> Area:
    for area in plan.areas:
        if code in area.codes:
            return area
    raise wrong("briefing-no-goal", code=code)

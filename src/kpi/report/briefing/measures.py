"""What is done, or needs to be done, where a goal seems out of reach."""

from kpi.report.actions import Action
from kpi.report.briefing.actions import action_blocks
from kpi.report.briefing.content import Blank, Block, Bullets, Text
from kpi.report.briefing.material import Key
from kpi.report.briefing.selection import Selection
from kpi.report.forecast import forecast_sentences
from kpi.report.rows import judged, subject_name
from kpi.words import count_word, say


def at_risk(chosen: Selection) -> list[Key]:
    """The nyckeltal whose target is missed or near, and those whose forecast misses it."""
    return [*((one.indicator, one.unit) for one in chosen.findings), *chosen.unlikely]


def actions(chosen: Selection, key: Key) -> list[Action]:
    """What has been proposed for the nyckeltal and is not over."""
    found = chosen.material.actions.get(key, [])
    return [one for one in found if not (one.steps and one.steps[0].status.over)]


def measures_headline(chosen: Selection) -> str:
    """How many goals are at risk, and whether measures are proposed for them."""
    keys = at_risk(chosen)
    late = sum(one.late for one in chosen.assignments)
    if not keys:
        if late:
            return say("measures-assignments-late", n=late, count=count_word(late).capitalize())
        return say("measures-none" if chosen.keys else "measures-nothing")
    with_action = sum(bool(actions(chosen, key)) for key in keys)
    n = len(keys)
    words = {"n": n, "count": count_word(n).capitalize(), "m": with_action, "with": count_word(with_action)}
    if with_action == n:
        return say("measures-all", **words)
    return say("measures-some" if with_action else "measures-lacking", **words)


def measures_points(chosen: Selection) -> list[str]:
    """The proposals, then the uppdrag that are late."""
    found = []
    for key in at_risk(chosen):
        name = _name(chosen, key)
        proposed = actions(chosen, key)
        found += [say("measure-proposed", name=name, text=one.text) for one in proposed]
        if not proposed:
            found.append(say("measure-lacking", name=name))
    return found + [
        say("measure-assignment", name=one.heading, who=one.responsible) for one in chosen.assignments if one.late
    ]


def late_assignments(chosen: Selection) -> list[str]:
    """A sentence for each uppdrag that is late."""
    late = [one for one in chosen.assignments if one.late]
    return [say("measure-assignment", name=one.heading, who=one.responsible) for one in late]


def measures_blocks(chosen: Selection) -> list[Block]:
    """For each that is at risk: why, what is to come, and everything that has been proposed, with name and date."""
    keys = at_risk(chosen)
    blocks: list[Block] = []
    findings = {(one.indicator, one.unit): one for one in chosen.findings}
    for key in keys:
        finding = findings.get(key)
        why = f"{finding.name} {finding.text}" if finding else say("measure-unlikely", name=_name(chosen, key))
        ahead = " ".join(forecast_sentences(chosen.material.outlooks[key]))
        blocks.append(Text(" ".join(part for part in (why, ahead) if part)))
        proposed = [block for one in actions(chosen, key) for block in action_blocks(one)]
        blocks += proposed or [Blank(say("blank-action", name=_name(chosen, key)))]
    if late := late_assignments(chosen):
        blocks.append(Bullets(tuple(late)))
    return blocks or [Text(say("measures-none-text" if chosen.keys else "measures-nothing-text"))]


def _name(chosen: Selection, key: Key) -> str:
    return subject_name(chosen.material.follow, judged(chosen.material.rows(key)))

"""The three questions that every follow-up answers: what is to be reached, how it stands, and what is done about it."""

from kpi.model import Gender, Status
from kpi.report.briefing.content import Block, Bullets, Distribution, Question, Text
from kpi.report.briefing.headline import headline
from kpi.report.briefing.measures import measures_blocks, measures_headline, measures_points
from kpi.report.briefing.selection import Selection, uncapitalised
from kpi.report.rows import judged, subject_name
from kpi.report.summary import counts_by_gender, sentence
from kpi.words import count_word, listing, say


def questions(chosen: Selection) -> tuple[Question, Question, Question]:
    """Each answered from what was chosen."""
    return _what(chosen), _how(chosen), _measures(chosen)


def _what(chosen: Selection) -> Question:
    """Which goals, uppdrag and nyckeltal there are for the subject."""
    goals = chosen.goals_table()
    blocks = _lists(chosen)
    if goals and len(goals.rows) > 1:
        blocks.insert(0, goals)
    return Question(
        question=say("question-what"), headline=_inventory(chosen), points=tuple(_points(chosen)),
        picture=goals if goals and len(goals.rows) > 1 else None,
        blocks=tuple(blocks) or (Text(say("inventory-nothing-text")),),
    )  # fmt: skip


def _inventory(chosen: Selection) -> str:
    parts = [_indicators(chosen)] if chosen.keys else []
    if chosen.assignments:
        n = len(chosen.assignments)
        parts.append(say("inventory-assignments", n=n, count=count_word(n)))
    if chosen.overseen:
        n = len(chosen.overseen)
        parts.append(say("inventory-overseen", n=n, count=count_word(n, common=True)))
    if chosen.control:
        n = len(chosen.control)
        parts.append(say("inventory-control", n=n, count=count_word(n, common=True)))
    if not parts:
        return say("inventory-nothing")
    told = say("inventory", parts=listing(parts))
    return told[:1].upper() + told[1:]


def _indicators(chosen: Selection) -> str:
    n, with_target = len(chosen.keys), sum(chosen.own_target(key) for key in chosen.keys)
    which = "all" if with_target == n else "some" if with_target else "none"
    return say(f"inventory-{which}", n=n, count=count_word(n), with_target=count_word(with_target))


def _goals(chosen: Selection) -> list[str]:
    names = chosen.goal_names
    return [say("question-goals", n=len(names), names=listing(names))] if names else []


def _lists(chosen: Selection) -> list[Block]:
    """Goals, nyckeltal with their targets, uppdrag and those under supervision, by name."""
    blocks: list[Block] = [Text(text) for text in _goals(chosen)]
    if chosen.keys:
        blocks.append(chosen.indicators_table)
    for name, items in (("assignments", [one.heading for one in chosen.assignments]),
                        ("overseen", [one.name for one in chosen.overseen]),
                        ("control", [f"{one.process}: {one.control}" for one in chosen.control])):  # fmt: skip
        if items:
            blocks += [Text(say(f"question-{name}")), Bullets(tuple(items))]
    return blocks


def _points(chosen: Selection) -> list[str]:
    """What a slide has room for: the goals, then nyckeltal with their targets, then uppdrag."""
    untargeted = say("status-none")
    rows = sorted(chosen.rows, key=lambda row: row.target == untargeted)
    named = [*(f"{row.name}: {row.target}" for row in rows), *(one.heading for one in chosen.assignments)]
    return [*_goals(chosen), *named, *(one.name for one in chosen.overseen)]


def _how(chosen: Selection) -> Question:
    """How attainment looks: counts for women, men and total, then what must be said of each."""
    rows = chosen.assessed
    counts = counts_by_gender(rows) if len(rows) else {}
    total = sum(counts.get(Gender.TOTAL, {}).values())
    said = [*_statements(chosen)]
    picture = _distribution(counts) if total else None
    blocks: list[Block] = [*([picture] if picture else []), Bullets(tuple(said))] if said or picture else []
    if chosen.keys:
        blocks.append(chosen.status_table)
    return Question(
        question=say("question-how"), headline=_standing(chosen, counts, total), points=tuple(said), picture=picture,
        blocks=tuple(blocks) or (Text(say("question-how-nothing")),),
    )  # fmt: skip


def _standing(chosen: Selection, counts: dict[Gender, dict[Status, int]], total: int) -> str:
    if len(chosen.keys) == 1:
        key = chosen.keys[0]
        row = judged(chosen.material.rows(key))
        name = subject_name(chosen.material.follow, row)
        return f"{name}: {uncapitalised(headline(chosen.material.rows(key)))}"
    if total:
        return sentence(counts[Gender.TOTAL], total).rstrip(".")
    if chosen.assignments:
        return chosen.assignments_sentence.rstrip(".")
    if chosen.overseen or chosen.control:
        return chosen.supervised.rstrip(".")
    return say("standing-no-targets") if chosen.keys else say("standing-nothing")


def _statements(chosen: Selection) -> list[str]:
    """Women and men first, then what is missed or near, then uppdrag and supervision."""
    found = [*chosen.by_gender_sentences]
    found += [f"{one.name} {one.text}" for one in chosen.findings]
    if chosen.assignments:
        found.append(chosen.assignments_sentence)
    if chosen.supervised and (chosen.overseen or chosen.control):
        found.append(chosen.supervised)
    return [*found, *chosen.economy_sentences]


def _distribution(counts: dict[Gender, dict[Status, int]]) -> Distribution:
    held = {gender: numbers for gender, numbers in counts.items() if sum(numbers.values())}
    words = [
        say("distribution-text", gender=say(f"gender-{gender}"), **{status.value: n for status, n in numbers.items()})
        for gender, numbers in held.items()
    ]
    told = tuple((gender, tuple(numbers[status] for status in Status)) for gender, numbers in held.items())
    return Distribution(title=say("distribution-title"), alt=" ".join(words), counts=told)


def _measures(chosen: Selection) -> Question:
    """Which measures are taken or needed where a goal seems out of reach."""
    return Question(
        question=say("question-measures"), headline=measures_headline(chosen), points=tuple(measures_points(chosen)),
        picture=None, blocks=tuple(measures_blocks(chosen)),
    )  # fmt: skip

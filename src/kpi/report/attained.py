"""Whether the target is met, for women, for men and in total, in sentences that a page begins with."""

from collections.abc import Iterable
from typing import Any

from kpi.model import Gender, Status
from kpi.report.rows import change_text, present, value_text
from kpi.report.targets import target_words
from kpi.words import listing, say

BEST_FIRST = (Status.MET, Status.NEAR, Status.NOT_MET)
PERSONS = (Gender.WOMEN, Gender.MEN)
Rows = dict[Gender, Any]
Found = dict[Gender, Status]


def statuses(by_gender: Rows) -> Found:
    """The judged genders' statuses."""
    found = {gender: Status(row.status) for gender, row in by_gender.items() if present(row.status)}
    return {gender: status for gender, status in found.items() if status is not Status.UNJUDGED}


def ordered(found: Found, genders: Iterable[Gender]) -> list[Gender]:
    """Those genders, best status first."""
    return sorted(genders, key=lambda gender: BEST_FIRST.index(found[gender]))


def compared(found: Found) -> list[Gender]:
    """The two genders that a sentence sets against each other; one, where only one is judged."""
    persons = [gender for gender in PERSONS if gender in found]
    return persons if len(persons) == len(PERSONS) or Gender.TOTAL not in found else [*persons, Gender.TOTAL]


def attained(by_gender: Rows, reference: str) -> list[str]:
    """The sentences for genders of which at least one is judged; `reference` names the unit compared with."""
    found = statuses(by_gender)
    targets = {gender: target_words(by_gender[gender], reference) for gender in found}
    if len(set(targets.values())) > 1:
        sentences = [_own(gender, by_gender[gender], found[gender], targets[gender]) for gender in found]
    else:
        sentences = _shared(by_gender, found, next(iter(targets.values())))
    return [*sentences, *_not_judged(by_gender)]


def _own(gender: Gender, row: Any, status: Status, target: str) -> str:
    return say(f"answer-own-{status}", gender=say(f"gender-{gender}"), target=target, value=value_text(row))


def _shared(by_gender: Rows, found: Found, target: str) -> list[str]:
    """One target for all: women against men, then the total; or whichever two there are; or the one."""
    genders = compared(found)
    if len(genders) == 1:
        return [_alone(genders[0], by_gender[genders[0]], found[genders[0]], target)]
    sentences = [_two(by_gender, found, genders, target)]
    if Gender.TOTAL in found and Gender.TOTAL not in genders:
        total = value_text(by_gender[Gender.TOTAL])
        sentences.append(say(f"answer-and-total-{found[Gender.TOTAL]}", value=total))
    return sentences


def _alone(gender: Gender, row: Any, status: Status, target: str) -> str:
    change = change_text(row)
    key = "answer-one" if gender in PERSONS else "answer-change" if change else "answer-total"
    whom = say(f"for-gender-{gender}")
    return say(f"{key}-{status}", target=target, value=value_text(row), change=change, whom=whom)


def _two(by_gender: Rows, found: Found, genders: list[Gender], target: str) -> str:
    better, other = ordered(found, genders)
    whom = {
        "met": say(f"for-gender-{better}"), "met_value": value_text(by_gender[better]),
        "missed": say(f"for-gender-{other}"), "missed_value": value_text(by_gender[other]),
    }  # fmt: skip
    if found[better] == found[other]:
        return say(f"answer-same-{found[better]}", target=target, **whom)
    return say(f"answer-{found[better]}-{found[other]}", target=target, **whom)


def _not_judged(by_gender: Rows) -> list[str]:
    """The genders that cannot be judged though another can, and why: silence would read as if all were well."""
    why: dict[str, list[str]] = {}
    for gender, row in by_gender.items():
        if row.status == Status.UNJUDGED and present(row.reason):
            why.setdefault(row.reason, []).append(say(f"for-gender-{gender}"))
    return [_capital(say("answer-not-judged", whom=listing(whom), reason=say(f"reason-{reason}")))
            for reason, whom in why.items()]  # fmt: skip


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]

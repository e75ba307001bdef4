"""What a board must take a position on: every nyckeltal whose target is not met, in a sentence each."""

from dataclasses import dataclass
from typing import Any

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender, Status
from kpi.report.rows import change_text, judged, present, value_text
from kpi.report.targets import target_words
from kpi.store.plans import unit_name
from kpi.words import difference, say

_WORST_FIRST = (Status.NOT_MET, Status.NEAR)


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence: the nyckeltal's name, then what is said of it."""

    indicator: str
    unit: str
    status: Status
    name: str
    text: str


def findings(follow_up: FollowUp) -> list[Finding]:
    """The nyckeltal whose target is missed or near for any gender, missed ones first."""
    by_key: dict[tuple[str, str], dict[Gender, Any]] = {}
    for row in records(follow_up.assessed):
        by_key.setdefault((row.indicator, row.unit), {})[Gender(row.gender)] = row
    found = [finding for by_gender in by_key.values() if (finding := _finding(follow_up, by_gender))]
    return sorted(found, key=lambda finding: _WORST_FIRST.index(finding.status))


def statuses(by_gender: dict[Gender, Any]) -> dict[Gender, Status]:
    """The judged genders' statuses."""
    found = {gender: Status(row.status) for gender, row in by_gender.items() if present(row.status)}
    return {gender: status for gender, status in found.items() if status is not Status.UNJUDGED}


def worst(found: dict[Gender, Status]) -> Status | None:
    """Ej uppnått before nära before uppnått; None when nothing is judged."""
    return next((status for status in (*_WORST_FIRST, Status.MET) if status in found.values()), None)


def _finding(follow_up: FollowUp, by_gender: dict[Gender, Any]) -> Finding | None:
    found = statuses(by_gender)
    status = worst(found)
    if status not in _WORST_FIRST:
        return None
    main = judged(by_gender)
    reference = unit_name(follow_up.units, main.reference) if present(main.reference) else ""
    split = Gender.WOMEN in found and Gender.MEN in found
    parts = [_by_gender(by_gender, found) if split else _one(by_gender, found, reference)]
    parts.append(_development(by_gender, found))
    own = main.unit == follow_up.plan.about["organisation"]
    name = main.short_name if own else f"{main.short_name}, {unit_name(follow_up.units, main.unit)}"
    return Finding(main.indicator, main.unit, status, name, " ".join(part for part in parts if part))


def _one(by_gender: dict[Gender, Any], found: dict[Gender, Status], reference: str) -> str:
    gender = Gender.TOTAL if Gender.TOTAL in found else next(iter(found))
    row = by_gender[gender]
    value = change_text(row) or value_text(row)
    return say(f"finding-total-{found[gender]}", value=value, target=target_words(row, reference))


def _by_gender(by_gender: dict[Gender, Any], found: dict[Gender, Status]) -> str:
    women, men = found[Gender.WOMEN], found[Gender.MEN]
    if women == men == Status.MET:
        return say(f"finding-only-total-{found[Gender.TOTAL]}")
    if women == men:
        return say(f"finding-both-{women}")
    order = (Status.MET, Status.NEAR, Status.NOT_MET)
    better, other = sorted((Gender.WOMEN, Gender.MEN), key=lambda gender: order.index(found[gender]))
    sentence = say(
        f"finding-{found[better]}-{found[other]}", met=say(f"for-gender-{better}"), missed=say(f"for-gender-{other}")
    )
    row = by_gender[Gender.WOMEN]
    if not present(row.gap):
        return sentence
    gap = difference(abs(row.gap), int(row.decimals), row.measure)
    return f"{sentence} {say('finding-gap', gap=gap)}"


def _development(by_gender: dict[Gender, Any], found: dict[Gender, Status]) -> str:
    verdicts = {
        row.trend_verdict for gender, row in by_gender.items() if gender in found and present(row.trend_verdict)
    }
    if len(verdicts) == 1 and (verdict := verdicts.pop()) in ("improving", "worsening"):
        return say(f"finding-{verdict}")
    return ""

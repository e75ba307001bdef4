"""What a board must take a position on: every nyckeltal whose target is not met, in a sentence each."""

from dataclasses import dataclass

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender, Status
from kpi.report.attained import BEST_FIRST, PERSONS, Found, Rows, compared, ordered, statuses
from kpi.report.rows import change_text, difference_text, judged, present, value_text
from kpi.report.targets import target_words
from kpi.store.plans import unit_name
from kpi.words import say

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
    by_key: dict[tuple[str, str], Rows] = {}
    for row in records(follow_up.assessed):
        by_key.setdefault((row.indicator, row.unit), {})[Gender(row.gender)] = row
    found = [finding for by_gender in by_key.values() if (finding := _finding(follow_up, by_gender))]
    return sorted(found, key=lambda finding: _WORST_FIRST.index(finding.status))


def worst(found: Found) -> Status | None:
    """Ej uppnått before nära before uppnått; None when nothing is judged."""
    return next((status for status in (*_WORST_FIRST, Status.MET) if status in found.values()), None)


def _finding(follow_up: FollowUp, by_gender: Rows) -> Finding | None:
    found = statuses(by_gender)
    status = worst(found)
    if status not in _WORST_FIRST:
        return None
    main = judged(by_gender)
    reference = unit_name(follow_up.units, main.reference) if present(main.reference) else ""
    genders = compared(found)
    said = _two(by_gender, found, genders) if len(genders) > 1 else _one(by_gender, found, genders[0], reference)
    parts = [said, _development(by_gender, found)]
    own = main.unit == follow_up.plan.about["organisation"]
    name = main.short_name if own else f"{main.short_name}, {unit_name(follow_up.units, main.unit)}"
    return Finding(main.indicator, main.unit, status, name, " ".join(part for part in parts if part))


def _one(by_gender: Rows, found: Found, gender: Gender, reference: str) -> str:
    row = by_gender[gender]
    change, whom = change_text(row), say(f"for-gender-{gender}")
    key = "finding-one" if gender in PERSONS else "finding-change" if change else "finding-total"
    words = {"value": value_text(row), "change": change, "target": target_words(row, reference), "whom": whom}
    return say(f"{key}-{found[gender]}", **words)


def _two(by_gender: Rows, found: Found, genders: list[Gender]) -> str:
    better, other = ordered(found, genders)
    total = found.get(Gender.TOTAL, Status.MET)
    if found[other] is Status.MET:
        return say(f"finding-only-total-{total}")
    whom = {"met": say(f"for-gender-{better}"), "missed": say(f"for-gender-{other}")}
    if found[better] == found[other]:
        sentence = say(f"finding-same-{found[other]}", **whom)
    else:
        sentence = say(f"finding-{found[better]}-{found[other]}", **whom)
    row = by_gender[Gender.WOMEN] if genders == [*PERSONS] and found[better] != found[other] else None
    gap = say("finding-gap", gap=difference_text(row.gap, row)) if row is not None and present(row.gap) else ""
    worse = BEST_FIRST.index(total) > BEST_FIRST.index(found[other])
    return " ".join(part for part in (sentence, say(f"finding-and-total-{total}") if worse else "", gap) if part)


def _development(by_gender: Rows, found: Found) -> str:
    verdicts = {
        row.trend_verdict for gender, row in by_gender.items() if gender in found and present(row.trend_verdict)
    }
    if len(verdicts) == 1 and (verdict := verdicts.pop()) in ("improving", "worsening"):
        return say(f"finding-{verdict}")
    return ""

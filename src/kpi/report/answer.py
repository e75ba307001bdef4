"""The answer on a nyckeltal's page: is the target met, for women and for men, and where is it heading."""

from typing import Any

from kpi.follow_up import FollowUp
from kpi.model import Gender, Status, TargetKind, TargetOrigin
from kpi.report.findings import statuses
from kpi.report.rows import change_text, judged, outcome_period, present, value_text
from kpi.report.targets import target_words
from kpi.store.plans import unit_name
from kpi.words import difference, listing, period, say

_BEST_FIRST = (Status.MET, Status.NEAR, Status.NOT_MET)
_AGAINST_A_UNIT = (TargetKind.BELOW_REFERENCE, TargetKind.ABOVE_REFERENCE)
_CERTAIN = ("improving", "worsening", "increasing", "decreasing")


def answer(follow_up: FollowUp, by_gender: dict[Gender, Any]) -> list[str]:
    """Sentences, in order: attainment, latest outcome where nothing is judged, development, the gap, whose target."""
    if not any(present(row.value) for row in by_gender.values()):
        return [_unjudged(follow_up, by_gender), say("answer-no-outcome")]
    sentences = [_attainment(follow_up, by_gender), _development(by_gender), _gap(by_gender)]
    main = judged(by_gender)
    if main.so_far:
        sentences.append(say("answer-so-far"))
    if present(main.target_origin) and main.target_origin == TargetOrigin.GUIDELINE:
        sentences.append(say("answer-guideline"))
    return [sentence for sentence in sentences if sentence]


def distance(row: Any, reference: str = "") -> str:
    """How far from the target, in the indicator's own unit: "1,1 procentenheter över målvärdet"; empty when unknown.

    `reference` names the unit that the target compares with, where it does.
    """
    if not present(row.distance):
        return ""
    if row.distance_in == "percentage_points_of_change":
        return say("distance-change", distance=difference(abs(row.distance), 1, "%"), side=_side(row.distance))
    what = reference.lower() if reference and row.target_kind in _AGAINST_A_UNIT else say("the-target")
    if row.distance == 0:
        return say("distance-equal", what=what)
    far = difference(abs(row.distance), _decimals_that_show(row.distance, int(row.decimals)), row.measure)
    return say(f"distance-{_side(row.distance)}", distance=far, what=what)


def _decimals_that_show(value: float, decimals: int) -> int:
    """Enough decimals that a distance which is not zero is not written as zero."""
    return next((n for n in range(decimals, 10) if round(abs(value), n) > 0), decimals)


def _side(value: float) -> str:
    return "above" if value > 0 else "below"


def _reference(follow_up: FollowUp, row: Any) -> str:
    return unit_name(follow_up.units, row.reference) if present(row.reference) else ""


def _attainment(follow_up: FollowUp, by_gender: dict[Gender, Any]) -> str:
    found = statuses(by_gender)
    if not found:
        return _unjudged(follow_up, by_gender) + " " + _latest(by_gender)
    main = judged(by_gender)
    target = target_words(main, _reference(follow_up, main))
    if not {Gender.WOMEN, Gender.MEN} <= set(found):
        gender = Gender.TOTAL if Gender.TOTAL in found else next(iter(found))
        row = by_gender[gender]
        key = "answer-change" if change_text(row) else "answer-total"
        return say(f"{key}-{found[gender]}", target=target, value=value_text(row), change=change_text(row))
    sentence = _women_and_men(by_gender, found, target)
    if Gender.TOTAL not in found:
        return sentence
    total = say(f"answer-and-total-{found[Gender.TOTAL]}", value=value_text(by_gender[Gender.TOTAL]))
    return f"{sentence} {total}"


def _women_and_men(by_gender: dict[Gender, Any], found: dict[Gender, Status], target: str) -> str:
    women, men = value_text(by_gender[Gender.WOMEN]), value_text(by_gender[Gender.MEN])
    if found[Gender.WOMEN] == found[Gender.MEN]:
        return say(f"answer-both-{found[Gender.WOMEN]}", target=target, women=women, men=men)
    better, other = sorted((Gender.WOMEN, Gender.MEN), key=lambda gender: _BEST_FIRST.index(found[gender]))
    return say(
        f"answer-{found[better]}-{found[other]}", target=target,
        met=say(f"for-gender-{better}"), met_value=value_text(by_gender[better]),
        missed=say(f"for-gender-{other}"), missed_value=value_text(by_gender[other]),
    )  # fmt: skip


def _unjudged(follow_up: FollowUp, by_gender: dict[Gender, Any]) -> str:
    main = judged(by_gender)
    if not present(main.target_code) or not present(main.reason):
        return say("answer-followed")
    target = target_words(main, _reference(follow_up, main))
    return say("answer-unjudged", target=target, reason=say(f"reason-{main.reason}"))


def _latest(by_gender: dict[Gender, Any]) -> str:
    with_value = {gender: row for gender, row in by_gender.items() if present(row.value)}
    which = outcome_period(next(iter(with_value.values())))
    values = listing(
        say("answer-value", gender=say(f"gender-{gender}-lower"), value=value_text(row))
        for gender, row in with_value.items()
    )
    return say("answer-latest", period=period(which) if which else "", values=values)


def _development(by_gender: dict[Gender, Any]) -> str:
    verdicts = {gender: row.trend_verdict for gender, row in by_gender.items() if present(row.trend_verdict)}
    women, men = verdicts.get(Gender.WOMEN), verdicts.get(Gender.MEN)
    if women and men:
        if women == men:
            word = say(f"answer-trend-word-{women}")
            return say("answer-trend-same", verdict=word) if women in _CERTAIN else say("answer-trend-none")
        return say("answer-trend-differs", women=say(f"answer-trend-word-{women}"), men=say(f"answer-trend-word-{men}"))
    total = verdicts.get(Gender.TOTAL)
    if not total:
        return ""
    certain = total in _CERTAIN
    return (
        say("answer-trend-total", verdict=say(f"answer-trend-word-{total}"))
        if certain
        else say("answer-trend-total-none")
    )


def _gap(by_gender: dict[Gender, Any]) -> str:
    row = by_gender.get(Gender.WOMEN)
    if row is None or not present(row.gap):
        return ""
    if row.gap == 0:
        return say("answer-no-gap")
    return say("answer-gap", gap=difference(abs(row.gap), int(row.decimals), row.measure))

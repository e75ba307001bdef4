"""The answer on a nyckeltal's page: is the target met, for women and for men, and where is it heading."""

from typing import Any

from kpi.follow_up import FollowUp
from kpi.model import Gender, Status, TargetKind, TargetOrigin
from kpi.report.attained import attained, statuses
from kpi.report.rows import difference_text, judged, outcome_period, present, value_text
from kpi.report.targets import in_sentence, target_words
from kpi.store.plans import unit_name
from kpi.words import difference, listing, period, say

_AGAINST_A_UNIT = (TargetKind.BELOW_REFERENCE, TargetKind.ABOVE_REFERENCE)
_NEUTRAL = ("increasing", "decreasing")
_UNCERTAIN = "no_certain_change"


def answer(follow_up: FollowUp, by_gender: dict[Gender, Any]) -> list[str]:
    """Sentences, in order: attainment, latest outcome where nothing is judged, development, the gap, whose target."""
    if not any(present(row.value) for row in by_gender.values()):
        return [_unjudged(follow_up, by_gender), *([] if _accounted_for(by_gender) else [say("answer-no-outcome")])]
    sentences = [_attainment(follow_up, by_gender), _development(by_gender), _gap(by_gender)]
    main = judged(by_gender)
    if main.so_far:
        sentences.append(say("answer-so-far"))
    if present(main.target_origin) and main.target_origin == TargetOrigin.GUIDELINE:
        sentences.append(say("answer-guideline", decider=_decider(follow_up, main)))
    return [sentence for sentence in sentences if sentence]


def distance(row: Any, reference: str = "") -> str:
    """How far from the target, in the indicator's own unit: "1,1 procentenheter över målvärdet"; empty when unknown.

    `reference` names the unit that the target compares with, where it does.
    """
    if not present(row.distance):
        return ""
    if row.distance_in == "percentage_points_of_change":
        return say("distance-change", distance=difference(abs(row.distance), 1, "%"), side=_side(row.distance))
    what = in_sentence(reference) if reference and row.target_kind in _AGAINST_A_UNIT else say("the-target")
    if row.distance == 0:
        return say("distance-equal", what=what)
    far = difference_text(row.distance, row)
    return say(f"distance-{_side(row.distance)}", distance=far, what=what)


def _accounted_for(by_gender: dict[Gender, Any]) -> bool:
    """True when a value is protected, or said to be missing: that is not the same as none having come."""
    return any(present(row.observation_status) for row in by_gender.values())


def _decider(follow_up: FollowUp, row: Any) -> str:
    """Who has set the target, which need not be who decided the plan."""
    targets = follow_up.targets
    return str(targets.loc[targets["code"] == row.target_code, "decided_by"].iloc[0])


def _side(value: float) -> str:
    return "above" if value > 0 else "below"


def _reference(follow_up: FollowUp, row: Any) -> str:
    return unit_name(follow_up.units, row.reference) if present(row.reference) else ""


def _attainment(follow_up: FollowUp, by_gender: dict[Gender, Any]) -> str:
    if not statuses(by_gender):
        return _unjudged(follow_up, by_gender) + " " + _latest(by_gender)
    return " ".join(attained(by_gender, _reference(follow_up, judged(by_gender))))


def _unjudged(follow_up: FollowUp, by_gender: dict[Gender, Any]) -> str:
    main = judged(by_gender)
    if not present(main.target_code):
        return say("answer-followed")
    if not present(main.target_kind):  # several hold alike, so that none is chosen
        return say("answer-no-one-target", reason=say(f"reason-{main.reason}"))
    target = target_words(main, _reference(follow_up, main))
    if main.status != Status.UNJUDGED or not present(main.reason):
        return say("answer-waiting", target=target, year=str(int(main.by_year)))
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
    women, men, total = (verdicts.get(gender) for gender in (Gender.WOMEN, Gender.MEN, Gender.TOTAL))
    subject = say("answer-trend-value" if set(verdicts.values()) & set(_NEUTRAL) else "answer-trend-development")
    if women and men:
        if women != men:
            words = {"women": say(f"answer-trend-word-{women}"), "men": say(f"answer-trend-word-{men}")}
            return say("answer-trend-differs", subject=subject, **words)
        if women == _UNCERTAIN:
            return say("answer-trend-none")
        return say("answer-trend-same", subject=subject, verdict=say(f"answer-trend-word-{women}"))
    if not total:
        return ""
    if total == _UNCERTAIN:
        return say("answer-trend-total-none")
    return say("answer-trend-total", subject=subject, verdict=say(f"answer-trend-word-{total}"))


def _gap(by_gender: dict[Gender, Any]) -> str:
    row = by_gender.get(Gender.WOMEN)
    if row is None or not present(row.gap):
        return ""
    if row.gap == 0:
        return say("answer-no-gap")
    return say("answer-gap", gap=difference_text(row.gap, row))

"""How each outcome of the plan stands against the country and among the regions, in words."""

from collections.abc import Mapping
from typing import Any

from kpi.analysis.comparison import COUNTRY, compare
from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender
from kpi.report.rows import difference_text, judged, present
from kpi.words import listing, quantity, say

Standings = dict[tuple[str, str, Gender], Any]


def standings(follow_up: FollowUp, reference: str = COUNTRY) -> Standings:
    """`kpi.analysis.comparison.COLUMNS` of every assessed outcome, by indicator, unit and gender.

    reference: the unit to compare with.
    """
    rows = follow_up.assessed
    found = compare(rows, follow_up.observations, follow_up.units, reference=reference)
    keys = zip(rows["indicator"], rows["unit"], rows["gender"], strict=True)
    return {
        (indicator, unit, Gender(gender)): standing
        for (indicator, unit, gender), standing in zip(keys, records(found), strict=True)
    }


def rank_words(standing: Any) -> str:
    """ "plats 7 av 21", or why there is no place."""
    if present(standing.rank):
        return say("rank", rank=int(standing.rank), of=int(standing.rank_of))
    return say(f"compare-{standing.rank_reason}")


def difference_words(standing: Any, row: Any, name: str = "") -> str:
    """ "2,8 procentenheter över riket", or why it cannot be said. name: of the reference, if not the country."""
    name = name or say("the-country")
    if not present(standing.difference):
        return say(f"compare-{standing.difference_reason}")
    if standing.difference == 0:
        return say("difference-none", name=name)
    way = "above" if standing.difference > 0 else "below"
    return say(f"difference-{way}", difference=difference_text(standing.difference, row), name=name)


def verdict_words(standing: Any, row: Any, name: str = "") -> str:
    """Better, like or worse, with the interval that it rests on, or why it is not judged. name: as above."""
    name = name or say("the-country")
    if not present(standing.verdict):
        return say(f"compare-{standing.verdict_reason}")
    decimals = int(row.decimals) + 1
    return say(
        "verdict-with-interval", verdict=say(f"verdict-{standing.verdict}", name=name),
        low=quantity(standing.interval_lower, decimals, row.measure),
        high=quantity(standing.interval_upper, decimals, row.measure),
        method=say(f"interval-method-{standing.interval_method}"),
    )  # fmt: skip


def country_sentences(found: Mapping[Gender, Any]) -> list[str]:
    """The lead's statement on the country: the verdicts by gender, and the place of the one that speaks for it."""
    by_verdict: dict[str, list[Gender]] = {}
    for gender, standing in found.items():
        if present(standing.verdict):
            by_verdict.setdefault(standing.verdict, []).append(gender)
    parts = [
        say("answer-country-part", verdict=say(f"answer-country-{verdict}"),
            genders=listing(say(f"for-gender-{gender}") for gender in genders))
        for verdict, genders in by_verdict.items()
    ]  # fmt: skip
    sentences = [say("answer-country", parts=listing(parts))] if parts else []
    ranked = [gender for gender in (Gender.TOTAL, *Gender) if gender in found and present(found[gender].rank)]
    if ranked:
        best = found[ranked[0]]
        whose = say(f"for-gender-{ranked[0]}")
        sentences.append(say("answer-rank", rank=int(best.rank), of=int(best.rank_of), gender=whose))
    return sentences


def country_cells(follow_up: FollowUp) -> dict[tuple[str, str], list[str]]:
    """The overview's cell for each nyckeltal and unit, line by line, of the gender that speaks for it.

    The place, and the verdict or the difference; empty where nothing can be compared.
    """
    found = standings(follow_up)
    return {key: _cell(found, judged(by_gender)) for key, by_gender in follow_up.by_subject.items()}


def _cell(found: Standings, row: Any) -> list[str]:
    standing = found[row.indicator, row.unit, Gender(row.gender)]
    lines = [rank_words(standing)] if present(standing.rank) else []
    if present(standing.verdict):
        return [*lines, say(f"verdict-{standing.verdict}", name=say("the-country"))]
    return lines or ([difference_words(standing, row)] if present(standing.difference) else [])


def comparable(standing: Any) -> bool:
    """True when there is anything to set the outcome against: the country's value, or another region's."""
    return present(standing.difference) or present(standing.rank)

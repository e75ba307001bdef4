"""Periods by the patterns of a format description."""

from collections.abc import Callable
from datetime import date

from kpi.ingest.formats import POOLED, PeriodRule
from kpi.model import Period, PeriodKind

Groups = dict[str, str | None]


def parser(rules: tuple[PeriodRule, ...]) -> Callable[[str], Period | None]:
    """Text to period by the first rule whose pattern matches the whole of it, spaces made single."""

    def parse(text: str) -> Period | None:
        found = _match(rules, text)
        return _period(*found) if found else None

    return parse


def commenter(rules: tuple[PeriodRule, ...]) -> Callable[[str], str]:
    """Text to what the rule says of such periods, "" mostly."""

    def comment(text: str) -> str:
        found = _match(rules, text)
        return found[0].comment.format(**found[1]) if found else ""

    return comment


def _match(rules: tuple[PeriodRule, ...], text: str) -> tuple[PeriodRule, Groups] | None:
    plain = " ".join(text.split())
    matches = ((rule, rule.pattern.fullmatch(plain)) for rule in rules)
    return next(((rule, match.groupdict()) for rule, match in matches if match), None)


def _period(rule: PeriodRule, found: Groups) -> Period | None:
    """None where the parts make no date, or no known number of years."""
    first = rule.first or int(found.get("first") or 0)
    last = rule.last or int(found.get("last") or 0)
    part = rule.part or int(found.get("part") or 1)
    try:
        kind = PeriodKind(f"years_{last - first + 1}" if rule.kind == POOLED else rule.kind)
        if kind is PeriodKind.DAY:
            return Period(date(first, int(found.get("month") or 1), int(found.get("day") or 1)), kind)
        if kind is PeriodKind.SCHOOL_YEAR:
            return Period(date(first, 7, 1), kind)
        if kind is PeriodKind.MONTH:
            part = int(found.get("month") or part)
        return Period(date(first, (part - 1) * kind.months + 1, 1), kind)
    except ValueError:
        return None

"""The year's meetings in sentences: how many there are, and when the long-term nyckeltal are followed up."""

from collections.abc import Iterable, Sequence

from kpi.model import MeetingKind, Required
from kpi.report.meetings import Meeting
from kpi.report.reporting import Point
from kpi.words import count_word, listing, say


def long_term(found: Iterable[Meeting], points: Sequence[Point]) -> list[str]:
    """How often the long-term nyckeltal are followed up, a sentence for each year in which they are."""
    asking = {point.code for point in points if Required.LONG_OUTCOMES in point.requires}
    years: dict[int, list[str]] = {}
    for one in found:
        if not one.cancelled and any(item.follow_up in asking and not item.dropped for item in one.items):
            years.setdefault(one.first.year, []).append(one.days)
    return [
        say("meetings-long-term", year=str(year), n=len(told), count=count_word(len(told)), days=listing(told))
        for year, told in years.items()
    ]


def counted(found: Sequence[Meeting]) -> str:
    """How many meetings and common days there are, those that are cancelled left out."""
    held = [one for one in found if not one.cancelled]
    boards = sum(one.kind is MeetingKind.BOARD for one in held)
    others = len(held) - boards
    parts = [say("meetings-boards", n=boards, count=count_word(boards))]
    if others:
        parts.append(say("meetings-common", n=others, count=count_word(others, common=True)))
    return say("meetings-counted", parts=listing(parts))

"""Events that somebody has noted about a nyckeltal: what happened and when, signed."""

from dataclasses import dataclass

import pandas as pd

from kpi.follow_up import FollowUp
from kpi.frames import period_of, records
from kpi.model import CommentKind, Period
from kpi.words import day, say

EVENT = CommentKind.EVENT


@dataclass(frozen=True, slots=True)
class Event:
    """One event: when, what, and who has noted it."""

    period: Period
    text: str
    signed: str


def events_of(follow_up: FollowUp, indicator: str, unit: str) -> list[Event]:
    """Those that began no later than the chosen period's end, in the order of time."""
    mine = follow_up.comments
    mine = mine[(mine["indicator"] == indicator) & (mine["unit"] == unit) & (mine["kind"] == EVENT)]
    mine = mine[mine["period_start"] <= pd.Timestamp(follow_up.period.end)]
    found = []
    for row in records(mine.sort_values(["period_start", "written_on"])):
        which = period_of(row.period_start, row.period_kind)
        if which:
            who = f"{row.author}, {row.author_role}" if row.author_role else str(row.author)
            signed = say("event-signed", who=who, date=day(row.written_on))
            found.append(Event(which, str(row.text), signed))
    return found

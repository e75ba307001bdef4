"""What people have written about a nyckeltal, word for word, with name and date."""

import pandas as pd

from kpi.follow_up import FollowUp
from kpi.frames import period_of, records
from kpi.report.briefing.content import Quote
from kpi.words import day, period, say


def said(follow: FollowUp, indicator: str, unit: str, kind: str) -> list[Quote]:
    """The explanations or actions (`kind`) for periods no later than the chosen, the latest period's first."""
    mine = follow.comments
    mine = mine[mine["indicator"].eq(indicator) & mine["unit"].eq(unit) & mine["kind"].eq(kind)]
    found = []
    for row in records(mine):
        when = period_of(row.period_start, row.period_kind)
        if when is None or when.end > follow.period.end:
            continue
        who = f"{row.author}, {row.author_role}" if row.author_role else str(row.author)
        signed = say("comment-signed", who=who, date=day(row.written_on), period=period(when))
        due = f" {say('comment-due', date=day(row.due_on))}" if pd.notna(row.due_on) else ""
        found.append(Quote(str(row.text), signed + due))
    return found

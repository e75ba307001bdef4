"""What people have written about a nyckeltal, word for word, with name and date."""

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import CommentKind
from kpi.report.briefing.content import Quote
from kpi.report.written import about, signed


def said(follow: FollowUp, indicator: str, unit: str, kind: CommentKind) -> list[Quote]:
    """The texts of a kind for periods no later than the chosen, the latest written first. Never a draft."""
    mine = follow.comments
    mine = mine[mine["indicator"].eq(indicator) & mine["unit"].eq(unit) & mine["kind"].eq(kind)]
    return [Quote(str(row.text), signed(row)) for row in records(mine) if about(row).end <= follow.period.end]

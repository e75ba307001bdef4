"""How a text is signed: by whom and when it was written, and made final."""

from typing import Any

import pandas as pd

from kpi.frames import period_of
from kpi.model import Period
from kpi.words import day, period, say


def about(row: Any) -> Period:
    """The period that a row of the table `comment` is about. Raises `ValueError` for a row without one."""
    found = period_of(row.period_start, row.period_kind)
    if found is None:
        raise ValueError("a text without a period")
    return found


def signed(row: Any) -> str:
    """Who has written a row of the table `comment`, when and about which period; who has made it final."""
    who = f"{row.author}, {row.author_role}" if row.author_role else str(row.author)
    words = say("comment-signed", who=who, date=day(row.written_on), period=period(about(row)))
    if not row.marked_by or pd.isna(row.marked_on):
        return words
    return f"{words} {say('comment-marked', who=row.marked_by, date=day(row.marked_on))}"

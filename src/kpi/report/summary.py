"""Distributions in words: how many targets are met, per gender and goal area. No invented grade."""

import pandas as pd

from kpi.analysis.summary import summarise
from kpi.follow_up import FollowUp
from kpi.model import Gender, Status
from kpi.store.plans import Area
from kpi.words import count_word, listing, say

Counts = dict[Gender, dict[Status, int]]


def counts_by_gender(assessed: pd.DataFrame) -> Counts:
    """How many of the plan's own targets have each status, for each gender; zeros where none is judged."""
    summary = summarise(assessed)
    whole = {row["gender"]: row for row in summary[summary["goal"].isna()].to_dict("records")}
    return {gender: {status: int(whole.get(gender, {}).get(status, 0)) for status in Status} for gender in Gender}


def area_sentence(follow_up: FollowUp, area: Area) -> str:
    """The distribution for totalt, or that nothing beneath has a target."""
    mine = follow_up.assessed[follow_up.assessed["goal"].isin(area.codes)]
    if mine.empty:
        return say("summary-no-indicators")
    counts = counts_by_gender(mine)[Gender.TOTAL]
    total = sum(counts.values())
    if not total:
        return say("summary-no-targets")
    return sentence(counts, total)


def sentence(counts: dict[Status, int], total: int) -> str:
    """How many of `total` targets are met, near and missed, and how many cannot be judged."""
    unjudged = counts[Status.UNJUDGED]
    if unjudged == total:
        return say("summary-goal-none-judged", n=total, words=count_word(total))
    if total == 1:
        return say(f"summary-one-{next(status for status in Status if counts[status])}")
    parts = [
        say(f"count-{status}", n=counts[status], words=count_word(counts[status]))
        for status in (Status.MET, Status.NEAR, Status.NOT_MET)
        if counts[status]
    ]
    told = say("summary-goal", total=count_word(total), parts=listing(parts))
    if not unjudged:
        return told
    return f"{told} {say('summary-goal-unjudged', n=unjudged, words=count_word(unjudged).capitalize())}"

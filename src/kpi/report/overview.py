"""The overview's first line: how far the outcomes reach, and how many nyckeltal have a target."""

from kpi.follow_up import FollowUp
from kpi.model import TargetOrigin
from kpi.words import period, say


def latest_words(follow_up: FollowUp) -> str:
    """ "utfall till och med aug 2025", or that there are none."""
    latest = follow_up.latest_outcome
    return say("latest-outcome", period=period(latest)) if latest else say("no-outcomes-yet")


def with_target(follow_up: FollowUp) -> int:
    """How many of the plan's nyckeltal have a target of the plan's own."""
    own = follow_up.assessed[follow_up.assessed["target_origin"] == TargetOrigin.PLAN]
    return len(own.drop_duplicates(["indicator", "unit"]))


def followed_without_target(follow_up: FollowUp) -> int:
    """How many are followed over time only."""
    return len(follow_up.plan.subjects) - with_target(follow_up)

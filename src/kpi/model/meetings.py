"""When the board meets, and what stands on its agenda."""

from enum import StrEnum

WHOLE_PLAN = "plan"
"""What stands in the place of a reporting point when an agenda item concerns the whole plan."""


class MeetingKind(StrEnum):
    """A meeting of the board, or a day that it has in common with others."""

    BOARD = "board"
    BUDGET_DAY = "budget_day"
    PLANNING_DAY = "planning_day"


class AgendaKind(StrEnum):
    """An item that comes back, or one that follows something up in depth."""

    RECURRING = "recurring"
    IN_DEPTH = "in_depth"


class AgendaForm(StrEnum):
    """How an item is told; nothing where the plan does not say."""

    ORAL = "oral"
    WRITTEN = "written"
    UNSAID = ""


class LinkKind(StrEnum):
    """What an agenda item can concern, by the field of an item that holds the codes.

    A follow-up is one of the year's reporting points, or the whole plan.
    """

    INDICATOR = "indicators"
    GOAL = "goals"
    ASSIGNMENT = "assignments"
    OVERSIGHT = "oversight"
    FOLLOW_UP = "follow_up"

"""What a plan holds beside goals and nyckeltal."""

from enum import StrEnum


class ValueKind(StrEnum):
    """What a plan says that it is for: its vision, what it rests on, what it is known by."""

    VISION = "vision"
    FOUNDATION = "foundation"
    CORE = "core"
    PRINCIPLE = "principle"


class AssignmentStatus(StrEnum):
    """How far an uppdrag has come."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    DONE = "done"
    DELAYED = "delayed"
    CLOSED = "closed"

"""What a plan holds beside goals and nyckeltal."""

from enum import StrEnum


class AssignmentStatus(StrEnum):
    """How far an uppdrag has come."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    DONE = "done"
    DELAYED = "delayed"
    CLOSED = "closed"

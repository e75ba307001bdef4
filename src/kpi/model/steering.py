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


class OversightKind(StrEnum):
    """What the board has under its uppsikt."""

    COMPANY = "company"
    ASSOCIATION = "association"
    FOUNDATION = "foundation"
    BOARD = "board"
    PROVIDER = "provider"
    WHOLE = "whole"


class ControlResult(StrEnum):
    """What a follow-up found."""

    FINE = "fine"
    MINOR = "minor"
    MAJOR = "major"
    NOT_DONE = "not_done"


class Required(StrEnum):
    """What a reporting point asks for."""

    OUTCOMES = "outcomes"
    LONG_OUTCOMES = "long_outcomes"
    EXPLANATIONS = "explanations"
    FORECASTS = "forecasts"
    ASSIGNMENTS = "assignments"
    ACCOUNTS = "accounts"

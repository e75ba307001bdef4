"""Deliveries: where they come from, what they carry, and who does something."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Origin(StrEnum):
    """Where a delivery comes from: with the system, from a user, or invented as an example."""

    SHIPPED = "shipped"
    USER = "user"
    EXAMPLE = "example"


class DeliveryKind(StrEnum):
    """What a delivery carries."""

    PLAN = "plan"
    TARGETS = "targets"
    OUTCOMES = "outcomes"
    COMMENTS = "comments"
    UNITS = "units"
    REPORTS = "reports"
    SHOWN = "shown"


class DataMode(StrEnum):
    """Which outcomes a page shows: the real ones or the examples, never both."""

    REAL = "real"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, as it will stand in the delivery."""

    name: str
    may_write: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """One upload by a named person: the unit of history, of undo and of audit."""

    id: int
    kind: DeliveryKind
    subject: str
    origin: Origin
    created_at: datetime
    actor: str
    reason: str
    file_name: str
    file_sha256: str
    rows: int
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    withdrawn_reason: str = ""

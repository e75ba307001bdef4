"""The domain's own words as types: genders, periods, kinds of target, statuses.

Everything else in the package speaks in these. Swedish labels live in `kpi.words`.
"""

from kpi.model.deliveries import Actor, DataMode, Delivery, DeliveryKind, Origin
from kpi.model.judging import (
    DISCLOSURE_THRESHOLD,
    Direction,
    Gender,
    ObservationStatus,
    Reason,
    Status,
    TargetKind,
    TargetOrigin,
    Term,
    YearRule,
)
from kpi.model.periods import TOTAL_MONTHS, Period, PeriodKind
from kpi.model.steering import AssignmentStatus, ValueKind

__all__ = [
    "DISCLOSURE_THRESHOLD",
    "TOTAL_MONTHS",
    "Actor",
    "AssignmentStatus",
    "DataMode",
    "Delivery",
    "DeliveryKind",
    "Direction",
    "Gender",
    "ObservationStatus",
    "Origin",
    "Period",
    "PeriodKind",
    "Reason",
    "Status",
    "TargetKind",
    "TargetOrigin",
    "Term",
    "ValueKind",
    "YearRule",
]

"""The domain's own words as types: genders, periods, kinds of target, statuses.

Everything else in the package speaks in these. Swedish labels live in `kpi.words`.
"""

from kpi.model.comments import ASPECTS, ActionStatus, CommentKind, TextState
from kpi.model.deliveries import Actor, DataMode, Delivery, DeliveryKind, Origin
from kpi.model.economy import AMOUNT_DECIMALS, AccountKind, BudgetSection, MoneyUnit
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
from kpi.model.meetings import WHOLE_PLAN, AgendaForm, AgendaKind, LinkKind, MeetingKind
from kpi.model.periods import TOTAL_MONTHS, Period, PeriodKind
from kpi.model.steering import AssignmentStatus, ControlResult, OversightKind, Required, ValueKind

__all__ = [
    "AMOUNT_DECIMALS",
    "ASPECTS",
    "DISCLOSURE_THRESHOLD",
    "TOTAL_MONTHS",
    "WHOLE_PLAN",
    "AccountKind",
    "ActionStatus",
    "Actor",
    "AgendaForm",
    "AgendaKind",
    "AssignmentStatus",
    "BudgetSection",
    "CommentKind",
    "ControlResult",
    "DataMode",
    "Delivery",
    "DeliveryKind",
    "Direction",
    "Gender",
    "LinkKind",
    "MeetingKind",
    "MoneyUnit",
    "ObservationStatus",
    "Origin",
    "OversightKind",
    "Period",
    "PeriodKind",
    "Reason",
    "Required",
    "Status",
    "TargetKind",
    "TargetOrigin",
    "Term",
    "TextState",
    "ValueKind",
    "YearRule",
]

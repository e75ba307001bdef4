"""What must hold between the tables: which rows a delivery counts, what refers to what, which words are known."""

from kpi.model import (
    DeliveryKind,
    Direction,
    Gender,
    ObservationStatus,
    Origin,
    PeriodKind,
    TargetKind,
    TargetOrigin,
    Term,
    YearRule,
)  # fmt: skip
from kpi.store.observations import KEY

TABLES = (
    "delivery", "delivery_event", "steering_model", "steering_level", "unit", "plan", "goal", "indicator",
    "plan_indicator", "target", "interpretation", "observation", "series_break", "comment",
    "judged_forecast", "acknowledgement", "format_description", "source_link",
)  # fmt: skip
COUNTED = {  # the rows that a delivery says that it has
    DeliveryKind.PLAN: ("goal", "plan_indicator", "target", "series_break"),
    DeliveryKind.TARGETS: ("target",),
    DeliveryKind.OUTCOMES: ("observation",),
    DeliveryKind.COMMENTS: ("comment", "series_break", "judged_forecast"),
    DeliveryKind.UNITS: ("unit",),
}
UNIQUE = {  # within one delivery
    "steering_model": ["code"], "steering_level": ["steering_model", "level"], "unit": ["code"], "plan": ["code"],
    "goal": ["plan", "code"], "indicator": ["code"], "plan_indicator": ["plan", "indicator", "unit"],
    "target": ["code"], "observation": KEY, "acknowledgement": ["finding"], "format_description": ["code"],
    "judged_forecast": ["indicator", "unit", "gender", "year", "judged_on"],
    "source_link": ["indicator", "source"],
}  # fmt: skip
WITHIN = (  # column → column of a table, in the same delivery
    ("steering_level", "steering_model", "steering_model", "code"),
    ("plan", "steering_model", "steering_model", "code"),
    ("goal", "plan", "plan", "code"), ("goal", "parent", "goal", "code"), ("goal", "level", "steering_level", "level"),
    ("plan_indicator", "plan", "plan", "code"), ("plan_indicator", "goal", "goal", "code"),
    ("interpretation", "plan", "plan", "code"),
)  # fmt: skip
ANYWHERE = (
    ("delivery_event", "delivery_id", "delivery", "id"), ("unit", "parent", "unit", "code"),
    ("plan", "organisation", "unit", "code"),
    *((table, "indicator", "indicator", "code")
      for table in ("plan_indicator", "target", "observation", "series_break", "comment", "judged_forecast",
                    "source_link")),
    *((table, "unit", "unit", "code")
      for table in ("plan_indicator", "target", "observation", "series_break", "comment", "judged_forecast")),
    ("target", "reference", "unit", "code"),
)  # fmt: skip
WORDS = {
    ("delivery", "kind"): DeliveryKind, ("delivery", "origin"): Origin, ("indicator", "direction"): Direction,
    ("indicator", "year_rule"): YearRule, ("plan_indicator", "term"): Term, ("target", "gender"): Gender,
    ("target", "period_kind"): PeriodKind, ("target", "kind"): TargetKind, ("target", "origin"): TargetOrigin,
    ("observation", "gender"): Gender, ("observation", "period_kind"): PeriodKind,
    ("observation", "status"): ObservationStatus, ("comment", "period_kind"): PeriodKind,
    ("judged_forecast", "gender"): Gender,
}  # fmt: skip
NEEDS = {
    TargetKind.AT_LEAST: ["value"],
    TargetKind.AT_MOST: ["value"],
    TargetKind.BELOW: ["value"],
    TargetKind.BETWEEN: ["value", "upper_value"],
    TargetKind.CHANGE_AT_MOST: ["value", "base_year"],
    TargetKind.CHANGE_AT_LEAST: ["value", "base_year"],
    TargetKind.BELOW_BASE: ["base_year"],
    TargetKind.ABOVE_BASE: ["base_year"],
    TargetKind.BELOW_REFERENCE: ["reference"],
    TargetKind.ABOVE_REFERENCE: ["reference"],
    TargetKind.GAP_REDUCED_BY: ["value", "reference", "base_year"],
    TargetKind.MILESTONE: ["by_year"],
}

"""What must hold between the tables: which rows a delivery counts, what refers to what, which words are known."""

from kpi.model import (
    AccountKind,
    ActionStatus,
    AssignmentStatus,
    BudgetSection,
    CommentKind,
    ControlResult,
    DeliveryKind,
    Direction,
    Gender,
    MoneyUnit,
    ObservationStatus,
    Origin,
    OversightKind,
    PeriodKind,
    TargetKind,
    TargetOrigin,
    Term,
    TextState,
    ValueKind,
    YearRule,
)  # fmt: skip
from kpi.store.observations import KEY

STEERING = ("plan_value", "document_type", "document", "follow_up_document")
"""What a plan says of itself and of the documents around it."""
TEXT = ["indicator", "unit", "period_kind", "period_start"]
"""What a text is about."""
TABLES = (
    "delivery", "delivery_event", "steering_model", "steering_level", "unit", "plan", "goal", "indicator",
    "plan_indicator", "target", "interpretation", "observation", "series_break", "comment",
    "judged_forecast", "acknowledgement", "format_description", "source_link", "assignment", "assignment_report",
    "oversight", "oversight_report", "control_point", "control_report", "reporting_point", "period_lock",
    "cost_type", "budget_item", "budget_amount", "account", "measure_effect", "investment_use", *STEERING,
    "action_follow_up",
)  # fmt: skip
COUNTED = {  # the rows that a delivery says that it has
    DeliveryKind.PLAN: (
        "goal",
        "plan_indicator",
        "target",
        "series_break",
        "assignment",
        "oversight",
        "reporting_point",
        "cost_type",
        "budget_item",
        "budget_amount",
        *STEERING,
    ),
    DeliveryKind.TARGETS: ("target",),
    DeliveryKind.OUTCOMES: ("observation",),
    DeliveryKind.COMMENTS: ("comment", "series_break", "judged_forecast"),
    DeliveryKind.UNITS: ("unit",),
    DeliveryKind.REPORTS: (
        "assignment_report",
        "oversight_report",
        "control_point",
        "control_report",
        "period_lock",
        "account",
        "measure_effect",
        "investment_use",
        "action_follow_up",
    ),
}
UNIQUE = {  # within one delivery
    "steering_model": ["code"], "steering_level": ["steering_model", "level"], "unit": ["code"], "plan": ["code"],
    "goal": ["plan", "code"], "indicator": ["code"], "plan_indicator": ["plan", "indicator", "unit"],
    "target": ["code"], "observation": KEY, "acknowledgement": ["finding"], "format_description": ["code"],
    "judged_forecast": ["indicator", "unit", "gender", "year", "judged_on"],
    "source_link": ["indicator", "source"], "assignment": ["plan", "code"],
    "assignment_report": ["plan", "assignment", "period_kind", "period_start"], "oversight": ["plan", "code"],
    "oversight_report": ["plan", "oversight", "period_kind", "period_start"],
    "control_point": ["plan", "year", "code"], "reporting_point": ["plan", "code"],
    "period_lock": ["plan", "period_kind", "period_start"],
    "control_report": ["plan", "control_point", "period_kind", "period_start"],
    "cost_type": ["plan", "code"], "budget_item": ["plan", "code"],
    "budget_amount": ["plan", "item", "cost_type", "year"],
    "account": ["plan", "area", "cost_type", "month", "kind"],
    "measure_effect": ["plan", "measure", "period_kind", "period_start"],
    "investment_use": ["plan", "investment", "month"],
    **{name: ["plan", "code"] for name in STEERING},
    "comment": [*TEXT, "kind", "code"], "action_follow_up": [*TEXT, "action", "followed_on"],
}  # fmt: skip
WITHIN = (  # column → column of a table, in the same delivery
    ("steering_level", "steering_model", "steering_model", "code"),
    ("plan", "steering_model", "steering_model", "code"),
    ("goal", "plan", "plan", "code"), ("goal", "parent", "goal", "code"), ("goal", "level", "steering_level", "level"),
    ("plan_indicator", "plan", "plan", "code"), ("plan_indicator", "goal", "goal", "code"),
    ("interpretation", "plan", "plan", "code"),
    *((table, "plan", "plan", "code") for table in STEERING),
    ("document", "type", "document_type", "code"), ("document", "replaces", "document", "code"),
    ("assignment", "plan", "plan", "code"), ("assignment", "goal", "goal", "code"),
    ("oversight", "plan", "plan", "code"), ("reporting_point", "plan", "plan", "code"),
    ("budget_amount", "item", "budget_item", "code"), ("budget_amount", "cost_type", "cost_type", "code"),
    *((table, "plan", "plan", "code") for table in ("cost_type", "budget_item", "budget_amount")),
)  # fmt: skip
ANYWHERE = (
    ("delivery_event", "delivery_id", "delivery", "id"), ("unit", "parent", "unit", "code"),
    ("plan", "organisation", "unit", "code"), ("assignment_report", "plan", "plan", "code"),
    ("assignment_report", "assignment", "assignment", "code"),
    *((table, "plan", "plan", "code")
      for table in ("oversight_report", "control_point", "control_report", "period_lock")),
    ("oversight_report", "oversight", "oversight", "code"),
    ("control_report", "control_point", "control_point", "code"),
    *((table, "plan", "plan", "code") for table in ("account", "measure_effect", "investment_use")),
    ("account", "area", "budget_item", "code"), ("account", "cost_type", "cost_type", "code"),
    ("measure_effect", "measure", "budget_item", "code"), ("investment_use", "investment", "budget_item", "code"),
    *((table, "indicator", "indicator", "code")
      for table in ("plan_indicator", "target", "observation", "series_break", "comment", "judged_forecast",
                    "source_link", "action_follow_up")),
    *((table, "unit", "unit", "code")
      for table in ("plan_indicator", "target", "observation", "series_break", "comment", "judged_forecast",
                    "action_follow_up")),
    ("action_follow_up", "action", "comment", "code"), ("target", "reference", "unit", "code"),
)  # fmt: skip
WORDS = {
    ("delivery", "kind"): DeliveryKind, ("delivery", "origin"): Origin, ("indicator", "direction"): Direction,
    ("indicator", "year_rule"): YearRule, ("plan_indicator", "term"): Term, ("target", "gender"): Gender,
    ("target", "period_kind"): PeriodKind, ("target", "kind"): TargetKind, ("target", "origin"): TargetOrigin,
    ("observation", "gender"): Gender, ("observation", "period_kind"): PeriodKind,
    ("observation", "status"): ObservationStatus, ("comment", "period_kind"): PeriodKind,
    ("judged_forecast", "gender"): Gender, ("assignment_report", "period_kind"): PeriodKind,
    ("assignment_report", "status"): AssignmentStatus, ("oversight", "kind"): OversightKind,
    ("oversight_report", "result"): ControlResult, ("control_report", "result"): ControlResult,
    ("budget_item", "section"): BudgetSection,
    ("account", "kind"): AccountKind, ("measure_effect", "period_kind"): PeriodKind,
    **{(table, "money_unit"): MoneyUnit for table in ("budget_amount", "account", "measure_effect", "investment_use")},
    ("plan_value", "kind"): ValueKind, ("comment", "kind"): CommentKind, ("comment", "state"): TextState,
    ("action_follow_up", "period_kind"): PeriodKind, ("action_follow_up", "status"): ActionStatus,
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

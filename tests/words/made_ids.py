"""The message ids that the code puts together (`f"status-{status}"`), each with all that can stand in it."""

import itertools

from kpi.analysis.certainty import IntervalMethod
from kpi.analysis.comparison import ComparisonReason, Standing
from kpi.analysis.forecast import SHARE
from kpi.analysis.forecast_models import models
from kpi.analysis.forecast_words import ForecastReason, ForecastVerdict
from kpi.analysis.gap_trend import GapVerdict
from kpi.analysis.gender import GapMethod, GapReason
from kpi.analysis.spc import Variation
from kpi.analysis.spc_rules import Rule
from kpi.analysis.trend import TrendReason, Verdict
from kpi.commands.arguments import DATES
from kpi.commands.deliveries import COLUMNS as CLI_COLUMNS
from kpi.commands.run import MODULES as COMMANDS
from kpi.export import columns as export_columns
from kpi.export import open_data, register_columns
from kpi.export.briefing_files import DocumentForm
from kpi.export.formats import FileFormat
from kpi.ingest import plan_columns, plan_header
from kpi.ingest.forms.every import FORMS
from kpi.ingest.layout import Kind, Role
from kpi.ingest.plan_lists.reading import LISTS
from kpi.ingest.plan_values import UNIT_KINDS
from kpi.model import (
    ActionStatus,
    AgendaForm,
    AgendaKind,
    AssignmentStatus,
    BudgetSection,
    CommentKind,
    ControlResult,
    DataMode,
    DeliveryKind,
    Direction,
    Gender,
    LinkKind,
    MeetingKind,
    ObservationStatus,
    Origin,
    OversightKind,
    PeriodKind,
    Reason,
    Required,
    Status,
    TargetKind,
    TargetOrigin,
    Term,
    ValueKind,
    YearRule,
)
from kpi.report.document.memo import TO_SIGN
from kpi.report.meetings import MeetingState
from kpi.report.reporting import State
from kpi.report.targets import SIGNS
from kpi.store.deliveries import CARRIED
from kpi.ui.comment_form import ASPECT

WRITTEN = [CommentKind.EXPLANATION, CommentKind.ACTION, ASPECT]
CONSTANTS = [Role.INDICATOR, Role.UNIT, Role.GENDER, Role.PERIOD]
JUDGED = [Status.MET, Status.NEAR, Status.NOT_MET]
MISSED = [Status.NEAR, Status.NOT_MET]
BETTER_FIRST = [f"{better}-{other}" for better, other in itertools.combinations(JUDGED, 2)]
WITHOUT_SIGN = [kind for kind in TargetKind if kind not in SIGNS and not kind.startswith("change_")]
EXPORT_TABLES = ("ATTAINMENT", "OUTCOMES", "TARGETS", "EXAMPLE")
REGISTER_TABLES = ("PLANS", "GOALS", "DEFINITIONS", "FOLLOWED", "DOCUMENTS", "UNITS", "EQUALITY")
HANDED_OUT = ["jamstalldhet", *open_data.STORE_WIDE, *open_data.PER_PLAN]
PLAN_TABLES = ("GOALS", "INDICATORS", "TARGETS")
PRESENT_KEYS = ["next", "previous", "ends", "jump", "explore"]
FORM_CHANGES = ["added", "changed", "unchanged"]


def _plan_fields() -> list[str]:
    fields = {column.field for table in PLAN_TABLES for column in getattr(plan_columns, table)}
    fields |= {column.field for one in LISTS for column in one.columns}
    return sorted((fields | set(plan_header._PLAN.values())) - {"interpreted", "note"})


def _period_kinds() -> list[str]:
    return [*(kind for kind in PeriodKind if not kind.pooled), "pooled"]


def _forecast_reasons() -> list[str]:
    return [*ForecastReason, *(reason for reason in Reason if reason is not Reason.YEAR_NOT_OVER)]


def _handed_out_columns() -> list[str]:
    tables = [getattr(export_columns, table) for table in EXPORT_TABLES]
    tables += [getattr(register_columns, table) for table in REGISTER_TABLES]
    return [column.key for table in tables for column in table]


_METHOD_PARTS = [
    "attainment", "which", "tolerance", "gender", "trend", "forecast", "country", "disclosure", "summary", "example",
]  # fmt: skip
# Each pattern with all that stands in it; several patterns may be spelt alike.
MADE = {
    "status-{}": Status,
    "gender-{}": Gender,
    "gender-{}-lower": Gender,
    "for-gender-{}": Gender,
    "term-{}": Term,
    "direction-{}": Direction,
    "reason-{}": Reason,
    "observation-{}": ObservationStatus,
    "role-{}": Role,
    "ask-{}": [*CONSTANTS, *(kind for kind in Kind if kind is not Kind.CONSTANT)] ,
    "cli-help-all-{}": CONSTANTS,
    "questions-all-{}": CONSTANTS,
    "questions-rest-{}": [Role.INDICATOR, Role.UNIT],
    "questions-name-{}": [Role.INDICATOR, Role.UNIT],
    "dates-{}": DATES,
    "marked-{}": ["sheet", "row", "column", "value", "what"],
    "preview-spark-{}": ["before", "after"],
    "warning-{}": [
        f"unusual-{what}"
        for what in ("jump", "gap", "total", "parts", "shares", "future", "fewer", "locked")
    ],
    "year-rule-{}": [rule for rule in YearRule if rule is not YearRule.RATIO],
    "cli-word-{}": ["column", "named"],
    "period-{}": [PeriodKind.TERTIAL, PeriodKind.QUARTER],
    "period-kind-{}": _period_kinds(),
    "slides-part-{}": range(3, 8),
    "present-key-{}": PRESENT_KEYS,
    "present-keys-{}": PRESENT_KEYS,
    "document-{}": ["table", "figure", "contents", "page-word", "page-of-word"],
    "document-fact-{}": ["plan", "period", "as-of", "meeting", "item", "form", "presenter", "made",
                         "number", "officer"],
    "document-gap-{}": TO_SIGN,
    "document-value-{}": ["gender", "outcome", "period", "status"],
    "part-{}": ["series", "trend", "explanation", "units", "country", "forecast", "actions"],
    "no-{}": [CommentKind.EXPLANATION],
    "{}-add": WRITTEN,
    "{}-text": WRITTEN,
    "{}-save": WRITTEN,
    "{}-draft": WRITTEN,
    "{}-text-missing": [*WRITTEN, CommentKind.EVENT],
    "comment-kind-{}": CommentKind,
    "action-{}": ActionStatus,
    "action-outcome-{}": ["before", "after"],
    "column-{}": ["indicator", "unit", "gender", "period", "before", "after", "delivery", "when", "who", "what",
                  "file", "rows", "state", "own", "country", "difference", "verdict", "rank", "both-series",
                  "unusual", "why", "assignment", "decided", "responsible", "due", "report",
                  "overseen", "kind", "how", "presenter", "result", "process", "risk", "worth", "control", "spring",
                  "autumn", "point", "asked", "concerns-what", "came", "at-lock", "now", "meeting",
                  "items", "item", "told"],
    "reporting-{}": [State.MISSING, State.AWAITED, State.IN_LATE],
    "reporting-is-{}": State,
    "required-{}": Required,
    "lock-{}-add": ["open", "close"],
    "lock-{}-save": ["open", "close"],
    "plan-{}-unknown": ["indicator", "unit"],
    "form-rows-{}": FORM_CHANGES,
    "compare-{}": ComparisonReason,
    "verdict-{}": Standing,
    "answer-country-{}": Standing,
    "difference-{}": ["above", "below"],
    "interval-method-{}": IntervalMethod,
    "regions-{}": ["missing", "suppressed"],
    "control-{}": ["lower", "mean", "upper"],
    "control-column-{}": ["value", "rule", "since", "meaning"],
    "control-meaning-{}": [word for word in Variation if word is not Variation.COMMON_CAUSE],
    "control-rule-{}-{}": [f"{rule.name.lower()}-{way}" for rule in Rule if rule for way in ("up", "down")],
    "forecast-verdict-{}": ForecastVerdict,
    "answer-forecast-{}": ForecastVerdict,
    "forecast-reason-{}": _forecast_reasons(),
    "forecast-model-{}": [SHARE, *(model.name for period in (1, 12) for model in models(period))],
    "forecast-column-{}": ["whom", "value", "80", "95", "target", "basis", "judged"],
    "gap-why-{}": [GapReason.SUPPRESSED, GapReason.DIFFERENT_PERIODS, "K", "M"],
    "gap-method-{}": GapMethod,
    "gap-left-{}": ["suppressed", "without_value"],
    "gap-untested-{}": [TrendReason.TOO_FEW, TrendReason.OVERLAPPING],
    "gap-word-{}": GapVerdict,
    "gap-cell-{}": GapVerdict,
    "equality-{}-{}": [f"{whose}-{status}" for whose in ("one", "own") for status in MISSED],
    "equality-count-{}": ["equal", "one", "neither"],
    "equality-missing-{}": ["suppressed", "different_periods", "K", "M", "both", "total_only", "only_real", "older"],
    "equality-{}-heading": ["split", "missing"],
    "equality-{}-none": ["split", "missing"],
    "table-{}": CARRIED,
    "origin-{}": Origin,
    "delivery-{}": DeliveryKind,
    "delivery-already-{}": ["withdrawn", "restored"],
    "development-{}": [*Verdict, *TrendReason],
    "distance-{}": ["above", "below"],
    "target-words-{}": TargetKind,
    "target-signs-{}": WITHOUT_SIGN,
    "count-{}": JUDGED,
    "{}-{}": [
        *(f"answer-{what}-{status}" for what in ("one", "total", "change") for status in JUDGED),
        *(f"finding-{what}-{status}" for what in ("one", "total", "change") for status in MISSED),
    ],
    "answer-and-total-{}": JUDGED,
    "answer-same-{}": JUDGED,
    "answer-own-{}": JUDGED,
    "summary-one-{}": JUDGED,
    "answer-{}-{}": BETTER_FIRST,
    "answer-trend-word-{}": Verdict,
    "headline-one-{}": JUDGED,
    "headline-total-{}": JUDGED,
    "headline-same-{}": JUDGED,
    "headline-only-total-{}": MISSED,
    "headline-{}-{}": BETTER_FIRST,
    "standing-{}": [Gender.WOMEN, Gender.MEN],
    "inventory-{}": ["all", "some", "none"],
    "chart-period-{}": [PeriodKind.QUARTER, PeriodKind.TERTIAL],
    "occasion-{}": [AgendaForm.ORAL, AgendaForm.WRITTEN],
    "briefing-file-{}": DocumentForm,
    "goals-column-{}": ["goal", "indicators", "targets", "assignments"],
    "question-{}": ["assignments", "overseen", "control"],
    "finding-and-total-{}": MISSED,
    "finding-same-{}": MISSED,
    "finding-only-total-{}": MISSED,
    "finding-{}-{}": BETTER_FIRST,
    "finding-{}": ["improving", "worsening"],
    "plan-entity-{}": ["plan", "goal", "indicator", "target", *(one.table for one in LISTS)],
    "form-{}": [form.name for form in FORMS],
    "form-is-{}": FORM_CHANGES,
    "assignment-{}": AssignmentStatus,
    "assignments-{}": AssignmentStatus,
    "internal-{}": ControlResult,
    "control-result-{}": ControlResult,
    "oversight-{}": OversightKind,
    "meeting-{}": MeetingKind,
    "meeting-title-{}": MeetingKind,
    "meeting-is-{}": MeetingState,
    "agenda-{}": AgendaKind,
    "agenda-form-{}": [AgendaForm.ORAL, AgendaForm.WRITTEN],
    "agenda-concerns-{}": LinkKind,
    "economy-section-{}": BudgetSection,
    "economy-{}-in": ["planned", "achieved"],
    "economy-column-{}": [
        "frame", "accumulated-through", "share", "forecast-made", "deviation", "deviation-percent", "month",
        "month-outcome", "accumulated", "year-forecast", "measure", "level", "meaning",
        "consequence", "follow-up", "investment", "owner", "used", "left", "month-used", "change", "whose", "amount",
        "about", "figure", "printed", "compared", "computed", "difference", "rounding",
    ],
    "value-{}": ValueKind,
    "thread-count-{}": Status,
    "documents-column-{}": ["type", "by", "validity", "revised", "builds-on", "count", "name", "reference", "decided",
                            "replaces"],
    "plan-field-{}": _plan_fields(),
    "method-{}": _METHOD_PARTS,
    "method-{}-heading": _METHOD_PARTS,
    "accessibility-{}": ["aim", "known", "contact"],
    "{}-blank": ["row-indicator", "row-unit"],
    "{}-unknown": ["row-indicator", "row-unit"],
    "{}-none": ["row-indicator", "row-unit"],
    "{}-ambiguous": ["row-indicator", "row-unit"],
    "check-mode-{}": DataMode,
    "cli-about-{}": COMMANDS,
    "cli-help-{}": ["meeting", "goal", "indicator", "plan", "period", "unit", "column", "named"],
    "cli-{}-done": ["withdraw", "restore"],
    "cli-{}": ["text", "code", "id", "list", "years", "date"],
    "cli-fetch-{}": ["search", "indicator", "id", "units", "years", "measure"],
    "cli-change-{}": ["added", "changed", "removed"],
    "cli-delivery-{}": CLI_COLUMNS,
    "cli-kind-{}": DeliveryKind,
    "cli-origin-{}": Origin,
    "export-mode-{}": DataMode,
    "export-kind-{}": TargetKind,
    "export-origin-{}": TargetOrigin,
    "export-verdict-{}": Verdict,
    "export-title-{}": HANDED_OUT,
    "export-table-{}": HANDED_OUT,
    "export-about-{}": _handed_out_columns(),
    "open-form-{}": FileFormat,
    "open-year-rule-{}": YearRule,
    "open-unit-kind-{}": UNIT_KINDS.values(),
}  # fmt: skip


def made(pattern: str) -> set[str]:
    """Every id that a pattern stands for."""
    return {pattern.replace("{}", str(value), 1).replace("-{}", "") for value in MADE[pattern]}

"""The message ids that the code puts together (`f"status-{status}"`), each with all that can stand in it."""

import itertools

from kpi.analysis.certainty import IntervalMethod
from kpi.analysis.comparison import ComparisonReason, Standing
from kpi.analysis.trend import TrendReason, Verdict
from kpi.commands.deliveries import COLUMNS as CLI_COLUMNS
from kpi.commands.run import MODULES as COMMANDS
from kpi.export import columns as export_columns
from kpi.ingest import plan_columns, plan_header
from kpi.model import (
    DataMode,
    DeliveryKind,
    Direction,
    Gender,
    ObservationStatus,
    Origin,
    PeriodKind,
    Reason,
    Status,
    TargetKind,
    TargetOrigin,
    Term,
)
from kpi.report.targets import SIGNS
from kpi.store.deliveries import CARRIED

JUDGED = [Status.MET, Status.NEAR, Status.NOT_MET]
MISSED = [Status.NEAR, Status.NOT_MET]
BETTER_FIRST = [f"{better}-{other}" for better, other in itertools.combinations(JUDGED, 2)]
WITHOUT_SIGN = [kind for kind in TargetKind if kind not in SIGNS and not kind.startswith("change_")]
EXPORT_TABLES = ("ATTAINMENT", "OUTCOMES", "TARGETS", "EXAMPLE")
PLAN_TABLES = ("GOALS", "INDICATORS", "TARGETS")


def _plan_fields() -> list[str]:
    fields = {column.field for table in PLAN_TABLES for column in getattr(plan_columns, table)}
    return sorted((fields | set(plan_header._PLAN.values())) - {"interpreted", "note"})


def _period_kinds() -> list[str]:
    return [*(kind for kind in PeriodKind if not kind.pooled), "pooled"]


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
    "period-{}": [PeriodKind.TERTIAL, PeriodKind.QUARTER],
    "period-kind-{}": _period_kinds(),
    "part-{}": ["series", "trend", "explanation", "units", "country", "actions"],
    "no-{}": ["explanation", "action"],
    "column-{}": ["indicator", "unit", "gender", "period", "before", "after", "delivery", "when", "who", "what",
                  "file", "rows", "state", "own", "country", "difference", "verdict", "rank"],
    "compare-{}": ComparisonReason,
    "verdict-{}": Standing,
    "answer-country-{}": Standing,
    "difference-{}": ["above", "below"],
    "interval-method-{}": IntervalMethod,
    "regions-{}": ["missing", "suppressed"],
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
    "finding-and-total-{}": MISSED,
    "finding-same-{}": MISSED,
    "finding-only-total-{}": MISSED,
    "finding-{}-{}": BETTER_FIRST,
    "finding-{}": ["improving", "worsening"],
    "plan-entity-{}": ["plan", "goal", "indicator", "target"],
    "plan-field-{}": _plan_fields(),
    "method-{}": ["attainment", "which", "tolerance", "gender", "trend", "country", "summary", "example"],
    "method-{}-heading": ["attainment", "which", "tolerance", "gender", "trend", "country", "summary", "example"],
    "accessibility-{}": ["aim", "known", "contact"],
    "{}-blank": ["row-indicator", "row-unit"],
    "{}-unknown": ["row-indicator", "row-unit"],
    "{}-none": ["row-indicator", "row-unit"],
    "{}-ambiguous": ["row-indicator", "row-unit"],
    "check-mode-{}": DataMode,
    "cli-about-{}": COMMANDS,
    "cli-help-{}": ["plan", "period", "unit"],
    "cli-{}-done": ["withdraw", "restore"],
    "cli-delivery-{}": CLI_COLUMNS,
    "cli-kind-{}": DeliveryKind,
    "cli-origin-{}": Origin,
    "export-mode-{}": DataMode,
    "export-kind-{}": TargetKind,
    "export-origin-{}": TargetOrigin,
    "export-verdict-{}": Verdict,
    "export-table-{}": ["maluppfyllelse", "utfall", "malvarden"],
    "export-about-{}": [column.key for table in EXPORT_TABLES for column in getattr(export_columns, table)],
}  # fmt: skip


def made(pattern: str) -> set[str]:
    """Every id that a pattern stands for."""
    return {pattern.replace("{}", str(value), 1).replace("-{}", "") for value in MADE[pattern]}

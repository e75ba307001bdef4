"""The columns of an assessment, in order, and where a null among them is explained.

- value: reason (no_outcome, suppressed, incomplete_year, no_denominator) and observation_status.
- status: None without a target (target_code is None: followed only) and before the target's by_year (path_value).
- distance: reason. pace_needed: met, no by_year or last_year, or no time left. path_value: path_reason.
- base_value, reference_value: base_year or reference is null, or reason or path_reason.
- gap: gap_reason. gap_lower, gap_upper: gap_method is None when neither intervals nor shares are known.
- equal_met, total_outside: K and M (and T) are not judged or known for one period.
- trend_*: trend_reason where trend_method is null; else each method has its own. mann_kendall: trend_p, and the slope
  with its interval. fingertips: trend_chi2. xmr: trend_rule and trend_since (null: nothing marks the latest value), and
  trend_assurance (null: no level that such values are judged by, as direction, target_kind, status and year_rule tell).
"""

ABOUT = ["plan", "goal", "indicator", "unit", "gender", "position", "subject"]
OUTCOME = [
    "period_kind", "period_start", "so_far", "so_far_through", "part_kind", "value", "numerator", "denominator",
    "lower", "upper", "observation_status", "delivery_id",
]  # fmt: skip
TARGET = [
    "target_code", "target_kind", "target_value", "target_upper", "tolerance", "base_year", "base_value", "reference",
    "reference_value", "reference_base_value", "by_year", "first_year", "last_year", "target_origin",
]  # fmt: skip
STATUS = ["status", "reason", "distance", "distance_in", "pace_needed", "path_value", "path_reason"]
GENDER = ["gap", "gap_lower", "gap_upper", "gap_method", "gap_reason", "equal_met", "total_outside"]
TREND = [
    "trend_method", "trend_period_kind", "trend_n", "trend_verdict", "trend_p", "trend_slope", "trend_slope_lower",
    "trend_slope_upper", "trend_chi2", "trend_rule", "trend_since", "trend_assurance", "trend_reason",
]  # fmt: skip
COLUMNS = [*ABOUT, *OUTCOME, *STATUS, *TARGET, *GENDER, *TREND]
# Text columns, None where null.
TEXTS = [
    "plan", "goal", "indicator", "unit", "gender", "period_kind", "part_kind", "observation_status", "target_code",
    "target_kind", "reference", "target_origin", "status", "reason", "distance_in", "path_reason", "gap_method",
    "gap_reason", "trend_method", "trend_period_kind", "trend_verdict", "trend_rule",
    "trend_assurance", "trend_reason",
]  # fmt: skip

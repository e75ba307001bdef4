"""Genders, directions, kinds of target, statuses, and why something is not judged."""

from enum import StrEnum

DISCLOSURE_THRESHOLD = 5
"""From which number on a count may be shown, where an indicator says nothing else."""


class Gender(StrEnum):
    """The letters that Kolada uses: kvinnor, män, totalt."""

    WOMEN = "K"
    MEN = "M"
    TOTAL = "T"


class Direction(StrEnum):
    """Which way is better; neutral when neither is."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class YearRule(StrEnum):
    """How the parts of a year make the year's value."""

    SUM = "sum"
    MEAN = "mean"
    LAST = "last"
    RATIO = "ratio"


class Term(StrEnum):
    """What a nyckeltal is in a given plan."""

    LONG = "long"
    SHORT = "short"
    FINANCIAL = "financial"


class TargetKind(StrEnum):
    """When a target is met; the rules stand in `kpi.analysis.attainment`."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BELOW = "below"
    BETWEEN = "between"
    CHANGE_AT_MOST = "change_at_most"
    CHANGE_AT_LEAST = "change_at_least"
    BELOW_BASE = "below_base"
    ABOVE_BASE = "above_base"
    BELOW_REFERENCE = "below_reference"
    ABOVE_REFERENCE = "above_reference"
    GAP_REDUCED_BY = "gap_reduced_by"
    MILESTONE = "milestone"


class TargetOrigin(StrEnum):
    """Målvärde: the plan's own target. Riktvärde: somebody else's, shown beside it and counted apart."""

    PLAN = "plan"
    GUIDELINE = "guideline"


class Status(StrEnum):
    """Måluppfyllelse of one outcome against one target."""

    MET = "met"
    NEAR = "near"
    NOT_MET = "not_met"
    UNJUDGED = "unjudged"


class Reason(StrEnum):
    """Why an outcome could not be judged."""

    NO_OUTCOME = "no_outcome"
    NO_TARGET = "no_target"
    NO_REFERENCE = "no_reference"
    NO_BASE = "no_base"
    ZERO_BASE = "zero_base"
    NO_GAP = "no_gap"
    YEAR_NOT_OVER = "year_not_over"
    INCOMPLETE_YEAR = "incomplete_year"
    OUTSIDE_TARGET_YEARS = "outside_target_years"
    SUPPRESSED = "suppressed"
    MILESTONE = "milestone"
    AMBIGUOUS_TARGET = "ambiguous_target"
    NO_DIRECTION = "no_direction"
    NO_DENOMINATOR = "no_denominator"


class ObservationStatus(StrEnum):
    """What is said of an observation beside, or instead of, its value.

    A removed one stops counting, as if it had never been delivered; only the store ever sees it.
    """

    PRELIMINARY = "preliminary"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    SUPPRESSED = "suppressed"
    REMOVED = "removed"

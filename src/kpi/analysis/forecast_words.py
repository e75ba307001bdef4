"""The words of a forecast: what it says of a target, and why it, or a part of it, is not there."""

from enum import StrEnum

REACHES, MISSES = 0.8, 0.2
FARTHEST_YEARS = 3
"""How many years after its latest value a yearly series is forecast."""


class ForecastVerdict(StrEnum):
    """Will the target be met? reaches from a probability of 0.8, misses up to 0.2."""

    REACHES = "reaches"
    UNCERTAIN = "uncertain"
    MISSES = "misses"


class ForecastReason(StrEnum):
    """Why there is no forecast, no interval, or no probability; beside them the values of `kpi.model.Reason`.

    No forecast: no_outcome, suppressed, no_denominator, incomplete_year (a hole in the year's own parts) and
    - year_known: the year's value is there.
    - too_few: too few values for any method.
    - too_far: the year ends more than three years, or two years of parts, after the latest value.
    - overlapping: pooled years. not_forecast: days and half-years, and indicators without a year rule.
    A forecast without intervals or probability:
    - short_series: only the seasonal share of earlier years could be had.
    - no_spread: the history has no variation to tell an uncertainty from.
    A forecast without a probability: no_target, milestone, ambiguous_target, no_reference, no_base, zero_base, no_gap,
    no_direction, outside_target_years and
    - target_not_yearly: the target is set for another kind of period than the year.
    - judged_later: the target's by_year is too far off.
    """

    YEAR_KNOWN = "year_known"
    TOO_FEW = "too_few"
    TOO_FAR = "too_far"
    OVERLAPPING = "overlapping"
    NOT_FORECAST = "not_forecast"
    SHORT_SERIES = "short_series"
    NO_SPREAD = "no_spread"
    TARGET_NOT_YEARLY = "target_not_yearly"
    JUDGED_LATER = "judged_later"


def verdict(probability: float) -> str:
    """What a probability says of its target."""
    if probability >= REACHES:
        return ForecastVerdict.REACHES.value
    return ForecastVerdict.MISSES.value if probability <= MISSES else ForecastVerdict.UNCERTAIN.value

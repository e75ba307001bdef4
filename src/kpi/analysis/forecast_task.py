"""From a series and a year to what must be forecast: which parts are done, which remain, and how they make the year."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kpi.analysis.arrays import FloatArray, IntArray
from kpi.analysis.forecast_words import FARTHEST_YEARS, ForecastReason
from kpi.analysis.rates import pooled_ratio
from kpi.model import TOTAL_MONTHS, PeriodKind, Reason, YearRule

_FARTHEST_ROUNDS = 2
_INFINITE = float("inf")


@dataclass(frozen=True)
class Series:
    """One series in the order of time, and what its indicator says of it.

    start: first days, datetime64. value: NaN where missing. numerator and denominator are needed for the rule ratio;
    hidden: which values are suppressed. lowest, highest: the values that are possible.
    """

    kind: PeriodKind
    start: np.ndarray
    value: FloatArray
    rule: YearRule | None = None
    numerator: FloatArray | None = None
    denominator: FloatArray | None = None
    hidden: np.ndarray | None = None
    lowest: float = -_INFINITE
    highest: float = _INFINITE


@dataclass(frozen=True)
class Task:
    """The year's value is done + Σ weights·the values to come.

    history begins with a January, and is NaN where a value is missing. share (period,): what each part of the year
    counts in its value; so_far: how many of them are done.
    lowest and highest: between these the year's value must end. known: the year's value where it is there already.
    """

    reason: str | None
    history: FloatArray
    period: int
    weights: FloatArray
    done: float = 0.0
    lowest: float = -_INFINITE
    highest: float = _INFINITE
    known: float = float("nan")
    so_far: int = 0
    share: FloatArray | None = None
    rule: YearRule | None = None


def task(series: Series, year: int) -> Task:
    """What must be forecast for the value of `year`, or why it cannot be."""
    if series.kind.pooled:
        return _nothing(ForecastReason.OVERLAPPING)
    parts = series.kind.part_of_year
    if (series.kind.months != TOTAL_MONTHS and not parts) or (parts and series.rule is None):
        return _nothing(ForecastReason.NOT_FORECAST)
    period = TOTAL_MONTHS // series.kind.months
    at = _positions(series, period)
    hidden = np.zeros(len(at), bool) if series.hidden is None else series.hidden
    order = np.argsort(at)
    order = order[np.isfinite(series.value[order]) | hidden[order]]
    order = order[at[order] < (year + 1) * period]
    if not len(order):
        return _nothing(Reason.NO_OUTCOME)
    here = at[order] >= year * period
    if hidden[order[-1]] or (parts and hidden[order][here].any()):
        return _nothing(Reason.SUPPRESSED)
    order = order[~hidden[order]]
    return _task(series, year, period, order, at[order])


def _nothing(reason: ForecastReason | Reason) -> Task:
    return Task(reason.value, np.empty(0), 1, np.empty(0))


def _positions(series: Series, period: int) -> IntArray:
    """Each period's number, counted in periods from the year 0; years that run over New Year count where they end."""
    month = series.start.astype("datetime64[M]").astype(np.int64) + 1970 * TOTAL_MONTHS
    return (month + series.kind.months - 1) // series.kind.months if period == 1 else month // series.kind.months


def _task(series: Series, year: int, period: int, order: IntArray, at: IntArray) -> Task:
    history = np.full(at[-1] - at[0] + 1, np.nan)
    history[at - at[0]] = series.value[order]
    phase = int(at[0]) % period
    history = np.concatenate([np.full(phase, np.nan), history])  # the first season is January's
    steps = int((year + 1) * period - 1 - at[-1])
    if period == 1:
        return _next_year(series, history, steps)
    so_far = max(period - steps, 0)
    if steps > _FARTHEST_ROUNDS * period:
        return _nothing(ForecastReason.TOO_FAR)
    holes = np.isnan(history[len(history) - so_far :]).any() if so_far else False
    if holes and series.rule is not YearRule.LAST:
        return _nothing(Reason.INCOMPLETE_YEAR)
    share = _shares(series, order, at, year, period)
    if share is None:
        return _nothing(Reason.NO_DENOMINATOR)
    return _part_year(series, history, period, steps, share)


def _next_year(series: Series, history: FloatArray, steps: int) -> Task:
    if steps == 0:
        return Task(ForecastReason.YEAR_KNOWN.value, history, 1, np.empty(0), known=float(history[-1]))
    if steps > FARTHEST_YEARS:
        return _nothing(ForecastReason.TOO_FAR)
    weights = np.eye(steps)[-1]
    return Task(None, history, 1, weights, lowest=series.lowest, highest=series.highest)


def _part_year(series: Series, history: FloatArray, period: int, steps: int, share: FloatArray) -> Task:
    so_far = max(period - steps, 0)
    done = share[:so_far] @ np.nan_to_num(history[len(history) - so_far :]) if so_far else 0.0
    weights = np.concatenate([np.zeros(steps - (period - so_far)), share[so_far:]])
    if steps == 0:
        return Task(ForecastReason.YEAR_KNOWN.value, history, period, weights, known=float(done), rule=series.rule)
    lowest, highest = series.lowest, series.highest
    if series.rule is YearRule.SUM:  # a bound of 0 holds for each part; another may be meant for the whole year
        lowest, highest = (0.0 if lowest >= 0 else -_INFINITE), (0.0 if highest <= 0 else _INFINITE)
    left = float(weights.sum())
    low, high = (float(done) + left * end if left else float(done) for end in (lowest, highest))  # 0 · ∞ is no number
    return Task(
        None, history, period, weights, float(done), low, high, so_far=so_far, share=share, rule=series.rule,
    )  # fmt: skip


def _shares(series: Series, order: IntArray, at: IntArray, year: int, period: int) -> FloatArray | None:
    """(period,): what each part's value counts in the year's; None where a ratio's denominators do not tell."""
    match series.rule:
        case YearRule.SUM:
            return np.ones(period)
        case YearRule.MEAN:
            return np.full(period, 1 / period)
        case YearRule.LAST:
            return np.asarray(np.eye(period)[-1])
    return _by_denominators(series, order, at, year, period)


def _by_denominators(series: Series, order: IntArray, at: IntArray, year: int, period: int) -> FloatArray | None:
    """A ratio weighs its parts by their denominators; one to come is taken to be the latest of the same part."""
    if series.numerator is None or series.denominator is None:
        return None
    first = year * period
    recent = at >= first - _FARTHEST_ROUNDS * period
    parts = {"value": series.value, "numerator": series.numerator, "denominator": series.denominator}
    frame = pd.DataFrame({name: numbers[order[recent]] for name, numbers in parts.items()})
    if frame.empty or not np.isfinite(pooled_ratio(frame, np.array([0]))).all():
        return None
    sizes = dict(zip((at[recent] % period).tolist(), frame["denominator"].tolist(), strict=True))  # the latest stands
    total = sum(sizes.values())
    return np.array([sizes[part] / total for part in range(period)]) if len(sizes) == period and total > 0 else None

"""Prognos: the value of a year that is not over, how sure it is, and the probability that it lands within given limits.

`forecast` is the door for one series, `forecasts` for many; `forecast_frame` gives the rows of an assessment.
docs/methods.md has the method, and how well it forecasts series whose future is known.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpi.analysis.forecast_choice import enough, predict
from kpi.analysis.forecast_mixture import Mixture
from kpi.analysis.forecast_share import by_earlier_years
from kpi.analysis.forecast_task import Series, Task, task
from kpi.analysis.forecast_words import ForecastReason, ForecastVerdict
from kpi.model import PeriodKind

__all__ = ["Forecast", "ForecastReason", "ForecastVerdict", "Series", "forecast", "forecasts"]

SHARE = "seasonal_share"
_NAN = float("nan")
_SAME = 1e-9  # of the size of the values: a constant series
_EXACT = 1e-6  # of their standard deviation: a line without noise


@dataclass(frozen=True)
class Forecast:
    """The value of one year, in the series' unit, NaN where `reason` (a `ForecastReason` or `Reason` value) says why.

    method: the model that counts most, or seasonal_share; None without a forecast. n: how many values it used, and kind
    of which periods. lowest, highest: between these the value must end, as what is done and the indicator's bounds
    tell. known: the value where the year is over.
    """

    value: float = _NAN
    low80: float = _NAN
    high80: float = _NAN
    low95: float = _NAN
    high95: float = _NAN
    method: str | None = None
    n: int = 0
    reason: str | None = None
    kind: PeriodKind | None = None
    lowest: float = -float("inf")
    highest: float = float("inf")
    known: float = _NAN
    mixture: Mixture | None = None

    def probability(self, low: float, high: float, *, strict: bool = False) -> float:
        """That the year's value is at least `low` and at most `high`; strict: above and below. NaN where unknown.

        0 or 1 where what is done, or the indicator's bounds, settle it whatever remains.
        """
        if low > self.highest or high < self.lowest or (strict and (low >= self.highest or high <= self.lowest)):
            return 0.0
        under = low < self.lowest or (low == self.lowest and not strict)
        over = high > self.highest or (high == self.highest and not strict)
        if under and over:
            return 1.0
        if self.mixture is None:
            return _NAN
        ends = [0.0 if under else self._below(low), 1.0 if over else self._below(high)]
        return max(ends[1] - ends[0], 0.0)

    def quantile(self, share: float) -> float:
        """The value that lies above `share` of the distribution; NaN without one."""
        if self.mixture is None:
            return _NAN
        return min(max(float(self.mixture.quantile(share)[0]), self.lowest), self.highest)

    def _below(self, limit: float) -> float:
        return float(self.mixture.below(np.array([limit]))[0]) if self.mixture else _NAN


def forecast(series: Series, year: int) -> Forecast:
    """The value of `year` of one series."""
    return forecasts([series], [year])[0]


def forecasts(series: Sequence[Series], years: Sequence[int]) -> list[Forecast]:
    """The value of each series' year. Those with values in the same places are reckoned together."""
    tasks = [task(one, year) for one, year in zip(series, years, strict=True)]
    out = [_without_model(one) for one in tasks]
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(tasks):
        known = np.isfinite(one.history)
        if one.reason is None and enough(known, one.period):
            groups[(one.period, known.tobytes(), one.weights.tobytes())].append(number)
    for numbers in groups.values():
        found = _modelled([tasks[number] for number in numbers])
        for number, one_found in zip(numbers, found, strict=True):
            out[number] = one_found
    return [replace(found, kind=one.kind) for found, one in zip(out, series, strict=True)]


def _without_model(one: Task) -> Forecast:
    """The reason why not, or what earlier years' shares give."""
    bounds = Forecast(lowest=one.lowest, highest=one.highest, known=one.known)
    if one.reason is not None:
        return replace(bounds, reason=one.reason)
    value = by_earlier_years(one) if one.period > 1 else _NAN
    if not np.isfinite(value):
        return replace(bounds, reason=ForecastReason.TOO_FEW.value)
    value, n = min(max(value, one.lowest), one.highest), int(np.isfinite(one.history).sum())
    return replace(bounds, value=value, method=SHARE, n=n, reason=ForecastReason.SHORT_SERIES.value)


def _modelled(tasks: list[Task]) -> list[Forecast]:
    """Tasks alike in all but values."""
    first = tasks[0]
    values = np.stack([one.history for one in tasks], axis=1)
    found = predict(values, first.period, first.weights)
    mixture = found.mixture.moved(np.ones(len(tasks)), np.array([one.done for one in tasks]))
    centre, half80, half95 = mixture.mean, *(mixture.quantile(share) - mixture.mean for share in (0.9, 0.975))
    ends = np.stack([centre, centre - half80, centre + half80, centre - half95, centre + half95], axis=1)
    ends = np.clip(ends, *(np.array([[getattr(one, name)] for one in tasks]) for name in ("lowest", "highest")))
    known = int(np.isfinite(first.history).sum())
    out = []
    for number, one in enumerate(tasks):
        bounds = Forecast(
            value=float(ends[number, 0]), method=found.leading[number], n=known, lowest=one.lowest, highest=one.highest
        )
        if _without_spread(one, mixture.row(number)):
            out.append(replace(bounds, reason=ForecastReason.NO_SPREAD.value))
            continue
        names = ("low80", "high80", "low95", "high95")
        sides = dict(zip(names, ends[number, 1:].tolist(), strict=True))
        out.append(replace(bounds, **sides, mixture=mixture.row(number)))
    return out


def _without_spread(one: Task, mixture: Mixture) -> bool:
    spread = float(np.nanstd(one.history))
    if spread <= _SAME * float(np.nanmax(abs(one.history))):
        return True
    return float((mixture.weight * mixture.scale).sum()) <= _EXACT * spread

"""How much each model counts: by how near its forecasts from earlier points in the series came.

Rolling origin with new estimates at each origin (Tashman 2000, *International Journal of Forecasting* 16:437–450). The
models are weighed rather than one taken: with few values the best so far is often so by chance, and the weighed
forecast has smaller errors (docs/methods.md has by how much).
"""

from dataclasses import dataclass
from functools import reduce

import numpy as np

from kpi.analysis.arrays import BoolArray, FloatArray
from kpi.analysis.forecast_fit import fits
from kpi.analysis.forecast_mixture import Mixture, weighed
from kpi.analysis.forecast_models import models

_ORIGINS = 12
_SPARE = 2  # values beyond the start values that every model must have seen
# Calibrated on simulated series with other seeds than those of the benchmark and the tests.
_SHARPNESS = 5  # a model with twice the error counts 2^-5 as much
_CAUTION = 8  # how many origins' worth of no gain from weighing is reckoned with


@dataclass(frozen=True)
class Predicted:
    """leading (s,): the name of the model that counts most; mixture: the predictive distribution of each series."""

    leading: list[str]
    mixture: Mixture


def predict(values: FloatArray, period: int, weights: FloatArray) -> Predicted:
    """The weighted sum Σ a_h·y_{n+h} of the values to come, for series with values in the same places.

    values (n, s): NaN where missing, the first and last known; with period > 1, one season after another, each of
    which must have been seen. Raises `ValueError` when a series is too short for that (`enough`).
    """
    known = np.asarray(np.isfinite(values).all(axis=1))
    if not enough(known, period):
        raise ValueError("too few values for a forecast")
    centre, spread = np.nanmean(values, axis=0), np.nanstd(values, axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    scaled = (values - centre) / spread
    ahead = {origin: _until(weights, known, origin) for origin in _origins(known, period)}
    ahead[len(values)] = weights
    found = [fits(model, scaled, period, ahead) for model in models(period)]
    errors = np.array([_errors(one, scaled, ahead) for one in found])
    share = _shares((errors**2).sum(axis=1))
    whole = weighed([one[len(values)] for one in found], share).around_mean(_gain(errors, share))
    names = [models(period)[best].name for best in share.argmax(axis=0)]
    return Predicted(names, whole.moved(spread, centre * weights.sum()))


def enough(known: BoolArray, period: int) -> bool:
    """Whether a series with values in these places can be forecast: every model, from one earlier point at least."""
    return bool(_origins(known, period)) and all(known[season::period].sum() > 1 for season in range(period))


def _origins(known: BoolArray, period: int) -> list[int]:
    """The latest points from which every model can be tried on what came after."""
    needed = max(model.states(period) + model.theta for model in models(period)) + _SPARE
    seasons = reduce(np.maximum, [_first(known, season, period) for season in range(period)])
    ready = np.arange(len(known)) >= seasons
    usable: list[int] = np.flatnonzero(ready & (np.cumsum(known) - known >= needed) & known).tolist()
    return usable[-_ORIGINS:]


def _first(known: BoolArray, season: int, period: int) -> int:
    """How many values must be read before this season has been seen."""
    seen = np.flatnonzero(known[season::period])
    return int(seen[0]) * period + season + 1 if len(seen) else len(known)


def _until(weights: FloatArray, known: BoolArray, origin: int) -> FloatArray:
    """The weights of what is known after the origin; where that is nothing, the latest known value."""
    after = known[origin : origin + len(weights)]
    some = np.where(after, weights[: len(after)], 0.0)
    if not some.any():
        some[np.flatnonzero(after)[-1]] = 1.0
    return some


def _errors(found: dict[int, Mixture], values: FloatArray, ahead: dict[int, FloatArray]) -> FloatArray:
    """(origins, s): what the forecasts came to lie above what they forecast, per unit of weight."""
    out = []
    for origin, weights in ahead.items():
        if origin < len(values):
            after = np.nan_to_num(values[origin : origin + len(weights)])
            out.append((found[origin].mean - weights @ after) / np.sqrt((weights**2).sum()))
    return np.array(out)


def _shares(squares: FloatArray) -> FloatArray:
    """(models, s): what each model counts, from its sum of squared errors (models, s)."""
    logs = -_SHARPNESS / 2 * np.log(np.maximum(squares, np.finfo(float).tiny))
    share = np.exp(logs - logs.max(axis=0))
    return np.asarray(share / share.sum(axis=0))


def _gain(errors: FloatArray, share: FloatArray) -> FloatArray:
    """(s,): how much smaller, at most 1, the weighed forecast's errors were than those of the models it is made of."""
    together = ((share[:, None] * errors).sum(axis=0) ** 2).mean(axis=0)
    apart = (share * (errors**2).mean(axis=1)).sum(axis=0)
    origins = errors.shape[1]
    ratio = np.divide(together, apart, out=np.ones_like(apart), where=apart > 0)
    return np.asarray(np.sqrt((origins * ratio + _CAUTION) / (origins + _CAUTION)))

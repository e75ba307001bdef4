"""The predictive distribution of a weighted sum of future values, by one model.

For given smoothing parameters it is exact: Student's t, with the uncertainty of the start values, of the errors to
come, and of their size. The smoothing parameters are not picked but weighed by their restricted likelihood, so that
what a short series does not tell about them widens the distribution. docs/methods.md has the formulas.
"""

from dataclasses import dataclass

import numpy as np

from kpi.analysis.arrays import FloatArray, IntArray
from kpi.analysis.forecast_filter import Run, responses, run
from kpi.analysis.forecast_mixture import Mixture
from kpi.analysis.forecast_models import Model

_FLOOR = 1e-20  # squared errors of a series scaled to variance 1 that are no more than the float's own
_RIDGE = 1e-9  # far beneath what any start value is known by


@dataclass(frozen=True)
class _Parts:
    """What the mixture is made of: own (g, s, n) errors, starts (g, p, n), centre (g, s), reply (g, p), extra (g,)."""

    own: FloatArray
    starts: FloatArray
    centre: FloatArray
    reply: FloatArray
    extra: FloatArray


def fits(model: Model, values: FloatArray, period: int, ahead: dict[int, FloatArray]) -> dict[int, Mixture]:
    """For each origin o the mixtures of Σ a_h·y_{o+h} given the first o values, one per series.

    values (n, s), of about variance 1, are missing (NaN) in the same places for all series; `ahead` holds the weights
    a of each origin o. Each origin must have seen more values than the model has start values, and every season.
    """
    count, known = values.shape[1], np.asarray(np.isfinite(values).all(axis=1))
    time = np.arange(len(values), dtype=np.float64)[:, None]
    inputs = np.concatenate([np.where(known[:, None], values, 0.0), *[time] * model.theta], axis=1)
    steps = max(len(weights) for weights in ahead.values())
    done = run(model, inputs, known, period=period, origins=sorted(ahead), steps=steps)
    reach, out = responses(model, period, steps), {}
    for origin, weights in ahead.items():
        seen = np.flatnonzero(known[:origin])
        parts = _parts(done, count, origin, seen, weights)
        if model.theta:
            parts = _with_drift(
                parts, done, origin=origin, seen=seen, weights=weights, found=_slope(model, values, seen, period)
            )
        out[origin] = _mixture(parts, _to_come(reach, weights), model.theta)
    return out


def _parts(done: Run, count: int, origin: int, seen: IntArray, weights: FloatArray) -> _Parts:
    errors = done.errors[:, :, seen]
    ahead = done.ahead[origin][:, :, : len(weights)] @ weights
    first = done.columns
    return _Parts(
        errors[:, :count], -errors[:, first:], ahead[:, :count], ahead[:, first:], np.zeros(len(errors))
    )  # fmt: skip


def _with_drift(
    parts: _Parts, done: Run, *, origin: int, seen: IntArray, weights: FloatArray, found: tuple[FloatArray, float]
) -> _Parts:
    """Theta: half the slope taken out of the values, and added to the forecast over and above what the level saw."""
    line, (slope, variance) = done.columns - 1, found
    own = parts.own - slope[:, None] / 2 * done.errors[:, line : line + 1][:, :, seen]
    rest = np.arange(origin, origin + len(weights)) @ weights - done.ahead[origin][:, line, : len(weights)] @ weights
    return _Parts(own, parts.starts, parts.centre + rest[:, None] * slope / 2, parts.reply, rest**2 * variance / 4)


def _slope(model: Model, values: FloatArray, seen: IntArray, period: int) -> tuple[FloatArray, float]:
    """The least squares slope, beside seasons if the model has them, and its variance for errors of variance 1."""
    seasons = np.eye(period)[seen % period] if model.season else np.ones((len(seen), 1))
    design = np.column_stack([seen, seasons])
    inverse = np.linalg.pinv(design.T @ design)
    return inverse[0] @ design.T @ values[seen], float(inverse[0, 0])


def _mixture(parts: _Parts, to_come: FloatArray, drift: bool) -> Mixture:
    count, states = parts.own.shape[1], parts.starts.shape[1]
    normal = parts.starts @ parts.starts.transpose(0, 2, 1) + _RIDGE * np.eye(states)
    wanted = np.concatenate([parts.starts @ parts.own.transpose(0, 2, 1), parts.reply[:, :, None]], axis=2)
    solved = np.linalg.solve(normal, wanted)
    left = parts.own - solved[:, :, :count].transpose(0, 2, 1) @ parts.starts
    squares = np.maximum((left**2).sum(axis=2), _FLOOR)
    df = parts.own.shape[2] - states - drift
    spread = to_come + parts.extra + np.einsum("gp,gp->g", parts.reply, solved[:, :, count])
    likelihood = -(df * np.log(squares) + np.linalg.slogdet(normal)[1][:, None]) / 2
    weight = np.exp(likelihood - likelihood.max(axis=0))
    centre = parts.centre + np.einsum("gp,gps->gs", parts.reply, solved[:, :, :count])
    scale = np.sqrt(squares / df * spread[:, None])
    return Mixture((weight / weight.sum(axis=0)).T, centre.T, scale.T, np.full(scale.T.shape, float(df)))


def _to_come(reach: FloatArray, weights: FloatArray) -> FloatArray:
    """(g,): the variance that errors of variance 1 to come give the weighted sum."""
    steps = len(weights)
    return np.asarray(sum((reach[:, : steps - at] @ weights[at:]) ** 2 for at in range(steps)))

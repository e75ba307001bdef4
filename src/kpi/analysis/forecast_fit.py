"""The predictive distribution of a weighted sum of future values, by one model.

For given smoothing parameters it is exact: Student's t, with the uncertainty of the start values, of the errors to
come, and of their size. The smoothing parameters are not picked but weighed by their restricted likelihood, so that
what a short series does not tell about them widens the distribution. docs/methods.md has the formulas.
"""

from dataclasses import dataclass, replace

import numpy as np

from kpi.analysis.arrays import BoolArray, FloatArray, IntArray
from kpi.analysis.forecast_filter import Run, responses, run
from kpi.analysis.forecast_mixture import Mixture
from kpi.analysis.forecast_models import Model

_FLOOR = 1e-20  # squared errors of a series scaled to variance 1 that are no more than the float's own
_NUMBERS = 1 << 22  # how many errors are worked on at once
_RIDGE = 1e-9  # far beneath what any start value is known by


@dataclass(frozen=True)
class _Parts:
    """What the mixtures are made of, one row per origin o.

    own (o, g, s, n) errors, starts (o, g, p, n), centre (o, g, s), reply (o, g, p), extra (o, g), seen (o,): how many
    values; the errors that come after an origin are 0.
    """

    own: FloatArray
    starts: FloatArray
    centre: FloatArray
    reply: FloatArray
    extra: FloatArray
    seen: IntArray


def fits(model: Model, values: FloatArray, period: int, ahead: dict[int, FloatArray]) -> dict[int, Mixture]:
    """For each origin o the mixtures of Σ a_h·y_{o+h} given the first o values, one per series.

    values (n, s), of about variance 1, are missing (NaN) in the same places for all series; `ahead` holds the weights
    a of each origin o. Each origin must have seen more values than the model has start values, and every season.
    """
    known = np.asarray(np.isfinite(values).all(axis=1))
    time = np.arange(len(values), dtype=np.float64)[:, None]
    inputs = np.concatenate([np.where(known[:, None], values, 0.0), *[time] * model.theta], axis=1)
    steps = max(len(weights) for weights in ahead.values())
    done = run(model, inputs, known, period=period, origins=sorted(ahead), steps=steps)
    reach, origins = responses(model, period, steps), list(ahead)
    many = max(_NUMBERS // max(done.errors.size, 1), 1)
    out: dict[int, Mixture] = {}
    for some in (origins[at : at + many] for at in range(0, len(origins), many)):
        its = {origin: ahead[origin] for origin in some}
        parts = _parts(done, values.shape[1], known, its)
        if model.theta:
            slopes = [_slope(model, values, np.flatnonzero(known[:origin]), period) for origin in some]
            parts = _with_drift(parts, done, its, slopes)
        to_come = np.stack([_to_come(reach, weights) for weights in its.values()])
        out |= dict(zip(some, _mixtures(parts, to_come, model.theta), strict=True))
    return out


def _parts(done: Run, count: int, known: BoolArray, ahead: dict[int, FloatArray]) -> _Parts:
    seen = known & (np.arange(len(known)) < np.array(list(ahead))[:, None])
    errors = done.errors * seen[:, None, None, :]
    to_come = np.stack([done.ahead[origin][:, :, : len(weights)] @ weights for origin, weights in ahead.items()])
    first = done.columns
    return _Parts(
        errors[:, :, :count], -errors[:, :, first:], to_come[:, :, :count], to_come[:, :, first:],
        np.zeros(to_come.shape[:2]), seen.sum(axis=1),
    )  # fmt: skip


def _with_drift(
    parts: _Parts, done: Run, ahead: dict[int, FloatArray], found: list[tuple[FloatArray, float]]
) -> _Parts:  # fmt: skip
    """Theta: half the slope taken out of the values, and added to the forecast over and above what the level saw."""
    line, origins = done.columns - 1, np.array(list(ahead))
    half, variance = np.stack([slope for slope, _ in found]) / 2, np.array([one for _, one in found])
    seen = np.arange(done.errors.shape[2]) < origins[:, None]
    drawn = done.errors[:, line] * seen[:, None, :]
    rest = np.stack([
        np.arange(origin, origin + len(weights)) @ weights - done.ahead[origin][:, line, : len(weights)] @ weights
        for origin, weights in ahead.items()
    ])  # fmt: skip
    own = parts.own - half[:, None, :, None] * drawn[:, :, None, :]
    return replace(
        parts, own=own, centre=parts.centre + rest[:, :, None] * half[:, None, :],
        extra=rest**2 * variance[:, None] / 4,
    )  # fmt: skip


def _slope(model: Model, values: FloatArray, seen: IntArray, period: int) -> tuple[FloatArray, float]:
    """The least squares slope, beside seasons if the model has them, and its variance for errors of variance 1."""
    seasons = np.eye(period)[seen % period] if model.season else np.ones((len(seen), 1))
    design = np.column_stack([seen, seasons])
    inverse = np.linalg.pinv(design.T @ design)
    return inverse[0] @ design.T @ values[seen], float(inverse[0, 0])


def _mixtures(parts: _Parts, to_come: FloatArray, drift: bool) -> list[Mixture]:
    count, states = parts.own.shape[2], parts.starts.shape[2]
    turned = parts.own.swapaxes(2, 3)
    normal = parts.starts @ parts.starts.swapaxes(2, 3) + _RIDGE * np.eye(states)
    wanted = np.concatenate([parts.starts @ turned, parts.reply[..., None]], axis=3)
    solved = np.linalg.solve(normal, wanted)
    left = parts.own - solved[..., :count].swapaxes(2, 3) @ parts.starts
    squares = np.maximum((left**2).sum(axis=3), _FLOOR)
    df = (parts.seen - states - drift)[:, None, None]
    spread = to_come + parts.extra + np.einsum("ogp,ogp->og", parts.reply, solved[..., count])
    likelihood = -(df * np.log(squares) + np.linalg.slogdet(normal)[1][..., None]) / 2
    weight = np.exp(likelihood - likelihood.max(axis=1, keepdims=True))
    weight /= weight.sum(axis=1, keepdims=True)
    centre = parts.centre + np.einsum("ogp,ogps->ogs", parts.reply, solved[..., :count])
    scale = np.sqrt(squares / df * spread[..., None])
    columns = (weight, centre, scale, np.broadcast_to(df.astype(np.float64), scale.shape))
    return [Mixture(*(column.T for column in row)) for row in zip(*columns, strict=True)]


def _to_come(reach: FloatArray, weights: FloatArray) -> FloatArray:
    """(g,): the variance that errors of variance 1 to come give the weighted sum."""
    steps = len(weights)
    return np.asarray(sum((reach[:, : steps - at] @ weights[at:]) ** 2 for at in range(steps)))

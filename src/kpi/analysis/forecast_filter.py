"""Exponential smoothing run over many series and many smoothing parameters at once.

The errors are linear in the values and in the start values, so the start values are solved exactly by least squares
for every set of smoothing parameters (`forecast_fit`). Missing values are passed over: no update and no error.
"""

from dataclasses import dataclass

import numpy as np

from kpi.analysis.arrays import BoolArray, FloatArray
from kpi.analysis.forecast_models import Model


@dataclass(frozen=True)
class Run:
    """What the recursion leaves, for each column of input and then for each start value, set to 1 alone.

    errors (g, c, n): the one-step errors. ahead[o] (g, c, h): the forecasts 1 to h steps after the first o values.
    columns: how many of the c are input.
    """

    errors: FloatArray
    ahead: dict[int, FloatArray]
    columns: int


@dataclass
class _State:
    """level and trend (g, c), season (period, g, c)."""

    level: FloatArray
    trend: FloatArray
    season: FloatArray


def run(model: Model, inputs: FloatArray, known: BoolArray, *, period: int, origins: list[int], steps: int) -> Run:
    """The recursion over `inputs` (n, c) from start values 0, where `known` (n,); origins in rising order."""
    alpha, beta, gamma, phi = model.parameters()
    value = np.concatenate([inputs, np.zeros((len(inputs), model.states(period)))], axis=1)
    state = _start(model, len(alpha), inputs.shape[1], period)
    errors, ahead = np.zeros((len(inputs), len(alpha), value.shape[1])), {}
    for t in range(len(inputs) + 1):
        if t in origins:
            ahead[t] = _forecasts(state, phi, t % period, steps)
        if t == len(inputs):
            break
        moved, slope, season = state.level + phi * state.trend, phi * state.trend, state.season[t % period]
        error = np.subtract(value[t] - season, moved, out=errors[t]) if known[t] else errors[t]
        state.level, state.trend = moved + alpha * error, slope + beta * error
        season += gamma * error
    return Run(np.ascontiguousarray(errors.transpose(1, 2, 0)), ahead, inputs.shape[1])


def _start(model: Model, grid: int, inputs: int, period: int) -> _State:
    columns = inputs + model.states(period)
    state = _State(np.zeros((grid, columns)), np.zeros((grid, columns)), np.zeros((period, grid, columns)))
    state.level[:, inputs] = 1
    if model.trend:
        state.trend[:, inputs + 1] = 1
    if model.season:  # the first season is what the others are counted from
        for number in range(1, period):
            state.season[number, :, inputs + model.trend + number] = 1
    return state


def _forecasts(state: _State, phi: FloatArray, phase: int, steps: int) -> FloatArray:
    level, slope, out = state.level, state.trend, []
    for step in range(steps):
        slope = phi * slope
        level = level + slope
        out.append(level + state.season[(phase + step) % len(state.season)])
    return np.stack(out, axis=-1)


def responses(model: Model, period: int, steps: int) -> FloatArray:
    """(g, steps): what an error of 1 adds to the values of that moment and of the following ones; the first is 1."""
    alpha, beta, gamma, phi = (parameter[:, 0] for parameter in model.parameters())
    out, slope, level = np.ones((len(alpha), steps)), beta, alpha
    for step in range(1, steps):
        slope = phi * slope
        level = level + slope
        out[:, step] = level + gamma * (step % period == 0)
    return out

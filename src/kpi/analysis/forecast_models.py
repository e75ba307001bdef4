"""The models that a forecast is made of: additive exponential smoothing in innovations form, and Theta.

With level l, trend b, season s and error e (Hyndman, Koehler, Ord & Snyder 2008, *Forecasting with Exponential
Smoothing*, chapters 2–3): y = l + φb + s + e; then l' = l + φb + αe, b' = φb + βe, s' = s + γe. Theta (Assimakopoulos &
Nikolopoulos 2000) is the level model with half the least squares slope as drift (Hyndman & Billah 2003).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np

from kpi.analysis.arrays import FloatArray

_FINE = tuple(step / 10 for step in range(11))
_COARSE = (0.0, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
_SLOPES = (0.0, 0.1, 0.3)  # β as a share of α
_SEASONS = (0.0, 0.1, 0.3)
_DAMPING = (0.8, 0.9, 0.98)

Grid = tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True)
class Model:
    """A model and the smoothing parameters that are weighed against each other: rows α, β, γ, φ of `grid`."""

    name: str
    grid: Grid
    trend: bool = False
    season: bool = False
    theta: bool = False

    def parameters(self) -> FloatArray:
        """α, β, γ and φ, each (g, 1)."""
        return np.array(self.grid).T[:, :, None]

    def states(self, period: int) -> int:
        """How many start values are estimated: the level, the trend, and all seasons but one."""
        return 1 + self.trend + (period - 1) * self.season


@cache
def models(period: int) -> tuple[Model, ...]:
    """The candidates for a series with `period` values a year, the simplest first."""
    level = Model("level", _levels(_FINE))
    if period == 1:
        return (
            Model("mean", _levels([0.0])),
            Model("naive", _levels([1.0])),
            level,
            Model("theta", _levels(_FINE[1:]), theta=True),
            Model("damped_trend", _trends(_DAMPING), trend=True),
            Model("linear_trend", _trends([1.0]), trend=True),
        )
    return (
        level,
        Model("seasonal_naive", _levels([0.0], [1.0]), season=True),
        Model("seasonal_mean", _levels([0.0]), season=True),
        Model("seasonal_level", _levels(_COARSE, _SEASONS), season=True),
        Model("seasonal_theta", _levels(_COARSE[1:]), season=True, theta=True),
        Model("seasonal_damped_trend", _trends(_DAMPING[1:]), trend=True, season=True),
        Model("seasonal_linear_trend", _trends([1.0]), trend=True, season=True),
    )


def _levels(alphas: Iterable[float], gammas: Iterable[float] = (0.0,)) -> Grid:
    return tuple((alpha, 0.0, gamma, 1.0) for alpha, gamma in product(alphas, gammas) if gamma <= 1 - alpha)


def _trends(damping: Iterable[float]) -> Grid:
    return tuple(sorted({(a, a * share, 0.0, phi) for a, share, phi in product(_COARSE[:-1], _SLOPES, damping)}))

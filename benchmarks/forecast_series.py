"""Simulated series whose next values are known: what the forecasts are measured on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

YEARLY, QUARTERLY, MONTHLY = 1, 4, 12
# Values behind, and values left of the year: long and short histories, early and late in the year.
SIZES = {
    YEARLY: [(6, 1), (8, 1), (12, 1), (18, 1)],
    QUARTERLY: [(13, 3), (22, 2), (35, 1), (46, 2)],
    MONTHLY: [(39, 9), (56, 4), (102, 6), (77, 7)],
}
KINDS = {
    YEARLY: ["brus", "trend", "nivåskift"],
    QUARTERLY: ["brus", "trend", "säsong", "säsong och trend", "nivåskift", "säsong och nivåskift"],
}
KINDS[MONTHLY] = KINDS[QUARTERLY]
# Beside the set: what no history can tell of, shown without a limit.
BEYOND = ["nivåskift när som helst", "slumpvandring"]


@dataclass(frozen=True)
class Made:
    """behind (n, s) and after (h, s)."""

    behind: NDArray[np.float64]
    after: NDArray[np.float64]


def made(kind: str, period: int, size: tuple[int, int], count: int, seed: int) -> Made:
    """`count` series around 100 with noise of standard deviation 1.

    trend: ±0.3 to ±1 a year (±0.6 to ±2 in series with parts of years); säsong: standard deviation 1.5 to 4; nivåskift:
    ±2 to ±4 at a random time between a tenth of the history and its end, not declared.
    """
    behind, left = size
    rng = np.random.default_rng([seed, period, behind, sum(map(ord, kind))])
    time = np.arange(behind + left)[:, None]
    values = 100 + rng.normal(size=(behind + left, count))
    sign = rng.choice([-1.0, 1.0], count)
    if "trend" in kind:
        values += sign * rng.uniform(0.3, 1.0, count) * time * (1 if period == 1 else 2 / period)
    if "säsong" in kind:
        season = rng.normal(size=(period, count))
        values += (season / season.std(axis=0) * rng.uniform(1.5, 4, count))[time[:, 0] % period]
    if "nivåskift" in kind:
        last = behind + left if "när" in kind else behind
        values += (time >= rng.uniform(0.1, 1.0, count) * (last - 1)) * sign * rng.uniform(2, 4, count)
    if kind == "slumpvandring":
        values = 100 + np.cumsum(rng.normal(size=values.shape), axis=0)
    return Made(values[:behind], values[behind:])

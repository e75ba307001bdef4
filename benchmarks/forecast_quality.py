"""`python -m benchmarks.forecast_quality [series] [--known]`: how near the forecasts come, and how honest they are.

Series per kind and size, 500 unless said; --known adds statsmodels' own automatic models on the first 20 of each.
"""

import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.forecast_series import BEYOND, KINDS, SIZES, Made, made
from kpi.analysis.forecast_choice import predict

SEED = 2025  # not one of those that the method was calibrated with
NAMES = {1: "år", 4: "kvartal", 12: "månad"}
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Measured:
    """cover80, cover95: shares in percent. against_naive: root mean squared error by the seasonal naive's."""

    period: int
    kind: str
    cover80: float
    cover95: float
    against_naive: float

    def line(self) -> str:
        return (
            f"| {NAMES[self.period]} | {self.kind} | {self.cover80:.1f} | {self.cover95:.1f} | "
            f"{self.against_naive:.2f} |"
        )


def measured(period: int, kind: str, count: int, seed: int = SEED) -> Measured:
    """The forecasts of the rest of the year against what came, over all sizes, each error per root of values left."""
    own, naive, inside = [], [], {0.8: [], 0.95: []}
    for size in SIZES[period]:
        series = made(kind, period, size, count, seed)
        weights = np.ones(size[1])
        came, found = series.after.sum(axis=0), predict(series.behind, period, weights).mixture
        own.append((found.mean - came) / np.sqrt(size[1]))
        naive.append((seasonal_naive(series, period) - came) / np.sqrt(size[1]))
        for share, covered in inside.items():
            covered.append(abs(found.below(came) - 0.5) <= share / 2)
    cover = {share: 100 * float(np.mean(covered)) for share, covered in inside.items()}
    return Measured(period, kind, cover[0.8], cover[0.95], size_of(own) / size_of(naive))


def size_of(errors: list[Floats]) -> float:
    return float(np.sqrt(np.mean(np.square(errors))))


def seasonal_naive(series: Made, period: int) -> Floats:
    """The same parts a year ago."""
    behind, left = len(series.behind), len(series.after)
    return np.asarray(series.behind[[behind - period + step % period for step in range(left)]].sum(axis=0))


def known_methods(period: int, kind: str, count: int, seed: int = SEED) -> dict[str, float]:
    """statsmodels' Theta, ETS and damped trend, each fitted as it comes, and ours: errors by the seasonal naive's."""
    methods = {**_statsmodels(period), "vår": lambda behind, left: predict(behind[:, None], period, left).mixture.mean}
    errors: dict[str, list[Floats]] = {name: [] for name in [*methods, "naiv"]}
    for size in SIZES[period]:
        series = made(kind, period, size, count, seed)
        came, per = series.after.sum(axis=0), np.sqrt(size[1])
        errors["naiv"].append((seasonal_naive(series, period) - came) / per)
        for name, method in methods.items():
            found = [float(np.sum(method(behind, np.ones(size[1])))) for behind in series.behind.T]
            errors[name].append((np.array(found) - came) / per)
    return {name: size_of(errors[name]) / size_of(errors["naiv"]) for name in methods}


def _statsmodels(period: int) -> dict[str, Callable[[Floats, Floats], Floats]]:
    from statsmodels.tsa.forecasting.theta import ThetaModel  # noqa: PLC0415 (only where asked for)
    from statsmodels.tsa.holtwinters import ExponentialSmoothing  # noqa: PLC0415

    season = {"seasonal": "add", "seasonal_periods": period} if period > 1 else {}

    def smoothing(**more: object) -> Callable[[Floats, Floats], Floats]:
        return lambda behind, left: ExponentialSmoothing(behind, **season, **more).fit().forecast(len(left))

    def theta(behind: Floats, left: Floats) -> Floats:
        model = ThetaModel(behind, period=period, deseasonalize=period > 1, use_test=period > 1, method="additive")
        return np.asarray(model.fit().forecast(len(left)))

    return {"Theta": theta, "ETS": smoothing(), "dämpad trend": smoothing(trend="add", damped_trend=True)}


def main(arguments: list[str]) -> None:
    """Print the tables that docs/methods.md shows."""
    numbers = [int(word) for word in arguments if word.isdigit()]
    print("| serie | slag | 80 % täcker | 95 % täcker | fel mot säsongsnaiv |\n| --- | --- | --- | --- | --- |")
    for period in SIZES:
        for kind in [*KINDS[period], *BEYOND]:
            print(measured(period, kind, numbers[0] if numbers else 500).line(), flush=True)
    if "--known" in arguments:
        warnings.simplefilter("ignore")  # an optimiser that stops early is part of what is measured
        for period in SIZES:
            for kind in KINDS[period]:
                found = known_methods(period, kind, 20)
                print(
                    "|",
                    NAMES[period],
                    "|",
                    kind,
                    "|",
                    " | ".join(f"{one:.2f}" for one in found.values()),
                    "|",
                    flush=True,
                )


if __name__ == "__main__":
    main(sys.argv[1:])

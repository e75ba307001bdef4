"""Which values of the year would meet a target: the rules of `kpi.analysis.rules`, turned round."""

from dataclasses import dataclass

import numpy as np

from kpi.analysis.arrays import FloatArray
from kpi.analysis.attainment import attain
from kpi.analysis.forecast import Forecast
from kpi.analysis.rules import NEEDS_REFERENCE, STRICT, Terms, excess
from kpi.model import Direction, TargetKind

_SIDES = {Direction.LOWER.value: 1.0, Direction.HIGHER.value: -1.0}
# The reference's own distribution in as many equal parts, each by its middle.
_PARTS = 20


@dataclass(frozen=True)
class Target:
    """One target and what it needs; numbers NaN where unknown. reference: the forecast of the reference's same year."""

    kind: str
    value: float
    upper: float
    base: float
    reference_base: float
    direction: str
    reference: Forecast | None = None


def probability(found: Forecast, target: Target) -> tuple[float, str | None]:
    """The probability that the year's value meets the target, and a `Reason` value where it cannot be told.

    A reference that is itself a forecast is taken to vary independently of the value.
    """
    kind = TargetKind(target.kind)
    levels = _levels(target.reference) if kind in NEEDS_REFERENCE else np.array([np.nan])
    judged = attain(
        kind.value, np.zeros(1), target.value, upper=target.upper, base=target.base, reference=levels[0],
        reference_base=target.reference_base, direction=target.direction,
    )  # fmt: skip
    if judged.reason[0] is not None:
        return float("nan"), str(judged.reason[0])
    chances = [found.probability(*limits, strict=kind in STRICT) for limits in _limits(kind, target, levels)]
    chance = float(np.mean(chances))
    return chance, None if np.isfinite(chance) else found.reason


def _levels(reference: Forecast | None) -> FloatArray:
    """The reference's possible values, equally likely; NaN where nothing is known of it."""
    if reference is None:
        return np.array([np.nan])
    if np.isfinite(reference.known):
        return np.array([reference.known])
    return np.array([reference.quantile((part + 0.5) / _PARTS) for part in range(_PARTS)])


def _limits(kind: TargetKind, target: Target, levels: FloatArray) -> list[tuple[float, float]]:
    """The lowest and the highest value that meet the target, for each level of the reference.

    But for `between`, what is left to the target is a straight line in the value: two of its points give its zero.
    """
    if kind is TargetKind.BETWEEN:
        return [(target.value, target.upper)]
    side = _SIDES.get(target.direction, float("nan"))
    numbers = (target.value, target.upper, target.base, levels, target.reference_base, side, float("nan"))
    at_zero, at_one = (
        np.broadcast_to(excess(kind, Terms(np.full(len(levels), value), *numbers)), len(levels)) for value in (0.0, 1.0)
    )
    slope = at_one - at_zero
    zero = -at_zero / slope
    return [(-np.inf, at) if up else (at, np.inf) for at, up in zip(zero.tolist(), (slope > 0).tolist(), strict=True)]

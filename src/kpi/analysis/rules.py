"""The rule of each kind of target, as a formula that holds for floats and for exact decimals alike.

`excess` is what is left to the target: met when it is ≤ 0 (< 0 for the strict kinds). It never divides: for the
change kinds it is the distance in procentenheter times |v_b|, which `scale` gives.
"""

from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np

from kpi.analysis.arrays import BoolArray
from kpi.analysis.exact import decimals
from kpi.model import TargetKind

CHANGE_KINDS = frozenset({TargetKind.CHANGE_AT_MOST, TargetKind.CHANGE_AT_LEAST})
BASE_KINDS = frozenset({TargetKind.BELOW_BASE, TargetKind.ABOVE_BASE})
REFERENCE_KINDS = frozenset({TargetKind.BELOW_REFERENCE, TargetKind.ABOVE_REFERENCE})
NEEDS_BASE = CHANGE_KINDS | BASE_KINDS | {TargetKind.GAP_REDUCED_BY}
NEEDS_REFERENCE = REFERENCE_KINDS | {TargetKind.GAP_REDUCED_BY}
NEEDS_NO_VALUE = BASE_KINDS | REFERENCE_KINDS | {TargetKind.MILESTONE}
STRICT = BASE_KINDS | REFERENCE_KINDS | {TargetKind.BELOW}
_WANTS_HIGH = frozenset(
    {TargetKind.AT_LEAST, TargetKind.CHANGE_AT_LEAST, TargetKind.ABOVE_BASE, TargetKind.ABOVE_REFERENCE}
)


@dataclass(frozen=True)
class Terms:
    """What a rule may ask for, arrays of one length; NaN where unknown.

    value v, target (a, p or d), upper (b), base v_b, reference r, reference_base r_b, side (s: +1 when lower is
    better, −1 when higher is), tolerance (the target's own). The element type is float or Decimal.
    """

    value: Any
    target: Any
    upper: Any
    base: Any
    reference: Any
    reference_base: Any
    side: Any
    tolerance: Any

    def take(self, rows: BoolArray) -> Self:
        """The terms of some rows."""
        return type(self)(*(getattr(self, field.name)[rows] for field in fields(self)))

    def exact(self) -> Self:
        """The same terms as the decimals they stand for."""
        return type(self)(*(decimals(getattr(self, field.name)) for field in fields(self)))


def excess(kind: TargetKind, t: Terms) -> Any:
    """What is left to the target, times `scale`; raises `ValueError` for a milestone, which has no measure."""
    match kind:
        case TargetKind.AT_LEAST:
            return t.target - t.value
        case TargetKind.AT_MOST | TargetKind.BELOW:
            return t.value - t.target
        case TargetKind.BETWEEN:
            return np.maximum(t.target - t.value, t.value - t.upper)
        case TargetKind.CHANGE_AT_MOST:
            return 100 * (t.value - t.base) - t.target * abs(t.base)
        case TargetKind.CHANGE_AT_LEAST:
            return t.target * abs(t.base) - 100 * (t.value - t.base)
        case TargetKind.BELOW_BASE:
            return t.value - t.base
        case TargetKind.ABOVE_BASE:
            return t.base - t.value
        case TargetKind.BELOW_REFERENCE:
            return t.value - t.reference
        case TargetKind.ABOVE_REFERENCE:
            return t.reference - t.value
        case TargetKind.GAP_REDUCED_BY:
            return t.side * ((t.value - t.reference) - (t.base - t.reference_base)) + t.target
    raise ValueError(f"{kind} has no measure")


def scale(kind: TargetKind, t: Terms) -> Any:
    """What `excess` is multiplied by: |v_b| for the change kinds, else 1."""
    return abs(t.base) if kind in CHANGE_KINDS else 1


def room(kind: TargetKind, t: Terms, own: BoolArray) -> Any:
    """Ten times the tolerance, times `scale`; ten, because a tenth of a float is not exact.

    The target's own tolerance where it has one (`own`), else 10 % of |target|, of the nearest bound (`between`), of
    the required change p or of d. Base and reference kinds have none, and 10 % of 0 is none.
    """
    whole = np.where(own, 10 * t.tolerance, _measured_by(kind, t))
    return whole * scale(kind, t)


def _measured_by(kind: TargetKind, t: Terms) -> Any:
    if kind in BASE_KINDS or kind in REFERENCE_KINDS:
        return t.value * 0
    if kind is TargetKind.BETWEEN:
        return np.where(t.value < t.target, abs(t.target), abs(t.upper))
    return abs(t.target)


def distance(kind: TargetKind, t: Terms, left: Any) -> Any:
    """v minus what it must be, times `scale`, from `left` = `excess`; 0 inside the bounds of `between`."""
    if kind is TargetKind.BETWEEN:
        return np.where(left <= 0, 0, np.where(t.value < t.target, -left, left))
    if kind is TargetKind.GAP_REDUCED_BY:
        return t.side * left
    return -left if kind in _WANTS_HIGH else left


def size(t: Terms) -> Any:
    """An upper bound on the magnitude of every term in any of the formulas above."""
    parts = {field.name: np.nan_to_num(abs(getattr(t, field.name))) for field in fields(t)}
    quantities = parts["value"] + parts["base"] + parts["reference"] + parts["reference_base"]
    bounds = parts["target"] + parts["upper"] + parts["tolerance"]
    return 1000 * quantities + 10 * bounds * (1 + parts["base"])

"""Måluppfyllelse: is the outcome within its target, nearly, or not, and how far is it from it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from kpi.analysis.arrays import BoolArray, FloatArray, ObjectArray, filled
from kpi.analysis.exact import DOUBT, exactly, tidy
from kpi.analysis.rules import (
    CHANGE_KINDS,
    NEEDS_BASE,
    NEEDS_NO_VALUE,
    NEEDS_REFERENCE,
    STRICT,
    Terms,
    distance,
    excess,
    room,
    scale,
    size,
)  # fmt: skip
from kpi.model import Direction, Reason, Status, TargetKind

MEASURE, CHANGE = "measure", "percentage_points_of_change"
_SIDES = {Direction.LOWER: 1.0, Direction.HIGHER: -1.0}


@dataclass(frozen=True)
class Attainment:
    """One element per outcome.

    status is a `Status` value; reason a `Reason` value where status is unjudged, else None. distance is outcome minus
    what it must be: negative is under, positive over, so the target's kind tells which is good; 0 inside `between`;
    NaN where unjudged. It is in the indicator's unit, and for change kinds in procentenheter of change (distance_in).
    """

    status: ObjectArray
    reason: ObjectArray
    distance: FloatArray
    distance_in: ObjectArray


def attain(
    kind: ArrayLike, value: ArrayLike, target: ArrayLike = np.nan, *, upper: ArrayLike = np.nan,
    base: ArrayLike = np.nan, reference: ArrayLike = np.nan, reference_base: ArrayLike = np.nan,
    direction: ArrayLike = Direction.NEUTRAL, tolerance: ArrayLike = np.nan,
) -> Attainment:  # fmt: skip
    """Judges outcomes against targets, element by element; all arguments broadcast against each other.

    kind holds `TargetKind` values, direction `Direction` values; the rest are numbers, NaN where unknown: value v,
    target (a, p or d by kind), upper (b of `between`), base v_b, reference r, reference_base r_b, tolerance in the
    unit of distance. Which of them a kind needs, and its rule, stands in docs/methods.md; met and near are decided on
    the decimals that the floats stand for. Years play no part here. Raises `ValueError` on an unknown kind.
    """
    words = (np.atleast_1d(np.asarray(word, object)) for word in (kind, direction))
    numbers = (value, target, upper, base, reference, reference_base, tolerance)
    kinds, ways, *known = np.broadcast_arrays(*words, *(np.asarray(number, float) for number in numbers))
    sides = np.full(kinds.shape, np.nan)
    for way, side in _SIDES.items():
        sides[ways == way] = side
    terms = Terms(*[*known[:-1], sides, known[-1]])
    size = kinds.size
    result = Attainment(filled(size), filled(size), np.full(size, np.nan), filled(size, MEASURE))
    for name in sorted(set(kinds.tolist())):
        _judge(TargetKind(name), np.asarray(kinds == name, bool), terms, result)
    return result


def _judge(kind: TargetKind, rows: BoolArray, terms: Terms, into: Attainment) -> None:
    """Writes the rows of one kind into the result."""
    some = terms.take(rows)
    why = _reasons(kind, some)
    ready = np.asarray(why == None, bool)  # noqa: E711 (element by element)
    status, away = filled(len(why), Status.UNJUDGED.value), np.full(len(why), np.nan)
    if ready.any():
        status[ready], away[ready] = _measure(kind, some.take(ready))
    into.status[rows], into.reason[rows], into.distance[rows] = status, why, away
    if kind in CHANGE_KINDS:
        into.distance_in[rows] = CHANGE


def _reasons(kind: TargetKind, t: Terms) -> ObjectArray:
    """Why each row cannot be judged, or None. The first that holds, in the order of the lines."""
    nothing = np.zeros(len(t.value), bool)
    checks = [
        (Reason.MILESTONE, nothing | (kind is TargetKind.MILESTONE)),
        (Reason.NO_OUTCOME, ~np.isfinite(t.value)),
        (Reason.NO_TARGET, ~np.isfinite(t.target) if kind not in NEEDS_NO_VALUE else nothing),
        (Reason.NO_TARGET, ~np.isfinite(t.upper) if kind is TargetKind.BETWEEN else nothing),
        (Reason.NO_BASE, ~np.isfinite(t.base) if kind in NEEDS_BASE else nothing),
        (Reason.ZERO_BASE, t.base == 0 if kind in CHANGE_KINDS else nothing),
        (Reason.NO_REFERENCE, ~np.isfinite(t.reference) if kind in NEEDS_REFERENCE else nothing),
    ]
    if kind is TargetKind.GAP_REDUCED_BY:
        checks += [
            (Reason.NO_REFERENCE, ~np.isfinite(t.reference_base)),
            (Reason.NO_DIRECTION, np.isnan(t.side)),
            (Reason.NO_GAP, t.side * (t.base - t.reference_base) <= 0),
        ]
    out = filled(len(t.value))
    for reason, holds in reversed(checks):
        out[holds] = reason.value
    return out


def _measure(kind: TargetKind, t: Terms) -> tuple[ObjectArray, FloatArray]:
    """Status and distance of rows that have all that the kind needs."""
    own, magnitude = np.isfinite(t.tolerance), size(t)
    left = excess(kind, t)
    spare = room(kind, t, own)
    met, near = _met(kind, left), _near(left, spare)
    doubtful = (abs(left) <= DOUBT * magnitude) | (abs(10 * left - spare) <= DOUBT * magnitude)
    if doubtful.any():
        with exactly():
            sure = t.take(doubtful).exact()
            exact_left = excess(kind, sure)
            met[doubtful] = _met(kind, exact_left)
            near[doubtful] = _near(exact_left, room(kind, sure, own[doubtful]))
        left[doubtful] = exact_left.astype(float)
    status = np.where(met, Status.MET.value, np.where(near, Status.NEAR.value, Status.NOT_MET.value)).astype(object)
    away = distance(kind, t, left) / scale(kind, t)
    return status, tidy(away, _shown_size(kind, t, away))


def _met(kind: TargetKind, left: Any) -> BoolArray:
    return np.asarray(left < 0 if kind in STRICT else left <= 0, bool)


def _near(left: Any, spare: Any) -> BoolArray:
    """Within the tolerance; a tolerance of 0 is none, also for the strict kinds' own boundary."""
    return np.asarray((10 * left <= spare) & (spare > 0), bool)


def _shown_size(kind: TargetKind, t: Terms, away: FloatArray) -> FloatArray:
    if kind in CHANGE_KINDS:
        return np.asarray(abs(away) + abs(t.target) + 100, float)
    terms = (t.value, t.target, t.upper, t.base, t.reference, t.reference_base)
    return np.asarray(sum(np.nan_to_num(abs(term)) for term in terms), float)

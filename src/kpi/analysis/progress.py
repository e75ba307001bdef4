"""In time? The pace that is needed to reach a target, and the path to one that is judged later."""

import numpy as np
import pandas as pd

from kpi.analysis.arrays import BoolArray, FloatArray, ObjectArray, filled, floats
from kpi.analysis.rules import BASE_KINDS, CHANGE_KINDS, REFERENCE_KINDS
from kpi.model import Direction, Reason, TargetKind

_SIGNS = {Direction.LOWER.value: 1.0, Direction.HIGHER.value: -1.0}


def pace_needed(
    distance: FloatArray, met: BoolArray, end_month: FloatArray, *,
    by_year: FloatArray, last_year: FloatArray,
) -> FloatArray:  # fmt: skip
    """How much the outcome must change per year, −distance / years left, in the unit of `distance`.

    end_month is the outcome's last month counted from the year 0; the time left runs to the end of `by_year`, or else
    of the target's last year. Against a reference the reference is taken to stand still. NaN where the target is met,
    has no such year, or no time is left, and where there is no distance.
    """
    deadline = np.where(np.isfinite(by_year), by_year, last_year)
    left = (deadline * 12 + 11 - end_month) / 12
    wanted = np.isfinite(distance) & (left > 0) & ~met
    return np.where(wanted, (0.0 - distance) / np.where(wanted, left, 1.0), np.nan)


def path(rows: pd.DataFrame, waiting: BoolArray) -> tuple[FloatArray, ObjectArray]:
    """Where the outcome should be now on a straight line from the base value to the target, and why it is unknown.

    `waiting` are the rows judged only from their by_year y on: v_b + (L − v_b)·(t − b)/(y − b) in the year t. L is the
    level that would meet the target: the target itself, the nearest bound, v_b + p·|v_b|/100, v_b, r; for
    gap_reduced_by the path is r + (v_b − r_b) − s·d·(t − b)/(y − b). `rows` has the columns of `assess`.
    The second array holds a `Reason` value where a waiting row has no path.
    """
    base, year, by_year = (floats(rows[name]) for name in ("base_value", "year", "by_year"))
    base_year = floats(rows["base_year"])
    with np.errstate(divide="ignore", invalid="ignore"):
        done = (year - base_year) / (by_year - base_year)
    level = _level(rows, base)
    found = base + (level - base) * done
    gap = rows["target_kind"].eq(TargetKind.GAP_REDUCED_BY.value).to_numpy()
    found = np.where(gap, _gap_path(rows, base, done), found)
    inside = (year >= base_year) & (base_year < by_year)
    checks = [
        (Reason.NO_BASE, ~np.isfinite(base)),
        (Reason.OUTSIDE_TARGET_YEARS, ~inside),
        (Reason.NO_REFERENCE, ~np.isfinite(found) & rows["target_kind"].isin([*REFERENCE_KINDS]).to_numpy()),
        (Reason.NO_REFERENCE, ~np.isfinite(found) & gap),
        (Reason.NO_TARGET, ~np.isfinite(found)),
    ]
    why = filled(len(rows))
    for reason, holds in reversed(checks):
        why[holds & waiting] = reason.value
    known = waiting & (why == None)  # noqa: E711 (element by element)
    return np.where(known, found, np.nan), why


def _level(rows: pd.DataFrame, base: FloatArray) -> FloatArray:
    target, upper, kind = floats(rows["target_value"]), floats(rows["target_upper"]), rows["target_kind"]
    return np.select(
        [kind.isin([*CHANGE_KINDS]), kind.eq(TargetKind.BETWEEN.value), kind.isin([*BASE_KINDS]),
         kind.isin([*REFERENCE_KINDS])],
        [base + target * abs(base) / 100, np.clip(base, target, upper), base, floats(rows["reference_value"])],
        target,
    )  # fmt: skip


def _gap_path(rows: pd.DataFrame, base: FloatArray, done: FloatArray) -> FloatArray:
    side = rows["direction"].map(_SIGNS).to_numpy(dtype=np.float64, na_value=np.nan)
    first_gap = base - floats(rows["reference_base_value"])
    reference: FloatArray = floats(rows["reference_value"])
    return reference + first_gap - side * floats(rows["target_value"]) * done

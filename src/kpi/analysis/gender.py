"""Kvinnor och män: the gap, its interval, and whether the target is met for both. Totalt is never made from them."""

from enum import StrEnum

import numpy as np
import pandas as pd

from kpi.analysis.arrays import BoolArray, FloatArray, ObjectArray, either, filled, floats
from kpi.analysis.exact import tidy
from kpi.analysis.outcome import NUMBERS
from kpi.model import Gender, Status

Z95 = 1.959963984540054
PERCENT, _HUNDRED = "%", 100.0
_HALF_UNIT = 0.5  # as far as a percentage published without decimals may lie from its numerator and denominator
_JUDGED = (Status.MET.value, Status.NEAR.value, Status.NOT_MET.value)
_USED = [
    "subject", "period_kind", "period_start", "so_far_through", *NUMBERS, "observation_status", "status", "measure",
]  # fmt: skip
COLUMNS = ["gap", "gap_lower", "gap_upper", "gap_method", "gap_reason", "equal_met", "total_outside"]


class GapReason(StrEnum):
    """Why there is no gap."""

    NO_VALUE = "no_value"
    SUPPRESSED = "suppressed"
    DIFFERENT_PERIODS = "different_periods"


class GapMethod(StrEnum):
    """What the gap's interval rests on."""

    INTERVALS = "intervals"
    NEWCOMBE = "newcombe"


def compare(rows: pd.DataFrame) -> pd.DataFrame:
    """The comparison of women and men for each subject, repeated on its rows: `COLUMNS`, aligned with `rows`.

    rows: one per `subject` and gender, with its period_kind, period_start and so_far_through, `NUMBERS`,
    observation_status, status and measure. gap = K − M, same period only. equal_met: True when the target is met for
    both, False when both are judged and it is not, None otherwise. total_outside: whether T lies outside
    [min(K, M), max(K, M)] of its period, None where that cannot be said: a warning, not an error.
    """
    subjects = pd.Index(rows["subject"].unique())
    k, m, t = (_of(rows, gender, subjects) for gender in (Gender.WOMEN, Gender.MEN, Gender.TOTAL))
    women, men, total = (floats(one["value"]) for one in (k, m, t))
    reason = _reasons(k, m)
    comparable = reason == None  # noqa: E711 (element by element)
    lower, upper, method = gap_intervals(k, m, comparable)
    with_total = comparable & _same_period(k, t) & np.isfinite(total)
    outside = (total < np.fmin(women, men)) | (total > np.fmax(women, men))
    found = {
        "gap": np.where(comparable, tidy(women - men, abs(women) + abs(men)), np.nan),
        "gap_lower": lower,
        "gap_upper": upper,
        "gap_method": method,
        "gap_reason": reason,
        "equal_met": _equal_met(k, m, _same_period(k, m)),
        "total_outside": either(with_total, outside),
    }
    table = pd.DataFrame({name: pd.Series(array, index=subjects) for name, array in found.items()})
    return table.reindex(rows["subject"]).set_index(rows.index)[COLUMNS]


def _of(rows: pd.DataFrame, gender: Gender, subjects: pd.Index) -> pd.DataFrame:
    return rows.loc[rows["gender"].eq(gender.value), _USED].set_index("subject").reindex(subjects)


def _same_period(one: pd.DataFrame, other: pd.DataFrame) -> BoolArray:
    same = one["period_kind"].eq(other["period_kind"]) & one["period_start"].eq(other["period_start"])
    through, other_through = one["so_far_through"], other["so_far_through"]
    return np.asarray(same & (through.eq(other_through) | (through.isna() & other_through.isna())), bool)


def _reasons(k: pd.DataFrame, m: pd.DataFrame) -> ObjectArray:
    known = np.isfinite(floats(k["value"])) & np.isfinite(floats(m["value"]))
    hidden = k["observation_status"].eq("suppressed") | m["observation_status"].eq("suppressed")
    out = filled(len(k))
    out[~_same_period(k, m)] = GapReason.DIFFERENT_PERIODS.value
    out[~known] = GapReason.NO_VALUE.value
    out[~known & hidden.to_numpy(bool)] = GapReason.SUPPRESSED.value
    return out


def _equal_met(k: pd.DataFrame, m: pd.DataFrame, same: BoolArray) -> ObjectArray:
    judged = k["status"].isin(_JUDGED) & m["status"].isin(_JUDGED) & same
    both = k["status"].eq(Status.MET.value) & m["status"].eq(Status.MET.value)
    return either(judged, both)


def gap_intervals(k: pd.DataFrame, m: pd.DataFrame, rows: BoolArray) -> tuple[FloatArray, FloatArray, ObjectArray]:
    """The 95 % interval of k − m where `rows` asks for it: lower, upper and `GapMethod`.

    k and m: `NUMBERS` and measure. Published intervals that hold their own values go first, as they come from the
    source's own method; else Newcombe's for shares in percent.
    """
    women, men, *widths = (floats(one[name]) for name in ("value", "lower", "upper") for one in (k, m))
    low, high = from_intervals(women - men, widths[2] - widths[0], widths[3] - widths[1])
    n_low, n_high = newcombe(*(floats(one[name]) for one in (k, m) for name in ("numerator", "denominator")))
    published = rows & np.isfinite(low) & _holds(k) & _holds(m)
    shares = rows & ~published & np.isfinite(n_low) & _is_share(k) & _is_share(m)
    method = filled(len(k))
    method[published], method[shares] = GapMethod.INTERVALS.value, GapMethod.NEWCOMBE.value
    lower = np.where(published, low, np.where(shares, _HUNDRED * n_low, np.nan))
    return lower, np.where(published, high, np.where(shares, _HUNDRED * n_high, np.nan)), method


def _holds(one: pd.DataFrame) -> BoolArray:
    """An interval that does not hold its own value is an error of its source."""
    value = floats(one["value"])
    return np.asarray((floats(one["lower"]) <= value) & (value <= floats(one["upper"])), bool)


def _is_share(one: pd.DataFrame) -> BoolArray:
    """A percentage that its own numerator and denominator give."""
    with np.errstate(divide="ignore", invalid="ignore"):
        share = _HUNDRED * floats(one["numerator"]) / floats(one["denominator"])
    fits = abs(share - floats(one["value"])) <= _HALF_UNIT
    return np.asarray(fits & one["measure"].eq(PERCENT).to_numpy(bool))


def from_intervals(difference: FloatArray, k_width: FloatArray, m_width: FloatArray) -> tuple[FloatArray, FloatArray]:
    """95 % interval of k − m from the widths U − L of their own: se = (U − L)/3.92, ± 1.96·√(se_k² + se_m²)."""
    half = np.sqrt(k_width**2 + m_width**2) / 2
    return difference - half, difference + half


def newcombe(
    k_events: FloatArray, k_size: FloatArray, m_events: FloatArray, m_size: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """95 % interval of a difference of independent shares by Newcombe's hybrid of Wilson intervals, without correction.

    Newcombe (1998), Statistics in Medicine 17:873–890, method 10. NaN unless 0 ≤ events ≤ size and size > 0.
    """
    (p, low, high), (q, m_low, m_high) = _wilson(k_events, k_size), _wilson(m_events, m_size)
    difference = p - q
    return (
        difference - np.sqrt((p - low) ** 2 + (m_high - q) ** 2),
        difference + np.sqrt((high - p) ** 2 + (q - m_low) ** 2),
    )


def _wilson(events: FloatArray, size: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    valid = (size > 0) & (events >= 0) & (events <= size)
    n = np.where(valid, size, np.nan)
    p = events / n
    middle = (p + Z95**2 / (2 * n)) / (1 + Z95**2 / n)
    half = Z95 / (1 + Z95**2 / n) * np.sqrt(p * (1 - p) / n + Z95**2 / (4 * n**2))
    return p, middle - half, middle + half

"""The series behind each assessed row: its values until the chosen period, from the latest declared break on."""

import numpy as np
import pandas as pd

from kpi.analysis import periods
from kpi.analysis.arrays import DateArray, FloatArray, IntArray, floats, texts
from kpi.analysis.gender import PERCENT
from kpi.analysis.keys import places
from kpi.analysis.material import Material
from kpi.analysis.outcome import NUMBERS, SERIES, series_starts
from kpi.analysis.trend import Points, trends
from kpi.analysis.trend_choice import YEARLY
from kpi.model import Direction, Period, Status, TargetKind, YearRule

_HUNDRED = 100.0
_HALF_UNIT = 0.5  # as far as a percentage published without decimals may lie from its numerator and denominator
_EVER = np.datetime64("0001-01-01", "D")
DAYS = 10_000_000  # more than any two days are apart
_BETTER = {
    TargetKind.AT_LEAST.value: Direction.HIGHER.value,
    TargetKind.AT_MOST.value: Direction.LOWER.value,
    TargetKind.BELOW.value: Direction.LOWER.value,
}
_NOT_SUMMED = [rule.value for rule in (YearRule.MEAN, YearRule.LAST, YearRule.RATIO)]
_JUDGED = [status.value for status in (Status.MET, Status.NEAR, Status.NOT_MET)]


def row_trends(rows: pd.DataFrame, material: Material, breaks: pd.DataFrame | None) -> pd.DataFrame:
    """The trend of each row's series, aligned with `rows`: the columns of `trends` and period_kind, the series' own.

    The series is that of the outcome; where the outcome was combined from parts of a year, it is the parts' series.
    Values before the latest break declared no later than the chosen period's end are left out: they do not compare.
    """
    kinds = rows["part_kind"].where(rows["part_kind"].notna(), rows["period_kind"])
    known = material.now if material.now["known"].all() else material.now[material.now["known"]].reset_index(drop=True)
    first, sizes = spans(rows.assign(period_kind=kinds), known, latest_breaks(rows, breaks, material.period))
    found = trends(
        _points(known, rows, kinds), first, sizes, kinds=kinds.to_numpy(object), target=_chart_target(rows, kinds),
        directions=rows["direction"].fillna(Direction.NEUTRAL.value).to_numpy(object),
    )  # fmt: skip
    return found.assign(period_kind=kinds.to_numpy()).set_index(rows.index)


def spans(
    rows: pd.DataFrame, known: pd.DataFrame, since: DateArray, names: list[str] = SERIES
) -> tuple[IntArray, IntArray]:
    """For each row, where its series' values from the day `since` on begin among the known, and how many they are.

    known: sorted by `series` and period_start; names: the columns of both frames that tell series apart.
    """
    starts = np.append(series_starts(known), len(known))
    group = places(rows, known.iloc[starts[:-1]], names)
    first, end = starts[group], starts[group + 1]
    broken = since > _EVER
    if broken.any():
        # One rising key for series and day, so that one search finds every row's place.
        number = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
        keys = number * DAYS + day_numbers(known["period_start"].to_numpy("datetime64[D]"))
        first[broken] = np.searchsorted(keys, group[broken] * DAYS + day_numbers(since[broken]))
    return first, np.where(group >= 0, end - first, 0)


def day_numbers(days: DateArray) -> IntArray:
    """Days since the first that there is, below `DAYS`."""
    return (days - _EVER).astype(np.int64)


def _points(known: pd.DataFrame, rows: pd.DataFrame, kinds: pd.Series) -> Points:
    """The known values and what Fingertips needs: intervals that hold the value, numerators that give it in percent."""
    start = known["period_start"].to_numpy("datetime64[D]")
    if not kinds.isin(YEARLY).any():
        return Points(start, floats(known["value"]))
    value, events, size, low, high = (floats(known[name]) for name in NUMBERS)
    sound = (low <= value) & (value <= high)
    percent = known["indicator"].isin(rows.loc[rows["measure"].eq(PERCENT), "indicator"]).to_numpy(bool)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = percent & (abs(_HUNDRED * events / size - value) <= _HALF_UNIT)
    return Points(
        start, value,
        *(np.where(sound, end, np.nan) for end in (low, high)),
        *(np.where(share, part, np.nan) for part in (events, size)),
    )  # fmt: skip


def _chart_target(rows: pd.DataFrame, kinds: pd.Series) -> FloatArray:
    """What each row's control chart is held against, NaN for nothing.

    A level that the outcome is judged by, in the direction that is better, and set for the series' own kind of period,
    or for a year that is not the sum of its parts.
    """
    agrees = pd.Series(rows["target_kind"].map(_BETTER)).eq(rows["direction"])
    own_scale = kinds.eq(rows["period_kind"]) | rows["year_rule"].isin(_NOT_SUMMED)
    judged = rows["status"].isin(_JUDGED)
    return np.where(agrees & own_scale & judged, floats(rows["target_value"]), np.nan)


def latest_breaks(rows: pd.DataFrame, breaks: pd.DataFrame | None, period: Period) -> DateArray:
    """Each row's latest break until the period's end, declared for its unit or for every unit."""
    out = np.full(len(rows), _EVER)
    if breaks is None or breaks.empty:
        return out
    declared = pd.DataFrame({name: pd.Series(texts(breaks[name]), dtype=object) for name in ("indicator", "unit")})
    declared["since"] = pd.to_datetime(breaks["period_start"]).to_numpy("datetime64[s]")
    declared = declared[declared["since"].to_numpy("datetime64[D]") <= periods.day64(period.end)]
    pairs = rows[["indicator", "unit"]].assign(at=np.arange(len(rows))).merge(declared, on="indicator")
    pairs = pairs[pairs["unit_y"].isna() | pairs["unit_y"].eq(pairs["unit_x"])]
    last = pairs.groupby("at")["since"].max()
    out[last.index.to_numpy()] = last.to_numpy("datetime64[D]")
    return out

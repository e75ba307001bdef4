"""The series behind each assessed row: its values until the chosen period, from the latest declared break on."""

import numpy as np
import pandas as pd

from kpi.analysis import periods
from kpi.analysis.arrays import DateArray, floats, texts
from kpi.analysis.material import Material
from kpi.analysis.outcome import SERIES
from kpi.analysis.trend import trends
from kpi.model import Direction, Period, PeriodKind

_EVER = np.datetime64("0001-01-01", "D")


def row_trends(rows: pd.DataFrame, material: Material, breaks: pd.DataFrame | None) -> pd.DataFrame:
    """The trend of each row's series, aligned with `rows`: the columns of `trends` and period_kind, the series' own.

    The series is that of the outcome; where the outcome was combined from parts of a year, it is the parts' series.
    Values before the latest break declared no later than the chosen period's end are left out: they do not compare.
    """
    kinds = rows["part_kind"].where(rows["part_kind"].notna(), rows["period_kind"])
    known = material.now[material.now["known"]].sort_values([*SERIES, "period_start"], ignore_index=True)
    start = known["period_start"].to_numpy("datetime64[D]")
    time, value = periods.in_years(start), floats(known["value"])
    spans = _spans(rows.assign(period_kind=kinds), known)
    since = _latest_breaks(rows, breaks, material.period)
    firsts = [
        first + int(np.searchsorted(start[first:last], day)) for (first, last), day in zip(spans, since, strict=True)
    ]
    cuts = [slice(first, last) for first, (_, last) in zip(firsts, spans, strict=True)]
    found = trends(
        [time[cut] for cut in cuts], [value[cut] for cut in cuts],
        rows["direction"].fillna(Direction.NEUTRAL.value).tolist(), [PeriodKind(kind).pooled for kind in kinds],
    )  # fmt: skip
    return found.assign(period_kind=kinds.to_numpy()).set_index(rows.index)


def _spans(rows: pd.DataFrame, known: pd.DataFrame) -> list[tuple[int, int]]:
    """Each row's first and last + 1 position among the known values."""
    first = known[~known.duplicated(SERIES)]
    groups = pd.MultiIndex.from_frame(first[SERIES])
    starts = np.append(first.index.to_numpy(), len(known))
    at = groups.get_indexer(pd.MultiIndex.from_frame(rows[SERIES]))
    return [(int(starts[group]), int(starts[group + 1])) if group >= 0 else (0, 0) for group in at]


def _latest_breaks(rows: pd.DataFrame, breaks: pd.DataFrame | None, period: Period) -> DateArray:
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

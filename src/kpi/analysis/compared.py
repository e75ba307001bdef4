"""What an outcome is compared with: the base year's value, the reference's, and the reference's in the base year."""

import numpy as np
import pandas as pd

from kpi.analysis import periods
from kpi.analysis.arrays import FloatArray, floats
from kpi.analysis.material import Material
from kpi.analysis.outcome import KEY, PERSON
from kpi.analysis.years import years_from_parts
from kpi.model import PeriodKind

_YEAR = PeriodKind.YEAR.value


def comparisons(rows: pd.DataFrame, material: Material) -> pd.DataFrame:
    """base_value, reference_value and reference_base_value of each row, NaN where unknown; aligned with `rows`.

    The base value is that of the same kind and part of the year in the base year; the reference's is that of the same
    period and gender. A full year that is not among the observations is combined from its parts where none is
    missing; an outcome so far is compared with the reference over the very same parts. Rows without an outcome take
    the chosen period's year, so that a base can be shown. A suppressed value is not known.
    """
    out = pd.DataFrame(np.nan, rows.index, ["base_value", "reference_value", "reference_base_value"])
    some = rows[rows["base_year"].notna() | rows["reference"].notna()]
    if len(some):
        out.loc[some.index] = np.stack(_found(some, material), axis=1)
    return out


def _found(rows: pd.DataFrame, material: Material) -> tuple[FloatArray, FloatArray, FloatArray]:
    """The base's, the reference's and the reference's base value of rows that name a base year or a reference."""
    places = rows[PERSON].assign(period_kind=rows["period_kind"], period_start=rows["period_start"], year=rows["year"])
    none = places["period_start"].isna() & places["period_kind"].eq(_YEAR)
    places.loc[none, "period_start"] = pd.Timestamp(material.year, 1, 1)
    places.loc[none, "year"] = material.year
    base = places.assign(period_start=_in_base_year(places, rows))
    days = pd.concat([places["period_start"], base["period_start"]]).unique()
    theirs = material.now[material.now["indicator"].isin(rows["indicator"])]
    full = _full_years(theirs[theirs["period_start"].isin(days)], years_from_parts(theirs, material.rules))
    reference = rows["reference"]
    so_far = rows["so_far"].to_numpy(bool)
    now_reference = np.where(so_far, _over_same_parts(rows, material), _values(places.assign(unit=reference), full))
    return _values(base, full), now_reference, _values(base.assign(unit=reference), full)


def _in_base_year(places: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    """The corresponding first day in the base year; NaT where there is no base year or no period."""
    steps = floats(rows["base_year"]) - floats(places["year"])
    known = np.isfinite(steps) & places["period_start"].notna().to_numpy()
    start = places["period_start"].to_numpy("datetime64[s]")
    moved = np.full(len(places), np.datetime64("NaT"), "datetime64[s]")
    moved[known] = periods.shifted(start[known], steps[known].astype(np.int64))
    return pd.Series(moved, index=places.index)


def _full_years(now: pd.DataFrame, years: pd.DataFrame) -> pd.DataFrame:
    """Known values by `KEY`: the observed ones, and whole years made of parts where no yearly one is known."""
    known = now.loc[now["known"] | now["hidden"], [*KEY, "value"]]
    whole = years[years["whole"] & years["reason"].isna()]
    whole = whole.assign(months=periods.months(whole["part_kind"])).sort_values("months", kind="stable")
    whole = whole.drop_duplicates([*PERSON, "year"], keep="last")
    start = (whole["year"].to_numpy(np.int64) - 1970).astype("datetime64[Y]").astype("datetime64[s]")
    made = whole[PERSON].assign(period_kind=_YEAR, period_start=start, value=whole["value"])
    return pd.concat([known, made], ignore_index=True).drop_duplicates(KEY, keep="first")


def _values(places: pd.DataFrame, full: pd.DataFrame) -> FloatArray:
    return floats(places[KEY].merge(full, on=KEY, how="left")["value"])


def _over_same_parts(rows: pd.DataFrame, material: Material) -> FloatArray:
    """The reference's value over the parts that an outcome so far is made of; NaN for other rows."""
    out = np.full(len(rows), np.nan)
    wanted = rows.loc[rows["so_far"] & rows["reference"].notna()]
    now = material.now
    same = now["indicator"].isin(wanted["indicator"]) & now["unit"].isin(wanted["reference"])
    for through, some in wanted.groupby("through"):
        years = years_from_parts(now[same & now["end"].le(through)], material.rules)
        years = years[years["through"].eq(through) & years["reason"].isna()]
        keys = ["indicator", "unit", "gender", "part_kind", "year"]
        found = some.assign(unit=some["reference"])[keys].merge(years, on=keys, how="left")
        out[rows.index.get_indexer(some.index)] = floats(found["value"])
    return out

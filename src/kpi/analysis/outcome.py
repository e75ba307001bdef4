"""Which outcome counts: the latest value of a series whose period ends no later than the chosen period."""

import numpy as np
import pandas as pd

from kpi.analysis import periods
from kpi.analysis.arrays import ObjectArray, floats, texts
from kpi.model import ObservationStatus, Period, PeriodKind

UNIT = ["indicator", "unit"]
PERSON = [*UNIT, "gender"]
SERIES = [*PERSON, "period_kind"]
KEY = [*SERIES, "period_start"]
NUMBERS = ["value", "numerator", "denominator", "lower", "upper"]
_WITHOUT_VALUE = [status.value for status in ObservationStatus if status is not ObservationStatus.PRELIMINARY]
# A series that is nobody's target: yearly first, then the finest part of a year, pooled years last.
MAIN_ORDER = [
    PeriodKind.YEAR, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.TERTIAL, PeriodKind.HALF_YEAR,
    PeriodKind.SCHOOL_YEAR, PeriodKind.DAY, *(kind for kind in PeriodKind if kind.pooled),
]  # fmt: skip
_RANK = {kind.value: rank for rank, kind in enumerate(MAIN_ORDER)}


def prepare(observations: pd.DataFrame) -> pd.DataFrame:
    """The observations in one shape: `KEY`, `NUMBERS`, status, delivery_id, and end, year, known, hidden.

    end is the period's last day and year that day's year. A value whose status says that there is none (missing, not
    applicable, suppressed) is taken away, whatever stands there. known: has a value; hidden: is suppressed.
    Sorted by series and end, so that the order of the input never matters. Raises `ValueError` where a key repeats.
    """
    seen = pd.DataFrame({name: pd.Series(texts(observations[name]), dtype=object) for name in SERIES})
    seen["period_start"] = pd.to_datetime(observations["period_start"]).to_numpy("datetime64[s]")
    seen["status"] = pd.Series(texts(observations["status"]), dtype=object)
    gone = seen["status"].isin(_WITHOUT_VALUE).to_numpy()
    for name in NUMBERS:
        number = floats(observations[name])
        seen[name] = np.where(np.isfinite(number) & ~gone, number, np.nan)
    seen["delivery_id"] = observations["delivery_id"].to_numpy()
    end = periods.ends(seen["period_kind"], seen["period_start"])
    seen["end"], seen["year"] = end.astype("datetime64[s]"), periods.years(end)
    seen["known"] = seen["value"].notna()
    seen["hidden"] = seen["status"].eq(ObservationStatus.SUPPRESSED.value)
    twice = seen.duplicated(KEY)
    if twice.any():
        raise ValueError(f"two observations for {seen.loc[twice, KEY].iloc[0].to_dict()}")
    return seen.sort_values([*SERIES, "end"], ignore_index=True)


def until(seen: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The prepared observations whose period ends no later than the chosen one."""
    return seen[seen["end"].to_numpy("datetime64[D]") <= periods.day64(period.end)]


def latest(seen: pd.DataFrame) -> pd.DataFrame:
    """One row per series: the latest that has a value or is suppressed.

    A suppressed latest value is not replaced by an older one. "Uppgift saknas" is no value, so an older value stands,
    under its own period; a series with nothing else gives its latest such row, for its status.
    """
    counts = seen["known"] | seen["hidden"]
    return seen.assign(counts=counts).sort_values(["counts", "end"], kind="stable").drop_duplicates(SERIES, keep="last")


def main_kinds(seen: pd.DataFrame) -> pd.Series:
    """Per indicator and unit, the kind of period of its main series; the same for all genders, so that they compare."""
    usable = seen[seen["known"] | seen["hidden"]]
    ranked = usable.assign(rank=usable["period_kind"].map(_RANK)).sort_values("rank", kind="stable")
    kinds: pd.Series = ranked.drop_duplicates(UNIT).set_index(UNIT)["period_kind"]
    return kinds


def main_kind_of(rows: pd.DataFrame, seen: pd.DataFrame) -> ObjectArray:
    """The main series' kind for each row of indicator and unit; year where it has no outcome at all."""
    kinds = main_kinds(seen)
    found = kinds.reindex(pd.MultiIndex.from_frame(rows[UNIT])).fillna(PeriodKind.YEAR.value)
    return found.to_numpy(dtype=object)

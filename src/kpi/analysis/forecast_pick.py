"""Which of a subject's series tells of a year: the one that reaches furthest."""

from collections.abc import Hashable

import numpy as np
import pandas as pd

from kpi.analysis.arrays import floats, texts
from kpi.analysis.forecast_task import Series
from kpi.analysis.outcome import MAIN_ORDER, SERIES
from kpi.analysis.periods import day64
from kpi.model import Period, PeriodKind, YearRule

_PARTS = [kind for kind in MAIN_ORDER if kind.part_of_year]
_NEVER = np.datetime64("0001-01-01", "D")


class Shelf:
    """Every series of the prepared observations, from its latest declared break on."""

    def __init__(self, seen: pd.DataFrame, period: Period, breaks: pd.DataFrame | None) -> None:
        """seen: as `outcome.until`; breaks: indicator, unit (null: every unit), period_start."""
        self._since = _latest_breaks(breaks, period)
        self._series = dict(iter(seen.groupby(SERIES, sort=False)))

    def candidates(
        self, key: tuple[str, str, str], kind: PeriodKind, *, rule: str | None, bounds: tuple[float, float]
    ) -> list[Series]:
        """The series of (indicator, unit, gender) that may tell of a year, the best first.

        A target for a year, or for a part of one, is met by the year that its parts make as well. Of those that reach
        equally far the yearly one is first, then the one of the shortest parts.
        """
        found = {one: some for one in self._kinds(kind) if (some := self._from_break(key, one)) is not None}
        order = sorted(found, key=lambda one: found[one]["end"].iloc[-1], reverse=True)
        return [_series(found[one], one, rule, bounds) for one in order]

    def _kinds(self, kind: PeriodKind) -> list[PeriodKind]:
        return [PeriodKind.YEAR, *_PARTS] if kind is PeriodKind.YEAR or kind.part_of_year else [kind]

    def _from_break(self, key: tuple[str, str, str], kind: PeriodKind) -> pd.DataFrame | None:
        some = self._series.get((*key, kind.value))
        if some is None:
            return None
        since = max(self._since.get((key[0], unit), _NEVER) for unit in (key[1], None))
        usable = (some["known"] | some["hidden"]) & (some["period_start"].to_numpy("datetime64[D]") >= since)
        return some[usable] if usable.any() else None


def _series(some: pd.DataFrame, kind: PeriodKind, rule: str | None, bounds: tuple[float, float]) -> Series:
    value, above, below = (floats(some[name]) for name in ("value", "numerator", "denominator"))
    start, hidden = some["period_start"].to_numpy("datetime64[D]"), some["hidden"].to_numpy(bool)
    return Series(kind, start, value, YearRule(rule) if rule else None, above, below, hidden, *bounds)


def _latest_breaks(breaks: pd.DataFrame | None, period: Period) -> dict[Hashable, np.datetime64]:
    """By indicator and unit (None: every unit), the latest break until the period's end."""
    out: dict[Hashable, np.datetime64] = {}
    if breaks is None:
        return out
    days = pd.to_datetime(breaks["period_start"]).to_numpy("datetime64[D]")
    for indicator, unit, day in zip(texts(breaks["indicator"]), texts(breaks["unit"]), days, strict=True):
        if day <= day64(period.end):
            out[indicator, unit] = max(day, out.get((indicator, unit), day))
    return out

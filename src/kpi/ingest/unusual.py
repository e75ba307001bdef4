"""What is possible but unusual in a delivery: it may be stored once somebody has said why it is right all the same.

Every rule looks at the whole series, what the store has and what comes, and tells of rows that come.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.frames import categories, records
from kpi.ingest.distinct import Mask
from kpi.ingest.findings import Findings, plain
from kpi.ingest.whose import Keys, keys, whose
from kpi.model import Gender, Period, PeriodKind, YearRule
from kpi.words import PERCENT, period

MANY_TIMES, FEWEST_CHANGES, LEAST_SHARE = 8.0, 5, 1 / 3
"""A change is unusual beyond so many times the series' own median change, where it has more than so many changes,
and beyond a third of the value before."""
SHORT_FACTOR = 5.0
"""In a shorter series, beyond so many times the value before."""
FACTORS = (1.0, 100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0)
"""What a numerator by its denominator may be multiplied by to give the value."""
_ROUNDED = 0.005  # a value that is published rounded may differ so much from its parts
_SHARE_WHOLE = 100.0


@dataclass(frozen=True)
class Delivered:
    """Rows as table `observation` has them, and what is needed to weigh them.

    `kinds` say for each row whether it is added, changed, unchanged or removed; `current` are the outcomes of the
    same nyckeltal in the store, `indicators` the definitions by code, `titles` what the file calls a column. `locked`
    are the closed periods of the nyckeltal and units that plans follow.
    """

    rows: pd.DataFrame
    kinds: "pd.Series[str]"
    current: pd.DataFrame
    indicators: pd.DataFrame
    titles: dict[str, str]
    locked: pd.DataFrame

    @cached_property
    def told(self) -> Mask:
        """The rows with a value that is not in the store already."""
        return self.rows["value"].notna().to_numpy() & self.kinds.isin(["added", "changed"]).to_numpy()

    @cached_property
    def whole(self) -> "Whole":
        """The series as they will stand."""
        key = keys(self.current, self.rows)
        value = np.concatenate([frame["value"].to_numpy(float) for frame in (self.current, self.rows)])
        order = np.argsort(key.key, kind="stable")
        ordered = key.key[order]
        # What comes stands after what it replaces; a row without a value ends it.
        order = order[np.append(ordered[1:] != ordered[:-1], True)]
        order = order[~np.isnan(value[order])]
        start = np.concatenate([frame["period_start"].to_numpy("datetime64[M]") for frame in (self.current, self.rows)])
        return Whole(key, key.key[order], value[order], start[order].astype(np.int64), order - len(self.current))

    def coming(self, of_whole: Mask) -> Mask:
        """What was found of the series' values, for the rows that come; False for rows without a value."""
        held = np.zeros(len(self.rows), bool)
        places = self.whole.at[of_whole]
        held[places[places >= 0]] = True
        return held

    def measured(self, name: str, what: str) -> Mask:
        """The rows about a nyckeltal whose definition has that word there."""
        return whose(self.rows["indicator"], self.indicators[name].eq(what))


@dataclass(frozen=True)
class Whole:
    """Values ordered by series and then period: their keys, months counted from 1970, and each one's place among the
    rows that come, below 0 for those that do not.
    """

    keys: Keys
    key: NDArray[np.int64]
    value: NDArray[np.float64]
    month: NDArray[np.int64]
    at: NDArray[np.int64]

    @cached_property
    def series(self) -> NDArray[np.int64]:
        """The series of each value, numbered from 0."""
        return np.cumsum(self.first) - 1

    @cached_property
    def first(self) -> Mask:
        """The first value of each series."""
        series = self.key // self.keys.days
        return np.append(True, series[1:] != series[:-1]) if len(series) else np.zeros(0, bool)

    def beside(self, key: NDArray[np.int64], other: str) -> NDArray[np.float64]:
        """The values of the other gender, for keys of totals; NaN where there is none."""
        wanted = self.keys.beside(key, Gender.TOTAL, other)
        places = np.minimum(np.searchsorted(self.key, wanted), len(self.key) - 1)
        return np.where(self.key[places] == wanted, self.value[places], np.nan)


def unusual(delivered: Delivered, today: date, findings: Findings) -> None:
    """Add a finding for every unusual row."""
    _locked(delivered, findings)
    if not delivered.told.any():
        return
    for rule in (_jumps, _gaps, _genders, _parts, _shares):
        rule(delivered, findings)
    future = delivered.told & (delivered.rows["period_start"] > pd.Timestamp(today)).to_numpy()
    findings.add("unusual-future", future, delivered.titles["period"], _periods(delivered.rows))


def _locked(one: Delivered, findings: Findings) -> None:
    """A change of what was told about a period that has been closed: it will show as a correction."""
    if one.locked.empty:
        return
    at = np.flatnonzero(one.kinds.ne("unchanged").to_numpy() & one.rows["indicator"].isin(one.locked["indicator"]))
    coming = one.rows[["indicator", "unit", "period_start", "period_kind"]].iloc[at].astype(object).assign(at=at)
    both = coming.merge(one.locked, on=["indicator", "unit"], suffixes=("", "_locked"))
    where = np.zeros(len(one.rows), bool)
    for row in records(both):
        its, closed = (
            Period(pd.Timestamp(start).date(), PeriodKind(kind))
            for start, kind in ((row.period_start, row.period_kind), (row.period_start_locked, row.period_kind_locked))
        )
        where[row.at] |= closed.start <= its.start and its.end <= closed.end
    findings.add("unusual-locked", where, one.titles["period"], _periods(one.rows))


def _jumps(one: Delivered, findings: Findings) -> None:
    """A change from the value before that is far outside the changes that the series else has."""
    whole, value = one.whole, one.whole.value
    before = np.append(np.nan, value[:-1])
    before[whole.first] = np.nan
    change = np.abs(value - before)
    many = (np.bincount(whole.series) - 1 > FEWEST_CHANGES)[whole.series]
    far = many & (change > np.abs(before) * LEAST_SHARE)
    if far.any():
        typical = _medians(change, whole.series, far)
        far &= (typical > 0) & (change > MANY_TIMES * typical)
    with np.errstate(divide="ignore", invalid="ignore"):
        times = np.abs(value / before)
    short = ~many & (before != 0) & (value != 0) & ((times > SHORT_FACTOR) | (times < 1 / SHORT_FACTOR))
    found = far | short
    was, now = dict(zip(whole.at[found].tolist(), before[found].tolist(), strict=True)), one.rows["value"]
    findings.add(
        "unusual-jump", one.coming(found) & one.told, one.titles["value"], now,
        lambda i: {"before": plain(was[i]), "now": plain(now.iloc[i])},
    )  # fmt: skip


def _medians(change: NDArray[np.float64], series: NDArray[np.int64], where: Mask) -> NDArray[np.float64]:
    """The median change of each value's series, for those series that are asked about; NaN for others."""
    asked = np.zeros(series[-1] + 1, bool)
    asked[series[where]] = True
    rows = asked[series]
    found = np.full(len(change), np.nan)
    found[rows] = pd.Series(change[rows]).groupby(series[rows]).transform("median")
    return found


def _gaps(one: Delivered, findings: Findings) -> None:
    """A period between two values that nobody has delivered, before a value that is new."""
    whole = one.whole
    kinds = [PeriodKind(kind) for kind in whole.keys.kinds]
    months = np.array([0 if kind.pooled else kind.months for kind in kinds])
    length = months[whole.key // whole.keys.days % len(kinds)]
    step = np.diff(whole.month, prepend=0)
    where = one.coming((step > length) & (length > 0) & ~whole.first) & one.kinds.eq("added").to_numpy()
    findings.add("unusual-gap", where, one.titles["period"], _periods(one.rows))


def _periods(rows: pd.DataFrame) -> Callable[[int], str]:
    """A row's period as it is shown."""
    start, kind = rows["period_start"], rows["period_kind"]
    return lambda i: period(Period(start.iloc[i].date(), PeriodKind(kind.iloc[i])))


def _genders(one: Delivered, findings: Findings) -> None:
    """A total that lies outside women's and men's, and is not their sum either where the nyckeltal is a quantity."""
    if not {Gender.WOMEN, Gender.MEN, Gender.TOTAL} <= set(one.whole.keys.genders):
        return
    rows = np.flatnonzero(one.told & one.rows["gender"].eq(Gender.TOTAL.value).to_numpy())
    key = one.whole.keys.key[len(one.current) :][rows]
    women, men = (one.whole.beside(key, gender) for gender in (Gender.WOMEN, Gender.MEN))
    total = one.rows["value"].to_numpy(float)[rows]
    outside = (total < np.minimum(women, men)) | (total > np.maximum(women, men))
    outside &= ~(one.measured("year_rule", YearRule.SUM)[rows] & np.isclose(total, women + men, rtol=_ROUNDED))
    where = np.zeros(len(one.rows), bool)
    where[rows[outside]] = True
    parts = dict(zip(rows[outside].tolist(), zip(women[outside], men[outside], strict=True), strict=True))
    findings.add(
        "unusual-total", where, one.titles["value"], one.rows["value"],
        lambda i: {"women": plain(parts[i][0]), "men": plain(parts[i][1])},
    )  # fmt: skip


def _parts(one: Delivered, findings: Findings) -> None:
    """A numerator and a denominator that do not give the value, whatever it is counted per."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = one.rows["numerator"].to_numpy(float) / one.rows["denominator"].to_numpy(float)
    rows = np.flatnonzero(one.told & ~np.isnan(ratio))
    if not len(rows):
        return
    given, value = ratio[rows], one.rows["value"].to_numpy(float)[rows]
    percent = one.measured("measure", PERCENT)[rows]
    tolerance = np.maximum(np.abs(value) * _ROUNDED, _last_decimal(value))
    fits = np.zeros(len(rows), bool)
    for factor in FACTORS:
        fits |= (np.abs(given * factor - value) <= tolerance) & (~percent | (factor == _SHARE_WHOLE))
    wrongly = np.zeros(len(ratio), bool)
    wrongly[rows[~fits]] = True
    findings.add("unusual-parts", wrongly, one.titles["value"], one.rows["value"], lambda i: {"ratio": plain(ratio[i])})


def _last_decimal(value: NDArray[np.float64]) -> NDArray[np.float64]:
    """One step of the last decimal that each value shows, at least a hundredth."""
    step = np.full(len(value), 0.01)
    for decimals in (1, 0):
        step = np.where(np.isclose(value, np.round(value, decimals), rtol=0, atol=1e-9), 10.0**-decimals, step)
    return step


def _shares(one: Delivered, findings: Findings) -> None:
    """A nyckeltal in percent, of which nothing that comes is above 1: shares, as spreadsheets keep percentages."""
    rows = np.flatnonzero(one.told & one.measured("measure", PERCENT))
    held = one.rows[["indicator", "value"]].iloc[rows]
    found = held["value"].abs().groupby(categories(held["indicator"]).codes).agg(["max", "size"])
    few = found[(found["max"] <= 1) & (found["max"] > 0) & (found["size"] >= FEWEST_CHANGES)].index
    first = ~held["indicator"].duplicated().to_numpy() & np.isin(categories(held["indicator"]).codes, few)
    where = np.zeros(len(one.rows), bool)
    where[rows[first]] = True
    findings.add("unusual-shares", where, one.titles["value"], one.rows["value"])

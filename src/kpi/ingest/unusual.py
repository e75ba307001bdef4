"""What is possible but unusual in a delivery: it may be stored once somebody has said why it is right all the same.

Every rule looks at the whole series, what the store has and what comes, and tells of rows that come.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.ingest.findings import Findings, plain
from kpi.model import TOTAL_MONTHS, Gender, Period, PeriodKind, YearRule
from kpi.store.observations import KEY
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
SERIES = KEY[:4]

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Delivered:
    """Rows as table `observation` has them, and what is needed to weigh them.

    `kinds` say for each row whether it is added, changed, unchanged or removed; `current` are the outcomes of the
    same nyckeltal in the store, `indicators` the definitions by code, `titles` what the file calls a column.
    """

    rows: pd.DataFrame
    kinds: "pd.Series[str]"
    current: pd.DataFrame
    indicators: pd.DataFrame
    titles: dict[str, str]

    @cached_property
    def told(self) -> Mask:
        """The rows with a value that is not in the store already."""
        return (self.rows["value"].notna() & self.kinds.isin(["added", "changed"]).to_numpy()).to_numpy(bool)

    @cached_property
    def whole(self) -> pd.DataFrame:
        """The series as they will stand, in order; `at` is a row's place among those that come, -1 for others."""
        coming = self.rows[[*KEY, "value"]].assign(at=np.arange(len(self.rows)))
        standing = self.current[[*KEY, "value"]].assign(at=-1)
        whole = pd.concat([standing, coming], ignore_index=True).drop_duplicates(KEY, keep="last")
        whole = whole[whole["value"].notna()].sort_values("period_start", kind="stable", ignore_index=True)
        return whole.assign(series=whole.groupby(SERIES, sort=False).ngroup())

    def coming(self, of_whole: "NDArray[Any] | pd.Series[Any]") -> NDArray[Any]:
        """What was found of the series' values, for the rows that come; NaN or False for rows without a value."""
        found = np.asarray(of_whole)
        held = np.zeros(len(self.rows), bool) if found.dtype == bool else np.full(len(self.rows), np.nan)
        places = self.whole["at"].to_numpy()
        held[places[places >= 0]] = found[places >= 0]
        return held

    def measured(self, name: str) -> "pd.Series[Any]":
        """A column of the definitions for every row."""
        return self.rows["indicator"].map(self.indicators[name])


def unusual(delivered: Delivered, today: date, findings: Findings) -> None:
    """Add a finding for every unusual row."""
    for rule in (_jumps, _gaps, _genders, _parts, _shares):
        rule(delivered, findings)
    future = delivered.told & (delivered.rows["period_start"] > pd.Timestamp(today)).to_numpy()
    findings.add("unusual-future", future, delivered.titles["period"], _periods(delivered.rows, future))


def _jumps(one: Delivered, findings: Findings) -> None:
    """A change from the value before that is far outside the changes that the series else has."""
    whole, value = one.whole, one.whole["value"]
    before = whole.groupby("series", sort=False)["value"].shift()
    change = (value - before).abs()
    by_series = change.groupby(whole["series"])
    typical, many = by_series.transform("median"), by_series.transform("count") > FEWEST_CHANGES
    far = many & (typical > 0) & (change > MANY_TIMES * typical) & (change > before.abs() * LEAST_SHARE)
    with np.errstate(divide="ignore", invalid="ignore"):
        times = (value / before).abs()
    short = ~many & (before != 0) & (value != 0) & ((times > SHORT_FACTOR) | (times < 1 / SHORT_FACTOR))
    was, now = one.coming(before.to_numpy(float)), one.rows["value"].to_numpy(float)
    findings.add(
        "unusual-jump", one.coming((far | short).to_numpy(bool)) & one.told, one.titles["value"], one.rows["value"],
        lambda i: {"before": plain(was[i]), "now": plain(now[i])},
    )  # fmt: skip


def _gaps(one: Delivered, findings: Findings) -> None:
    """A period between two values that nobody has delivered, before a value that is new."""
    whole = one.whole
    months = whole["period_kind"].map({kind.value: kind.months for kind in PeriodKind}).to_numpy(int)
    start = whole["period_start"].dt
    step = (start.year * TOTAL_MONTHS + start.month).groupby(whole["series"]).diff().to_numpy(float)
    pooled = whole["period_kind"].str.startswith("years_").to_numpy(bool)
    where = one.coming((step > months) & (months > 0) & ~pooled) & one.kinds.eq("added").to_numpy()
    findings.add("unusual-gap", where, one.titles["period"], _periods(one.rows, where))


def _periods(rows: pd.DataFrame, where: Mask) -> "pd.Series[str]":
    """The periods of those rows as they are shown, "" for the others."""
    shown = rows.loc[where, ["period_start", "period_kind"]]
    said = [period(Period(start.date(), PeriodKind(kind))) for start, kind in shown.itertuples(index=False, name=None)]
    return pd.Series(said, index=shown.index, dtype="str").reindex(rows.index, fill_value="")


def _genders(one: Delivered, findings: Findings) -> None:
    """A total that lies outside women's and men's, and is not their sum either where the nyckeltal is a quantity."""
    key = [name for name in KEY if name != "gender"]
    wide = one.whole.set_index([*key, "gender"])["value"].unstack("gender")
    if not {Gender.WOMEN, Gender.MEN, Gender.TOTAL} <= set(wide.columns):
        return
    beside = wide.reindex(pd.MultiIndex.from_frame(one.rows[key]))
    women, men = beside[Gender.WOMEN.value].to_numpy(float), beside[Gender.MEN.value].to_numpy(float)
    total = one.rows["value"].to_numpy(float)
    outside = (total < np.fmin(women, men)) | (total > np.fmax(women, men))
    outside &= ~np.isnan(women) & ~np.isnan(men) & one.rows["gender"].eq(Gender.TOTAL.value).to_numpy()
    added = one.measured("year_rule").eq(YearRule.SUM).to_numpy() & np.isclose(total, women + men, rtol=_ROUNDED)
    findings.add(
        "unusual-total", outside & ~added & one.told, one.titles["value"], one.rows["value"],
        lambda i: {"women": plain(women[i]), "men": plain(men[i])},
    )  # fmt: skip


def _parts(one: Delivered, findings: Findings) -> None:
    """A numerator and a denominator that do not give the value, whatever it is counted per."""
    ratio = (one.rows["numerator"] / one.rows["denominator"]).to_numpy(float)
    value = one.rows["value"].to_numpy(float)
    percent = one.measured("measure").eq(PERCENT).to_numpy()
    tolerance = np.maximum(np.abs(value) * _ROUNDED, _last_decimal(value))
    fits = np.zeros(len(value), bool)
    for factor in FACTORS:
        fits |= (np.abs(ratio * factor - value) <= tolerance) & (~percent | (factor == _SHARE_WHOLE))
    wrongly = ~np.isnan(ratio) & ~fits & one.told
    findings.add("unusual-parts", wrongly, one.titles["value"], one.rows["value"], lambda i: {"ratio": plain(ratio[i])})


def _last_decimal(value: NDArray[np.float64]) -> NDArray[np.float64]:
    """One step of the last decimal that each value shows, at least a hundredth."""
    step = np.full(len(value), 0.01)
    for decimals in (1, 0):
        step = np.where(np.isclose(value, np.round(value, decimals), rtol=0, atol=1e-9), 10.0**-decimals, step)
    return step


def _shares(one: Delivered, findings: Findings) -> None:
    """A nyckeltal in percent, of which nothing that comes is above 1: shares, as spreadsheets keep percentages."""
    indicator = one.rows["indicator"]
    percent = pd.Series(one.told, indicator.index) & one.measured("measure").eq(PERCENT)
    largest = one.rows["value"].abs().where(percent).groupby(indicator).transform("max")
    count = percent.groupby(indicator).transform("sum")
    shares = percent & (largest <= 1) & (largest > 0) & (count >= FEWEST_CHANGES)
    first = shares & ~indicator.where(shares).duplicated()
    findings.add("unusual-shares", first.to_numpy(bool), one.titles["value"], one.rows["value"])

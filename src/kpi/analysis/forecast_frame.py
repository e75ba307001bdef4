"""The forecast of each row of an assessment, to be joined to it."""

from typing import Any

import numpy as np
import pandas as pd

from kpi.analysis import targets as applying
from kpi.analysis.arrays import texts
from kpi.analysis.compared import comparisons
from kpi.analysis.forecast import Forecast, forecasts
from kpi.analysis.forecast_pick import Shelf
from kpi.analysis.forecast_target import Target, probability
from kpi.analysis.forecast_task import Series
from kpi.analysis.forecast_words import ForecastReason, verdict
from kpi.analysis.material import Material, gather
from kpi.analysis.outcome import PERSON, main_kind_of
from kpi.model import Direction, Period, PeriodKind, Reason

COLUMNS = [
    "forecast_value", "forecast_low80", "forecast_high80", "forecast_low95", "forecast_high95",
    "forecast_probability", "forecast_verdict", "forecast_method", "forecast_n",
    "forecast_period_kind", "forecast_reason",
]  # fmt: skip
_TEXTS = ["forecast_verdict", "forecast_method", "forecast_period_kind", "forecast_reason"]
# What the first series says is the answer, though another might have given a value.
_FINAL = (ForecastReason.YEAR_KNOWN.value, Reason.SUPPRESSED.value)


def forecast_frame(
    rows: pd.DataFrame, subjects: pd.DataFrame, targets: pd.DataFrame, observations: pd.DataFrame, period: Period, *,
    year: int, breaks: pd.DataFrame | None = None,
) -> pd.DataFrame:  # fmt: skip
    """`COLUMNS` for each row of `assess` (same index), of which subject, plan, indicator, unit and gender count.

    The value of `year`, the period's own or a later one, and the probability of the target that holds for it.
    subjects, targets, observations, breaks: as `assess` had them; subjects may have lowest and highest. Of the yearly
    series and those of parts of years, the one that reaches furthest tells of the year. What comes after the
    period's end, or before the latest break, is not looked at.
    Nulls are NaN in numbers and None in texts; forecast_reason explains each (`ForecastReason`).
    """
    about = subjects.reset_index(drop=True).loc[rows["subject"]].reset_index(drop=True)
    asked = _asked(rows.reset_index(drop=True), about)
    rules = dict(zip(asked["indicator"], asked["year_rule"], strict=True))
    material = gather(asked, targets, observations, period, rules)
    asked = _with_targets(asked, targets, material, year)
    asked = asked.join(_compared(asked, material, year))
    shelf, records = Shelf(material.now, period, breaks), asked.to_dict("records")
    found = _found([_tries(row, shelf, row["unit"]) for row in records], year)
    references = _found([_tries(row, shelf, row["reference"]) for row in records], year)
    answers = [
        _answer(row, year, one, reference) for row, one, reference in zip(records, found, references, strict=True)
    ]
    out = pd.DataFrame(answers, columns=COLUMNS, index=rows.index)
    for name in _TEXTS:
        out[name] = pd.Series(texts(out[name]), index=out.index, dtype=object)
    return out


def _asked(rows: pd.DataFrame, about: pd.DataFrame) -> pd.DataFrame:
    asked = rows[["plan", *PERSON]].assign(row=np.arange(len(rows)))
    for name in ("direction", "year_rule"):
        asked[name] = pd.Series(texts(about[name]), dtype=object)
    for name, open_end in (("lowest", -np.inf), ("highest", np.inf)):
        given = pd.to_numeric(about[name]) if name in about else pd.Series(open_end, index=about.index)
        asked[name] = given.astype(float).fillna(open_end)
    return asked


def _with_targets(asked: pd.DataFrame, targets: pd.DataFrame, material: Material, year: int) -> pd.DataFrame:
    """With the target that holds for the year; without one, the main series' kind of period."""
    pairs = applying.candidates(asked, applying.prepared(targets))
    chosen = applying.choose(pairs.assign(year=float(year)), year)
    asked = asked.join(chosen[[*applying.COLUMNS, "tied"]])
    main = pd.Series(main_kind_of(asked, material.last), index=asked.index)
    return asked.assign(
        tied=asked["tied"].eq(True), period_kind=asked["period_kind"].where(asked["period_kind"].notna(), main)
    )


def _tries(row: dict[Any, Any], shelf: Shelf, unit: Any) -> list[Series]:
    """The series that may tell of the row's value at a unit, the best first."""
    if unit is None or unit != unit:  # noqa: PLR0124 (NaN)
        return []
    key, kind = (row["indicator"], unit, row["gender"]), PeriodKind(row["period_kind"])
    return shelf.candidates(key, kind, rule=row["year_rule"], bounds=(row["lowest"], row["highest"]))


def _found(tries: list[list[Series]], year: int) -> list[Forecast]:
    """For each row the first forecast that there is; without one, what the first series says."""
    flat = [one for its in tries for one in its]
    done = iter(forecasts(flat, [year] * len(flat)))
    return [_first([next(done) for _ in its]) for its in tries]


def _first(its: list[Forecast]) -> Forecast:
    for one in its:
        if np.isfinite(one.value) or one.reason in _FINAL:
            return one
    return its[0] if its else Forecast(reason=Reason.NO_OUTCOME.value)


def _compared(asked: pd.DataFrame, material: Material, year: int) -> pd.DataFrame:
    """Base value and the reference's base value, of the whole years."""
    at = asked.assign(year=year, period_start=pd.Timestamp(year, 1, 1), so_far=False)
    at["through"] = pd.Series(pd.NaT, index=at.index)
    return comparisons(at, material)[["base_value", "reference_base_value"]]


def _answer(row: dict[Any, Any], year: int, found: Forecast, reference: Forecast) -> tuple[Any, ...]:
    chance, why = _chance(row, found, year, reference)
    said = verdict(chance) if np.isfinite(chance) else None
    return (
        found.value, found.low80, found.high80, found.low95, found.high95, chance, said, found.method, found.n,
        found.kind, found.reason or why,
    )  # fmt: skip


def _chance(row: dict[Any, Any], found: Forecast, year: int, reference: Forecast) -> tuple[float, str | None]:
    """The probability of the row's target, and why there is none."""
    none = float("nan")
    if np.isfinite(found.known):  # the year is over: it is judged, not forecast
        return none, None
    if row["tied"]:
        return none, Reason.AMBIGUOUS_TARGET.value
    if row["target_kind"] is None or row["target_kind"] != row["target_kind"]:
        return none, Reason.NO_TARGET.value
    if PeriodKind(row["period_kind"]).part_of_year:
        return none, ForecastReason.TARGET_NOT_YEARLY.value
    if row["by_year"] > year:
        return none, ForecastReason.JUDGED_LATER.value
    if row["first_year"] > year or row["last_year"] < year:
        return none, Reason.OUTSIDE_TARGET_YEARS.value
    target = Target(
        row["target_kind"], row["target_value"], row["target_upper"], row["base_value"], row["reference_base_value"],
        row["direction"] or Direction.NEUTRAL.value, reference,
    )  # fmt: skip
    return probability(found, target)

"""Prognos: what the year and the next will come to, how sure that is, and whether the target will be met, in words."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kpi.analysis.forecast_frame import forecast_frame
from kpi.analysis.forecast_words import FARTHEST_YEARS, ForecastReason
from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender, PeriodKind, Reason
from kpi.report.rows import judged, present
from kpi.words import listing, number, quantity, say

_SHORT = {ForecastReason.TOO_FEW, ForecastReason.SHORT_SERIES}
# Why there is no probability, where the reader need not be told beside a value.
_PLAIN = {Reason.NO_TARGET, Reason.OUTSIDE_TARGET_YEARS}
_CERTAIN = 0.99


@dataclass(frozen=True)
class Outlook:
    """One assessed row and its forecasts (`kpi.analysis.forecast_frame.COLUMNS`) by year, the first year first.

    broken: its series begins at a declared break.
    """

    row: Any
    years: dict[int, Any]
    broken: bool

    @property
    def chosen(self) -> int:
        """The year that is told of first: the target's own where it is within reach, else the first not yet over."""
        open_years = [year for year in self.years if not is_over(self, year)]
        judged = [year for year in open_years if present(self.years[year].forecast_probability)]
        first: int = next(iter(judged or open_years or self.years))
        return first


def outlook(follow_up: FollowUp, rows: pd.DataFrame | None = None) -> dict[tuple[str, str, Gender], Outlook]:
    """The forecasts of every assessed row, or of `rows` of them, for the period's year, the next, and the target's."""
    rows = follow_up.assessed if rows is None else rows
    year = follow_up.period.end.year
    ahead = rows["by_year"].sub(year)
    wanted = {year: rows, year + 1: rows}
    wanted |= {year + far: rows[ahead.eq(far)] for far in range(2, FARTHEST_YEARS + 1)}
    found: dict[Any, dict[int, Any]] = {index: {} for index in rows.index}
    for which, some in wanted.items():
        if len(some):
            for index, one in zip(some.index, records(_forecasts(follow_up, some, which)), strict=True):
                found[index][which] = one
    broken = _broken(follow_up)
    return {
        (row.indicator, row.unit, Gender(row.gender)): Outlook(
            row, found[index], bool(broken & {(row.indicator, row.unit), (row.indicator, None)})
        )
        for index, row in zip(rows.index, records(rows), strict=True)
    }


def forecast_cells(follow_up: FollowUp) -> dict[tuple[str, str], str]:
    """The overview's cell for each nyckeltal and unit, of the gender that speaks for it."""
    speaks = {(*key, judged(by_gender).gender) for key, by_gender in follow_up.by_subject.items()}
    keys = follow_up.assessed[["indicator", "unit", "gender"]].itertuples(index=False, name=None)
    found = outlook(follow_up, follow_up.assessed.loc[[key in speaks for key in keys]])
    return {(indicator, unit): forecast_cell(one) for (indicator, unit, _), one in found.items()}


def forecast_cell(one: Outlook) -> str:
    """The overview's words: "94,1 % · når målet, sannolikhet 87 %", or why there is no forecast."""
    year = one.chosen
    found = one.years[year]
    chance = chance_words(one, year) if present(found.forecast_verdict) or found.forecast_reason not in _PLAIN else ""
    words = " · ".join(part for part in (value_words(one, year), chance) if part)
    return words if year == next(iter(one.years)) else say("forecast-of-year", year=str(year), words=words)


def forecast_sentences(found: Mapping[Gender, Outlook]) -> list[str]:
    """The lead's statement on what is to come: whether the target will be met, or else the value it heads for."""
    judged_years = {
        gender: one.chosen for gender, one in found.items() if present(one.years[one.chosen].forecast_verdict)
    }
    if judged_years:
        year = min(judged_years.values())
        parts = [_sentence_part(found[gender], gender, year) for gender, its in judged_years.items() if its == year]
        return [say("answer-forecast", year=str(year), parts=listing(parts))]
    for gender in (Gender.TOTAL, *Gender):
        if gender in found and has_value(found[gender], found[gender].chosen):
            year = found[gender].chosen
            value, whose = value_words(found[gender], year), say(f"for-gender-{gender}")
            return [say("answer-forecast-value", year=str(year), value=value, gender=whose)]
    return []


def _sentence_part(one: Outlook, gender: Gender, year: int) -> str:
    found = one.years[year]
    return say(
        f"answer-forecast-{found.forecast_verdict}", gender=say(f"for-gender-{gender}"),
        chance=_percent(found.forecast_probability),
    )  # fmt: skip


def is_over(one: Outlook, year: int) -> bool:
    """Whether the year's outcome is there already."""
    return bool(one.years[year].forecast_reason == ForecastReason.YEAR_KNOWN)


def has_value(one: Outlook, year: int) -> bool:
    """Whether there is a forecast of the year."""
    return year in one.years and present(one.years[year].forecast_value)


def value_words(one: Outlook, year: int) -> str:
    """The value as it is written; empty where there is none."""
    if not has_value(one, year):
        return ""
    return quantity(one.years[year].forecast_value, int(one.row.decimals), one.row.measure)


def interval_words(one: Outlook, year: int, share: int) -> str:
    """The interval that holds the year's value with 80 or 95 % probability: "93,2 till 95,0 %"; empty without one."""
    low, high = (getattr(one.years[year], f"forecast_{end}{share}") for end in ("low", "high"))
    if not present(low):
        return ""
    decimals = int(one.row.decimals)
    return say("forecast-interval", low=number(low, decimals), high=quantity(high, decimals, one.row.measure))


def chance_words(one: Outlook, year: int) -> str:
    """ "når målet, sannolikhet 87 %", or the reason why it, or the forecast itself, is not there."""
    found = one.years[year]
    if not present(found.forecast_verdict):
        return reason_words(one, year)
    return say(f"forecast-verdict-{found.forecast_verdict}", chance=_percent(found.forecast_probability))


def reason_words(one: Outlook, year: int) -> str:
    """Why there is no forecast, interval or probability; empty where all are there."""
    found = one.years[year]
    reason = found.forecast_reason
    if not present(reason):
        return ""
    if reason in _SHORT and one.broken:
        return say("forecast-short-break")
    return say(f"forecast-reason-{reason}")


def basis_words(one: Outlook, year: int) -> str:
    """The model and how many values of which kind of period it used; empty without a forecast."""
    found = one.years[year]
    if not present(found.forecast_method):
        return ""
    kind = PeriodKind(found.forecast_period_kind)
    model = say(f"forecast-model-{found.forecast_method}")
    return say("forecast-basis", model=model, n=int(found.forecast_n), kind=say(f"period-kind-{kind}"))


def _forecasts(follow_up: FollowUp, rows: pd.DataFrame, year: int) -> pd.DataFrame:
    return forecast_frame(
        rows, follow_up.plan.subjects, follow_up.targets, follow_up.observations, follow_up.period, year=year,
        breaks=follow_up.breaks,
    )  # fmt: skip


def _broken(follow_up: FollowUp) -> set[tuple[str, str | None]]:
    """The nyckeltal and units (None: every unit) with a declared break until the period's end."""
    until = follow_up.breaks[follow_up.breaks["period_start"] <= pd.Timestamp(follow_up.period.end)]
    return {(str(row.indicator), str(row.unit) if present(row.unit) else None) for row in records(until)}


def _percent(chance: float) -> str:
    """Whole per cent, towards the middle so that it never says more than the word beside it; never 0 or 100."""
    if chance < 1 - _CERTAIN:
        return say("forecast-chance-below", chance=quantity(1, 0, "%"))
    if chance > _CERTAIN:
        return say("forecast-chance-above", chance=quantity(99, 0, "%"))
    whole = math.floor(100 * chance) if chance >= 0.5 else math.ceil(100 * chance)  # noqa: PLR2004
    return quantity(whole, 0, "%")

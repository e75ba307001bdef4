"""A nyckeltal's forecasts as a table, and why there are none where there are none."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kpi.model import Gender
from kpi.report.briefing.content import Cell, Table
from kpi.report.forecast import (
    Outlook,
    basis_words,
    chance_words,
    has_value,
    interval_words,
    is_over,
    reason_words,
    value_words,
)
from kpi.report.judged_forecast import Judged
from kpi.words import listing, say

Outlooks = Mapping[Gender, Outlook]


def forecast_table(title: str, row: Any, found: Outlooks, judged: Sequence[Judged]) -> Table | None:
    """One row per gender and year that has a forecast; None without any.

    row: the assessed row that speaks for the nyckeltal; judged: what the responsible person expects.
    """
    expected = {(one.gender, one.year): one for one in judged}
    lines = []
    for year in _years(found):
        for gender, one in found.items():
            if has_value(one, year):
                theirs = expected.get((gender, year))
                lines.append(_line(gender, one, year, theirs.value_words(row) if theirs else ""))
    if not lines:
        return None
    headings = [say(f"forecast-column-{name}") for name in ("whom", "value", "80", "95", "target", "basis", "judged")]
    kept = [at for at in range(len(headings)) if at < len(headings) - 1 or any(line[at] != "–" for line in lines)]
    rows = tuple(tuple(Cell(line[at]) for at in kept) for line in lines)
    return Table(say("forecast-caption", name=title), tuple(headings[at] for at in kept), rows)


def _line(gender: Gender, one: Outlook, year: int, judged: str) -> list[str]:
    cells = [
        value_words(one, year), interval_words(one, year, 80), interval_words(one, year, 95),
        chance_words(one, year), basis_words(one, year), judged,
    ]  # fmt: skip
    return [say("forecast-whom", gender=say(f"gender-{gender}"), year=str(year)), *(cell or "–" for cell in cells)]


def refusals(found: Outlooks) -> list[str]:
    """Why there is no forecast, each reason once for the genders and years that share it."""
    by_gender: dict[tuple[str, Gender], list[str]] = {}
    for gender, one in found.items():
        for year in one.years:
            if not has_value(one, year):
                by_gender.setdefault((_why(one, year), gender), []).append(str(year))
    shared: dict[tuple[str, tuple[str, ...]], list[Gender]] = {}
    for (why, gender), years in by_gender.items():
        shared.setdefault((why, tuple(years)), []).append(gender)
    return [_refusal(why, years, genders, len(found)) for (why, years), genders in shared.items()]


def _why(one: Outlook, year: int) -> str:
    """Empty where the year is over: then there is nothing to forecast."""
    return "" if is_over(one, year) else reason_words(one, year)


def _refusal(why: str, years: Iterable[str], genders: list[Gender], every: int) -> str:
    whom = "" if len(genders) == every else listing(say(f"gender-{gender}-lower") for gender in genders)
    key = "forecast-refused" if why else "forecast-over"
    words = {"years": listing(years), "whom": f" ({whom})" if whom else ""}
    return say(key, **words, why=why) if why else say(key, **words)


def _years(found: Outlooks) -> list[int]:
    return sorted({year for one in found.values() for year in one.years})

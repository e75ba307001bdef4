"""Kolada's values as outcomes: rows of table `observation`, and what is told of those that are not stored."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from kpi.errors import wrong
from kpi.ingest.check import check
from kpi.ingest.findings import Findings
from kpi.ingest.shaped import OBSERVATION, LeftOut
from kpi.ingest.table import Table
from kpi.model import Gender, ObservationStatus, Period
from kpi.sources.shapes import Indicator, Value
from kpi.words import listing, say

# Kolada has no list of its status codes. These are what we read out of them; with a value, any other is an error.
WITHOUT_VALUE = {
    "": ObservationStatus.MISSING,
    "missing": ObservationStatus.MISSING,
    "private": ObservationStatus.SUPPRESSED,
}
WITH_VALUE = {"": None, "preliminary": ObservationStatus.PRELIMINARY}
NUMBERS = ("value", "numerator", "denominator", "lower", "upper")
FIRST_ROW = 2  # of what was fetched, below its headings
FETCHED = ("kpi", "unit", "year", "gender", "value", "status", "count", "isdeleted")


def as_fetched(values: Sequence[Value]) -> bytes:
    """What Kolada answered, as the file that the delivery was made of: row 2 is the first value."""
    rows = [
        [one.indicator, one.unit, one.year, one.gender.value, one.value, one.status, one.count, one.deleted]
        for one in values
    ]
    table = pd.DataFrame(rows, columns=FETCHED, dtype=object)
    return table.to_csv(sep=";", index=False, lineterminator="\n").encode()


def rows(
    values: Sequence[Value], described: dict[str, Indicator], codes: dict[str, str], units: dict[str, str]
) -> pd.DataFrame:
    """The values that are stored, with the columns of table `observation`.

    `codes` gives our nyckeltal by Kolada's id, `units` our unit by Kolada's. Raises `UserError` for a status that
    nobody has told us the meaning of.
    """
    made = [
        _row(at, one, codes[one.indicator], units[one.unit])
        for at, one in enumerate(values, start=FIRST_ROW)
        if not one.deleted and one.unit in units and not not_split(one, described)
    ]
    # As objects first: of texts alone pandas makes a type in which nothing is NaN and not null.
    frame = pd.DataFrame(made, columns=OBSERVATION, dtype=object)
    return frame.astype(dict.fromkeys(NUMBERS, float) | {"period_start": "datetime64[us]", "source_row": "Int64"})


def require_sound(frame: pd.DataFrame, values: Sequence[Value], indicators: pd.DataFrame) -> None:
    """Ask of the rows what is asked of a file's: `kpi.ingest.check`. Raises `UserError` with every fault.

    A fault points to the row of what was fetched, and to the value as Kolada names it: "N79173 0023 2020 T".
    """
    at = frame["source_row"].to_numpy(dtype=np.int64)
    called = np.array([_called(values[row - FIRST_ROW]) for row in at], dtype=object)
    table = Table(say("kolada-source"), "", [], [], at)
    findings = Findings(table, {str(name): called for name in frame.columns})
    check(frame, indicators, {str(name): str(name) for name in frame.columns}, findings)
    findings.raise_any()


def _called(one: Value) -> str:
    return f"{one.indicator} {one.unit} {one.year} {one.gender}"


def left_out(
    values: Sequence[Value], described: dict[str, Indicator], units: dict[str, str],
    names: Callable[[list[str]], dict[str, str]],
) -> tuple[LeftOut, ...]:  # fmt: skip
    """What is not stored, and why. `names` asks what Kolada calls units that our register does not have."""
    found = []
    strange = Counter(one.unit for one in values if not one.deleted and one.unit not in units)
    if strange:
        called = names(sorted(strange))
        text = listing(f"{unit} {called.get(unit, '')}".strip() for unit in sorted(strange))
        found.append(LeftOut(strange.total(), say("kolada-left-out-units", units=text)))
    for reason, many in (
        ("kolada-left-out-not-split", sum(one.unit in units and not_split(one, described) for one in values)),
        ("kolada-left-out-deleted", sum(one.deleted for one in values)),
    ):
        found += [LeftOut(many, say(reason))] if many else []
    return tuple(found)


def not_split(one: Value, described: dict[str, Indicator]) -> bool:
    """True for the empty value of a gender, of a nyckeltal that Kolada does not split by gender."""
    total = one.gender is Gender.TOTAL or described[one.indicator].split_by_gender
    return not total and one.value is None and not one.deleted


def _row(at: int, one: Value, indicator: str, unit: str) -> dict[str, Any]:
    period, (status, comment) = Period.year(one.year), _said(one)
    return {
        "indicator": indicator, "unit": unit, "gender": one.gender.value, "period_kind": period.kind.value,
        "period_start": pd.Timestamp(period.start), "value": one.value, "numerator": None, "denominator": None,
        "lower": None, "upper": None, "status": status, "comment": comment, "source_sheet": None, "source_row": at,
    }  # fmt: skip


def _said(one: Value) -> tuple[str | None, str | None]:
    """Our status, and Kolada's own word where it is one that we do not know.

    `count` is how many of a group's members a mean is made of. It is no denominator, and for a single unit it says
    nothing, so it is not stored.
    """
    plain = one.status.lower()
    if one.value is not None:
        if plain not in WITH_VALUE:
            raise wrong("kolada-status-unknown", id=one.indicator, unit=one.unit, year=str(one.year), status=one.status)
        return WITH_VALUE[plain], None
    known = WITHOUT_VALUE.get(plain)
    return (known or ObservationStatus.MISSING), None if known else say("kolada-status-kept", status=one.status)

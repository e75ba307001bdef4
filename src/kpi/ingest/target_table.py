"""A nyckeltal's targets as a table of texts to edit: the columns of `malvarden.csv`, and what differs between two."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kpi.frames import records
from kpi.ingest import plan_values as v
from kpi.ingest.plan_columns import TARGETS
from kpi.ingest.plan_table import DELIMITER
from kpi.words import exact

Cells = dict[str, str]
"""One target as texts by field; what is not said is "", and so is the code of one that is new."""

_WORDS: Mapping[str, Mapping[str, Any]] = {
    "kind": v.TARGET_KINDS, "period_kind": v.PERIOD_KINDS, "origin": v.TARGET_ORIGINS,
}  # fmt: skip
_NUMBERS = ("value", "upper_value", "tolerance")
_YEARS = ("base_year", "by_year", "first_year", "last_year")
HEADERS = {
    column.field: column.header for column in TARGETS if column.field not in ("indicator", "interpreted", "note")
}
"""The table's columns by the store's fields."""
FILLED_IN = ("unit", "period_kind", "origin")
"""What a new row says before anybody has written in it."""
_REMOVED = "borttaget"


def table(targets: pd.DataFrame) -> pd.DataFrame:
    """Targets as texts in the columns `HEADERS`, every digit kept. targets: rows of table `target`."""
    rows = [[cell(field, getattr(row, field)) for field in HEADERS] for row in records(targets)]
    return pd.DataFrame(rows, columns=list(HEADERS.values()), dtype=object)


def cells(frame: pd.DataFrame) -> list[Cells]:
    """The rows of such a table, tidied."""
    texts = frame[list(HEADERS.values())].astype(object)
    rows = texts.where(texts.notna(), "").itertuples(index=False, name=None)
    return [dict(zip(HEADERS, (str(text).strip() for text in row), strict=True)) for row in rows]


@dataclass(frozen=True, slots=True)
class Edited:
    """What one table says otherwise than another: rows written by their place (from 1) in it, and codes removed."""

    written: dict[int, Cells]
    removed: tuple[str, ...]


def edited(before: pd.DataFrame, after: pd.DataFrame) -> Edited:
    """The difference. A new row in which nothing has been written is none."""
    was, now = {row["code"]: row for row in cells(before)}, cells(after)
    written = {at: row for at, row in enumerate(now, 1) if row != was.get(row["code"]) and not _untouched(row)}
    return Edited(written, tuple(code for code in was if code not in {row["code"] for row in now}))


def file(indicator: str, written: list[Cells], removed: list[Cells]) -> bytes:
    """The rows as a file: those of `malvarden.csv`, and a column that marks the removed ones."""
    out = io.StringIO()
    rows = [[indicator, *row.values(), ""] for row in written] + [[indicator, *row.values(), "ja"] for row in removed]
    header = ["nyckeltal", *HEADERS.values(), _REMOVED]
    csv.writer(out, delimiter=DELIMITER, lineterminator="\n").writerows([header, *rows])
    return out.getvalue().encode()


def cell(field: str, value: Any) -> str:
    """A value of table `target` as the text that says it; "" for none."""
    if value is None or pd.isna(value):
        return ""
    if field in _WORDS:
        return next(word for word, meant in _WORDS[field].items() if meant == value)
    if field in _NUMBERS:
        return exact(value)
    return str(int(value)) if field in _YEARS else str(value)


def _untouched(row: Cells) -> bool:
    return not any(text for field, text in row.items() if field not in FILLED_IN)

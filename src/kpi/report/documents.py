"""Styrdokument as rows: which kinds there are and what they build on, and the documents of each list."""

from typing import Any

import pandas as pd

from kpi.frames import records
from kpi.words import listing

SEPARATOR = "|"
MISSING = "–"


def type_rows(types: pd.DataFrame, documents: pd.DataFrame) -> list[list[str]]:
    """Name, decided by, validity, revised, what it builds on, and how many documents of the kind there are."""
    names = named(types)
    counted = documents["type"].value_counts().to_dict() if len(documents) else {}
    return [
        [
            str(one.name), one.decided_by or MISSING, one.validity or MISSING, one.revised or MISSING,
            listing(names[code] for code in one.builds_on.split(SEPARATOR)) if one.builds_on else MISSING,
            str(counted.get(one.code, MISSING)),
        ]
        for one in records(types)
    ]  # fmt: skip


def by_register(documents: pd.DataFrame) -> list[tuple[str, list[Any]]]:
    """The documents of each list, the lists in the plan's order."""
    found: dict[str, list[Any]] = {}
    for one in records(documents):
        found.setdefault(str(one.register), []).append(one)
    return list(found.items())


def named(rows: pd.DataFrame) -> dict[str, str]:
    """Names by code."""
    return dict(rows[["code", "name"]].to_numpy())


def years(document: Any) -> str:
    """2018–2020, 2018, or nothing."""
    first, last = document.first_year, document.last_year
    if pd.isna(first):
        return ""
    return str(int(first)) if pd.isna(last) or first == last else f"{int(first)}–{int(last)}"

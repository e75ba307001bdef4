"""What storing a form would change: which rows are new, changed, or as they stand."""

from typing import Any

import pandas as pd

from kpi.ingest.forms.form import Filled
from kpi.store import Store, plans


def compared(store: Store, form: Filled) -> list[str]:
    """added, changed or unchanged for each row, beside what holds of what users have delivered."""
    key, table = list(form.form.key), form.table.astype(object)
    standing = plans.stated(store, form.form.table, example=False)[table.columns].astype(object)
    held = {row[: len(key)]: row for row in _rows(standing, key)}
    return [
        "added" if row[: len(key)] not in held else "unchanged" if held[row[: len(key)]] == row else "changed"
        for row in _rows(table, key)
    ]


def _rows(frame: pd.DataFrame, key: list[str]) -> list[tuple[str, ...]]:
    """The rows as texts, what they are about first, so that a day read from a file equals one from the store."""
    ordered = frame[[*key, *(name for name in frame.columns if name not in key)]]
    return [tuple(_text(value) for value in row) for row in ordered.itertuples(index=False, name=None)]


def _text(value: Any) -> str:
    if pd.isna(value):
        return ""
    return str(pd.Timestamp(value).date()) if hasattr(value, "year") else str(value)

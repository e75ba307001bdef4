"""Codes and periods of prepared frames as the words and codes that a table hands out; null stays null."""

from typing import Any

import pandas as pd

from kpi.frames import period_of
from kpi.words import say


def periods(starts: "pd.Series[Any]", kinds: "pd.Series[Any]") -> "pd.Series[Any]":
    """Each row's period as a code: 2025, 2025-08, 2017/18."""
    found = [period_of(start, kind) for start, kind in zip(starts, kinds, strict=True)]
    return pd.Series([period.code if period else None for period in found], starts.index, dtype=object)


def words(codes: "pd.Series[Any]", key: str) -> "pd.Series[Any]":
    """The message `key` of each code."""
    return pd.Series([None if pd.isna(code) else say(key.format(code)) for code in codes], codes.index, dtype=object)


def yes_no(values: "pd.Series[Any]") -> "pd.Series[Any]":
    """ja and nej."""
    told = [None if pd.isna(value) else say("export-yes" if value else "export-no") for value in values]
    return pd.Series(told, values.index, dtype=object)

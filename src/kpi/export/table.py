"""A table to hand out: typed columns with Swedish names, each explained."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from kpi.words import say


class Kind(StrEnum):
    """What a column holds; numbers are exact and never rounded."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Column:
    """`name` stands in the file; `key` is the prepared frame's column and names the explanation."""

    name: str
    kind: Kind
    key: str

    @property
    def explanation(self) -> str:
        """What the column says, in a sentence."""
        return say(f"export-about-{self.key}")


@dataclass(frozen=True)
class Table:
    """`frame` has exactly the columns' names; null text is None, null numbers NaN or NA."""

    name: str
    columns: tuple[Column, ...]
    frame: pd.DataFrame

    @property
    def title(self) -> str:
        """Its name to a reader, and of its sheet in a workbook."""
        return say(f"export-title-{self.name}")


def tabled(name: str, columns: Sequence[Column], prepared: pd.DataFrame) -> Table:
    """The prepared frame's columns, renamed and typed."""
    made = {column.name: _typed(prepared[column.key], column.kind) for column in columns}
    return Table(name, tuple(columns), pd.DataFrame(made).reset_index(drop=True))


def _typed(values: pd.Series, kind: Kind) -> pd.Series:
    if kind is Kind.NUMBER:
        return values.astype("float64")
    if kind is Kind.WHOLE:
        return values.astype("Int64")
    texts = [None if pd.isna(value) else str(value) for value in values]
    return pd.Series(texts, index=values.index, dtype=object)

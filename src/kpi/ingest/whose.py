"""Rows by number: which series and period each is about, and what is said of its nyckeltal, without comparing texts."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.types import union_categoricals

from kpi.frames import categories
from kpi.store.observations import KEY

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Keys:
    """`key` is one number per row, the same for the same `KEY`, in order of series and then of period.

    `of_key` times (gender, kind or day) makes up the key; `genders` and `kinds` are the codes' words.
    """

    key: Whole
    days: int
    genders: pd.Index
    kinds: pd.Index

    @property
    def series(self) -> Whole:
        """One number per row, the same for the same series."""
        return self.key // self.days

    def beside(self, key: Whole, gender: str, other: str) -> Whole:
        """The keys of the same with the other gender."""
        genders = self.genders.tolist()
        step = genders.index(other) - genders.index(gender)
        return key + step * len(self.kinds) * self.days


def keys(*frames: pd.DataFrame) -> Keys:
    """The keys of the rows of all frames, the first frame's first. None of `KEY` is null."""
    start = np.concatenate([frame["period_start"].to_numpy("datetime64[D]").astype(np.int64) for frame in frames])
    parts = [union_categoricals([categories(frame[name]) for frame in frames]) for name in KEY[:4]]
    key = np.zeros(len(start), np.int64)
    for part in parts:
        key *= max(len(part.categories), 1)
        key += part.codes
    first, last = (int(start.min()), int(start.max())) if len(start) else (0, 0)
    days = last - first + 1
    key *= days
    key += start - first
    return Keys(key, days, parts[2].categories, parts[3].categories)


def whose(indicators: "pd.Series[str]", said: "pd.Series[Any]") -> NDArray[Any]:
    """What `said`, which is indexed by nyckeltal, says for every row; NaN or False for nothing."""
    held = categories(indicators)
    if said.dtype == bool:
        found = np.append(said.reindex(held.categories, fill_value=False).to_numpy(bool), False)
    else:
        found = np.append(said.reindex(held.categories).to_numpy(float), np.nan)
    return np.asarray(found.take(held.codes))

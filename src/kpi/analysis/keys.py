"""Rows found by what their texts say, over whole numbers: one search instead of one per column of text."""

import numpy as np
import pandas as pd

from kpi.analysis.arrays import IntArray, texts

_NOWHERE = -1


def places(rows: pd.DataFrame, among: pd.DataFrame, names: list[str]) -> IntArray:
    """Where among the rows of `among`, all different in the columns `names`, each of `rows` stands; −1 for nowhere."""
    theirs, mine = np.zeros(len(among), np.int64), np.zeros(len(rows), np.int64)
    lacking = np.zeros(len(rows), bool)
    for name in names:
        numbers, words = _numbered(among[name])
        own = _numbers(rows[name], words)
        lacking |= own < 0
        theirs, mine = theirs * len(words) + numbers, mine * len(words) + own
    found: IntArray = pd.Index(theirs).get_indexer(pd.Index(mine))
    return np.where(lacking, _NOWHERE, found)


def at(frame: pd.DataFrame, place: IntArray) -> pd.DataFrame:
    """The rows of `frame` at the places, numbered from 0; nulls for −1."""
    there = frame.set_axis(pd.RangeIndex(len(frame))).reindex(place)
    return there.set_axis(pd.RangeIndex(len(place)))


def _numbered(column: pd.Series) -> tuple[IntArray, pd.Index]:
    """The column as positions among its words. Categories, as `outcome.prepare` makes them, are so already."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return np.asarray(column.cat.codes, np.int64), column.cat.categories
    numbers, words = pd.factorize(texts(column))
    return np.asarray(numbers, np.int64), pd.Index(words)


def _numbers(column: pd.Series, words: pd.Index) -> IntArray:
    if isinstance(column.dtype, pd.CategoricalDtype) and column.cat.categories is words:
        return np.asarray(column.cat.codes, np.int64)
    found: IntArray = words.get_indexer(pd.Index(texts(column), dtype=object))
    return found

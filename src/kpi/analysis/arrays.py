"""Names for the arrays that the analysis works on, and the step from a column that may hold nulls to one."""

from collections.abc import Iterable
from types import NoneType
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]
DateArray = NDArray[np.datetime64]
ObjectArray = NDArray[np.object_]  # text or None, or Decimal


def floats(column: pd.Series) -> FloatArray:
    """The column as floats, NaN where null."""
    known = column if column.dtype == np.float64 else pd.to_numeric(column, errors="raise")
    return known.to_numpy(dtype=np.float64, na_value=np.nan)


def texts(column: pd.Series) -> ObjectArray:
    """The column as plain text, None where null: never NaN, which is true in an `if`."""
    if not isinstance(column.dtype, pd.CategoricalDtype):
        found: ObjectArray = column.to_numpy(object, copy=True)
        if not _plain(found):
            found[pd.isna(found)] = None
        if _plain(found):
            return found
    codes, words = coded(column)
    return words[codes]


def _plain(values: ObjectArray) -> bool:
    """Texts and None, and nothing else: far faster told by the types that there are than by pandas' own inference."""
    return all(issubclass(kind, (str, NoneType)) for kind in set(map(type, values.tolist())))


def coded(column: pd.Series) -> tuple[IntArray, ObjectArray]:
    """The column as positions among its distinct texts, which come sorted, with None last for null."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes, found = column.cat.codes.to_numpy(), column.cat.categories
    else:
        codes, found = pd.factorize(column)
    words, where = np.unique([str(word) for word in found.to_numpy(object)] or [""], return_inverse=True)
    if not len(codes) or codes.min() < 0 or (where != np.arange(len(where))).any():
        codes = np.append(where, len(words)).astype(np.min_scalar_type(-len(words) - 1))[codes]
    return np.asarray(codes), np.array([*words.tolist(), None], object)


def categorical(codes: IntArray, words: ObjectArray) -> pd.Categorical:
    """What `coded` gives, or rows of it, as a column of categories: a whole number for each row instead of a text."""
    missing = codes == len(words) - 1
    known: Any = np.where(missing, -1, codes) if missing.any() else codes
    made: pd.Categorical = pd.Categorical.from_codes(known, pd.Index(words[:-1].astype(str)), validate=False)
    return made


def among(column: pd.Series, wanted: Iterable[str]) -> BoolArray:
    """Which of the column's texts are wanted."""
    codes, words = coded(column)
    sought = set(wanted)  # numpy's own isin compares every object with every other
    return np.array([word in sought for word in words], bool)[codes]


def either(where: Any, value: Any, otherwise: Any = None) -> ObjectArray:
    """`value` (one, or an array) where the condition holds, else `otherwise`: `np.where` that may answer None."""
    mask = np.asarray(where, bool)
    out: ObjectArray = np.where(mask, np.asarray(value, object), np.asarray(otherwise, object))
    return out


def filled(size: int, value: Any = None) -> ObjectArray:
    """An object array of one value."""
    out = np.empty(size, object)
    out[:] = value
    return out

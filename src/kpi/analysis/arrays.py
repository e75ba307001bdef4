"""Names for the arrays that the analysis works on, and the step from a column that may hold nulls to one."""

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
    return pd.to_numeric(column, errors="raise").to_numpy(dtype=np.float64, na_value=np.nan)


def texts(column: pd.Series) -> ObjectArray:
    """The column as plain text, None where null: never NaN, which is true in an `if`."""
    found = column.astype(object)
    return np.array([None if null else str(value) for value, null in zip(found, found.isna(), strict=True)], object)


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

"""Exact decimal arithmetic where a rounding error could change an answer.

A float stands for the shortest decimal that reads back as it (`repr`): 19.0 is 19 and 11.02 is 11.02. Formulas are
evaluated in floats first; rows so close to a boundary that rounding could matter are evaluated again with these
decimals, using addition and multiplication only, which are exact.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext

import numpy as np

from kpi.analysis.arrays import FloatArray, ObjectArray

# Room for any sum of products of doubles; a result that still had to be rounded raises instead.
_EXACT = Context(prec=4_000, traps=[Inexact, InvalidOperation])
# A dozen operations on doubles err by less than 1e-14 of the size of their terms.
DOUBT = 1e-12
_DIGITS = 13


@contextmanager
def exactly() -> Iterator[None]:
    """Within it, decimals are added and multiplied without rounding; what cannot be raises `decimal.Inexact`."""
    with localcontext(_EXACT):
        yield


def decimals(values: FloatArray) -> ObjectArray:
    """Each float as the decimal that it stands for."""
    distinct, where = np.unique(values, return_inverse=True)
    out = np.empty(len(distinct), object)
    out[:] = [Decimal(repr(value)) for value in distinct.tolist()]
    return out[where]


def tidy(difference: FloatArray, size: FloatArray) -> FloatArray:
    """A computed difference without the float's noise: 0.1, not 0.09999999999999964, for 11.1 − 11.

    `size` is the magnitude of the terms; digits beyond the thirteenth of it are noise. For showing only: what is
    compared is compared before.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        leading = np.ceil(np.log10(np.where(size > 0, size, 1.0)))
    places = np.power(10.0, np.clip(_DIGITS - leading, 0, 22))
    return np.where(np.isfinite(difference), np.rint(difference * places) / places + 0.0, difference)

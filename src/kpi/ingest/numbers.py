"""Numbers as Swedes write them, decided per column: which sign is the decimal sign is never guessed.

Accepted: decimal comma or point, spaces of any kind between thousands, a true minus, an exponent. A comma or a point
before exactly three digits ("1.234") may divide thousands or decimals: it is read only when the column itself, or for
a comma another column of the file, shows which.
"""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.ingest.arrow import pa
from kpi.ingest.distinct import Distinct, Mask
from kpi.ingest.table import Cells

COMMA, POINT = ",", "."
_SPACES = " \u00a0\u202f\u2009"  # ordinary, no-break, narrow no-break, thin
_THOUSANDS = rf"^[+-]?\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:[.,]\d+)?$"
_NUMBER = r"^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$"
_UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class Written:
    """A column of text made ready. All but `distinct` is told per distinct text.

    `plain` is the text without spaces, true minus and percent sign; `numeric` tells what looks like a number,
    whichever the decimal sign.
    """

    distinct: Distinct
    plain: "pd.Series[str]"
    percented: Mask
    numeric: Mask

    @property
    def number(self) -> Mask:
        """The rows that look like a number."""
        return self.distinct.where(self.numeric)

    @property
    def percent(self) -> Mask:
        """The rows with a percent sign."""
        return self.distinct.where(self.percented)

    def uses(self, sign: str) -> Mask:
        """Rows whose number has that sign."""
        return self.distinct.where(self.signed(sign))

    def signed(self, sign: str) -> Mask:
        """Distinct texts whose number has that sign."""
        found: Mask = self.numeric & self.plain.str.contains(sign, regex=False).to_numpy(dtype=bool)
        return found

    def shows(self, sign: str) -> bool:
        """Some number can only be read with `sign` as the decimal sign: 0.5, 12.25, 1234.567 but not 1.234."""
        texts = self.plain[self.signed(sign)]
        return bool((~texts.str.fullmatch(_UNCLEAR)).any())


def written(cells: Cells) -> Written:
    """The column's texts made ready; cells that the file stores as numbers count as blank here."""
    distinct = cells.distinct if cells.number is None else cells.distinct.blanked(~np.isnan(cells.number))
    text = distinct.each.str.strip()
    percent = np.asarray(text.str.endswith("%"), dtype=bool)
    if percent.any():
        text = text.str.removesuffix("%").str.rstrip()
    text = text.str.replace("−", "-", regex=False)
    thousands = text.str.match(_THOUSANDS)
    if thousands.any():
        text = text.mask(thousands, text.str.replace(f"[{_SPACES}]", "", regex=True))
    return Written(distinct, text, percent, np.asarray(text.str.match(_NUMBER), dtype=bool))


@dataclass(frozen=True, slots=True)
class Sign:
    """The decimal sign of a column, or why it cannot be told, with the rows that say so."""

    sign: str = POINT
    fault: str = ""
    where: tuple[int, ...] = ()


def decimal_sign(column: Written, comma_elsewhere: bool = False) -> Sign:
    """The column's decimal sign. `comma_elsewhere`: another column of the file surely has decimal comma."""
    signs = [sign for sign in (COMMA, POINT) if column.signed(sign).any()]
    if len(signs) > 1:
        return Sign(fault="decimals-mixed", where=tuple(int(column.uses(sign).argmax()) for sign in signs))
    if not signs:
        return Sign()
    sign = signs[0]
    if column.shows(sign) or (sign == COMMA and comma_elsewhere):
        return Sign(sign)
    return Sign(sign, "decimals-unclear", (int(column.uses(sign).argmax()),))


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a column says: `value` is NaN where it says nothing, or nothing that is a finite number."""

    value: NDArray[np.float64]
    unread: Mask
    infinite: Mask


def values(cells: Cells, column: Written, sign: str) -> Numbers:
    """The numbers. Rows with the other decimal sign are left out without a word: `decimal_sign` has told of them."""
    other = COMMA if sign == POINT else POINT
    texts = column.plain.where(column.numeric & ~column.signed(other), None).str.replace(sign, POINT, regex=False)
    read = pa.array(texts, type=pa.string(), from_pandas=True).cast(pa.float64()).to_numpy(zero_copy_only=False)
    strange = ~column.numeric & (np.asarray(column.plain.ne(""), dtype=bool) | column.percented)
    found = column.distinct.spread(read, np.float64)
    if cells.number is not None:
        found = np.where(np.isnan(cells.number), found, cells.number)
    infinite = np.isinf(found)
    if infinite.any():
        found = np.where(infinite, np.nan, found)
    return Numbers(found, column.distinct.where(strange), infinite)

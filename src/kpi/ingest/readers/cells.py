"""Cells of a workbook as Python values, made into columns."""

import datetime
import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpi.ingest.arrow import pa
from kpi.ingest.grid import Column, texts

_LETTERS = 26
_EXACT = 1e15  # whole numbers below it are written without an exponent, as spreadsheets do
_NUMBERS = frozenset({int, float})
_DATES = frozenset({datetime.date, datetime.datetime})
_SECONDS_OF_HOUR, _SECONDS_OF_MINUTE = 3600, 60


def column(values: Sequence[Any]) -> Column:
    """A column from the values that calamine gives: text, numbers, dates and times, True and False, "" where blank."""
    kinds = set(map(type, values))
    if kinds == {str}:
        return Column(texts(values))
    if kinds == {float}:
        return _numbers(np.array(values))
    written = texts([value if type(value) is str else _WRITTEN[type(value)](value) for value in values])
    number = dated = None
    if kinds & _NUMBERS:
        found = [value if type(value) in _NUMBERS else math.nan for value in values]
        number = pa.array(np.array(found, dtype=np.float64))
    if kinds & _DATES:
        dated = pa.array([type(value) in _DATES for value in values], type=pa.bool_())
    return Column(written, number, dated)


def _numbers(values: NDArray[np.float64]) -> Column:
    """As `_float` writes each of them, but most of it at once: columns of numbers are what files consist of."""
    values = values + 0.0  # no zero below zero
    written = list(map(repr, values.tolist()))
    for i in np.flatnonzero((values == np.floor(values)) & (np.abs(values) < _EXACT)).tolist():
        written[i] = written[i].removesuffix(".0")
    return Column(texts(written), pa.array(values))


def column_number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _float(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(value)


def _moment(value: datetime.datetime) -> str:
    return value.date().isoformat() if value.time() == datetime.time() else str(value)


def _duration(value: datetime.timedelta) -> str:
    """Hours may pass 24: 30:00:00."""
    seconds = abs(round(value.total_seconds()))
    hours, rest = divmod(seconds, _SECONDS_OF_HOUR)
    sign = "-" if value < datetime.timedelta() else ""
    return f"{sign}{hours:02d}:{rest // _SECONDS_OF_MINUTE:02d}:{rest % _SECONDS_OF_MINUTE:02d}"


_WRITTEN: dict[type, Callable[[Any], str]] = {
    float: _float,
    int: str,
    bool: str,
    datetime.datetime: _moment,
    datetime.date: datetime.date.isoformat,
    datetime.time: datetime.time.isoformat,
    datetime.timedelta: _duration,
}

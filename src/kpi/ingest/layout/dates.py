"""The texts of a period column: dates as the period they stand for, and a year with the part of it beside."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from kpi.ingest.distinct import Distinct
from kpi.ingest.layout.layout import PARTS, Role
from kpi.ingest.layout.seen import Seen, is_day, serial
from kpi.ingest.table import Cells, text_cells

_EPOCH = date(1899, 12, 30)  # day 0 of Excel's calendar, for every day after February 1900
_LENGTH = {"year": 4, "month": 7, "day": 10}  # of the beginning of an ISO date
_DAY = r"^(\d{4})-?(\d\d)-?(\d\d)\b.*$"
_LETTERS = {Role.QUARTER: "Q", Role.TERTIAL: "T"}


@dataclass(frozen=True, slots=True)
class Part:
    """The column that says which part of the year."""

    role: Role
    cells: Cells


def part(by_role: dict[Role, Seen]) -> Part | None:
    """The part of the year, where a column says it."""
    return next((Part(role, by_role[role].cells) for role in PARTS if role in by_role), None)


def texts(cells: Cells, meant: str, beside: Part | None) -> "pd.Series[str]":
    """The period of every row as `ingest.periods` reads it. meant: what a date stands for, "" where there are none."""
    text = cells.text.str.strip()
    if meant:
        text = _dates(text, cells, meant)
    if beside is None:
        return text
    parts = Distinct(beside.cells.text.str.strip())
    said = pd.Series(parts.spread([_part(each, beside.role) for each in parts.texts]), dtype="str")
    return said.str.cat(text, sep=" ").str.strip()


def _part(text: str, role: Role) -> str:
    """ "3" as a month is "mars": no number alone is a month to a reader of periods."""
    if role is Role.MONTH:
        return _MONTHS[int(text) - 1] if text.isdigit() and 1 <= int(text) <= len(_MONTHS) else text
    digits = text.strip(" kKvVqQtT.")
    return f"{_LETTERS[role]}{digits}" if digits.isdigit() else text


def _dates(text: "pd.Series[str]", cells: Cells, meant: str) -> "pd.Series[str]":
    if cells.number is not None:
        is_day = serial(cells.number)
        days = [_iso(each) if is_one else "" for each, is_one in zip(cells.number, is_day, strict=True)]
        text = text.mask(is_day, pd.Series(days, dtype="str"))
    iso = text.str.replace(_DAY, r"\1-\2-\3", regex=True)
    return text.mask(text.str.match(_DAY), iso.str[: _LENGTH[meant]])


def header(text: str, meant: str) -> str:
    """The period of a header, where it is a day as what days stand for."""
    return str(_dates(pd.Series([text], dtype="str"), text_cells([text]), meant)[0]) if meant and is_day(text) else text


def _iso(day: float) -> str:
    return (_EPOCH + timedelta(days=int(day))).isoformat()


_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
           "november", "december")  # fmt: skip

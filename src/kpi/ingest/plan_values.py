"""Cells of plan files as values: codes, numbers, years, days and the Swedish words for the domain's kinds."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kpi.errors import wrong
from kpi.model import Direction, Gender, PeriodKind, TargetKind, TargetOrigin, Term, YearRule
from kpi.words import listing

SEPARATOR = "|"
YEARS = range(1900, 2201)
MAX_DECIMALS = 6
THRESHOLDS = range(1, 101)
LEVELS = range(1, 5)
MOST = 999
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]*")
# Thousands may be set apart with a space of any width; the sign may be a true minus.
_ELSEWHERE = re.compile(r"[a-z0-9][a-z0-9_-]*:[a-z0-9][a-z0-9_-]*")
_NUMBER = re.compile(r"[-−+]?(\d{1,3}([ \u00a0\u2009\u202f]\d{3})+|\d+)([.,]\d+)?")
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def text(cell: str) -> str:
    """The cell as it stands."""
    return cell


def code(cell: str) -> str:
    """A code: lower-case ASCII letters, digits, - and _."""
    if not _CODE.fullmatch(cell):
        raise wrong("plan-not-a-code")
    return cell


def codes(cell: str) -> tuple[str, ...]:
    """Codes between bars."""
    return tuple(dict.fromkeys(code(part) for part in parts(cell)))


def count(cell: str) -> int:
    """A place in an order: 1, 2, 3 …"""
    if not cell.isascii() or not cell.isdigit() or not 0 < int(cell) <= MOST:
        raise wrong("plan-not-a-place", most=str(MOST))
    return int(cell)


def elsewhere(cell: str) -> str:
    """A goal of another plan: the plan's code, a colon, the goal's code."""
    if not _ELSEWHERE.fullmatch(cell):
        raise wrong("plan-not-elsewhere")
    return cell


def number(cell: str) -> float:
    """A number with decimal comma or point."""
    found = float(plain_number(cell))
    # Hundreds of digits are more than a number can hold.
    if not math.isfinite(found):
        raise wrong("plan-not-a-number")
    return found


def plain_number(cell: str) -> str:
    """A number as computers write it: 1 234,50 is 1234.50. Raises `UserError` for what is none."""
    if not _NUMBER.fullmatch(cell):
        raise wrong("plan-not-a-number")
    return re.sub(r"\s", "", cell).replace("−", "-").replace(",", ".")


def decimals(cell: str) -> int:
    """How many decimals an outcome is shown with."""
    if not cell.isascii() or not cell.isdigit() or int(cell) > MAX_DECIMALS:
        raise wrong("plan-not-decimals", most=str(MAX_DECIMALS))
    return int(cell)


def month(cell: str) -> int:
    """A month of the year by its number."""
    if not cell.isascii() or not cell.isdigit() or int(cell) not in range(1, 13):
        raise wrong("plan-not-a-month")
    return int(cell)


def level(cell: str) -> int:
    """How likely or how grave, from 1 to 4."""
    if not cell.isascii() or not cell.isdigit() or int(cell) not in LEVELS:
        raise wrong("plan-not-a-level", least=str(LEVELS[0]), most=str(LEVELS[-1]))
    return int(cell)


def threshold(cell: str) -> int:
    """From which number on a count may be shown; 1 hides none."""
    if not cell.isascii() or not cell.isdigit() or int(cell) not in THRESHOLDS:
        raise wrong("plan-not-a-threshold", least=str(THRESHOLDS[0]), most=str(THRESHOLDS[-1]))
    return int(cell)


def year(cell: str) -> int:
    """A year of four digits."""
    if not cell.isascii() or not cell.isdigit() or int(cell) not in YEARS:
        raise wrong("plan-not-a-year")
    return int(cell)


def day(cell: str) -> date:
    """A day, or the first one of a month (2021-03) or of a year (2021)."""
    found = _DAY.fullmatch(cell)
    if not found:
        raise wrong("plan-not-a-day")
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError as error:
        raise wrong("plan-not-a-day") from error


def parts(cell: str) -> tuple[str, ...]:
    """What stands between the bars."""
    return tuple(part.strip() for part in cell.split(SEPARATOR) if part.strip())


def aliases(cell: str) -> str:
    """Other names, tidied, as the store keeps them."""
    return SEPARATOR.join(dict.fromkeys(parts(cell)))


@dataclass(frozen=True)
class Choice:
    """A parser that knows these words and no others."""

    words: Mapping[str, Any]

    def __call__(self, cell: str) -> Any:
        """What the word means."""
        found = self.words.get(cell.lower())
        if found is None:
            raise wrong("plan-word-unknown", allowed=listing(self.words))
        return found


YES_NO = {"ja": True, "nej": False}
DIRECTIONS = {"högre": Direction.HIGHER, "lägre": Direction.LOWER, "ingen": Direction.NEUTRAL}
YEAR_RULES = {"summa": YearRule.SUM, "medel": YearRule.MEAN, "sista": YearRule.LAST, "kvot": YearRule.RATIO}
TERMS = {"långsiktigt": Term.LONG, "kortsiktigt": Term.SHORT, "finansiellt": Term.FINANCIAL}
GENDERS = {"k": Gender.WOMEN, "m": Gender.MEN, "t": Gender.TOTAL}
TARGET_ORIGINS = {"målvärde": TargetOrigin.PLAN, "riktvärde": TargetOrigin.GUIDELINE}
TARGET_KINDS = {
    "minst": TargetKind.AT_LEAST,
    "högst": TargetKind.AT_MOST,
    "under": TargetKind.BELOW,
    "mellan": TargetKind.BETWEEN,
    "förändring högst": TargetKind.CHANGE_AT_MOST,
    "förändring minst": TargetKind.CHANGE_AT_LEAST,
    "lägre än basåret": TargetKind.BELOW_BASE,
    "högre än basåret": TargetKind.ABOVE_BASE,
    "lägre än jämförelsen": TargetKind.BELOW_REFERENCE,
    "högre än jämförelsen": TargetKind.ABOVE_REFERENCE,
    "skillnaden minskad med": TargetKind.GAP_REDUCED_BY,
    "milstolpe": TargetKind.MILESTONE,
}
PERIOD_KINDS = {
    "år": PeriodKind.YEAR,
    "tertial": PeriodKind.TERTIAL,
    "kvartal": PeriodKind.QUARTER,
    "månad": PeriodKind.MONTH,
    "läsår": PeriodKind.SCHOOL_YEAR,
    "termin": PeriodKind.HALF_YEAR,
    "mätdag": PeriodKind.DAY,
    **{f"{n} år": PeriodKind(f"years_{n}") for n in range(2, 11)},
}
UNIT_KINDS = {
    "riket": "country",
    "region": "region",
    "nämnd": "board",
    "förvaltning": "department",
    "område": "area",
    "enhet": "ward",
    "kommun": "municipality",
}

"""Periods: their kinds, their codes in addresses and files, their first and last days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

TOTAL_MONTHS = 12


class PeriodKind(StrEnum):
    """The kinds of period; `years_n` pools n consecutive years."""

    YEAR = "year"
    TERTIAL = "tertial"
    QUARTER = "quarter"
    MONTH = "month"
    SCHOOL_YEAR = "school_year"
    HALF_YEAR = "half_year"
    DAY = "day"
    YEARS_2 = "years_2"
    YEARS_3 = "years_3"
    YEARS_4 = "years_4"
    YEARS_5 = "years_5"
    YEARS_6 = "years_6"
    YEARS_7 = "years_7"
    YEARS_8 = "years_8"
    YEARS_9 = "years_9"
    YEARS_10 = "years_10"

    @property
    def months(self) -> int:
        """Length in months; 0 for a single day."""
        return _MONTHS[self]

    @property
    def pooled(self) -> bool:
        """True for several years taken together: such periods overlap and are not independent."""
        return self.value.startswith("years_")

    @property
    def part_of_year(self) -> bool:
        """True for the kinds whose parts make up a calendar year."""
        return self in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.TERTIAL)


_MONTHS: dict[str, int] = {
    PeriodKind.DAY: 0,
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.TERTIAL: 4,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.YEAR: TOTAL_MONTHS,
    PeriodKind.SCHOOL_YEAR: TOTAL_MONTHS,
    **{f"years_{n}": n * TOTAL_MONTHS for n in range(2, 11)},
}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period by its first day and its kind. Half-years start in January (våren) or July (hösten)."""

    start: date
    kind: PeriodKind

    @classmethod
    def year(cls, year: int) -> "Period":
        """The calendar year."""
        return cls(date(year, 1, 1), PeriodKind.YEAR)

    @property
    def code(self) -> str:
        """The period in an address or a file name: 2025, 2025-08, 2025-T1, 2025-Q3, 2018-H1, 2017/18."""
        year, number = self.start.year, (self.start.month - 1) // max(self.kind.months, 1) + 1
        match self.kind:
            case PeriodKind.YEAR:
                return str(year)
            case PeriodKind.MONTH:
                return f"{year}-{number:02d}"
            case PeriodKind.TERTIAL | PeriodKind.QUARTER | PeriodKind.HALF_YEAR as kind:
                return f"{year}-{_LETTERS[kind]}{number}"
            case PeriodKind.SCHOOL_YEAR:
                return f"{year}/{(year + 1) % 100:02d}"
            case PeriodKind.DAY:
                return self.start.isoformat()
            case _:
                return f"{year}-{self.end.year}"

    @classmethod
    def from_code(cls, code: str) -> "Period":
        """What `code` wrote, for the periods that a page can show. Raises `ValueError` for anything else."""
        match = re.fullmatch(r"(\d{4})(?:-(?:([TQH])(\d)|(\d\d)))?", code)
        if match is None:
            raise ValueError(code)
        year, letter, number, month = match.groups()
        if month:
            return cls(date(int(year), int(month), 1), PeriodKind.MONTH)
        if letter:
            kind = next(kind for kind, its in _LETTERS.items() if its == letter)
            return cls(date(int(year), (int(number) - 1) * kind.months + 1, 1), kind)
        return cls.year(int(year))

    @property
    def end(self) -> date:
        """The last day."""
        if self.kind is PeriodKind.DAY:
            return self.start
        return _add_months(self.start, self.kind.months) - timedelta(days=1)


_LETTERS = {PeriodKind.TERTIAL: "T", PeriodKind.QUARTER: "Q", PeriodKind.HALF_YEAR: "H"}


def _add_months(day: date, months: int) -> date:
    index = day.year * TOTAL_MONTHS + day.month - 1 + months
    return date(index // TOTAL_MONTHS, index % TOTAL_MONTHS + 1, 1)

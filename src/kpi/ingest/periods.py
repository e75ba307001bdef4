"""Periods as Swedes write them."""

import re
from collections.abc import Callable
from datetime import date

from kpi.model import Period, PeriodKind

FIRST_YEAR, LAST_YEAR = 1900, 2100
_MONTHS = {
    name: number
    for number, names in enumerate(
        ["januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug",
         "september sep sept", "oktober okt", "november nov", "december dec"],
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SPRING, _AUTUMN = "våren|vår|vt|vårterminen|vårtermin", "hösten|höst|ht|höstterminen|hösttermin"
_YEAR = r"(?P<year>\d{4})"
_OTHER_DASHES = str.maketrans(dict.fromkeys("–—−‐‑", "-"))


def _part(kind: PeriodKind, words: str, numbers: str) -> list[tuple[str, Callable[[dict[str, str]], Period | None]]]:
    """`tertial 1 2025`, `T1 2025`, `2025T1`, `2025 tertial 1`."""

    def make(found: dict[str, str]) -> Period:
        return Period(date(int(found["year"]), (int(found["part"]) - 1) * kind.months + 1, 1), kind)

    part = rf"(?:{words})\s?(?P<part>[{numbers}])"
    return [(rf"{part}[\s-]?{_YEAR}", make), (rf"{_YEAR}[\s-]?{part}", make)]


def _month(found: dict[str, str]) -> Period | None:
    number = int(found["month"]) if "month" in found else _MONTHS[found["name"]]
    return Period(date(int(found["year"]), number, 1), PeriodKind.MONTH) if 1 <= number <= 12 else None  # noqa: PLR2004


def _half(found: dict[str, str]) -> Period:
    spring = found["half"] in _SPRING.split("|")
    return Period(date(int(found["year"]), 1 if spring else 7, 1), PeriodKind.HALF_YEAR)


def _school_year(found: dict[str, str]) -> Period | None:
    first, last = int(found["year"]), int(found["last"])
    follows = last in (first + 1, (first + 1) % 100)
    return Period(date(first, 7, 1), PeriodKind.SCHOOL_YEAR) if follows else None


def _pooled(found: dict[str, str]) -> Period | None:
    first, count = int(found["year"]), int(found["last"]) - int(found["year"]) + 1
    kind = f"years_{count}"
    return Period(date(first, 1, 1), PeriodKind(kind)) if kind in list(PeriodKind) else None


def _day(found: dict[str, str]) -> Period | None:
    try:
        return Period(date(int(found["year"]), int(found["month"]), int(found["day"])), PeriodKind.DAY)
    except ValueError:
        return None


_FORMS: list[tuple[re.Pattern[str], Callable[[dict[str, str]], Period | None]]] = [
    (re.compile(pattern), make)
    for pattern, make in [
        (_YEAR, lambda found: Period.year(int(found["year"]))),
        (rf"{_YEAR}-?(?P<month>\d\d)", _month),
        (rf"{_YEAR}m(?P<month>\d\d)", _month),
        (rf"(?P<name>{_MONTH})\.?\s?{_YEAR}", _month),
        (rf"{_YEAR}\s?(?P<name>{_MONTH})\.?", _month),
        *_part(PeriodKind.TERTIAL, "tertial|t", "123"),
        *_part(PeriodKind.QUARTER, "kvartal|kv|k|q", "1234"),
        *_part(PeriodKind.HALF_YEAR, "halvår|h", "12"),
        (rf"(?P<half>{_SPRING}|{_AUTUMN})\s?{_YEAR}", _half),
        (rf"{_YEAR}\s?(?P<half>{_SPRING}|{_AUTUMN})", _half),
        (rf"(?:läsåret|läsår|lå)\s?{_YEAR}\s?[/-]\s?(?P<last>\d{{4}}|\d\d)", _school_year),
        (rf"{_YEAR}/(?P<last>\d{{4}}|\d\d)", _school_year),
        (rf"{_YEAR}\s?-\s?(?P<last>\d{{4}})", _pooled),
        (rf"{_YEAR}-?(?P<month>\d\d)-?(?P<day>\d\d)", _day),
    ]
]


def parse(text: str) -> Period | None:
    """The period, or None when the text is not one: 2025-13, tertial 4 2025, 17."""
    plain = " ".join(text.translate(_OTHER_DASHES).split()).casefold()
    for pattern, make in _FORMS:
        if (found := pattern.fullmatch(plain)) and not found["year"].startswith("000"):
            return make(found.groupdict())
    return None

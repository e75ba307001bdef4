"""Everything a user reads, in one catalogue per language, and numbers and dates as Swedes write them.

Sentences stand in `sv/*.ftl` (Project Fluent); numbers and dates follow CLDR through Babel.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from kpi.model import Period, PeriodKind

LANGUAGE = "sv"
NO_BREAK_SPACE = "\u00a0"
PERCENT = "%"
_SWEDEN = ZoneInfo("Europe/Stockholm")


@cache
def _catalogue(language: str = LANGUAGE) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((Path(__file__).parent / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def say(key: str, **arguments: Any) -> str:
    """The sentence `key` with its arguments. Raises `KeyError` on an unknown id and `ValueError` on a missing one.

    Fluent itself would print the id or the argument's name: a reader must never see either.
    """
    bundle = _catalogue()
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        raise KeyError(f"no message {key!r} in the catalogue")
    text, errors = bundle.format_pattern(pattern, arguments)
    if errors:
        raise ValueError(f"message {key!r}: {errors}")
    return str(text)


@lru_cache(maxsize=20_000)
def number(value: float | Decimal, decimals: int = 0) -> str:
    """`-1234.5` with one decimal is "−1 234,5": decimal comma, no-break space, true minus, halves away from zero."""
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    text = format_decimal(abs(exact), format=pattern, locale=LANGUAGE)
    return f"−{text}" if exact < 0 else str(text)


def exact(value: float) -> str:
    """Every digit of the value: where nothing may be rounded away."""
    exponent = Decimal(repr(float(value))).normalize().as_tuple().exponent
    return number(value, max(0, -int(exponent)))


def quantity(value: float | Decimal, decimals: int, measure: str) -> str:
    """A value as it stands in a table: the percent sign follows the number, other measures stand in the title."""
    return number(value, decimals) + (f"{NO_BREAK_SPACE}%" if measure == PERCENT else "")


def difference(value: float | Decimal, decimals: int, measure: str) -> str:
    """A difference in words: "2,8 procentenheter", "96,0 recept per 1 000 invånare", "0,3 indexenheter"."""
    unit = _difference_unit(value, measure)
    return f"{number(value, decimals)}{NO_BREAK_SPACE}{unit}".rstrip()


def _difference_unit(value: float | Decimal, measure: str) -> str:
    if measure == PERCENT:
        return say("percentage-points", n=abs(float(value)))
    return {"index": say("index-points"), "antal": ""}.get(measure, measure)


def period(which: Period) -> str:
    """As Swedes write it: 2025 · tertial 1 2025 · kvartal 1 2025 · jan 2025 · våren 2018 · 2015–2017."""
    start, year = which.start, which.start.year
    match which.kind:
        case PeriodKind.YEAR:
            return str(year)
        case PeriodKind.TERTIAL | PeriodKind.QUARTER as kind:
            return say(f"period-{kind.value}", n=(start.month - 1) // kind.months + 1, year=str(year))
        case PeriodKind.MONTH:
            return f"{MONTHS[start.month - 1]} {year}"
        case PeriodKind.HALF_YEAR:
            return say("period-spring" if start.month == 1 else "period-autumn", year=str(year))
        case PeriodKind.SCHOOL_YEAR:
            return say("period-school-year", first=str(year), last=f"{(year + 1) % 100:02d}")
        case PeriodKind.DAY:
            return start.isoformat()
        case _:
            return f"{year}–{which.end.year}"


MONTHS = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")


def day(when: date | datetime) -> str:
    """31 augusti 2025."""
    return str(format_date(when, "d MMMM y", locale=LANGUAGE))


def days(first: date, last: date) -> str:
    """One day, or from one to another: 8 april 2025 · 27–28 maj 2025 · 30 september–1 oktober 2025."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)}–{day(last)}"
    form = "d" if first.month == last.month else "d MMMM"
    return f"{format_date(first, form, locale=LANGUAGE)}–{day(last)}"


COUNT_WORDS = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]


def count_word(count: int, *, common: bool = False) -> str:
    """Up to twelve in words, as in running text, for a noun of neuter gender or `common`; above, in digits."""
    if common and count == 1:
        return "en"
    return COUNT_WORDS[count] if count < len(COUNT_WORDS) else number(count)


def local_time(moment: datetime) -> str:
    """A moment of the store (UTC without a zone) on Swedish clocks: 2025-08-31 14:05."""
    return moment.replace(tzinfo=UTC).astimezone(_SWEDEN).strftime("%Y-%m-%d %H:%M")


def listing(items: Iterable[str]) -> str:
    """a, b och c."""
    *head, last = list(items) or [""]
    return say("listing", head=", ".join(head), last=last) if head else last

"""Amounts as they are written: printed ones digit by digit, computed ones with what they need."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kpi.analysis.budget.plan import Figure
from kpi.model import MoneyUnit
from kpi.words import MONTHS, number, say

NONE = "–"
MOST_DECIMALS = 12
# At least and at most so many decimals: a million is never shown coarser than to the thousand if it is known finer.
_DECIMALS = {MoneyUnit.MKR: (1, 3), MoneyUnit.TKR: (0, 3), MoneyUnit.KR: (0, 2)}


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its headings and rows of texts, the row's name first."""

    headings: list[str]
    rows: list[list[str]]


def printed(figure: Figure | None) -> str:
    """A figure as the text prints it, without its unit."""
    return NONE if figure is None else number(figure.amount, figure.decimals)


def with_unit(figure: Figure | None) -> str:
    """A figure as the text prints it, with its unit."""
    return NONE if figure is None else say("money-with-unit", amount=printed(figure), unit=figure.unit)


def money(kronor: Decimal | None, unit: MoneyUnit) -> str:
    """An amount in a unit, without the unit's name."""
    if kronor is None:
        return NONE
    value = kronor / unit.kronor
    least, most = _DECIMALS[unit]
    written = max(0, -int(value.normalize().as_tuple().exponent))
    return number(value, _not_zero(value, min(max(least, written), most)))


def money_with_unit(kronor: Decimal, unit: MoneyUnit) -> str:
    """An amount in a unit, with the unit's name."""
    return say("money-with-unit", amount=money(kronor, unit), unit=unit)


def written(kronor: Decimal, unit: MoneyUnit, *, named: bool) -> str:
    """An amount in a unit, `named`: with the unit's name, where the column's heading does not say it."""
    return money_with_unit(kronor, unit) if named else money(kronor, unit)


def in_unit(heading: str, unit: MoneyUnit | None) -> str:
    """A column's heading, with the unit where its amounts share one."""
    return heading if unit is None else say("economy-in-unit", what=heading, unit=unit)


def percent(value: Decimal | None) -> str:
    """A share with one decimal; with as many as it takes where one would make it zero."""
    if value is None:
        return NONE
    return say("money-percent", amount=number(value, _not_zero(value, 1)))


def _not_zero(value: Decimal, decimals: int) -> int:
    """So many decimals, or as many more as it takes for what is not zero not to be written as zero."""
    return next((n for n in range(decimals, MOST_DECIMALS) if not value or round(abs(value), n)), decimals)


def months(through: int) -> str:
    """jan–aug: the months from January on."""
    return MONTHS[0] if through == 1 else f"{MONTHS[0]}–{MONTHS[through - 1]}"


def one_unit(figures: Iterable[Figure]) -> MoneyUnit | None:
    """The unit that they share; None where they have several, or there are none."""
    units = {figure.unit for figure in figures}
    return units.pop() if len(units) == 1 else None

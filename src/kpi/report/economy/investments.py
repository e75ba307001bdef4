"""Investments: their frame, what has been used and what is left of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from kpi.analysis.budget.plan import Budget, Item
from kpi.analysis.budget.used import Against, ItemYear, against
from kpi.report.economy.measures import told
from kpi.report.economy.money import NONE, Grid, in_unit, money_with_unit, one_unit, printed, with_unit, written
from kpi.words import MONTHS, say

Used = Mapping[ItemYear, Mapping[date, Decimal]]


def table(plan: Budget, items: Sequence[Item], used: Used, year: int) -> Grid:
    """Per investment and total: frame, used until the last reported month, and what is left."""
    sums = totals(used)
    found = [against(plan, item.code, year, sums) for item in items]
    unit = one_unit(one.planned for one in found if one)
    rows = [
        [item.name, item.category or NONE, *_amounts(one, named=unit is None), _until(used.get((item.code, year), {}))]
        for item, one in zip(items, found, strict=True)
    ]
    amounts = [in_unit(say(f"economy-column-{each}"), unit) for each in ("frame", "used", "left")]
    first = [say(f"economy-column-{each}") for each in ("investment", "owner")]
    return Grid([*first, *amounts, say("economy-column-reported-until")], rows)


def totals(used: Used) -> dict[ItemYear, Decimal]:
    """Kronor by investment and year: the months that have been reported."""
    return {key: sum(months.values(), Decimal(0)) for key, months in used.items()}


def _amounts(found: Against | None, *, named: bool) -> list[str]:
    if found is None:
        return [NONE, NONE, NONE]
    frame = with_unit(found.planned) if named else printed(found.planned)
    return [frame, told(found, named=named), _left(found, named=named)]


def _left(found: Against, *, named: bool) -> str:
    if found.left is None:
        return NONE
    amount = written(found.left, found.planned.unit, named=named)
    return say("economy-overdrawn", amount=amount) if found.left < 0 else amount


def _until(months: Mapping[date, Decimal]) -> str:
    return MONTHS[max(months).month - 1] if months else NONE


def by_month(plan: Budget, items: Sequence[Item], used: Used, year: int) -> Grid:
    """Every month that has been reported of every investment."""
    rows = [
        [item.name, MONTHS[month.month - 1], money_with_unit(amount, plan.figures[(item.code, None), year].unit)]
        for item in items
        for month, amount in used.get((item.code, year), {}).items()
    ]
    return Grid([say(f"economy-column-{each}") for each in ("investment", "month", "month-used")], rows)


def sentence(plan: Budget, items: Sequence[Item], used: Used, year: int) -> str:
    """How much of the year's total has been used; nothing where the plan has no total of the year."""
    sums = [item for item in items if item.sum_of]
    found = against(plan, sums[-1].code, year, totals(used)) if sums else None
    if found is None:
        return ""
    planned = with_unit(found.planned)
    if found.reported is None:
        return say("economy-use-none", year=str(year), planned=planned)
    amount = money_with_unit(found.reported, found.planned.unit)
    return say("economy-use-sentence", planned=planned, amount=amount, told=found.told, parts=found.parts)

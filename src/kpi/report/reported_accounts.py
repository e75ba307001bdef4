"""When a month's accounts came in, area by area."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from kpi.analysis.budget.plan import Budget
from kpi.frames import records
from kpi.model import AccountKind, BudgetSection, Period
from kpi.moments import in_sweden


@dataclass(frozen=True, slots=True)
class AreaAccounts:
    """An area of the budget, and the Swedish day on which the last of its cost types came; None while one lacks."""

    code: str
    name: str
    came_on: date | None


def area_accounts(budget: Budget, accounts: pd.DataFrame, period: Period) -> Iterator[AreaAccounts]:
    """Every area that has a frame of the year and is no total, with the last month of the period.

    A cost type is waited for when its frame is other than zero. accounts: the store's table `account` with
    `created_at`.
    """
    month = accounts["month"].eq(pd.Timestamp(period.end).replace(day=1))
    came: dict[tuple[str, str | None], date] = {}
    for row in records(accounts[month & accounts["kind"].eq(AccountKind.OUTCOME)]):
        cell = (str(row.area), None if pd.isna(row.cost_type) else str(row.cost_type))
        day = in_sweden(pd.Timestamp(row.created_at).to_pydatetime()).date()
        came[cell] = min(day, came.get(cell, day))
    for item in budget.of(BudgetSection.AREA):
        waited = _waited_for(budget, item.code, period.end.year)
        if waited and not item.sum_of:
            found = [came.get((item.code, one)) for one in waited]
            days = [one for one in found if one is not None]
            yield AreaAccounts(item.code, item.name, max(days) if len(days) == len(found) else None)


def _waited_for(budget: Budget, area: str, year: int) -> list[str | None]:
    """The cost types in which the area has money that year; None stands for an area without cost types."""
    types: list[str | None] = [*budget.types(area, year)] or [None]
    figures = [(one, budget.figures.get(((area, one), year))) for one in types]
    return [one for one, figure in figures if figure is not None and figure.amount]

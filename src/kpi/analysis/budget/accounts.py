"""Outcome and forecast against the frame of the year.

Accumulated is the sum from January on, and reaches as far as every part of it has been reported, without a gap: what is
missing is not zero. A forecast of a sum is that of the last month in which every part has one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import accumulate

import pandas as pd

from kpi.analysis.budget.plan import Budget, Cell, Figure, rows
from kpi.model import TOTAL_MONTHS, AccountKind, MoneyUnit

Amounts = dict[Cell, dict[int, Decimal]]
"""Kronor by area and cost type, and month (1 to 12)."""
WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Standing:
    """An area, a total of areas, or one cost type of either, at a time of the year. Amounts are kronor.

    months: each month's own outcome, from January on. forecasts: of the whole year, by the month in which every part
    has one. lacking: the cells for want of which a later month does not count.
    """

    cell: Cell
    frame: Figure | None
    months: tuple[Decimal, ...]
    forecasts: Mapping[int, Decimal]
    lacking: tuple[Cell, ...]

    @property
    def running(self) -> tuple[Decimal, ...]:
        """Accumulated at the end of each month."""
        return tuple(accumulate(self.months))

    @property
    def accumulated(self) -> Decimal | None:
        """From January to the last whole month; None before there is any."""
        return self.running[-1] if self.months else None

    @property
    def share(self) -> Decimal | None:
        """Accumulated as per cent of the year's frame."""
        return _percent(self.accumulated, self.frame.kronor if self.frame else None)

    @property
    def forecast(self) -> Decimal | None:
        """The latest of the year."""
        return self.forecasts[max(self.forecasts)] if self.forecasts else None

    @property
    def deviation(self) -> Decimal | None:
        """Forecast less frame: below zero is worse than budget, for income as for costs."""
        if self.forecast is None or self.frame is None:
            return None
        return self.forecast - self.frame.kronor

    @property
    def deviation_percent(self) -> Decimal | None:
        """The deviation as per cent of the frame's size: below zero is worse, whichever sign the frame has."""
        return _percent(self.deviation, abs(self.frame.kronor) if self.frame else None)


def _percent(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return None if part is None or not whole else WHOLE * part / whole


@dataclass(frozen=True)
class Accounts:
    """What has been reported of one year until a day, against a plan's frames of that year."""

    plan: Budget
    year: int
    outcomes: Amounts
    forecasts: Amounts

    def of(self, code: str, cost_type: str | None = None) -> Standing:
        """How an item stands; with a cost type, that of it alone."""
        cells = [cell for cell in self._cells(code) or () if cost_type in (None, cell[1])]
        known = {month for month in range(1, TOTAL_MONTHS + 1) if cells and self._have(self.outcomes, cells, month)}
        through = next(month for month in range(TOTAL_MONTHS + 1) if month + 1 not in known)
        whole = [month for month in range(1, TOTAL_MONTHS + 1) if cells and self._have(self.forecasts, cells, month)]
        return Standing(
            (code, cost_type), self.plan.figures.get(((code, cost_type), self.year)),
            months=tuple(_sum(self.outcomes, cells, month) for month in range(1, through + 1)),
            forecasts={month: _sum(self.forecasts, cells, month) for month in whole},
            lacking=self._lacking(cells, through + 1),
        )  # fmt: skip

    def _cells(self, code: str) -> list[Cell] | None:
        """What an item's outcome consists of; None where a part has no frame that year."""
        leaves = list(self.plan.leaves(code))
        if any(((leaf, None), self.year) not in self.plan.figures and not self._expected[leaf] for leaf in leaves):
            return None
        return [cell for leaf in leaves for cell in self._expected[leaf]]

    @cached_property
    def _expected(self) -> dict[str, list[Cell]]:
        """By item: the cost types in which it has a frame other than zero, or in which something has been reported."""
        found = {}
        for code in self.plan.items:
            types = self.plan.types(code, self.year)
            cells: list[Cell] = [(code, one) for one in types] or [(code, None)]
            found[code] = [cell for cell in cells if self._matters(cell)]
        return found

    def _matters(self, cell: Cell) -> bool:
        frame = self.plan.figures.get((cell, self.year))
        return bool(frame and frame.amount) or cell in self.outcomes or cell in self.forecasts

    @staticmethod
    def _have(amounts: Amounts, cells: list[Cell], month: int) -> bool:
        return all(month in amounts.get(cell, {}) for cell in cells)

    def _lacking(self, cells: list[Cell], month: int) -> tuple[Cell, ...]:
        """The cells without an outcome of that month, where others have one of it or of a later."""
        if not any(max(self.outcomes.get(cell, {0: 0})) >= month for cell in cells):
            return ()
        return tuple(cell for cell in cells if month not in self.outcomes.get(cell, {}))


def _sum(amounts: Amounts, cells: list[Cell], month: int) -> Decimal:
    return sum((amounts[cell][month] for cell in cells), Decimal(0))


def accounts(plan: Budget, reported: pd.DataFrame, year: int, until: date) -> Accounts:
    """The months of a year that had begun by a day.

    reported: the store's table `account` in the order of delivery; the last row about a thing holds.
    """
    found: dict[AccountKind, Amounts] = {kind: {} for kind in AccountKind}
    for row in rows(reported):
        month = pd.Timestamp(row.month).date()
        if month.year == year and month <= until:
            cell = (str(row.area), None if pd.isna(row.cost_type) else str(row.cost_type))
            kronor = row.amount * MoneyUnit(row.money_unit).kronor
            found[AccountKind(row.kind)].setdefault(cell, {})[month.month] = kronor
    return Accounts(plan, year, found[AccountKind.OUTCOME], found[AccountKind.FORECAST])

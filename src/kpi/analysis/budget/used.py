"""What measures have given and what investments have used, beside what the plan sets for them. Amounts are kronor."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pandas as pd

from kpi.analysis.budget.plan import Budget, Figure, rows
from kpi.model import MoneyUnit, Period, PeriodKind

ItemYear = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Against:
    """An item's planned amount of a year and what has been reported of it; of a total, of those of its parts that have.

    parts: how many items it consists of in the end; of these `told` have been reported.
    """

    planned: Figure
    reported: Decimal | None
    told: int
    parts: int

    @property
    def left(self) -> Decimal | None:
        """Planned less reported; None where something that it consists of has not been reported."""
        return None if self.reported is None or self.told < self.parts else self.planned.kronor - self.reported


@dataclass(frozen=True, slots=True)
class Effect:
    """What a follow-up says that a measure has given, from the first day of its year to the period's last."""

    period: Period
    amount: Decimal
    text: str


def effects(reported: pd.DataFrame, until: date) -> dict[ItemYear, Effect]:
    """By measure and year: the last follow-up of that year that had ended by a day.

    reported: the store's table `measure_effect` in the order of delivery; the last row about a period holds.
    """
    latest: dict[ItemYear, Effect] = {}
    for row in rows(reported):
        period = Period(pd.Timestamp(row.period_start).date(), PeriodKind(row.period_kind))
        key = (str(row.measure), period.end.year)
        before = latest.get(key)
        if period.end <= until and (before is None or before.period.end <= period.end):
            latest[key] = Effect(period, row.amount * MoneyUnit(row.money_unit).kronor, str(row.text))
    return latest


def used(reported: pd.DataFrame, until: date) -> dict[ItemYear, dict[date, Decimal]]:
    """By investment and year: what each month that had begun by a day has used, those that have been reported.

    reported: the store's table `investment_use` in the order of delivery; the last row about a month holds.
    """
    found: dict[ItemYear, dict[date, Decimal]] = defaultdict(dict)
    for row in rows(reported):
        month = pd.Timestamp(row.month).date()
        if month <= until:
            found[str(row.investment), month.year][month] = row.amount * MoneyUnit(row.money_unit).kronor
    return {key: dict(sorted(months.items())) for key, months in found.items()}


def against(plan: Budget, code: str, year: int, amounts: Mapping[ItemYear, Decimal]) -> Against | None:
    """An item's planned amount beside what has been reported; None for a year without a planned amount.

    amounts: kronor by item and year, for those that have been reported.
    """
    planned = plan.figures.get(((code, None), year))
    if planned is None:
        return None
    leaves = list(plan.leaves(code))
    told = [amounts[leaf, year] for leaf in leaves if (leaf, year) in amounts]
    return Against(planned, sum(told, Decimal(0)) if told else None, len(told), len(leaves))

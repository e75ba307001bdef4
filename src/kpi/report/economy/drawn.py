"""What the chart of an area's year shows, in figures and words."""

from dataclasses import dataclass
from decimal import Decimal

from kpi.analysis.budget.accounts import Accounts
from kpi.model import MoneyUnit
from kpi.report.economy import follow
from kpi.report.economy.money import money_with_unit, months, with_unit
from kpi.words import MONTHS, say

Point = tuple[int, float, str]
"""Month (1 to 12), amount in the frame's unit, and what is said of it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Accumulated outcome and the year's forecasts by month, and the frame, in its unit."""

    unit: str
    outcome: list[Point]
    forecasts: list[Point]
    frame: float
    alt: str


def drawn(found: Accounts, code: str) -> Drawn | None:
    """One area or total; None where the plan has no frame of the year, or nothing has been reported."""
    one = found.of(code)
    if one.frame is None or not (one.months or one.forecasts):
        return None
    unit = one.frame.unit
    outcome = [_point("economy-chart-point", months(at), at, kronor, unit) for at, kronor in enumerate(one.running, 1)]
    made = [
        _point("economy-chart-made", MONTHS[at - 1], at, kronor, unit) for at, kronor in sorted(one.forecasts.items())
    ]
    points = outcome + made
    words = say(
        "economy-chart-alt", name=found.plan.items[code].name, year=str(found.year), frame=with_unit(one.frame),
        n=len(points), first=points[0][2], last=points[-1][2], told=follow.sentence(found, code),
    )  # fmt: skip
    return Drawn(unit, outcome, made, float(one.frame.amount), words)


def _point(key: str, month: str, at: int, kronor: Decimal, unit: MoneyUnit) -> Point:
    return at, float(kronor / unit.kronor), say(key, month=month, amount=money_with_unit(kronor, unit))

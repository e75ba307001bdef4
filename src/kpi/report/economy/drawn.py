"""What the chart of an area's year shows, in figures and words."""

from dataclasses import dataclass

from kpi.analysis.budget.accounts import Accounts
from kpi.report.economy import follow
from kpi.report.economy.money import money_with_unit, months, with_unit
from kpi.words import MONTHS, say

Point = tuple[int, float, str]
"""Month (1 to 12), amount in the frame's unit, and what is said of it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Accumulated outcome and the year's forecasts by month, each with its label, and the frame with its own."""

    unit: str
    outcome: list[Point]
    outcome_label: str
    forecasts: list[Point]
    forecast_label: str
    frame: float
    frame_label: str
    alt: str


def drawn(found: Accounts, code: str) -> Drawn | None:
    """One area or total; None where the plan has no frame of the year, or nothing has been reported."""
    one = found.of(code)
    if one.frame is None or not (one.months or one.forecasts):
        return None
    unit, frame = one.frame.unit, with_unit(one.frame)
    running = [(at, kronor, money_with_unit(kronor, unit)) for at, kronor in enumerate(one.running, start=1)]
    made = [(at, kronor, money_with_unit(kronor, unit)) for at, kronor in sorted(one.forecasts.items())]
    outcome_label = (
        say("economy-chart-outcome", months=months(running[-1][0]), amount=running[-1][2]) if running else ""
    )
    return Drawn(
        unit,
        [(at, float(kronor / unit.kronor), say("economy-chart-point", month=months(at), amount=text))
         for at, kronor, text in running],
        outcome_label,
        [(at, float(kronor / unit.kronor), say("economy-chart-made", month=MONTHS[at - 1], amount=text))
         for at, kronor, text in made],
        say("economy-chart-forecast", amount=made[-1][2]) if made else "",
        float(one.frame.amount),
        say("economy-chart-frame", amount=frame),
        say("economy-chart-alt", name=found.plan.items[code].name, year=str(found.year), frame=frame,
            told=follow.sentence(found, code)),
    )  # fmt: skip

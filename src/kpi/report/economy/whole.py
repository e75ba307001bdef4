"""All that is known of a plan's money at a time: what it prints, what has been reported, and what does not agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from kpi.analysis.budget.accounts import Accounts, accounts
from kpi.analysis.budget.plan import Budget, budget
from kpi.analysis.budget.sums import Check, checks
from kpi.analysis.budget.used import effects, used
from kpi.model import BudgetSection
from kpi.report.economy import differences, follow, investments, measures
from kpi.report.economy.investments import Used
from kpi.report.economy.measures import Effects
from kpi.report.economy.printed import Differing, differing

LISTED = ("cost_type", "budget_item", "budget_amount")
"""The store's tables of what a plan prints."""
REPORTED = ("account", "measure_effect", "investment_use")
"""The store's tables of what has been reported."""


@dataclass(frozen=True)
class Economy:
    """The year's, until a day: `year` is the day's. `off`: printed totals whose parts give another sum."""

    plan: Budget
    year: int
    accounts: Accounts
    effects: Effects
    used: Used
    checks: list[Check]
    off: Differing


def economy(tables: Mapping[str, pd.DataFrame], until: date) -> Economy:
    """From the store's tables named in `LISTED` and `REPORTED`, the latter in the order of delivery."""
    plan = budget(*(tables[name] for name in LISTED))
    found = checks(plan)
    return Economy(
        plan, until.year, accounts(plan, tables["account"], until.year, until),
        effects(tables["measure_effect"], until), used(tables["investment_use"], until), found, differing(found),
    )  # fmt: skip


def first_sentences(found: Economy) -> list[str]:
    """What a member should know: the whole against its frame, measures, investments, and figures that differ."""
    plan, told = found.plan, []
    if items := follow.followed(plan, found.year):
        leading = follow.leading(items)
        told.append(follow.sentence(found.accounts, leading.code))
    told += [
        measures.sentence(plan, plan.of(BudgetSection.MEASURE), found.effects, found.year),
        investments.sentence(plan, plan.of(BudgetSection.INVESTMENT), found.used, found.year),
        differences.sentence(found.checks),
    ]
    return [sentence for sentence in told if sentence]

"""The accounts: what each month has cost, and what is expected of the year, per area and cost type.

A month's outcome is that month alone. Amounts have the signs of the plan: income above zero, costs below.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from kpi.errors import UserError, wrong
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Form
from kpi.ingest.forms.known import Known
from kpi.ingest.forms.money import MONTH, PLAN, UNIT, amount_column, framed, item_faults, stored
from kpi.ingest.plan_table import Column, Row
from kpi.model import AccountKind, BudgetSection, MoneyUnit
from kpi.words import listing

About = tuple[str, str, int]
"""Plan, area and year."""
Frames = dict[str | None, Decimal]
"""Kronor by cost type."""

# Not just "utfall": a file with accumulated amounts would be summed, and show many times too much.
KINDS = {"månadens utfall": AccountKind.OUTCOME, "helårsprognos": AccountKind.FORECAST}


def _check(rows: Sequence[Row], known: Known) -> list[UserError]:
    faults = item_faults(rows, known, "area", BudgetSection.AREA) or framed(rows, known, "area", "month")
    if faults:
        return faults
    frames = {about: _frames(*about, known) for about in {_about(row) for row in rows}}
    return _without_frame(rows, frames) or _other_sign(rows, frames)


def _about(row: Row) -> About:
    return row["plan"], row["area"], row["month"].year


def _frames(plan: str, area: str, year: int, known: Known) -> Frames:
    """An area's frame of the year by cost type, without its total; where it has no cost types, the total alone."""
    amounts = known.rows(plan, "budget_amount")
    mine = amounts[(amounts["item"] == area) & (amounts["year"] == year)]
    by_type = mine.dropna(subset="cost_type")
    if by_type.empty:
        return {None: _kronor(mine)[0]}
    return dict(zip(by_type["cost_type"], _kronor(by_type), strict=True))


def _kronor(amounts: pd.DataFrame) -> list[Decimal]:
    pairs = zip(amounts["amount"], amounts["money_unit"], strict=True)
    return [amount * MoneyUnit(unit).kronor for amount, unit in pairs]


def _without_frame(rows: Sequence[Row], frames: Mapping[About, Frames]) -> list[UserError]:
    """Cost types that the area's frame does not have, and rows without one where it has them."""
    return [
        wrong("form-cost-type-unknown", row.place("cost_type"), allowed=listing(code or "–" for code in known))
        for row in rows
        if row["cost_type"] not in (known := frames[_about(row)])
    ]


def _other_sign(rows: Sequence[Row], frames: Mapping[About, Frames]) -> list[UserError]:
    """Cost types that on the whole have the other sign than the plan's: costs sent as positive amounts.

    Of a whole file, since a single month of a single area may well be a repayment.
    """
    sums: dict[tuple[Any, ...], tuple[Row, Decimal, Decimal]] = {}
    for row in rows:
        key = (row["plan"], row["kind"], row["cost_type"])
        first, sent, frame = sums.get(key, (row, Decimal(0), Decimal(0)))
        sent += row["amount"] * row["money_unit"].kronor
        sums[key] = first, sent, frame + frames[_about(row)][row["cost_type"]]
    return [wrong("form-other-sign", first.place("amount")) for first, sent, frame in sums.values() if sent * frame < 0]


ACCOUNTS = Form(
    name="accounts",
    table="account",
    columns=(
        PLAN,
        Column("område", "area", v.code, required=True),
        Column("kostnadsslag", "cost_type", v.code),
        MONTH,
        Column("slag", "kind", v.Choice(KINDS), required=True),
        amount_column("belopp"),
        UNIT,
    ),
    key=("plan", "area", "cost_type", "month", "kind"),
    check=_check,
    begun=("plan", "area", "cost_type"),
    stored=stored,
)

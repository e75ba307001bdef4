"""What forms about money have in common: the month, the amount and its unit, and what in a plan they speak of."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kpi.errors import UserError, wrong
from kpi.ingest import money, periods
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Values
from kpi.ingest.forms.known import Known, unlisted
from kpi.ingest.plan_table import Column, Row
from kpi.model import BudgetSection, Period, PeriodKind


def _month(cell: str) -> date:
    found = periods.parse(cell)
    if found is None or found.kind is not PeriodKind.MONTH:
        raise wrong("form-month")
    return found.start


PLAN = Column("plan", "plan", v.code, required=True)
MONTH = Column("månad", "month", _month, required=True)
UNIT = Column("måttenhet", "money_unit", v.Choice(money.UNITS), required=True)


def amount_column(header: str) -> Column:
    """The amount under a form's own heading."""
    return Column(header, "amount", money.amount, required=True)


def stored(values: Values) -> dict[str, Any]:
    """The row as the store keeps it."""
    return {**values, "amount": money.stored_amount(values["amount"])}


def item_faults(rows: Sequence[Row], known: Known, field: str, section: BudgetSection) -> list[UserError]:
    """Rows about what the plan does not list in that section, or lists as a total: totals are computed."""
    faults = unlisted(rows, known, field, "budget_item", "form-item-unknown")
    if faults:
        return faults
    items = {plan: known.rows(plan, "budget_item").set_index("code") for plan in {row["plan"] for row in rows}}
    for row in rows:
        item = items[row["plan"]].loc[row[field]]
        if item["section"] != section:
            faults.append(wrong("form-item-unknown", row.place(field)))
        elif item["sum_of"]:
            faults.append(wrong("form-item-total", row.place(field)))
    return faults


def framed(rows: Sequence[Row], known: Known, field: str, when: str) -> list[UserError]:
    """Rows about a year for which the plan prints no amount of their item; `when` is the field of day or period."""
    printed = {
        (plan, item, year)
        for plan in {row["plan"] for row in rows}
        for item, year in known.rows(plan, "budget_amount")[["item", "year"]].itertuples(index=False)
    }
    return [
        wrong("form-year-without-frame", row.place(when), year=str(_year(row[when])))
        for row in rows
        if (row["plan"], row[field], _year(row[when])) not in printed
    ]


def _year(when: date | Period) -> int:
    return (when if isinstance(when, date) else when.end).year

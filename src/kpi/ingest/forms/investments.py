"""What has been used of the investments: one row per investment and month, of that month alone."""

from collections.abc import Sequence

from kpi.errors import UserError
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Form
from kpi.ingest.forms.known import Known
from kpi.ingest.forms.money import MONTH, PLAN, UNIT, amount_column, framed, item_faults, stored
from kpi.ingest.plan_table import Column, Row
from kpi.model import BudgetSection


def _check(rows: Sequence[Row], known: Known) -> list[UserError]:
    faults = item_faults(rows, known, "investment", BudgetSection.INVESTMENT)
    return faults or framed(rows, known, "investment", "month")


INVESTMENT_USE = Form(
    name="investment-use",
    table="investment_use",
    columns=(
        PLAN,
        Column("investering", "investment", v.code, required=True),
        MONTH,
        amount_column("använt i månaden"),
        UNIT,
    ),
    key=("plan", "investment", "month"),
    check=_check,
    begun=("plan", "investment"),
    stored=stored,
)

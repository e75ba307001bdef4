"""Closing a period: what is delivered about it later shows as corrections."""

from datetime import date

from kpi.errors import wrong
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Filled, Form, written
from kpi.ingest.forms.known import unknown_plan
from kpi.ingest.forms.period import PERIOD, in_two
from kpi.ingest.plan_table import Column
from kpi.model import Period

STATES = {"låst": True, "öppen": False}

LOCKS = Form(
    name="locks",
    table="period_lock",
    columns=(
        Column("plan", "plan", v.code, required=True),
        PERIOD,
        Column("läge", "locked", v.Choice(STATES), required=True),
        Column("orsak", "reason", v.text, required=True),
        Column("beslutad av", "author", v.text, required=True),
        Column("datum", "written_on", v.day, required=True),
    ),
    key=("plan", "period_kind", "period_start"),
    check=unknown_plan,
    stored=in_two,
    begun=("plan",),
)


def one_lock(plan: str, period: Period, *, locked: bool, reason: str, author: str, written_on: date) -> Filled:
    """A period closed, or opened again, on a page. Raises `UserError` without a reason or a name."""
    for missing, message in ((reason.strip(), "lock-without-reason"), (author.strip(), "name-missing")):
        if not missing:
            raise wrong(message)
    values = {"plan": plan, "period": period, "locked": locked, "reason": reason.strip(), "author": author.strip(),
              "written_on": written_on}  # fmt: skip
    return written(LOCKS, values)

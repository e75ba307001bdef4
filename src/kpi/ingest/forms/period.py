"""The period that a row of a form is about."""

from typing import Any

from kpi.errors import wrong
from kpi.ingest import periods
from kpi.ingest.forms.form import Values
from kpi.ingest.plan_table import Column
from kpi.model import Period


def whole_period(cell: str) -> Period:
    """A period as people write it. Raises `UserError` for what is none."""
    found = periods.parse(cell)
    if found is None:
        raise wrong("comment-period")
    return found


PERIOD = Column("period", "period", whole_period, required=True)


def in_two(values: Values) -> dict[str, Any]:
    """The period as the store keeps it: its kind and its first day."""
    period: Period = values["period"]
    rest = {name: value for name, value in values.items() if name != "period"}
    return {**rest, "period_kind": period.kind.value, "period_start": period.start}

"""What the measures of an åtgärdsplan have given: one row per measure and follow-up.

The effect is counted from the first day of the year to the last of the period: a later follow-up of the same year
includes the earlier.
"""

from collections.abc import Sequence
from typing import Any

from kpi.errors import UserError, wrong
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Form, Values
from kpi.ingest.forms.known import Known
from kpi.ingest.forms.money import PLAN, UNIT, amount_column, framed, item_faults, stored
from kpi.ingest.forms.period import PERIOD, in_two
from kpi.ingest.plan_table import Column, Row
from kpi.model import BudgetSection, PeriodKind


def _check(rows: Sequence[Row], known: Known) -> list[UserError]:
    faults = [
        wrong("effect-period", row.place("period"))
        for row in rows
        if not (row["period"].kind.part_of_year or row["period"].kind is PeriodKind.YEAR)
    ]
    faults = faults or item_faults(rows, known, "measure", BudgetSection.MEASURE)
    return faults or framed(rows, known, "measure", "period")


def _stored(values: Values) -> dict[str, Any]:
    return stored(in_two(values))


EFFECTS = Form(
    name="effects",
    table="measure_effect",
    columns=(
        PLAN,
        Column("åtgärd", "measure", v.code, required=True),
        PERIOD,
        amount_column("uppnådd effekt"),
        UNIT,
        Column("redovisning", "text", v.text, empty=""),
        Column("skriven av", "author", v.text, required=True),
        Column("skriven den", "written_on", v.day, required=True),
    ),
    key=("plan", "measure", "period_kind", "period_start"),
    check=_check,
    begun=("plan", "measure"),
    stored=_stored,
)

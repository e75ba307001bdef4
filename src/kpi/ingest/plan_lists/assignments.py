"""`uppdrag.csv`: what a plan wants done, by whom."""

from collections.abc import Sequence

from kpi.errors import UserError, wrong
from kpi.ingest import plan_checks as check
from kpi.ingest import plan_values as v
from kpi.ingest.plan_columns import MARKS
from kpi.ingest.plan_lists.plan_list import Codes, PlanList
from kpi.ingest.plan_table import Column, Row


def _assignments(rows: Sequence[Row], codes: Codes) -> list[UserError]:
    return [
        *check.repeated(rows, "code"),
        *check.unknown(rows, "goal", codes["goal"], "plan-goal-unknown"),
        *(wrong("assignment-without-body", row.place("responsible")) for row in rows if not row["responsible"]),
    ]


ASSIGNMENTS = PlanList(
    "uppdrag.csv",
    "assignment",
    (
        Column("kod", "code", v.code, required=True),
        Column("mål", "goal", v.code, required=True),
        Column("rubrik", "heading", v.text, required=True),
        Column("ordalydelse", "wording", v.text, optional=True, empty=""),
        Column("beslutad av", "decided_by", v.text, required=True),
        Column("ansvarig", "responsible", v.aliases, required=True),
        Column("klart senast", "due_on", v.day, optional=True),
        Column("källa", "source", v.text, empty=""),
        *MARKS,
    ),
    _assignments,
)

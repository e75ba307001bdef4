"""`uppfoljningar.csv`: the year's reporting points, what each asks for and by when."""

from collections.abc import Sequence
from typing import Any

from kpi.errors import UserError, wrong
from kpi.ingest import plan_checks as check
from kpi.ingest import plan_values as v
from kpi.ingest.forms.period import PERIOD, in_two
from kpi.ingest.plan_columns import MARKS
from kpi.ingest.plan_lists.plan_list import Codes, PlanList
from kpi.ingest.plan_rows import without_marks
from kpi.ingest.plan_table import Column, Row
from kpi.model import Required
from kpi.words import listing

REQUIRED = {
    "utfall": Required.OUTCOMES,
    "långsiktiga utfall": Required.LONG_OUTCOMES,
    "förklaringar": Required.EXPLANATIONS,
    "prognoser": Required.FORECASTS,
    "uppdrag": Required.ASSIGNMENTS,
    "ekonomiskt utfall": Required.ACCOUNTS,
}


def requires(cell: str) -> str:
    """What is asked for, as the store keeps it. Raises `UserError` for a word that is none."""
    words = [word.lower() for word in v.parts(cell)]
    if not words or any(word not in REQUIRED for word in words):
        raise wrong("plan-word-unknown", allowed=listing(REQUIRED))
    return v.SEPARATOR.join(dict.fromkeys(REQUIRED[word] for word in words))


def _check(rows: Sequence[Row], _codes: Codes) -> list[UserError]:
    return check.repeated(rows, "code") + check.repeated(rows, "period", "requires")


def _stored(row: Row) -> dict[str, Any]:
    return in_two(without_marks(row))


POINTS = PlanList(
    "uppfoljningar.csv",
    "reporting_point",
    (
        Column("kod", "code", v.code, required=True),
        Column("namn", "name", v.text, required=True),
        PERIOD,
        Column("senast", "due_on", v.day, optional=True),
        Column("kräver", "requires", requires, required=True),
        Column("källa", "source", v.text, empty=""),
        *MARKS,
    ),
    _check,
    _stored,
)

"""`uppsikt.csv`: companies, associations, nämnder and private providers that the board follows up, and how."""

from collections.abc import Sequence

from kpi.errors import UserError
from kpi.ingest import plan_checks as check
from kpi.ingest import plan_values as v
from kpi.ingest.plan_columns import MARKS
from kpi.ingest.plan_lists.plan_list import Codes, PlanList
from kpi.ingest.plan_table import Column, Row
from kpi.model import OversightKind

KINDS = {
    "bolag": OversightKind.COMPANY,
    "förening": OversightKind.ASSOCIATION,
    "stiftelse": OversightKind.FOUNDATION,
    "nämnd": OversightKind.BOARD,
    "privat utförare": OversightKind.PROVIDER,
    "samlat": OversightKind.WHOLE,
}


def _check(rows: Sequence[Row], _codes: Codes) -> list[UserError]:
    return check.repeated(rows, "code")


OVERSIGHT = PlanList(
    "uppsikt.csv",
    "oversight",
    (
        Column("kod", "code", v.code, required=True),
        Column("slag", "kind", v.Choice(KINDS), required=True),
        Column("namn", "name", v.text, required=True),
        Column("hur", "how", v.text, required=True),
        Column("när", "season", v.text, empty=""),
        Column("månad", "month", v.month, optional=True),
        Column("föredragande", "presenter", v.text, optional=True, empty=""),
        Column("källa", "source", v.text, empty=""),
        *MARKS,
    ),
    _check,
)

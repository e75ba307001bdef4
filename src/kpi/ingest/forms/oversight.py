"""What the follow-up of a company, a nämnd or a private provider found: one row per follow-up."""

from collections.abc import Sequence

from kpi.errors import UserError
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Form
from kpi.ingest.forms.internal_control import RESULTS
from kpi.ingest.forms.known import Known, unlisted
from kpi.ingest.forms.period import PERIOD, in_two
from kpi.ingest.plan_table import Column, Row


def _check(rows: Sequence[Row], known: Known) -> list[UserError]:
    return unlisted(rows, known, "oversight", "oversight", "form-oversight-unknown")


OVERSIGHT_REPORTS = Form(
    name="oversight-reports",
    table="oversight_report",
    columns=(
        Column("plan", "plan", v.code, required=True),
        Column("uppsikt", "oversight", v.code, required=True),
        PERIOD,
        Column("resultat", "result", v.Choice(RESULTS), required=True),
        Column("redovisning", "text", v.text, required=True),
        Column("skriven av", "author", v.text, required=True),
        Column("skriven den", "written_on", v.day, required=True),
    ),
    key=("plan", "oversight", "period_kind", "period_start"),
    check=_check,
    stored=in_two,
    begun=("plan", "oversight"),
)

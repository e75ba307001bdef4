"""What has become of the uppdrag: one row per uppdrag and follow-up."""

from collections.abc import Sequence
from datetime import date

from kpi.errors import UserError, wrong
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Filled, Form, written
from kpi.ingest.forms.known import Known, unlisted
from kpi.ingest.forms.period import PERIOD, in_two
from kpi.ingest.plan_table import Column, Row
from kpi.model import AssignmentStatus, Period

STATUSES = {
    "ej påbörjat": AssignmentStatus.NOT_STARTED,
    "pågår": AssignmentStatus.ONGOING,
    "genomfört": AssignmentStatus.DONE,
    "försenat": AssignmentStatus.DELAYED,
    "avslutas utan åtgärd": AssignmentStatus.CLOSED,
}


def _check(rows: Sequence[Row], known: Known) -> list[UserError]:
    return unlisted(rows, known, "assignment", "assignment", "form-assignment-unknown")


REPORTS = Form(
    name="assignment-reports",
    table="assignment_report",
    columns=(
        Column("plan", "plan", v.code, required=True),
        Column("uppdrag", "assignment", v.code, required=True),
        PERIOD,
        Column("status", "status", v.Choice(STATUSES), required=True),
        Column("redovisning", "text", v.text, required=True),
        Column("skriven av", "author", v.text, required=True),
        Column("funktion", "author_role", v.text, empty="", optional=True),
        Column("skriven den", "written_on", v.day, required=True),
    ),
    key=("plan", "assignment", "period_kind", "period_start"),
    check=_check,
    stored=in_two,
    begun=("plan", "assignment"),
)


def one_report(
    plan: str, assignment: str, period: Period, status: AssignmentStatus, text: str, *, author: str, written_on: date
) -> Filled:  # fmt: skip
    """What somebody reports on a page. Raises `UserError` without a text or a name."""
    if not text.strip():
        raise wrong("assignment-text-missing")
    if not author.strip():
        raise wrong("name-missing")
    values = {"plan": plan, "assignment": assignment, "period": period, "status": status, "text": text.strip(),
              "author": author.strip(), "author_role": "", "written_on": written_on}  # fmt: skip
    return written(REPORTS, values)

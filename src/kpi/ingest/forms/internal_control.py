"""Intern kontroll: the year's control points, and what each of the two follow-ups found."""

from collections.abc import Sequence

from kpi.errors import UserError, wrong
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Form
from kpi.ingest.forms.known import Known, unknown_plan
from kpi.ingest.forms.period import PERIOD, in_two
from kpi.ingest.plan_table import Column, Row
from kpi.model import ControlResult, PeriodKind

RESULTS = {
    "utan avvikelse": ControlResult.FINE,
    "mindre avvikelse": ControlResult.MINOR,
    "väsentlig avvikelse": ControlResult.MAJOR,
    "ej genomförd": ControlResult.NOT_DONE,
}

CONTROL_POINTS = Form(
    name="control-points",
    table="control_point",
    columns=(
        Column("plan", "plan", v.code, required=True),
        Column("år", "year", v.year, required=True),
        Column("kod", "code", v.code, required=True),
        Column("process", "process", v.text, required=True),
        Column("risk", "risk", v.text, required=True),
        Column("sannolikhet", "likelihood", v.level, required=True),
        Column("konsekvens", "consequence", v.level, required=True),
        Column("kontrollmoment", "control", v.text, required=True),
        Column("metod", "method", v.text, required=True),
        Column("ansvarig", "responsible", v.text, required=True),
    ),
    key=("plan", "year", "code"),
    check=unknown_plan,
    begun=("plan",),
)


def _check(rows: Sequence[Row], known: Known) -> list[UserError]:
    """A half-year, and a point of its year's control plan."""
    faults = unknown_plan(rows, known)
    faults += [
        wrong("form-half-year", row.place("period")) for row in rows if row["period"].kind is not PeriodKind.HALF_YEAR
    ]
    return faults + [
        wrong("form-control-point-unknown", row.place("control_point"))
        for row in rows
        if row["plan"] in known.plans and row["control_point"] not in known.stated(row["plan"], "control_point")
    ]


CONTROL_REPORTS = Form(
    name="control-reports",
    table="control_report",
    columns=(
        Column("plan", "plan", v.code, required=True),
        Column("kontrollpunkt", "control_point", v.code, required=True),
        PERIOD,
        Column("resultat", "result", v.Choice(RESULTS), required=True),
        Column("redovisning", "text", v.text, required=True),
        Column("åtgärd", "measure", v.text, empty="", optional=True),
        Column("klart senast", "due_on", v.day, optional=True),
        Column("skriven av", "author", v.text, required=True),
        Column("skriven den", "written_on", v.day, required=True),
    ),
    key=("plan", "control_point", "period_kind", "period_start"),
    check=_check,
    stored=in_two,
    begun=("plan",),
)

"""Breaks declared outside a plan: from a period on, a series is not comparable with what came before."""

from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Form
from kpi.ingest.forms.known import settle
from kpi.ingest.plan_table import Column
from kpi.model import DeliveryKind

BREAKS = Form(
    name="breaks",
    table="series_break",
    columns=(
        Column("nyckeltal", "indicator", v.text, required=True),
        Column("enhet", "unit", v.text),
        Column("från", "period_start", v.day, required=True),
        Column("orsak", "reason", v.text, required=True),
    ),
    key=("indicator", "unit", "period_start"),
    check=settle,
    delivery=DeliveryKind.COMMENTS,
)

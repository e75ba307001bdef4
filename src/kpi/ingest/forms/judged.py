"""What the responsible persons expect of a year: one row per nyckeltal, unit, gender and year.

A later judgement supersedes an earlier one, which stays.
"""

from datetime import date

from kpi.errors import Place, UserError, wrong
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Filled, Form, written
from kpi.ingest.forms.known import settle
from kpi.ingest.plan_table import Column
from kpi.model import DeliveryKind, Gender

JUDGED = Form(
    name="judged",
    table="judged_forecast",
    columns=(
        Column("nyckeltal", "indicator", v.text, required=True),
        Column("enhet", "unit", v.text, required=True),
        Column("kön", "gender", v.Choice(v.GENDERS), required=True),
        Column("år", "year", v.year, required=True),
        Column("prognos", "value", v.number, required=True),
        Column("bedömd av", "judged_by", v.text, required=True),
        Column("datum", "judged_on", v.day, required=True),
        Column("motiv", "reason", v.text, required=True),
    ),
    key=("indicator", "unit", "gender", "year", "judged_on"),
    check=settle,
    delivery=DeliveryKind.COMMENTS,
)


def one_judged(
    indicator: str, unit: str, gender: Gender, year: int, *, value: str, reason: str, judged_by: str, judged_on: date
) -> Filled:  # fmt: skip
    """One that somebody writes on a page. Raises `UserError` without a number, a reason or a name."""
    for missing, message in ((reason.strip(), "forecast-judged-without-reason"), (judged_by.strip(), "name-missing")):
        if not missing:
            raise wrong(message)
    try:
        expected = v.number(value.strip().removesuffix("%").strip())
    except UserError as error:
        raise wrong("forecast-judged-no-number", Place(value=value)) from error
    values = {
        "indicator": indicator, "unit": unit, "gender": gender.value, "year": year, "value": expected,
        "judged_by": judged_by.strip(), "judged_on": judged_on, "reason": reason.strip(),
    }  # fmt: skip
    return written(JUDGED, values)

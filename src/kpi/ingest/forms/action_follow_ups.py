"""What has become of the proposed measures: one row per measure and day on which it was followed up."""

from collections.abc import Sequence
from datetime import date

from kpi.errors import UserError, wrong
from kpi.ingest import plan_values as v
from kpi.ingest.forms.form import Filled, Form, written
from kpi.ingest.forms.known import Known, settle
from kpi.ingest.forms.period import PERIOD, in_two
from kpi.ingest.plan_table import Column, Row
from kpi.model import ActionStatus, Period

STATUSES = {
    "ej påbörjad": ActionStatus.NOT_STARTED,
    "pågår": ActionStatus.ONGOING,
    "genomförd": ActionStatus.DONE,
    "avslutas utan åtgärd": ActionStatus.CLOSED,
}


def _check(rows: Sequence[Row], known: Known) -> list[UserError]:
    """A measure that is there and is no draft."""
    faults = settle(rows, known)
    if faults:
        return faults
    return [
        wrong("action-unknown", row.place("action"))
        for row in rows
        if (row["indicator"], row["unit"], row["period"], row["action"]) not in known.actions
    ]


ACTION_FOLLOW_UPS = Form(
    name="action-follow-ups",
    table="action_follow_up",
    columns=(
        Column("nyckeltal", "indicator", v.text, required=True),
        Column("enhet", "unit", v.text, required=True),
        PERIOD,
        Column("åtgärd", "action", v.code, required=True),
        Column("status", "status", v.Choice(STATUSES), required=True),
        Column("vad som gjorts", "text", v.text, required=True),
        Column("observerad effekt", "effect", v.text, empty="", optional=True),
        Column("uppföljd av", "author", v.text, required=True),
        Column("uppföljd den", "followed_on", v.day, required=True),
    ),
    key=("indicator", "unit", "period_kind", "period_start", "action", "followed_on"),
    check=_check,
    stored=in_two,
    begun=("indicator", "unit", "period", "action"),
)


def one_follow_up(
    measure: tuple[str, str, Period, str], status: ActionStatus | None, *, text: str, effect: str, author: str,
    followed_on: date,
) -> Filled:  # fmt: skip
    """What somebody reports of a measure on a page. Raises `UserError` without a status, a text or a name.

    measure: nyckeltal, unit, period and code.
    """
    if status is None:
        raise wrong("action-status-missing")
    if not text.strip():
        raise wrong("action-done-missing")
    if not author.strip():
        raise wrong("name-missing")
    indicator, unit, period, code = measure
    values = {"indicator": indicator, "unit": unit, "period": period, "action": code, "status": status,
              "text": text.strip(), "effect": effect.strip(), "author": author.strip(),
              "followed_on": followed_on}  # fmt: skip
    return written(ACTION_FOLLOW_UPS, values)

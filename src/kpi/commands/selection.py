"""The follow-up that a command asks for: what it does not say is chosen as on the pages."""

from typing import Any

from kpi.errors import shorten, wrong
from kpi.follow_up import FollowUp, default_mode, default_period, default_plan, follow_up
from kpi.model import DataMode, Period
from kpi.moments import end_of_day
from kpi.store import Store, plans


def selected(store: Store, arguments: dict[str, Any]) -> FollowUp:
    """Read and assess. Raises `UserError` for a plan, period, unit or date that is none."""
    as_of = end_of_day(arguments["as_of"]) if arguments.get("as_of") else None
    mode = DataMode(arguments["mode"]) if arguments.get("mode") else default_mode(store, as_of)
    code = arguments.get("plan") or default_plan(store, as_of)
    if arguments.get("period"):
        period = _period(arguments["period"])
    else:
        period = default_period(store, plans.plan(store, code, as_of), mode, as_of)
    return follow_up(store, code, period, mode, as_of=as_of, unit=arguments.get("unit") or "")


def _period(code: str) -> Period:
    try:
        return Period.from_code(code.upper())
    except ValueError as error:
        raise wrong("cli-period-wrong", value=shorten(code)) from error

"""The first reader should not wait for imports and plans: do once, at start, what every page does."""

import logging

from kpi.errors import UserError
from kpi.follow_up import default_mode, default_period, default_plan, follow_up
from kpi.store import Store
from kpi.store import plans as plan_store


def warm(store: Store) -> None:
    """Assess the plan that opens first. An empty store has none, and that is no fault."""
    try:
        mode = default_mode(store)
        plan = plan_store.plan(store, default_plan(store))
        follow_up(store, plan.code, default_period(store, plan, mode), mode)
    except UserError as nothing_yet:
        logging.getLogger(__name__).info("%s", nothing_yet)

"""What a plan lists beside goals and nyckeltal, and what is reported about it: read once per state of the store."""

import pandas as pd

from kpi.store import plans
from kpi.store.process import the_store
from kpi.ui.kept import keep
from kpi.ui.view import View, moment


def plan_list(view: View, table: str) -> pd.DataFrame:
    """The plan's rows of a table, in its order."""
    return keep(plan_list, view, (table,), lambda: plans.listed(the_store(), table, view.plan, moment(view.as_of)))


def reported(view: View, table: str) -> pd.DataFrame:
    """What has been reported about the plan in a form's table, real or example as the reader has chosen."""
    return keep(reported, view, (table,), lambda: _reported(view, table))


def decided(view: View, table: str) -> pd.DataFrame:
    """What users have changed of what the plan lists, whichever outcomes are shown: there are no examples of it."""
    return keep(decided, view, (table,), lambda: _stated(view, table, example=False))


def _reported(view: View, table: str) -> pd.DataFrame:
    return _stated(view, table, example=view.example)


def _stated(view: View, table: str, *, example: bool) -> pd.DataFrame:
    rows = plans.stated(the_store(), table, example, moment(view.as_of))
    return rows[rows["plan"] == view.plan].reset_index(drop=True)

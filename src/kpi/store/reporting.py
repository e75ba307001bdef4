"""When outcomes first came in, and what belongs to a period that is closed."""

from datetime import datetime

import pandas as pd

from kpi.store.connection import Store
from kpi.store.deliveries import LIVE
from kpi.store.targets import LATEST_PLANS


def first_outcomes(store: Store, example: bool, as_of: datetime | None = None) -> pd.DataFrame:
    """When each nyckeltal's outcome at a unit first came, per period; `created_at` is a moment of the store (UTC)."""
    sql = f"""select o.indicator, o.unit, o.period_kind, o.period_start, min(d.created_at) as created_at
              from observation o join ({LIVE}) d on d.id = o.delivery_id
              where (d.origin = 'example') = $example and o.value is not null group by all"""
    return store.read(sql, {"as_of": as_of, "example": example})


def locked_periods(store: Store) -> pd.DataFrame:
    """The periods that are closed now, with the nyckeltal and unit that the plan follows in them: one row for each."""
    sql = f"""
        select p.indicator, p.unit, l.period_kind, l.period_start from (
            select t.* from period_lock t join ({LIVE}) d on d.id = t.delivery_id where d.origin <> 'example'
            qualify row_number() over (
                partition by t.plan, t.period_kind, t.period_start order by t.delivery_id desc) = 1
        ) l join plan_indicator p on p.plan = l.plan
        where l.locked and p.delivery_id in ({LATEST_PLANS})"""
    return store.read(sql, {"as_of": None})

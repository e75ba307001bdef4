"""Targets as they stand: those of the latest live delivery of each plan, as they have been changed one by one since.

A plan is delivered whole, so one that is read in later holds instead of what was changed before it. Which plan a
target came with, its delivery says: a riktvärde belongs to none.
"""

from datetime import datetime
from typing import Any

import pandas as pd

from kpi.store.connection import Store
from kpi.store.deliveries import LIVE

LATEST_PLANS = f"select max(id) as id from ({LIVE}) where kind = 'plan' group by subject"
_STANDING = f"""
    with plans as (select id, subject from delivery where id in ({LATEST_PLANS}))
    select * exclude (removed, place) from (
        select t.*, d.subject, min(t.rowid) over (partition by d.subject, t.code) as place
        from target t join ({LIVE}) d on d.id = t.delivery_id join plans p on p.subject = d.subject
        where d.id = p.id or (d.kind = 'targets' and d.id > p.id)
        qualify row_number() over (partition by d.subject, t.code order by d.id desc) = 1
    ) where removed is distinct from true order by subject, place
"""


def standing(store: Store, as_of: datetime | None = None) -> pd.DataFrame:
    """Every target and riktvärde, in their plans' order: the columns of table `target`, and the plan as `subject`."""
    return store.read(_STANDING, {"as_of": as_of})


def used_codes(store: Store) -> set[str]:
    """Every code that a target has ever had, whatever became of it."""
    return {row["code"] for row in store.rows("select distinct code from target")}


def still_interpreted(store: Store, plan: str, marks: pd.DataFrame, as_of: datetime | None = None) -> pd.DataFrame:
    """The plan's interpretations without those of targets that have been removed, or changed in the field, since."""
    delivered = store.read(
        f"""select t.* from target t join delivery d on d.id = t.delivery_id
            where d.subject = $plan and d.id in ({LATEST_PLANS})""",
        {"as_of": as_of, "plan": plan},
    )
    now = standing(store, as_of).query("subject == @plan")
    if now["delivery_id"].isin(delivered["delivery_id"]).all() and len(now) == len(delivered):
        return marks
    was, now = delivered.set_index("code"), now.set_index("code")

    def holds(entity: str, code: str, field: str) -> bool:
        if entity != "target":
            return True
        return code in now.index and _same(was.at[code, field], now.at[code, field])

    named = marks[["entity", "code", "field"]].itertuples(index=False, name=None)
    return marks[[holds(*mark) for mark in named]]


def _same(one: Any, other: Any) -> bool:
    return bool(pd.isna(one) and pd.isna(other)) or bool(one == other)

"""What people have written about nyckeltal, and what has become of the measures that they proposed."""

from datetime import datetime

import pandas as pd

from kpi.store.connection import Store
from kpi.store.deliveries import LIVE

_TEXT = "t.indicator, t.unit, t.period_kind, t.period_start, t.kind, t.code"


def comments(store: Store, example: bool, as_of: datetime | None = None) -> pd.DataFrame:
    """The texts that are klarmarkerade, each in its latest wording, the latest written first.

    A draft never takes the place of one: until it is klarmarkerad the earlier wording holds.
    """
    sql = f"""select t.* from comment t join ({LIVE}) d on d.id = t.delivery_id
              where (d.origin = 'example') = $example and t.state = 'final'
              qualify row_number() over (partition by {_TEXT} order by t.delivery_id desc) = 1
              order by t.written_on desc, t.delivery_id desc"""
    return store.read(sql, {"as_of": as_of, "example": example})


def drafts(store: Store, example: bool, as_of: datetime | None = None) -> pd.DataFrame:
    """The drafts that have not been klarmarkerade since, each in its latest wording, the latest written first."""
    sql = f"""with latest as (
                  select t.* from comment t join ({LIVE}) d on d.id = t.delivery_id
                  where (d.origin = 'example') = $example
                  qualify row_number() over (partition by {_TEXT} order by t.delivery_id desc) = 1)
              select * from latest where state = 'draft' order by written_on desc, delivery_id desc"""
    return store.read(sql, {"as_of": as_of, "example": example})


def follow_ups(store: Store, example: bool, as_of: datetime | None = None) -> pd.DataFrame:
    """The follow-ups of measures, each in its latest wording, the latest day first."""
    sql = f"""select t.* from action_follow_up t join ({LIVE}) d on d.id = t.delivery_id
              where (d.origin = 'example') = $example
              qualify row_number() over (
                  partition by t.indicator, t.unit, t.period_kind, t.period_start, t.action, t.followed_on
                  order by t.delivery_id desc) = 1
              order by t.followed_on desc, t.delivery_id desc"""
    return store.read(sql, {"as_of": as_of, "example": example})

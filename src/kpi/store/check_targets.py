"""The consistency of targets: whose plan they are, and that those which pages show follow from the deliveries."""

from collections.abc import Iterator, Mapping

import pandas as pd

from kpi.model import DeliveryKind
from kpi.store.check_rules import NEEDS
from kpi.store.connection import Store
from kpi.store.targets import standing
from kpi.words import say

Tables = Mapping[str, pd.DataFrame]
_KEY = ["subject", "code"]


def target_rows(tables: Tables) -> Iterator[str]:
    """Every target has what its kind needs, and is the plan's that its delivery is about; that plan is there."""
    rows = tables["target"].merge(tables["delivery"][["id", "subject"]], left_on="delivery_id", right_on="id")
    for row in rows.to_dict("records"):
        missing = [column for column in NEEDS.get(row["kind"], []) if pd.isna(row[column])]
        if missing:
            yield say("check-target", code=row["code"], id=str(row["delivery_id"]), columns=", ".join(missing))
        if pd.notna(row["plan"]) and row["plan"] != row["subject"]:
            yield say("check-target-plan", code=row["code"], id=str(row["delivery_id"]), plan=row["plan"])
    made = tables["delivery"][tables["delivery"]["kind"].eq(DeliveryKind.TARGETS)]
    lost = made.loc[~made["subject"].isin(tables["plan"]["code"]), "subject"]
    if len(lost):
        values = ", ".join(lost.unique())
        yield say("check-reference", table="delivery", column="subject", n=len(lost), values=values, other="plan")


def target_standing(tables: Tables, live: pd.DataFrame, store: Store) -> Iterator[str]:
    """The targets that pages show, beside those derived here. live: id, kind and subject of what counts now."""
    latest = live[live["kind"].eq(DeliveryKind.PLAN)].groupby("subject")["id"].max().rename("plan_id")
    counting = live.merge(latest.reset_index(), on="subject")
    later = counting["kind"].eq(DeliveryKind.TARGETS) & counting["id"].gt(counting["plan_id"])
    counting = counting.loc[later | counting["id"].eq(counting["plan_id"]), ["id", "subject"]]
    rows = tables["target"].merge(counting, left_on="delivery_id", right_on="id").sort_values("delivery_id")
    derived = rows.drop_duplicates(_KEY, keep="last")
    derived = derived[derived["removed"].isna() | derived["removed"].eq(False)].drop(columns=["removed", "id"])
    differing = _cells(derived) ^ _cells(standing(store))
    if differing:
        yield say("check-targets-current", n=len({cells[0] for cells in differing}))


def _cells(targets: pd.DataFrame) -> set[tuple[tuple[str, str], tuple[object, ...]]]:
    """Each target by its plan and code, with all that is said of it."""
    said = targets[sorted(targets.columns)].astype(object).where(targets[sorted(targets.columns)].notna(), None)
    keys = targets[_KEY].itertuples(index=False, name=None)
    return set(zip(keys, said.itertuples(index=False, name=None), strict=True))

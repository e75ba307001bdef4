"""Targets edited in a table on a page: checked as those of a plan's files are, and stored as a delivery of their own.

The delivery holds only the targets that were changed, added or removed. Each holds instead of the one with the same
code that came before it, until the delivery is withdrawn or the plan is read in anew.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from kpi.errors import Place, UserError, wrong
from kpi.ingest import plan_checks
from kpi.ingest.plan_columns import TARGETS
from kpi.ingest.plan_rows import frame, target_values
from kpi.ingest.plan_table import Row, parsed_row, raise_all
from kpi.ingest.plan_targets import target_faults
from kpi.ingest.target_table import HEADERS, Cells, cell, cells, edited, file, table
from kpi.model import Actor, DeliveryKind, Origin
from kpi.store import Cursor, Store, plans
from kpi.store.deliveries import Manifest, insert, record, require_write
from kpi.store.kept_files import keep
from kpi.store.plans import Plan
from kpi.store.targets import standing, used_codes
from kpi.words import say


@dataclass(frozen=True, slots=True)
class Change:
    """One target before and after, as texts by field; None where it is new or removed."""

    before: Cells | None
    after: Cells | None


@dataclass(frozen=True)
class CheckedTargets:
    """What storing an edited table would change.

    `rows` has the columns of table `target` but for the delivery; `stood` are the plan's targets that it was compared
    with. `content` is the delivery's file.
    """

    plan: str
    indicator: str
    file_name: str
    changes: tuple[Change, ...]
    rows: pd.DataFrame
    stood: pd.DataFrame
    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """The hash of the delivery's file."""
        return hashlib.sha256(self.content).hexdigest()

    def applied(self, targets: pd.DataFrame) -> pd.DataFrame:
        """The targets of every plan as they would be. targets: as `kpi.store.plans.targets` has them."""
        own = targets["delivery_id"].isin(self.stood["delivery_id"]) & targets["code"].isin(self.rows["code"])
        coming = self.rows[~self.rows["removed"]].drop(columns="removed").assign(delivery_id=0)
        return pd.concat([targets[~own], coming[targets.columns]], ignore_index=True)


def editable(store: Store, plan: str, indicator: str, unit: str) -> pd.DataFrame:
    """The table to edit: the nyckeltal's targets that came with the plan and hold for the unit."""
    own = _of_nyckeltal(store, plan, indicator)
    return table(own[own["unit"].isna() | own["unit"].eq(unit)])


def riktvarden_of_others(store: Store, plan: str, indicator: str, unit: str) -> list[str]:
    """The codes of the other plans that riktvärden came with which hold for the nyckeltal at the unit."""
    every = standing(store)
    holds = every["indicator"].eq(indicator) & every["plan"].isna() & (every["unit"].isna() | every["unit"].eq(unit))
    return sorted(every.loc[holds & every["subject"].ne(plan), "subject"].unique())


def check_targets(
    store: Store, plan: str, indicator: str, before: pd.DataFrame, after: pd.DataFrame
) -> CheckedTargets | None:  # fmt: skip
    """What the edited table would change in the store as it is now; None when nothing. Nothing is stored.

    before, after: as `editable` makes them. Raises `UserError` with the row and column for what is wrong, and for a
    plan that is not there.
    """
    found = edited(before, after)
    if not (found.written or found.removed):
        return None
    read, stood = plans.plan(store, plan), _of_nyckeltal(store, plan, indicator)
    now = {row["code"]: row for row in cells(table(stood))}
    gone = [code for code in found.removed if code in now]
    written = _coded(store, indicator, found.written)
    rows = _checked(store, read, indicator, _whole(now, written, gone, cells(after)))
    said = {row["code"]: {name: cell(name, row[name]) for name in HEADERS} for row in rows}
    differing = [row for row in rows if said[row["code"]] != now.get(row["code"])]
    if not (differing or gone):
        return None
    coming = [said[row["code"]] for row in differing]
    return CheckedTargets(
        plan, indicator, say("targets-file", code=indicator),
        (*(Change(now.get(row["code"]), row) for row in coming), *(Change(now[code], None) for code in gone)),
        _rows([target_values(plan, row) for row in differing], stood[stood["code"].isin(gone)]),
        stood, file(indicator, coming, [now[code] for code in gone]),
    )  # fmt: skip


def commit_targets(store: Store, checked: CheckedTargets, actor: Actor, reason: str) -> int:
    """Store what was checked, as one delivery; returns its number.

    Raises `UserError`, and stores nothing, when the actor may not write, when no reason is given, and when the
    nyckeltal's targets have changed since the check.
    """
    require_write(actor)
    if not reason.strip():
        raise wrong("targets-reason-missing")
    manifest = Manifest(
        DeliveryKind.TARGETS, checked.plan, Origin.USER, checked.file_name, checked.sha256, len(checked.rows),
        reason.strip(),
    )  # fmt: skip

    def write(cursor: Cursor, delivery_id: int) -> None:
        # Inside the transaction no other writer can come between the comparison and the rows.
        plans.plan(store, checked.plan)
        if not _of_nyckeltal(store, checked.plan, checked.indicator).equals(checked.stood):
            raise wrong("targets-changed")
        insert(cursor, "target", checked.rows, delivery_id)

    keep(store, checked.content, checked.sha256)
    return record(store, manifest, actor, write)


def _of_nyckeltal(store: Store, plan: str, indicator: str) -> pd.DataFrame:
    every = standing(store)
    return every[every["subject"].eq(plan) & every["indicator"].eq(indicator)].reset_index(drop=True)


def _coded(store: Store, indicator: str, written: dict[int, Cells]) -> dict[int, Cells]:
    """The rows with codes for the new ones, such as no target has ever had."""
    used, coded = used_codes(store), {}
    for at, row in written.items():
        code = row["code"] or _free(indicator, used)
        used.add(code)
        coded[at] = {**row, "code": code}
    return coded


def _free(indicator: str, used: set[str]) -> str:
    return next(code for n in range(1, len(used) + 2) if (code := f"{indicator}_{n}") not in used)


def _whole(
    now: dict[str, Cells], written: dict[int, Cells], gone: Sequence[str], after: list[Cells]
) -> dict[int, Cells]:  # fmt: skip
    """Every target of the nyckeltal as it would be, by its place in the edited table; those not in it come last."""
    codes = {row["code"] for row in written.values()}
    places = {row["code"]: at for at, row in enumerate(after, 1)}
    others = [row for code, row in now.items() if code not in codes and code not in gone]
    behind = iter(range(len(after) + 1, len(after) + len(others) + 1))
    return written | {places.get(row["code"]) or next(behind): row for row in others}


def _checked(store: Store, plan: Plan, indicator: str, whole: dict[int, Cells]) -> list[Row]:
    """The rows read; raises what is wrong in them, as in a plan's file."""
    headers = ["nyckeltal", *HEADERS.values()]
    read = [
        parsed_row(Place(row=at), headers, [indicator, *row.values()], TARGETS) for at, row in sorted(whole.items())
    ]
    raise_all([fault for _, faults in read for fault in faults])
    rows = [row for row, _ in read]
    units = set(plans.units(store)["code"])
    faults: list[UserError] = plan_checks.unknown(
        rows, "indicator", set(plan.subjects["indicator"]), "plan-indicator-unknown"
    )
    for name in ("unit", "reference"):
        faults += plan_checks.unknown(rows, name, units, "plan-unit-unknown")
    split = dict(zip(plan.subjects["indicator"], plan.subjects["split_by_gender"], strict=True))
    raise_all(faults + target_faults(rows, split))
    return rows


def _rows(written: list[dict[str, object]], gone: pd.DataFrame) -> pd.DataFrame:
    """Rows of table `target`: those written, and the removed ones as they were."""
    names = [*HEADERS, "indicator", "plan"]
    was = [dict(zip(names, row, strict=True)) for row in gone[names].itertuples(index=False, name=None)]
    return frame([{**row, "removed": False} for row in written] + [{**row, "removed": True} for row in was])

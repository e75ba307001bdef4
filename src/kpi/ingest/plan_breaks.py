"""Breaks declared outside a plan: from a period on, a series is not comparable with what came before."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from kpi.ingest import plan_checks as check
from kpi.ingest.plan_columns import BREAKS
from kpi.ingest.plan_rows import frame
from kpi.ingest.plan_table import raise_all, read_table
from kpi.model import Actor, DeliveryKind, Origin
from kpi.store import Store, plans
from kpi.store.deliveries import Manifest, insert, record


@dataclass(frozen=True)
class BreaksFile:
    """Breaks that have been read and found whole, as the store's table `series_break`."""

    file: str
    sha256: str
    table: pd.DataFrame


def read_breaks(store: Store, path: Path) -> BreaksFile:
    """Read declared breaks and check them against the store's nyckeltal and units.

    Raises `UserError` naming file, row and column.
    """
    rows = read_table(path, BREAKS)
    faults = check.repeated(rows, "indicator", "unit", "period_start")
    faults += check.unknown(rows, "indicator", set(plans.indicators(store)["code"]), "plan-indicator-unknown")
    faults += check.unknown(rows, "unit", set(plans.units(store)["code"]), "plan-unit-unknown")
    raise_all(faults)
    return BreaksFile(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), frame(row.values for row in rows))


def commit_breaks(
    store: Store, breaks: BreaksFile, actor: Actor, origin: Origin = Origin.USER, reason: str = ""
) -> int:
    """Store the breaks as one delivery, remarks about series like comments, and return its id.

    Raises `UserError` when the actor may not write.
    """
    manifest = Manifest(
        DeliveryKind.COMMENTS, breaks.file, origin, breaks.file, breaks.sha256, len(breaks.table), reason
    )

    def write(cursor: Any, delivery_id: int) -> None:
        insert(cursor, "series_break", breaks.table, delivery_id)

    return record(store, manifest, actor, write)

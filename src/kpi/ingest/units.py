"""The register of units: riket, the regions and what lies beneath them, with the names that files use for each."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from kpi.ingest import plan_checks as check
from kpi.ingest import plan_values as v
from kpi.ingest.plan_rows import frame
from kpi.ingest.plan_table import Column, raise_all, read_table
from kpi.model import Actor, DeliveryKind, Origin
from kpi.settings import settings
from kpi.store import Store
from kpi.store.deliveries import Manifest, insert, record

UNITS_FILE = "units.csv"
SUBJECT = "enheter"
COLUMNS = (
    Column("kod", "code", v.code, required=True),
    Column("namn", "name", v.text, required=True),
    Column("slag", "kind", v.Choice(v.UNIT_KINDS), required=True),
    Column("överordnad", "parent", v.code),
    Column("andra namn", "aliases", v.aliases, empty=""),
)


@dataclass(frozen=True)
class UnitsFile:
    """A register that has been read and found whole, as the store's table `unit`."""

    file: str
    sha256: str
    table: pd.DataFrame


def read_units(path: Path) -> UnitsFile:
    """Read and check a register. Raises `UserError` naming file, row and column."""
    rows = read_table(path, COLUMNS)
    codes = {row["code"] for row in rows}
    raise_all(check.repeated(rows, "code") + check.unknown(rows, "parent", codes, "plan-parent-unknown"))
    raise_all(check.cycles(rows) + check.names(rows, "code", "name"))
    return UnitsFile(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), frame(row.values for row in rows))


def commit_units(
    store: Store, units: UnitsFile, actor: Actor, origin: Origin = Origin.SHIPPED, reason: str = ""
) -> int:
    """Store a register as one delivery and return its id. Raises `UserError` when the actor may not write."""
    manifest = Manifest(DeliveryKind.UNITS, SUBJECT, origin, units.file, units.sha256, len(units.table), reason)

    def write(cursor: Any, delivery_id: int) -> None:
        insert(cursor, "unit", units.table, delivery_id)

    return record(store, manifest, actor, write)


def shipped_units() -> frozenset[str]:
    """The codes of the register that comes with the system."""
    return frozenset(read_units(settings().data / UNITS_FILE).table["code"])

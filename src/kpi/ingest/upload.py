"""Outcomes in: `check` says what is wrong or what will change and stores nothing; `commit` stores all or nothing."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from kpi.errors import Place, UserError, wrong
from kpi.ingest import described, format_rules, formats, long_layout, registers
from kpi.ingest.check import check as check_rows
from kpi.ingest.findings import Findings
from kpi.ingest.read import read
from kpi.ingest.shaped import LeftOut, Shaped
from kpi.model import Actor, DataMode, DeliveryKind, Origin
from kpi.store import Cursor, Store
from kpi.store.deliveries import Manifest, insert, record
from kpi.store.observations import difference
from kpi.words import say

Progress = Callable[[str, float], None]
LONG = "long"


@dataclass(frozen=True)
class Checked:
    """A file that can be taken: what it holds, and what storing it would change.

    `rows` has the columns of table `observation` but for the delivery. `difference` has one row per row of `rows`:
    the key, the values, those now in the store with the prefix `old_`, and `kind` (added | changed |
    unchanged | removed).
    `rows_read` = len(rows) + the rows of `left_out`; `notes` tell what is stored otherwise than it stands.
    """

    file_name: str
    sha256: str
    format: str
    origin: Origin
    rows: pd.DataFrame
    rows_read: int
    left_out: tuple[LeftOut, ...]
    notes: tuple[LeftOut, ...]
    definitions: pd.DataFrame
    difference: pd.DataFrame
    store_version: str

    @property
    def added(self) -> int:
        """How many outcomes are new."""
        return self._count("added")

    @property
    def changed(self) -> int:
        """How many outcomes differ from those in the store."""
        return self._count("changed")

    @property
    def unchanged(self) -> int:
        """How many outcomes are as they are in the store."""
        return self._count("unchanged")

    @property
    def removed(self) -> int:
        """How many outcomes stop counting."""
        return self._count("removed")

    @property
    def affected(self) -> list[str]:
        """Codes of the nyckeltal that get new or changed outcomes, or lose some."""
        kind = self.difference["kind"]
        return sorted(self.difference.loc[kind.ne("unchanged"), "indicator"].unique().tolist())

    def _count(self, kind: str) -> int:
        return int(self.difference["kind"].eq(kind).sum())


def check(  # noqa: PLR0917 - the last two are named by every caller
    store: Store, content: bytes, file_name: str, format: str | None = None,
    origin: Origin = Origin.USER, progress: Progress | None = None,
) -> Checked:  # fmt: skip
    """Read a file and compare it with the store. Nothing is stored.

    `format` names a format description; without one the file must have the long layout. Raises `UserError` for a
    file that cannot be taken, with every finding (the first 50) in its `details`.
    """
    tell = progress or (lambda _text, _share: None)
    name = Path(file_name).name
    version = store.version()
    tell(say("ingest-reading", file=name), 0.0)
    shaped, read_rows = _shaped(store, content, name, format, tell)
    tell(say("ingest-comparing"), 0.8)
    changes = difference(store, shaped.rows, _mode(origin))
    tell(say("ingest-checked"), 1.0)
    return Checked(
        file_name=name, sha256=hashlib.sha256(content).hexdigest(), format=format or LONG, origin=origin,
        rows=shaped.rows, rows_read=read_rows, left_out=shaped.left_out, notes=shaped.notes,
        definitions=shaped.definitions, difference=changes, store_version=version,
    )  # fmt: skip


def commit(store: Store, checked: Checked, actor: Actor, reason: str = "") -> int:
    """Store what was checked, as one delivery; returns its number.

    Raises `UserError`, and stores nothing, when the actor may not write, or when the store has changed since the
    check so that the difference shown is no longer the difference made.
    """
    manifest = Manifest(
        kind=DeliveryKind.OUTCOMES, subject=checked.format, origin=checked.origin, file_name=checked.file_name,
        file_sha256=checked.sha256, rows=len(checked.rows), reason=reason,
    )  # fmt: skip

    def write(cursor: Cursor, delivery_id: int) -> None:
        # Inside the transaction no other writer can come between the comparison and the rows.
        now = difference(store, checked.rows, _mode(checked.origin))
        if not now.equals(checked.difference):
            raise wrong("store-changed", Place(file=checked.file_name))
        insert(cursor, "indicator", checked.definitions, delivery_id)
        insert(cursor, "observation", checked.rows, delivery_id)

    return record(store, manifest, actor, write)


def _shaped(store: Store, content: bytes, name: str, format_name: str | None, tell: Progress) -> tuple[Shaped, int]:
    """What the file holds, and how many rows were read."""
    description = formats.load(format_name) if format_name else None
    try:
        table = read(content, name, description.wanted if description else long_layout.WANTED).without_blank_rows()
    except UserError as error:
        raise formats.recognised(error) or error from error
    if not len(table):
        raise wrong("no-rows", Place(file=name, sheet=table.sheet))
    tell(say("ingest-checking", rows=len(table)), 0.4)
    count, left_out = len(table), tuple[LeftOut, ...]()
    definitions = registers.unknown(store, description.definitions) if description else pd.DataFrame()
    known = registers.load(store, definitions)
    if description:
        table, left_out = format_rules.kept(table, description)
    findings = Findings(name, table.sheet, table.rows)
    if description:
        shaped = described.shape(table, description, known, findings)
    else:
        shaped = long_layout.shape(table, known, findings)
    check_rows(shaped.rows, known.indicators, shaped.titles, findings)
    findings.raise_any()
    return replace(shaped, left_out=left_out, definitions=definitions), count


def _mode(origin: Origin) -> DataMode:
    return DataMode.EXAMPLE if origin is Origin.EXAMPLE else DataMode.REAL

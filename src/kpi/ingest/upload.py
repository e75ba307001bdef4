"""Outcomes in: `check` says what is wrong or what will change and stores nothing; `commit` stores all or nothing."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import pandas as pd

from kpi.errors import Place, wrong
from kpi.ingest import described, long_layout
from kpi.ingest.check import check as check_rows
from kpi.ingest.file_name import harmless
from kpi.ingest.findings import SHOWN, Findings, Warned
from kpi.ingest.layout import Layout
from kpi.ingest.layout.questions import questions
from kpi.ingest.layout.saved import as_row
from kpi.ingest.look import Asked, Looked, look
from kpi.ingest.shaped import LeftOut, Shaped
from kpi.ingest.weigh import fewer, weighed
from kpi.model import Actor, DataMode, DeliveryKind, Origin
from kpi.store import Cursor, Store
from kpi.store.deliveries import Manifest, insert, record, require_write
from kpi.store.kept_files import keep
from kpi.store.observations import difference
from kpi.words import say

Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Checked:
    """A file that can be taken: what it holds, and what storing it would change.

    `rows` has the columns of table `observation` but for the delivery. `difference` has one row per row of `rows`:
    the key, the values, those now in the store with the prefix `old_`, and `kind` (added | changed |
    unchanged | removed).
    `content` is the file as it came, to be kept with the delivery.
    `rows_read` = len(rows) + the rows of `left_out`; `notes` tell what is stored otherwise than it stands.
    `links` are rows of table `source_link`, for outcomes that were fetched.
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
    layout: Layout | None = None
    warnings: tuple[Warned, ...] = ()
    links: pd.DataFrame = field(default_factory=pd.DataFrame)
    content: bytes = field(default=b"", repr=False)

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

    `format` names a format description; without one it is found out how the file is laid out.
    Raises `UserError` for a file that cannot be taken, with every finding (the first 50) in its `details`, and for
    one that needs answers first.
    """
    (progress or _silent)(say("ingest-reading", file=harmless(file_name)), 0.0)
    found = look(store, content, file_name, format)
    if isinstance(found, Asked):
        raise questions(found.understood)
    return check_looked(store, found, content, origin, progress)


def check_looked(
    store: Store, looked: Looked, content: bytes, origin: Origin = Origin.USER, progress: Progress | None = None,
    *, whole: bool = True,
) -> Checked:  # fmt: skip
    """Compare a file that has been opened with the store. Nothing is stored. Raises `UserError` as `check` does.

    `content` is the file as it came. `whole`: it says everything that its like say, so that fewer rows are unusual;
    one with only what somebody has changed is not.
    """
    tell = progress or _silent
    version = store.version()
    tell(say("ingest-checking", rows=len(looked.table)), 0.4)
    shaped = _shaped(looked)
    tell(say("ingest-comparing"), 0.8)
    changes = difference(store, shaped.rows, _mode(origin))
    tell(say("ingest-weighing"), 0.9)
    findings = Findings(looked.table, looked.titles)
    warnings = weighed(store, shaped, changes, looked.known.indicators, findings) if origin is Origin.USER else ()
    if whole and origin is Origin.USER:
        warnings += fewer(store, looked.format, looked.file, len(looked.table))
    tell(say("ingest-checked"), 1.0)
    return Checked(
        file_name=looked.file, sha256=looked.sha256, format=looked.format, origin=origin,
        rows=shaped.rows, rows_read=looked.rows, left_out=shaped.left_out, notes=(*looked.notes, *shaped.notes),
        definitions=shaped.definitions, difference=changes, store_version=version, layout=looked.layout,
        warnings=warnings, content=content if origin is Origin.USER else b"",
    )  # fmt: skip


def _silent(_text: str, _share: float) -> None:
    """For callers who do not ask how far it has come."""


def commit(
    store: Store, checked: Checked, actor: Actor, reason: str = "", accepted: Mapping[str, str] | None = None
) -> int:
    """Store what was checked, as one delivery; returns its number.

    `accepted` says, by the key of each warning, why it is right all the same. Raises `UserError`, and stores
    nothing, when the actor may not write, when a warning is not accepted, or when the store has changed since the
    check so that the difference shown is no longer the difference made.
    """
    acknowledged = _acknowledged(checked, accepted or {})
    manifest = Manifest(
        kind=DeliveryKind.OUTCOMES, subject=checked.format, origin=checked.origin, file_name=checked.file_name,
        file_sha256=checked.sha256, rows=len(checked.rows), reason=reason,
    )  # fmt: skip

    def write(cursor: Cursor, delivery_id: int) -> None:
        # Inside the transaction no other writer can come between the comparison and the rows.
        if store.version() != checked.store_version:
            now = difference(store, checked.rows, _mode(checked.origin))
            if not now.equals(checked.difference):
                raise wrong("store-changed", Place(file=checked.file_name))
        insert(cursor, "indicator", checked.definitions, delivery_id)
        insert(cursor, "observation", checked.rows, delivery_id)
        insert(cursor, "acknowledgement", acknowledged, delivery_id)
        if checked.layout:
            insert(cursor, "format_description", as_row(checked.layout), delivery_id)
        insert(cursor, "source_link", checked.links, delivery_id)
        if keeping:
            keeping.result()  # what is stored has its file: without it, nothing is

    require_write(actor)
    with ThreadPoolExecutor(1, "keep") as beside:
        # A large file takes seconds to compress, in which its rows can be written.
        keeping = beside.submit(keep, store, checked.content, checked.sha256) if checked.content else None
        return record(store, manifest, actor, write)


def _shaped(looked: Looked) -> Shaped:
    """What the file holds."""
    findings = Findings(looked.table, looked.titles)
    if looked.description:
        shaped = described.shape(looked.table, looked.description, looked.known, findings)
    else:
        shaped = long_layout.shape(looked.table, looked.known, findings)
    check_rows(shaped.rows, looked.known.indicators, shaped.titles, findings)
    findings.raise_any()
    return replace(shaped, left_out=looked.left_out, definitions=looked.definitions)


def _acknowledged(checked: Checked, accepted: Mapping[str, str]) -> pd.DataFrame:
    """Rows of table `acknowledgement`. Raises `UserError` for the warnings that nobody has accepted."""
    left = [each for each in checked.warnings if not accepted.get(each.key, "").strip()]
    if left:
        examples = [example for each in left for example in each.examples]
        summary = wrong("warnings-left", Place(file=checked.file_name), count=sum(each.count for each in left))
        summary.details = tuple(examples[:SHOWN])
        raise summary
    return pd.DataFrame(
        [(each.key, each.count, str(each.examples[0]), accepted[each.key].strip()) for each in checked.warnings],
        columns=["finding", "row_count", "example", "reason"],
    )


def _mode(origin: Origin) -> DataMode:
    return DataMode.EXAMPLE if origin is Origin.EXAMPLE else DataMode.REAL

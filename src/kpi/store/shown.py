"""What was shown of an agenda item: kept with its files, so that the next meeting can open what the last one saw."""

import hashlib
from dataclasses import asdict, dataclass
from datetime import datetime

import pandas as pd

from kpi.errors import wrong
from kpi.model import Actor, DataMode, DeliveryKind, Origin
from kpi.store.connection import Cursor, Store
from kpi.store.deliveries import LIVE, Manifest, insert, record, require_write
from kpi.store.kept_files import keep


@dataclass(frozen=True, slots=True)
class Showing:
    """An item at a period. figures_at: the latest change of the store that the figures had in them (UTC)."""

    plan: str
    meeting: str
    item: str
    subject: str
    period: str
    mode: DataMode
    figures_at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """A showing that was kept: by whom, at which moment (UTC), and its file."""

    delivery: int
    meeting: str
    item: str
    subject: str
    period: str
    example: bool
    author: str
    kept_at: datetime
    file_name: str
    file_sha256: str


def keep_shown(store: Store, showing: Showing, content: bytes, file_name: str, actor: Actor) -> int:
    """Keep a showing and its file as one delivery; returns its id. Invented figures make an example delivery.

    Raises `UserError`, and stores nothing, when the actor may not write, or when the store has changed since the
    figures were read: the files would then not say what the pages show as of that moment.
    """
    require_write(actor)
    sha256, row = hashlib.sha256(content).hexdigest(), pd.DataFrame([asdict(showing)])
    origin = Origin.EXAMPLE if showing.mode is DataMode.EXAMPLE else Origin.USER

    def write(cursor: Cursor, delivery_id: int) -> None:
        if _changed_since(cursor, showing.figures_at, delivery_id):
            raise wrong("shown-changed")
        insert(cursor, "shown_item", row, delivery_id)

    keep(store, content, sha256)
    return record(store, Manifest(DeliveryKind.SHOWN, showing.subject, origin, file_name, sha256, 1), actor, write)


def shown(store: Store, plan: str, mode: DataMode, as_of: datetime | None = None) -> list[Shown]:
    """What has been kept of the plan's items and is not withdrawn, the latest first."""
    rows = store.rows(
        f"""select s.*, d.actor, d.created_at, d.file_name, d.file_sha256
            from shown_item s join ({LIVE}) d on d.id = s.delivery_id
            where s.plan = $plan and s.mode = $mode order by s.delivery_id desc""",
        {"as_of": as_of, "plan": plan, "mode": mode},
    )
    return [
        Shown(
            delivery=row["delivery_id"], meeting=row["meeting"], item=row["item"], subject=row["subject"],
            period=row["period"], example=DataMode(row["mode"]) is DataMode.EXAMPLE, author=row["actor"],
            kept_at=row["created_at"], file_name=row["file_name"], file_sha256=row["file_sha256"],
        )
        for row in rows
    ]  # fmt: skip


def _changed_since(cursor: Cursor, moment: datetime, delivery_id: int) -> bool:
    """True where anything but the delivery itself has come, or been withdrawn or restored, after the moment."""
    found = cursor.execute(
        """select 1 from delivery where created_at > $moment and id <> $id
           union all select 1 from delivery_event where happened_at > $moment limit 1""",
        {"moment": moment, "id": delivery_id},
    ).fetchone()
    return found is not None

"""Deliveries: recording, listing, withdrawing and restoring them.

A delivery counts at a moment if it was made no later and was not withdrawn then. `LIVE` says so in SQL, for a
parameter `$as_of` (null: now).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pandas as pd
import pyarrow as untyped_pyarrow

from kpi.errors import wrong
from kpi.model import Actor, Delivery, DeliveryKind, Origin
from kpi.store.connection import Cursor, Store, utc_now

WITHDRAWN = """
    select delivery_id, happened_at, actor, reason from delivery_event
    where $as_of::timestamp is null or happened_at <= $as_of::timestamp
    qualify row_number() over (partition by delivery_id order by happened_at desc) = 1 and event = 'withdrawn'
"""
LIVE = f"""
    select * from delivery
    where ($as_of::timestamp is null or created_at <= $as_of::timestamp)
      and id not in (select delivery_id from ({WITHDRAWN}))
"""
pa: Any = untyped_pyarrow
ROW_GROUP = 122_880  # rows that DuckDB stores together


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is said of a delivery before it is stored."""

    kind: DeliveryKind
    subject: str
    origin: Origin
    file_name: str
    file_sha256: str
    rows: int
    reason: str = ""


def require_write(actor: Actor) -> None:
    """Every function that changes data asks this itself, whatever the page showed. Raises `UserError`."""
    if not actor.may_write:
        raise wrong("not-allowed")
    if not actor.name.strip():
        raise wrong("name-missing")


def record(
    store: Store,
    manifest: Manifest,
    actor: Actor,
    write: Callable[[Cursor, int], None],
    at: datetime | None = None,
) -> int:
    """Store a delivery whole: `write(cursor, delivery_id)` inserts its rows in the same transaction.

    Returns the delivery's id. Raises `UserError` when the actor may not write; any error stores nothing.
    """
    require_write(actor)
    with store.transaction() as cursor:
        newest = cursor.execute("select coalesce(max(id), 0) + 1 from delivery").fetchone() or (1,)
        delivery_id = int(newest[0])
        moment = _after_all(cursor, at or utc_now())
        cursor.execute(
            "insert into delivery values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [delivery_id, manifest.kind, manifest.subject, manifest.origin, moment, actor.name.strip(),
             manifest.reason, manifest.file_name, manifest.file_sha256, manifest.rows],
        )  # fmt: skip
        write(cursor, delivery_id)
    return delivery_id


def insert(cursor: Cursor, table: str, frame: pd.DataFrame, delivery_id: int) -> None:
    """Append a frame's rows to a table by column name, as part of a delivery."""
    columns = [name for name in frame.columns if name != "delivery_id"]
    if frame.empty:
        return
    # In pieces of a row group: DuckDB lays out words that are kept once piece by piece.
    rows = pa.Table.from_pandas(frame[columns], preserve_index=False).to_batches(max_chunksize=ROW_GROUP)
    cursor.register("incoming", pa.Table.from_batches(rows))
    names = ", ".join(columns)
    cursor.execute(f"insert into {table} (delivery_id, {names}) select ?, {names} from incoming", [delivery_id])
    cursor.unregister("incoming")


def deliveries(store: Store, as_of: datetime | None = None) -> list[Delivery]:
    """All deliveries made by then, newest first, withdrawn ones included."""
    rows = store.rows(
        f"""select d.*, w.happened_at as withdrawn_at, w.actor as withdrawn_by, w.reason as withdrawn_reason
            from delivery d left join ({WITHDRAWN}) w on w.delivery_id = d.id
            where $as_of::timestamp is null or d.created_at <= $as_of::timestamp
            order by d.id desc""",
        {"as_of": as_of},
    )
    return [
        Delivery(
            id=row["id"], kind=DeliveryKind(row["kind"]), subject=row["subject"], origin=Origin(row["origin"]),
            created_at=row["created_at"], actor=row["actor"], reason=row["reason"], file_name=row["file_name"],
            file_sha256=row["file_sha256"], rows=row["row_count"], withdrawn_at=row["withdrawn_at"],
            withdrawn_by=row["withdrawn_by"] or "", withdrawn_reason=row["withdrawn_reason"] or "",
        )
        for row in rows
    ]  # fmt: skip


def spanned(store: Store) -> tuple[datetime, datetime] | None:
    """The moments of the first delivery and of the latest change (delivered, withdrawn or restored); None: empty."""
    found = store.rows(
        """select min(created_at) as first, greatest(max(created_at), (select max(happened_at) from delivery_event))
           as latest from delivery"""
    )[0]
    return (found["first"], found["latest"]) if found["first"] is not None else None


def just_before(store: Store, delivery_id: int) -> datetime:
    """The last moment at which a delivery did not count. Raises `UserError` if there is no such delivery."""
    found = store.rows("select created_at from delivery where id = ?", [delivery_id])
    if not found:
        raise wrong("delivery-unknown", id=str(delivery_id))
    made: datetime = found[0]["created_at"]
    return made - timedelta(microseconds=1)


CARRIED = (
    "observation", "comment", "plan", "goal", "plan_indicator", "target", "indicator", "unit", "series_break",
    "judged_forecast", "acknowledgement", "format_description", "source_link", "assignment", "assignment_report",
    "oversight", "oversight_report", "control_point", "control_report", "reporting_point", "period_lock",
    "cost_type", "budget_item", "budget_amount", "account", "measure_effect", "investment_use",
    "plan_value", "document_type", "document", "follow_up_document", "action_follow_up",
    "meeting", "agenda_item", "meeting_change", "agenda_change", "agenda_link",
    "shown_item",
)  # fmt: skip


def contents(store: Store, delivery_id: int) -> dict[str, int]:
    """How many rows of each table a delivery carried; tables without any are left out."""
    counted = " union all ".join(
        f"select '{table}' as name, count(*) as rows from {table} where delivery_id = $id" for table in CARRIED
    )
    return {row["name"]: row["rows"] for row in store.rows(counted, {"id": delivery_id}) if row["rows"]}


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Something unusual about a delivery: how many rows, the first of them in words, and why it was stored."""

    example: str
    rows: int
    reason: str


def acknowledgements(store: Store, delivery_id: int) -> list[Acknowledgement]:
    """The warnings that were acknowledged with a delivery."""
    rows = store.rows("select example, row_count, reason from acknowledgement where delivery_id = ?", [delivery_id])
    return [Acknowledgement(row["example"], row["row_count"], row["reason"]) for row in rows]


def withdraw(store: Store, delivery_id: int, actor: Actor, reason: str, at: datetime | None = None) -> None:
    """Stop counting a delivery; what it superseded counts again. Raises `UserError` if unknown or already withdrawn."""
    _event(store, delivery_id, "withdrawn", actor=actor, reason=reason, at=at)


def restore(store: Store, delivery_id: int, actor: Actor, reason: str, at: datetime | None = None) -> None:
    """Count a withdrawn delivery again, in its old place. Raises `UserError` if unknown or not withdrawn."""
    _event(store, delivery_id, "restored", actor=actor, reason=reason, at=at)


def withdraw_examples(store: Store, actor: Actor, reason: str) -> int:
    """Stop counting every example delivery, all or none of them; returns how many."""
    require_write(actor)
    found = [d for d in deliveries(store) if d.origin is Origin.EXAMPLE and d.withdrawn_at is None]
    with store.transaction() as cursor:
        for delivery in found:
            _record_event(cursor, delivery.id, "withdrawn", actor=actor, reason=reason)
    return len(found)


def _event(store: Store, delivery_id: int, event: str, *, actor: Actor, reason: str, at: datetime | None) -> None:
    require_write(actor)
    with store.transaction() as cursor:
        _record_event(cursor, delivery_id, event, actor=actor, reason=reason, at=at)


def _record_event(
    cursor: Cursor, delivery_id: int, event: str, *, actor: Actor, reason: str, at: datetime | None = None
) -> None:
    known = cursor.execute("select 1 from delivery where id = ?", [delivery_id]).fetchone()
    if known is None:
        raise wrong("delivery-unknown", id=str(delivery_id))
    last = cursor.execute(
        "select event from delivery_event where delivery_id = ? order by happened_at desc limit 1",
        [delivery_id],
    ).fetchone()
    withdrawn = last is not None and last[0] == "withdrawn"
    if withdrawn == (event == "withdrawn"):
        raise wrong(f"delivery-already-{event}", id=str(delivery_id))
    moment = _after_all(cursor, at or utc_now())
    cursor.execute(
        "insert into delivery_event values (?, ?, ?, ?, ?)", [delivery_id, event, moment, actor.name, reason]
    )


def _after_all(cursor: Cursor, moment: datetime) -> datetime:
    """Strictly later than every change before it, so that order and "as of" never disagree, whatever the clock does."""
    latest = cursor.execute(
        "select greatest(max(created_at), (select max(happened_at) from delivery_event)) from delivery"
    ).fetchone()
    previous: datetime | None = latest[0] if latest else None
    return moment if previous is None or moment > previous else previous + timedelta(microseconds=1)

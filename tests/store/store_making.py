"""Deliveries made by hand, for tests of the store itself."""

from datetime import UTC, date, datetime

import pandas as pd

from kpi.model import Actor, DeliveryKind, Origin
from kpi.store import Store
from kpi.store.deliveries import Manifest, insert, record

WRITER = Actor("Test Testsson", may_write=True)


def moment(*parts: int) -> datetime:
    """A moment as the store keeps it: UTC without a zone."""
    return datetime(*parts, tzinfo=UTC).replace(tzinfo=None)


def manifest(rows, origin=Origin.USER, kind=DeliveryKind.OUTCOMES):
    return Manifest(kind, "test", origin, "fil.csv", "0" * 64, rows, "prov")


def outcome(value, indicator="a", unit="0023", gender="T", year=2024, **more):
    return {"indicator": indicator, "unit": unit, "gender": gender, "period_kind": "year",
            "period_start": date(year, 1, 1), "value": value, **more}  # fmt: skip


def deliver(store: Store, rows: list[dict], origin=Origin.USER, at: datetime | None = None, actor=WRITER) -> int:
    frame = pd.DataFrame(rows)
    return record(
        store, manifest(len(rows), origin), actor, lambda cursor, id_: insert(cursor, "observation", frame, id_), at
    )


def registers(store: Store, indicators=("a", "b"), units=("0023", "0000")) -> int:
    """A delivery of the units and indicators that the outcomes speak of."""
    unit = pd.DataFrame([{"code": code, "name": code, "kind": "region", "aliases": ""} for code in units])
    indicator = pd.DataFrame(
        [{"code": code, "name": code, "short_name": code, "measure": "%", "decimals": 1, "direction": "higher",
          "year_rule": "mean", "split_by_gender": True, "no_split_reason": "", "source": "", "aliases": ""}
         for code in indicators]
    )  # fmt: skip

    def write(cursor, delivery_id):
        insert(cursor, "unit", unit, delivery_id)
        insert(cursor, "indicator", indicator, delivery_id)

    return record(store, manifest(len(unit), kind=DeliveryKind.UNITS), WRITER, write)

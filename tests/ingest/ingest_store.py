"""A few units and nyckeltal, put into a store as the plan's loader would: through deliveries."""

from pathlib import Path

import pandas as pd

from kpi.model import Actor, DeliveryKind, Origin
from kpi.store import Store
from kpi.store.deliveries import Manifest, insert, record

ACTOR = Actor("Anna Analytiker", may_write=True)
UNITS = [
    ("0000", "Riket", "country", None, "Sverige"),
    ("0023", "Region Jämtland Härjedalen", "region", "0000", "Jämtland|Jämtlands län"),
    ("0001", "Region Stockholm", "region", "0000", "Stockholm"),
    ("2380", "Östersund", "municipality", "0023", "Storsjöbygden"),
    ("2326", "Berg", "municipality", "0023", "Storsjöbygden"),
]
INDICATORS = [
    ("antibiotikarecept", "Antal förskrivna antibiotikarecept per 1000 invånare", "Antibiotikarecept",
     "recept per 1 000 invånare", 1, "lower", "last", 0.0, None, "N00404"),
    ("sjuktal", "Sjuktal", "Sjukfrånvaro", "%", 1, "lower", "mean", 0.0, 100.0, ""),
    ("soliditet", "Soliditet", "Soliditet", "%", 1, "higher", "last", None, None, ""),
    ("utslapp", "Koldioxidutsläpp", "Utsläpp", "ton", 2, "lower", "sum", None, None, "Miljö"),
    ("energi", "Energianvändning", "Energi", "kWh per m²", 0, "lower", "sum", None, None, "Miljö"),
]  # fmt: skip


def units() -> pd.DataFrame:
    return pd.DataFrame(UNITS, columns=["code", "name", "kind", "parent", "aliases"])


def indicators() -> pd.DataFrame:
    columns = ["code", "name", "short_name", "measure", "decimals", "direction", "year_rule", "lowest", "highest",
               "aliases"]  # fmt: skip
    return pd.DataFrame(INDICATORS, columns=columns).assign(split_by_gender=True, no_split_reason="", source="prov")


def fill(store: Store, table: str, frame: pd.DataFrame, kind: DeliveryKind) -> None:
    manifest = Manifest(kind, table, Origin.SHIPPED, "", "", len(frame))
    record(store, manifest, ACTOR, lambda cursor, delivery: insert(cursor, table, frame, delivery))


def filled(path: Path) -> Store:
    opened = Store.open(path)
    fill(opened, "unit", units(), DeliveryKind.UNITS)
    fill(opened, "indicator", indicators(), DeliveryKind.PLAN)
    return opened

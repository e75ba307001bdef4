"""What the responsible persons expect of a year, in a table: one row per nyckeltal, unit, gender and year."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from kpi.errors import Place, UserError, wrong
from kpi.ingest import plan_checks as check
from kpi.ingest import plan_values as v
from kpi.ingest.plan_rows import frame
from kpi.ingest.plan_table import Column, raise_all, read_table
from kpi.model import Actor, DeliveryKind, Gender, Origin
from kpi.store import Store, plans
from kpi.store.deliveries import Manifest, insert, record

COLUMNS = (
    Column("nyckeltal", "indicator", v.code, required=True),
    Column("enhet", "unit", v.code, required=True),
    Column("kön", "gender", v.choice(v.GENDERS), required=True),
    Column("år", "year", v.year, required=True),
    Column("prognos", "value", v.number, required=True),
    Column("bedömd av", "judged_by", v.text, required=True),
    Column("datum", "judged_on", v.day, required=True),
    Column("motiv", "reason", v.text, required=True),
)


@dataclass(frozen=True)
class JudgedFile:
    """Judged forecasts that have been read and found whole, as the store's table `judged_forecast`."""

    file: str
    sha256: str
    table: pd.DataFrame


def read_judged(store: Store, path: Path) -> JudgedFile:
    """Read judged forecasts and check them against the store's nyckeltal and units.

    Raises `UserError` naming file, row and column.
    """
    rows = read_table(path, COLUMNS)
    faults = check.repeated(rows, "indicator", "unit", "gender", "year", "judged_on")
    faults += check.unknown(rows, "indicator", set(plans.indicators(store)["code"]), "plan-indicator-unknown")
    faults += check.unknown(rows, "unit", set(plans.units(store)["code"]), "plan-unit-unknown")
    raise_all(faults)
    return JudgedFile(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), frame(row.values for row in rows))


def one_judged(
    indicator: str, unit: str, gender: Gender, year: int, *, value: str, reason: str, judged_by: str, judged_on: date
) -> JudgedFile:  # fmt: skip
    """One that somebody writes on a page. Raises `UserError` without a number, a reason or a name."""
    for missing, message in ((reason.strip(), "forecast-judged-without-reason"), (judged_by.strip(), "name-missing")):
        if not missing:
            raise wrong(message)
    try:
        expected = v.number(value.strip().removesuffix("%").strip())
    except UserError as error:
        raise wrong("forecast-judged-no-number", Place(value=value)) from error
    table = frame([{
        "indicator": indicator, "unit": unit, "gender": gender.value, "year": year, "value": expected,
        "judged_by": judged_by.strip(), "judged_on": judged_on, "reason": reason.strip(),
    }])  # fmt: skip
    return JudgedFile("", hashlib.sha256(table.to_csv().encode()).hexdigest(), table)


def commit_judged(
    store: Store, judged: JudgedFile, actor: Actor, origin: Origin = Origin.USER, reason: str = ""
) -> int:
    """Store them as one delivery, remarks about series like comments, and return its id.

    A later judgement supersedes an earlier one, which stays. Raises `UserError` when the actor may not write.
    """
    manifest = Manifest(
        DeliveryKind.COMMENTS, judged.file, origin, judged.file, judged.sha256, len(judged.table), reason
    )

    def write(cursor: Any, delivery_id: int) -> None:
        insert(cursor, "judged_forecast", judged.table, delivery_id)

    return record(store, manifest, actor, write)

"""A plan as a folder of text files, whole: read and checked, then stored as one delivery.

`plan.toml` says which plan it is and names the levels of its steering model; `mal.csv` holds the goal tree,
`nyckeltal.csv` what is followed, `malvarden.csv` the targets and riktvärden, `brott.csv` (if there is one) the
declared breaks. The tables that they become stand in `store/sql/0001_foundation.sql`.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from kpi.errors import wrong
from kpi.ingest import plan_checks as check
from kpi.ingest.plan_columns import BREAKS, GOALS, INDICATORS, TARGETS
from kpi.ingest.plan_header import read_header
from kpi.ingest.plan_lists.reading import LISTS, list_faults, list_marks, list_tables, read_lists
from kpi.ingest.plan_rows import Parts, frame, plan_tables
from kpi.ingest.plan_table import Column, Row, raise_all, read_table
from kpi.ingest.plan_targets import target_faults
from kpi.ingest.units import shipped_units
from kpi.model import Actor, DeliveryKind, Origin
from kpi.store import Store
from kpi.store.deliveries import Manifest, insert, record

HEADER, GOALS_FILE, INDICATORS_FILE = "plan.toml", "mal.csv", "nyckeltal.csv"
TARGETS_FILE, BREAKS_FILE = "malvarden.csv", "brott.csv"
FILES = (HEADER, GOALS_FILE, INDICATORS_FILE, TARGETS_FILE, BREAKS_FILE, *(one.file for one in LISTS))


@dataclass(frozen=True)
class PlanFiles:
    """A plan that has been read and found whole. `tables` are frames by the store's table; `rows` counts the files'."""

    code: str
    name: str
    folder: str
    sha256: str
    rows: int
    tables: dict[str, pd.DataFrame]


def read_plan(folder: Path, units: Collection[str] | None = None) -> PlanFiles:
    """Read and check a plan's folder. `units` are the codes that it may refer to; None takes the shipped register.

    Raises `UserError` naming file, row and column: the first fault, with the others in its `details`.
    """
    if not folder.is_dir():
        raise wrong("plan-folder-missing", folder=folder.name)
    parts = _read(folder)
    _check(parts, shipped_units() if units is None else units)
    return PlanFiles(
        code=parts.header.plan["code"], name=parts.header.plan["name"], folder=folder.name,
        sha256=fingerprint(folder), rows=parts.rows, tables=_tables(parts),
    )  # fmt: skip


def commit_plan(
    store: Store, plan_files: PlanFiles, actor: Actor, origin: Origin = Origin.SHIPPED, reason: str = ""
) -> int:
    """Store a plan as one delivery and return its id. Raises `UserError` when the actor may not write."""
    manifest = Manifest(
        DeliveryKind.PLAN, plan_files.code, origin, plan_files.folder, plan_files.sha256, plan_files.rows, reason
    )

    def write(cursor: Any, delivery_id: int) -> None:
        for table, rows in plan_files.tables.items():
            insert(cursor, table, rows, delivery_id)

    return record(store, manifest, actor, write)


def _read(folder: Path) -> Parts:
    def table(name: str, columns: Sequence[Column], optional: bool = False) -> list[Row]:
        path = folder / name
        return [] if optional and not path.exists() else read_table(path, columns, f"{folder.name}/{name}")

    # A text may name goals without saying what measures them: the file is then there with its headings alone.
    indicators = read_table(folder / INDICATORS_FILE, INDICATORS, f"{folder.name}/{INDICATORS_FILE}", empty=True)
    definitions, faults = check.definitions(indicators)
    raise_all(faults)
    return Parts(
        header=read_header(folder / HEADER, f"{folder.name}/{HEADER}"),
        goals=table(GOALS_FILE, GOALS),
        indicators=indicators,
        targets=table(TARGETS_FILE, TARGETS, optional=True),
        breaks=table(BREAKS_FILE, BREAKS, optional=True),
        definitions=definitions,
        lists=read_lists(folder),
    )


def _tables(parts: Parts) -> dict[str, pd.DataFrame]:
    plan, tables = parts.header.plan["code"], plan_tables(parts)
    marks = pd.concat([tables["interpretation"], frame(list_marks(plan, parts.lists))])
    return {**tables, **list_tables(plan, parts.lists), "interpretation": marks}


def _check(parts: Parts, units: Collection[str]) -> None:
    """Raise what is wrong between the files."""
    header, goals, indicators, targets, breaks = (
        parts.header, parts.goals, parts.indicators, parts.targets, parts.breaks,
    )  # fmt: skip
    raise_all(check.tree(goals, [level["level"] for level in header.levels]))
    faults = check.repeated(indicators, "indicator", "unit")
    if header.plan["organisation"] not in units:
        faults.append(wrong("plan-unit-unknown", header.organisation_place))
    faults += check.unknown(indicators, "goal", {goal["code"] for goal in goals}, "plan-goal-unknown")
    for rows in (indicators, targets, breaks):
        faults += check.unknown(rows, "unit", units, "plan-unit-unknown")
    for rows in (targets, breaks):
        faults += check.unknown(rows, "indicator", parts.definitions, "plan-indicator-unknown")
    faults += check.unknown(targets, "reference", units, "plan-unit-unknown")
    faults += check.names(parts.definitions.values(), "indicator", "indicator_name", "short_name")
    faults += target_faults(targets, {code: row["split_by_gender"] for code, row in parts.definitions.items()})
    for rows in (goals, indicators, targets):
        faults += check.marks(rows)
    codes = {"goal": {goal["code"] for goal in goals}, "indicator": parts.definitions, "unit": units}
    raise_all(faults + list_faults(parts.lists, codes))


def fingerprint(folder: Path) -> str:
    """One hash over the plan's files, their names included, in a fixed order."""
    digest = hashlib.sha256()
    for name in FILES:
        path = folder / name
        if path.exists():
            content = path.read_bytes()
            digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()

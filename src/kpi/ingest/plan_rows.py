"""The checked rows of a plan as the store's tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kpi.ingest.plan_columns import DEFINITIONS, PLAN_INDICATORS
from kpi.ingest.plan_header import Header
from kpi.ingest.plan_table import Row
from kpi.model import TargetOrigin

# Columns that may be wholly empty need a type, or the store would have to guess one.
_TYPES = {
    "value": "Float64", "upper_value": "Float64", "tolerance": "Float64", "lowest": "Float64", "highest": "Float64",
    "base_year": "Int64", "by_year": "Int64", "first_year": "Int64", "last_year": "Int64",
    "disclosure_threshold": "Int64", "expected": "Int64",
    "unit": "string", "gender": "string", "reference": "string", "parent": "string",
    "cost_type": "string",
    "serves": "string", "predecessor": "string", "type": "string", "replaces": "string",
}  # fmt: skip
_OWN = tuple(column.field for column in PLAN_INDICATORS)
_DEFINED = tuple(column.field for column in DEFINITIONS)


def frame(records: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows as a frame in which empty cells are null, whatever the others hold."""
    made = pd.DataFrame(list(records))
    return made.astype({name: kind for name, kind in _TYPES.items() if name in made.columns})


@dataclass(frozen=True, slots=True)
class Parts:
    """The rows of a plan's files; `definitions` holds the row that defines each nyckeltal."""

    header: Header
    goals: Sequence[Row]
    indicators: Sequence[Row]
    targets: Sequence[Row]
    breaks: Sequence[Row]
    definitions: Mapping[str, Row]
    lists: Mapping[str, Sequence[Row]]

    @property
    def rows(self) -> int:
        """How many rows the tables hold together."""
        tables = (self.goals, self.indicators, self.targets, self.breaks, *self.lists.values())
        return sum(len(rows) for rows in tables)


def plan_tables(parts: Parts) -> dict[str, pd.DataFrame]:
    """A frame for each table of the store that a plan fills, with the table's columns (`delivery_id` excepted)."""
    header, plan = parts.header, parts.header.plan["code"]
    return {
        "steering_model": frame([header.steering_model]),
        "steering_level": frame(header.levels),
        "plan": frame([header.plan]),
        "goal": frame({"plan": plan, "position": n, **without_marks(row)} for n, row in enumerate(parts.goals, 1)),
        "indicator": frame(_definition(row) for row in parts.definitions.values()),
        "plan_indicator": frame(
            {"plan": plan, "position": n, **{name: row[name] for name in _OWN}}
            for n, row in enumerate(parts.indicators, 1)
        ),
        "target": frame(target_values(plan, row) for row in parts.targets),
        "series_break": frame(row.values for row in parts.breaks),
        "interpretation": frame(_interpretations(parts)),
    }


def without_marks(row: Row) -> dict[str, Any]:
    """The row's own values, without what is said of how it was read."""
    return {name: value for name, value in row.values.items() if name not in ("interpreted", "note")}


def _definition(row: Row) -> dict[str, Any]:
    values = {name: row[name] for name in _DEFINED}
    name = values.pop("indicator_name") or row["name"]
    return {
        **values,
        "code": row["indicator"],
        "name": name,
        "no_split_reason": values["no_split_reason"] or "",
        "aliases": values["aliases"] or "",
        "source": row["source"],
    }


def target_values(plan: str, row: Row) -> dict[str, Any]:
    """A row of table `target`. A riktvärde belongs to no plan: it is somebody else's, wherever it is written down."""
    return {**without_marks(row), "plan": plan if row["origin"] is TargetOrigin.PLAN else None}


def _interpretations(parts: Parts) -> list[dict[str, str]]:
    header, plan = parts.header, parts.header.plan["code"]
    about = [
        {"plan": plan, "entity": "plan", "code": plan, "field": name, "note": header.note}
        for name in header.interpreted
    ]
    tables = (
        ("goal", "code", parts.goals),
        ("indicator", "indicator", parts.indicators),
        ("target", "code", parts.targets),
    )
    return about + interpreted(plan, tables)


def interpreted(plan: str, tables: Iterable[tuple[str, str, Sequence[Row]]]) -> list[dict[str, str]]:
    """What the rows mark as interpreted, as rows of the table `interpretation`: table, field that names it, rows."""
    marks = []
    for entity, key, rows in tables:
        for row in rows:
            fields = {title: name for name, title in row.headers.items()}
            marks += [(entity, row[key], fields[title], row["note"]) for title in row["interpreted"]]
    return [
        {"plan": plan, "entity": entity, "code": code, "field": field, "note": note}
        for entity, code, field, note in dict.fromkeys(marks)
    ]

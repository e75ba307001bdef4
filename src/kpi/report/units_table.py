"""A nyckeltal at the units beneath as a table."""

from collections.abc import Sequence
from typing import Any

from kpi.model import Gender, Status
from kpi.report.briefing.content import Cell, Table
from kpi.report.rows import outcome_period, present, value_text
from kpi.report.units import UnitPart
from kpi.words import period, say


def units_table(title: str, parts: Sequence[UnitPart]) -> Table:
    """A row for each, in the order given: values with status, target and distance; no column that is all empty."""
    genders = [gender for gender in Gender if any(present(_value(part, gender)) for part in parts)]
    targets = any(part.target for part in parts)
    rows = [
        (Cell(part.name), *(_judged(part.by_gender.get(gender)) for gender in genders),
         *((Cell(part.target or "–"), Cell(part.away)) if targets else ()))
        for part in parts
    ]  # fmt: skip
    names = [say("column-unit"), *(say(f"gender-{gender}") for gender in genders)]
    headings = [*names, say("column-target"), say("units-column-away")] if targets else names
    return Table(say("units-caption", name=title), tuple(headings), tuple(rows))


def _value(part: UnitPart, gender: Gender) -> Any:
    """The gender's value, or the word for why it is not shown."""
    row = part.by_gender.get(gender)
    return None if row is None else row.value if present(row.value) else row.observation_status


def _judged(row: Any) -> Cell:
    if row is None:
        return Cell("–")
    which = outcome_period(row)
    text = f"{value_text(row)} ({period(which)})" if which else value_text(row)
    return Cell(text, Status(row.status) if present(row.status) else None)

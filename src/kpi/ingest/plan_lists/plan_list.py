"""What a list is: a file of a plan's folder, the table that it becomes, and what must hold of its rows."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kpi.errors import UserError
from kpi.ingest.plan_rows import without_marks
from kpi.ingest.plan_table import Column, Row

Codes = Mapping[str, Collection[str]]
"""What may be referred to: codes by table (goal, indicator, unit, and the lists' own)."""


@dataclass(frozen=True)
class PlanList:
    """One of the files: its rows become rows of `table`, with the plan's code and their position.

    stored: a row's values as columns of `table`. names: the field that an interpretation of a row is kept under.
    """

    file: str
    table: str
    columns: tuple[Column, ...]
    check: Callable[[Sequence[Row], Codes], list[UserError]]
    stored: Callable[[Row], dict[str, Any]] = without_marks
    names: str = "code"

"""One of the lists that a plan's folder may hold, with its table and its rules."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from kpi.errors import UserError
from kpi.ingest.plan_table import Column, Row

Codes = Mapping[str, Collection[str]]
"""What may be referred to: codes by table (goal, indicator, unit, and the lists' own)."""


@dataclass(frozen=True)
class PlanList:
    """One of the files: its rows become rows of `table`, with the plan's code and their position."""

    file: str
    table: str
    columns: tuple[Column, ...]
    check: Callable[[Sequence[Row], Codes], list[UserError]]

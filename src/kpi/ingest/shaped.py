"""What a layout or a format makes of a table."""

from dataclasses import dataclass, field

import pandas as pd

OBSERVATION = [
    "indicator", "unit", "gender", "period_kind", "period_start", "value", "numerator", "denominator", "lower",
    "upper", "status", "comment", "source_sheet", "source_row",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows, or parts of rows, that are not stored, and why, in words."""

    rows: int
    reason: str


@dataclass(frozen=True, slots=True)
class Shaped:
    """`rows` as table `observation` has them; `titles` are the file's own names of those columns.

    `left_out` accounts for rows that are not stored; `notes` for what is stored otherwise than it stands.
    """

    rows: pd.DataFrame
    titles: dict[str, str]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[LeftOut, ...] = ()
    definitions: pd.DataFrame = field(default_factory=pd.DataFrame)

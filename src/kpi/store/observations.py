"""Outcomes: the current value of every series and period, as of a moment, real or example."""

from datetime import datetime

import pandas as pd

from kpi.model import DataMode
from kpi.store.connection import Store
from kpi.store.deliveries import LIVE

KEY = ["indicator", "unit", "gender", "period_kind", "period_start"]
VALUES = ["value", "numerator", "denominator", "lower", "upper", "status", "comment"]

CURRENT = f"""
    select o.* from observation o join ({LIVE}) d on d.id = o.delivery_id
    where (d.origin = 'example') = $example
    qualify row_number() over (partition by {", ".join(KEY)} order by o.delivery_id desc) = 1
"""


def observations(
    store: Store, mode: DataMode, as_of: datetime | None = None, units: list[str] | None = None,
    indicators: list[str] | None = None,
) -> pd.DataFrame:  # fmt: skip
    """The current outcomes, one row per key, sorted by it.

    Columns: `KEY` and `VALUES`, delivery_id, source_sheet, source_row. `period_start` is a date as datetime64,
    `value` is null where only a status is known. Filters are lists of codes; None takes all.
    """
    return store.read(
        f"""select * from ({CURRENT})
            where ($units::varchar[] is null or list_contains($units::varchar[], unit))
              and ($indicators::varchar[] is null or list_contains($indicators::varchar[], indicator))
            order by {", ".join(KEY)}""",
        {"as_of": as_of, "example": mode is DataMode.EXAMPLE, "units": units, "indicators": indicators},
    )


def has_outcomes(store: Store, origin: str, as_of: datetime | None = None) -> bool:
    """True if a live delivery of that origin carries outcomes."""
    return bool(
        store.rows(
            f"select 1 from ({LIVE}) where origin = $origin and kind = 'outcomes' limit 1",
            {"as_of": as_of, "origin": origin},
        )
    )

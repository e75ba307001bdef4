"""Outcomes: the current value of every series and period, as of a moment, real or example."""

from datetime import datetime

import pandas as pd

from kpi.model import DataMode, ObservationStatus
from kpi.store.connection import Store
from kpi.store.deliveries import LIVE

KEY = ["indicator", "unit", "gender", "period_kind", "period_start"]
VALUES = ["value", "numerator", "denominator", "lower", "upper", "status", "comment"]

_NUMBERS = ["value", "numerator", "denominator", "lower", "upper"]
# A frame's column that is null throughout has no type of its own.
_TYPED = ", ".join(
    ["period_start::date as period_start", "status::varchar as status", "comment::varchar as comment"]
    + [f"{name}::double as {name}" for name in _NUMBERS]
)

CURRENT = f"""
    select * from (
        select o.* from observation o join ({LIVE}) d on d.id = o.delivery_id
        where (d.origin = 'example') = $example
        qualify row_number() over (partition by {", ".join(KEY)} order by o.delivery_id desc) = 1
    ) where status is distinct from '{ObservationStatus.REMOVED}'
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


def overlaid(current: pd.DataFrame, coming: pd.DataFrame) -> pd.DataFrame:
    """The current outcomes as they would be after a delivery of others: the columns of `observations`, sorted by key.

    `coming` has the columns of table `observation` but for the delivery, whose number is not known: it is 0.
    """
    rows = coming.assign(delivery_id=0, period_start=coming["period_start"].astype(current["period_start"].dtype))
    whole = pd.concat([current, rows[current.columns]], ignore_index=True).drop_duplicates(KEY, keep="last")
    return whole[whole["status"].ne(ObservationStatus.REMOVED)].sort_values(KEY, ignore_index=True)


def indicators_with_outcomes(
    store: Store, mode: DataMode, indicators: list[str], as_of: datetime | None = None
) -> set[str]:  # fmt: skip
    """Which of the indicators have any outcome."""
    found = store.rows(
        f"select distinct indicator from ({CURRENT}) where list_contains($indicators::varchar[], indicator)",
        {"as_of": as_of, "example": mode is DataMode.EXAMPLE, "indicators": indicators},
    )
    return {row["indicator"] for row in found}


def has_outcomes(store: Store, origin: str, as_of: datetime | None = None) -> bool:
    """True if a live delivery of that origin carries outcomes."""
    return bool(
        store.rows(
            f"select 1 from ({LIVE}) where origin = $origin and kind = 'outcomes' limit 1",
            {"as_of": as_of, "origin": origin},
        )
    )


def difference(store: Store, rows: pd.DataFrame, mode: DataMode) -> pd.DataFrame:
    """What storing `rows` would change, one row each in their order.

    `rows` has the columns `KEY` and `VALUES`. Returns `KEY`, `VALUES`, the same as they are now with the prefix
    `old_`, and `kind`: added | changed | unchanged | removed.
    """
    olds = ", ".join(f"now.{name} as old_{name}" for name in VALUES)
    differs = " or ".join(f"now.{name} is distinct from incoming.{name}" for name in VALUES)
    columns = ", ".join(f"incoming.{name}" for name in KEY + VALUES)
    same = " and ".join(f"now.{name} = incoming.{name}" for name in KEY)
    with store.cursor() as cursor:
        cursor.register("incoming_rows", rows[KEY + VALUES].assign(position=range(len(rows))))
        return cursor.execute(
            f"""with now as ({CURRENT}), incoming as (select * replace ({_TYPED}) from incoming_rows)
                select {columns}, {olds},
                       case when incoming.status = '{ObservationStatus.REMOVED}'
                            then case when now.delivery_id is null then 'unchanged' else 'removed' end
                            when now.delivery_id is null then 'added'
                            when {differs} then 'changed' else 'unchanged' end as kind
                from incoming left join now on {same} order by incoming.position""",
            {"as_of": None, "example": mode is DataMode.EXAMPLE},
        ).df()

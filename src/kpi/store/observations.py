"""Outcomes: the current value of every series and period, as of a moment, real or example."""

from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.frames import categories
from kpi.model import DataMode, ObservationStatus
from kpi.store.connection import Store
from kpi.store.deliveries import LIVE

KEY = ["indicator", "unit", "gender", "period_kind", "period_start"]
VALUES = ["value", "numerator", "denominator", "lower", "upper", "status", "comment"]
KINDS = ["added", "changed", "unchanged", "removed"]

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
    standing = _standing(store, rows, mode)
    found = standing["position"].to_numpy()
    changes: dict[str, Any] = {name: rows[name].array for name in KEY + VALUES}
    for name in VALUES:
        changes[f"old_{name}"] = _spread(standing[f"old_{name}"], found, len(rows), name in _NUMBERS)
    kind = np.full(len(rows), KINDS.index("added"), np.int8)
    removed = rows["status"].eq(ObservationStatus.REMOVED.value).to_numpy(bool)
    kind[removed] = KINDS.index("unchanged")
    kind[found] = np.where(standing["differs"], KINDS.index("changed"), KINDS.index("unchanged"))
    kind[found[removed[found]]] = KINDS.index("removed")
    changes["kind"] = pd.Categorical.from_codes(kind, pd.Index(KINDS))
    return pd.DataFrame(changes, copy=False)


def _standing(store: Store, rows: pd.DataFrame, mode: DataMode) -> pd.DataFrame:
    """For the rows that have a value in the store: their place, what stands there, and whether it differs."""
    olds = ", ".join(f"now.{name} as old_{name}" for name in VALUES)
    differs = " or ".join(f"now.{name} is distinct from incoming.{name}" for name in VALUES)
    same = " and ".join(f"now.{name} = incoming.{name}" for name in KEY)
    about = [str(code) for code in rows["indicator"].unique()]
    with store.cursor() as cursor:
        cursor.register("incoming_rows", rows[KEY + VALUES].assign(position=range(len(rows))))
        standing = cursor.execute(
            f"""with now as (select * from ({CURRENT}) where list_contains($indicators::varchar[], indicator)),
                     incoming as (select * replace ({_TYPED}) from incoming_rows)
                select incoming.position, {olds}, {differs} as differs from incoming join now on {same}""",
            {"as_of": None, "example": mode is DataMode.EXAMPLE, "indicators": about},
        ).to_arrow_table()
    return standing.to_pandas()  # type: ignore[no-any-return]


def _spread(olds: "pd.Series[Any]", places: NDArray[np.int64], rows: int, number: bool) -> Any:
    """What stands now, for every row; null for those that are not there."""
    if number:
        values = np.full(rows, np.nan)
        values[places] = olds
        return values
    held = categories(olds)
    codes = np.full(rows, -1, held.codes.dtype)
    codes[places] = held.codes
    return pd.Categorical.from_codes(codes, held.categories)

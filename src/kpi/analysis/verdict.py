"""Status and reason of each row: the rule of its target, and all that must hold before the rule is asked."""

import numpy as np
import pandas as pd

from kpi.analysis.arrays import BoolArray, FloatArray, ObjectArray, either, filled, floats
from kpi.analysis.attainment import attain
from kpi.model import Direction, Reason, Status, TargetKind

_NUMBERS = {
    "value": "value", "target": "target_value", "upper": "target_upper", "base": "base_value",
    "reference": "reference_value", "reference_base": "reference_base_value", "tolerance": "tolerance",
}  # fmt: skip


def judge(rows: pd.DataFrame, chosen_year: int) -> pd.DataFrame:
    """judged (a `Status` value, or None), reason, distance, distance_in, waiting and met; aligned with `rows`.

    The first of these that holds decides: no target: no status · a tie between targets · a milestone · outcome missing
    or suppressed · outcome outside the target's years · year not over or incomplete · the rule of the kind (`attain`).
    Before the target's by_year (waiting) there is no status, unless the outcome lies outside the target's years; met
    then says whether it is there already.
    """
    targeted = rows["target_code"].notna().to_numpy()
    why = rows["why"].to_numpy(object)
    kind_reason, status, distance, unit = _attained(rows)
    outside = _outside(rows) & (why != Reason.NO_OUTCOME.value) & (why != Reason.SUPPRESSED.value)
    tied, milestone = rows["tied"].to_numpy(bool), rows["target_kind"].eq(TargetKind.MILESTONE.value).to_numpy()
    waiting = _waiting(rows, chosen_year) & ~outside & ~milestone
    reason = either(why == None, kind_reason, why)  # noqa: E711 (element by element)
    reason[outside] = Reason.OUTSIDE_TARGET_YEARS.value
    reason[milestone] = Reason.MILESTONE.value
    reason[tied] = Reason.AMBIGUOUS_TARGET.value
    sure = targeted & (reason == None)  # noqa: E711
    met = sure & (status == Status.MET.value)
    status = either(sure, status, either(targeted, Status.UNJUDGED.value))
    status[waiting] = None
    reason[waiting] = either(np.isnan(floats(rows["value"])), why)[waiting]
    columns = {"judged": status, "reason": reason, "distance_in": either(sure, unit), "waiting": waiting, "met": met}
    out = pd.DataFrame({name: pd.Series(array, index=rows.index) for name, array in columns.items()})
    return out.assign(distance=np.where(sure, distance, np.nan))


def _attained(rows: pd.DataFrame) -> tuple[ObjectArray, ObjectArray, FloatArray, ObjectArray]:
    """Reason, status, distance and its unit by the rule of each row's kind; nothing for rows without one."""
    has = rows["target_kind"].notna().to_numpy()
    some = rows[has]
    found = attain(
        some["target_kind"].to_numpy(object),
        direction=some["direction"].fillna(Direction.NEUTRAL.value).to_numpy(object),
        **{name: floats(some[column]) for name, column in _NUMBERS.items()},
    )
    reason, status, unit = (filled(len(rows)) for _ in range(3))
    distance = np.full(len(rows), np.nan)
    reason[has], status[has], distance[has], unit[has] = found.reason, found.status, found.distance, found.distance_in
    return reason, status, distance, unit


def _outside(rows: pd.DataFrame) -> BoolArray:
    year = floats(rows["year"])
    return np.asarray((year < floats(rows["first_year"])) | (year > floats(rows["last_year"])))


def _waiting(rows: pd.DataFrame, chosen_year: int) -> BoolArray:
    """Before the target's by_year; the chosen year counts where there is no outcome."""
    year = np.nan_to_num(floats(rows["year"]), nan=chosen_year)
    return np.asarray(year < floats(rows["by_year"]))

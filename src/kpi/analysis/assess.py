"""The one table that pages, exports and the command line present: outcome, status, gap and trend of every subject."""

import numpy as np
import pandas as pd

from kpi.analysis import gender, periods
from kpi.analysis import targets as applying
from kpi.analysis.arrays import FloatArray, filled, floats, texts
from kpi.analysis.columns import COLUMNS, TEXTS
from kpi.analysis.compared import comparisons
from kpi.analysis.judged import outcomes
from kpi.analysis.material import Material, gather
from kpi.analysis.outcome import main_kind_of
from kpi.analysis.progress import pace_needed, path
from kpi.analysis.series import row_trends
from kpi.analysis.subjects import subject_rows
from kpi.analysis.verdict import judge
from kpi.model import Period


def assess(
    subjects: pd.DataFrame, targets: pd.DataFrame, observations: pd.DataFrame, period: Period, *,
    plan: str | None = None, breaks: pd.DataFrame | None = None,
) -> pd.DataFrame:  # fmt: skip
    """One row per subject (indicator × unit, in the order given) and gender (K, M, T): `columns.COLUMNS`.

    subjects: indicator, unit, direction, year_rule, and where they have them plan, goal, position, split_by_gender,
    measure; the reference units' observations must be among the observations. plan: the plan of subjects that name
    none; a plan's own targets hold only for its subjects, riktvärden for all. To judge riktvärden where the plan has
    its own target, pass them alone. breaks: indicator, unit (null: every unit), period_start.
    Nulls are None in text columns, NaN in numbers, NaT in dates; `columns` tells where each null is explained.
    Raises `ValueError` on missing columns, a repeated observation, or a word that `kpi.model` does not have.
    """
    rows, rules = subject_rows(subjects, observations, plan)
    material = gather(rows, targets, observations, period, rules)
    rows = _with_targets(rows, targets, material)
    rows = rows.join(comparisons(rows, material))
    rows = rows.join(judge(rows, material.year))
    at = rows.assign(year=rows["year"].fillna(material.year))
    rows["path_value"], rows["path_reason"] = path(at, rows["waiting"].to_numpy(bool))
    rows["pace_needed"] = _pace(rows)
    rows = rows.rename(columns={"status": "observation_status", "judged": "status", "through": "so_far_through"})
    rows = rows.join(gender.compare(rows))
    rows = rows.join(row_trends(rows, material, breaks).add_prefix("trend_"))
    for name in TEXTS:
        rows[name] = pd.Series(texts(rows[name]), index=rows.index, dtype=object)
    rows["delivery_id"] = rows["delivery_id"].astype("Int64")
    return rows[COLUMNS].reset_index(drop=True)


def _with_targets(rows: pd.DataFrame, targets: pd.DataFrame, material: Material) -> pd.DataFrame:
    """Each row with the target that applies and the outcome to judge by it; without one, its main series' outcome."""
    pairs = applying.candidates(rows, applying.prepared(targets))
    chosen = applying.choose(pairs.join(outcomes(pairs.assign(combine=True), material)), material.year)
    rest = rows[~rows["row"].isin(chosen["row"])].set_index("row", drop=False)
    rest = rest.assign(period_kind=main_kind_of(rest, material.last), combine=False, tied=False)
    rest = rest.join(outcomes(rest, material))
    for name in applying.COLUMNS:
        if name not in rest:
            rest[name] = pd.Series(filled(len(rest)), rest.index, dtype=chosen[name].dtype)
    both = [frame for frame in (chosen, rest[chosen.columns]) if len(frame)]
    return pd.concat(both or [chosen]).sort_index().rename_axis(None)


def _pace(rows: pd.DataFrame) -> FloatArray:
    start = rows["period_start"]
    known = start.notna().to_numpy()
    month = np.full(len(rows), np.nan)
    last = periods.ends(rows.loc[known, "period_kind"], start[known])
    month[known] = periods.years(last) * 12 + periods.month_numbers(last) - 1
    return pace_needed(
        floats(rows["distance"]), rows["met"].to_numpy(bool), month,
        by_year=floats(rows["by_year"]), last_year=floats(rows["last_year"]),
    )  # fmt: skip

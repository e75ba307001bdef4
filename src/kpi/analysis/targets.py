"""Which target applies to an outcome: the most specific one, and a tie is told, not broken."""

import numpy as np
import pandas as pd

from kpi.analysis.arrays import FloatArray, floats, texts
from kpi.model import PeriodKind, TargetKind, TargetOrigin

_TEXTS = {
    "code": "target_code", "plan": "target_plan", "unit": "target_unit", "gender": "target_gender",
    "period_kind": "period_kind", "kind": "target_kind", "reference": "reference", "origin": "target_origin",
}  # fmt: skip
_NUMBERS = {
    "value": "target_value", "upper_value": "target_upper", "base_year": "base_year", "by_year": "by_year",
    "first_year": "first_year", "last_year": "last_year", "tolerance": "tolerance",
}  # fmt: skip
COLUMNS = [*_TEXTS.values(), *_NUMBERS.values()]
# Two targets alike in these judge alike, whatever they are called.
_CONTENT = [
    "period_kind", "target_kind", "reference", "target_origin", "target_value", "target_upper", "base_year", "by_year",
    "tolerance",
]  # fmt: skip
_RANK = ["r_guideline", "r_uncovered", "r_unchosen", "r_away", "r_past", "r_any_unit", "r_any_gender", "r_width"]
_OPEN, _HALF_OPEN = np.inf, 1e6  # wider than any span of years


def prepared(targets: pd.DataFrame) -> pd.DataFrame:
    """The targets with text as text or None and numbers as floats or NaN: indicator and `COLUMNS`, sorted by code.

    Raises `ValueError` on a kind of target or period, or an origin, that `kpi.model` does not have.
    """
    found = pd.DataFrame({"indicator": pd.Series(texts(targets["indicator"]), dtype=object)})
    for name, column in _TEXTS.items():
        found[column] = pd.Series(texts(targets[name]), dtype=object)
    for name, column in _NUMBERS.items():
        found[column] = floats(targets[name])
    for column, known in (("target_kind", TargetKind), ("period_kind", PeriodKind), ("target_origin", TargetOrigin)):
        strange = found[~found[column].isin([item.value for item in known])]
        if len(strange):
            raise ValueError(f"target {strange['target_code'].iloc[0]!r}: {column} {strange[column].iloc[0]!r}")
    alike = found["target_code"].duplicated().any()
    return found.sort_values(["target_code", *_CONTENT] if alike else "target_code", ignore_index=True)


def candidates(rows: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """Every pair of row (row, plan, indicator, unit, gender) and prepared target that could apply, whatever the years.

    A target holds for its own unit and gender, for every one where it names none. A plan's own target holds for rows
    of that plan, a riktvärde for all. Nothing is inherited from the unit above.
    """
    pairs = rows.merge(targets, on="indicator", how="inner")
    same = [
        pairs[name].isna() | pairs[name].eq(pairs[own])
        for name, own in (("target_unit", "unit"), ("target_gender", "gender"))
    ]
    guideline = pairs["target_origin"].eq(TargetOrigin.GUIDELINE.value)
    applies = same[0] & same[1] & (guideline | pairs["target_plan"].eq(pairs["plan"]))
    return pairs.loc[applies].reset_index(drop=True)


def choose(pairs: pd.DataFrame, chosen_year: int) -> pd.DataFrame:
    """One pair per row, indexed by it. Of two equally specific ones that judge differently neither is chosen.

    `tied` is true for them then, target_code joins their codes by |, and the target's other columns are null.

    `pairs` are candidates with the outcome's `year` (NaN: the chosen year counts). In order: the plan's own before a
    riktvärde; one whose years hold the outcome's year; one whose years hold the chosen year; the nearest in time, a
    coming one before a past one; a named unit before every unit; a named gender before all; the fewest years.
    """
    ranked = pairs.assign(**_ranks(pairs, chosen_year)).sort_values(["row", *_RANK, "target_code"], kind="stable")
    best = ranked.drop_duplicates("row").set_index("row")[_RANK]
    equal = (ranked[_RANK].to_numpy() == best.loc[ranked["row"]].to_numpy()).all(axis=1)
    top = ranked[equal].drop_duplicates(["row", *_CONTENT])
    chosen: pd.DataFrame = top.drop_duplicates("row").drop(columns=_RANK).set_index("row", drop=False)
    several = top[top["row"].duplicated(keep=False)]
    codes = several.groupby("row")["target_code"].agg(lambda found: "|".join(sorted(found)))
    tied = chosen.index.isin(codes.index)
    chosen["tied"] = tied
    chosen.loc[codes.index, "target_code"] = codes
    chosen.loc[tied, ["target_kind", "reference"]] = None
    chosen.loc[tied, list(_NUMBERS.values())] = np.nan
    return chosen


def _ranks(pairs: pd.DataFrame, chosen_year: int) -> dict[str, FloatArray]:
    first = np.nan_to_num(floats(pairs["first_year"]), nan=-np.inf)
    last = np.nan_to_num(floats(pairs["last_year"]), nan=np.inf)
    year = np.nan_to_num(floats(pairs["year"]), nan=chosen_year)
    covers = (first <= year) & (year <= last)
    covers_chosen = (first <= chosen_year) & (chosen_year <= last)
    away = np.where(covers | covers_chosen, 0.0, np.maximum(first - chosen_year, chosen_year - last))
    bounds = np.isfinite(first).astype(int) + np.isfinite(last)
    with np.errstate(invalid="ignore"):
        width = np.where(bounds == 2, last - first + 1, np.where(bounds == 1, _HALF_OPEN, _OPEN))  # noqa: PLR2004
    ranks = {
        "r_guideline": pairs["target_origin"].eq(TargetOrigin.GUIDELINE.value),
        "r_uncovered": ~covers,
        "r_unchosen": ~covers_chosen & ~covers,
        "r_away": away,
        "r_past": (away > 0) & (last < chosen_year),
        "r_any_unit": pairs["target_unit"].isna(),
        "r_any_gender": pairs["target_gender"].isna(),
        "r_width": width,
    }
    return {name: np.asarray(rank, float) for name, rank in ranks.items()}

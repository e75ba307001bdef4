"""The rows to assess: each subject for kvinnor, män and totalt."""

import numpy as np
import pandas as pd

from kpi.analysis.arrays import among, filled, texts
from kpi.model import Gender

_NEEDED = ["indicator", "unit", "direction", "year_rule"]
_OPTIONAL = ["plan", "goal", "position", "measure"]
_TEXTS = ["plan", "goal", "indicator", "unit", "measure", "direction", "year_rule"]
ORDER = [Gender.WOMEN.value, Gender.MEN.value, Gender.TOTAL.value]


def subject_rows(
    subjects: pd.DataFrame, observations: pd.DataFrame, plan: str | None
) -> tuple[pd.DataFrame, dict[str, str]]:
    """One row per subject and gender in the order given, numbered by `row` and `subject`, and year rules by indicator.

    A subject that is not split by gender, and has no outcome for women or men either, has only its T row.
    Raises `ValueError` when a needed column is missing or an indicator has two year rules.
    """
    lacking = [name for name in _NEEDED if name not in subjects]
    if lacking:
        raise ValueError(f"subjects lack {', '.join(lacking)}")
    own = pd.DataFrame(index=pd.RangeIndex(len(subjects)))
    for name in [*_NEEDED, *_OPTIONAL]:
        found = subjects[name] if name in subjects else pd.Series(filled(len(own)), dtype=object)
        own[name] = pd.Series(texts(found), dtype=object) if name in _TEXTS else found.to_numpy()
    own["plan"] = pd.Series([name or plan for name in own["plan"]], dtype=object)
    split = subjects["split_by_gender"].to_numpy() if "split_by_gender" in subjects else np.full(len(own), True)
    own["split"] = np.array([flag is not False and flag is not np.False_ for flag in split.tolist()], bool)
    own["subject"] = np.arange(len(own))
    rows = own.loc[own.index.repeat(len(ORDER))].reset_index(drop=True)
    rows["gender"] = pd.Series(ORDER * len(own), dtype=object)
    if not own["split"].all():
        rows = _without_empty(rows, observations)
    rows["row"] = np.arange(len(rows))
    return rows, _rules(own)


def _without_empty(rows: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """Without women's and men's rows of subjects that are not split and have no outcome for either."""
    whole = among(observations["indicator"], rows.loc[~rows["split"], "indicator"].dropna().unique())
    seen = observations.loc[whole & observations["gender"].isin(ORDER[:2]), ["indicator", "unit"]]
    pairs = pd.MultiIndex.from_frame(seen.drop_duplicates().astype(object))
    has_either = pd.MultiIndex.from_frame(rows[["indicator", "unit"]]).isin(pairs)
    return rows[rows["split"] | has_either | rows["gender"].eq(ORDER[2])].reset_index(drop=True)


def _rules(own: pd.DataFrame) -> dict[str, str]:
    pairs = own[["indicator", "year_rule"]].dropna().drop_duplicates()
    twice = pairs["indicator"].duplicated()
    if twice.any():
        raise ValueError(f"two year rules for {pairs.loc[twice, 'indicator'].iloc[0]!r}")
    return dict(zip(pairs["indicator"], pairs["year_rule"], strict=True))

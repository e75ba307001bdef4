"""The outcome to judge, per row of indicator, unit, gender and kind of period."""

import numpy as np
import pandas as pd

from kpi.analysis import keys, periods
from kpi.analysis.arrays import BoolArray, either, filled, floats, texts
from kpi.analysis.material import Material
from kpi.analysis.outcome import NUMBERS, PERSON, SERIES
from kpi.model import PeriodKind, Reason, YearRule

_YEAR = PeriodKind.YEAR.value
_SHARED = ["value", "numerator", "denominator", "status", "delivery_id"]
COLUMNS = ["period_start", "year", "so_far", "through", "part_kind", *NUMBERS, "status", "delivery_id", "why"]


def outcomes(rows: pd.DataFrame, material: Material) -> pd.DataFrame:
    """The outcome of each row, aligned with `rows` (`SERIES` and `combine`): `COLUMNS`.

    Where `combine` is true and the kind is year, the parts of a year that the yearly series has not reached are
    combined (`years_from_parts`); so_far is true where they do not reach its end, through says how far they do, and
    part_kind which they are. why is the `Reason` why the outcome cannot be judged as it stands, or None.
    """
    furthest = _furthest(material.final_years)
    direct = keys.at(material.last, keys.places(rows, material.last, SERIES))
    parts = keys.at(furthest, keys.places(rows, furthest, PERSON))
    usable = (direct["known"].eq(True) | direct["hidden"].eq(True)).to_numpy()
    direct.loc[~usable, ["period_start", "year"]] = None  # "uppgift saknas" has a status, but is no outcome
    newer = parts["year"].notna().to_numpy() & ~(usable & (floats(direct["year"]) >= floats(parts["year"])))
    combined = newer & rows["combine"].to_numpy(bool) & rows["period_kind"].eq(_YEAR).to_numpy()
    out = pd.DataFrame({name: direct[name].where(~combined, parts[name]) for name in _SHARED})
    for name in ("lower", "upper"):
        out[name] = direct[name].where(~combined)
    out["year"] = np.where(combined, floats(parts["year"]), floats(direct["year"]))
    out["period_start"] = _first_days(direct, parts, combined)
    out["so_far"] = combined & parts["whole"].eq(False).to_numpy()
    out["through"] = parts["through"].where(combined)
    out["part_kind"] = pd.Series(either(combined, texts(parts["part_kind"])), dtype=object)
    out["status"] = pd.Series(texts(out["status"]), dtype=object)
    out["why"] = pd.Series(filled(len(out)), dtype=object)
    out.loc[~combined, "why"] = _why_direct(direct)[~combined]
    out.loc[combined, "why"] = _why_parts(parts, material)[combined]
    return out[COLUMNS].set_index(rows.index)


def _furthest(years: pd.DataFrame) -> pd.DataFrame:
    """Per series, the year and kind of parts that reach furthest; among equals without a hole, then the longest."""
    order = years.assign(sound=~years["hole"], months=periods.months(years["part_kind"]))
    order = order.sort_values(["year", "through", "sound", "months"], kind="stable")
    return order.drop_duplicates(PERSON, keep="last").drop(columns=["sound", "months"])


def _first_days(direct: pd.DataFrame, parts: pd.DataFrame, combined: BoolArray) -> pd.Series:
    year = np.where(combined, floats(parts["year"]), 1970.0)
    first = (year.astype(np.int64) - 1970).astype("datetime64[Y]").astype("datetime64[s]")
    return direct["period_start"].where(~combined, pd.Series(first, index=direct.index))


def _why_direct(direct: pd.DataFrame) -> pd.Series:
    why = pd.Series(filled(len(direct)), dtype=object)
    why[~direct["known"].eq(True)] = Reason.NO_OUTCOME.value
    why[direct["hidden"].eq(True)] = Reason.SUPPRESSED.value
    return why


def _why_parts(parts: pd.DataFrame, material: Material) -> pd.Series:
    """A year that ended before the chosen period's year lacks parts; the period's own year may just not be over."""
    why = pd.Series(texts(parts["reason"]), dtype=object)
    unfinished = parts["whole"].eq(False) & why.isna()
    ended = unfinished & parts["year"].lt(material.year)
    current = parts.loc[unfinished & ~ended, "indicator"]
    why[ended] = Reason.INCOMPLETE_YEAR.value
    why[current.index[current.map(material.rules).eq(YearRule.SUM.value)]] = Reason.YEAR_NOT_OVER.value
    return why

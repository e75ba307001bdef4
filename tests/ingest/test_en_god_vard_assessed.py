"""The whole real file assessed for all regions, against ten indicators worked out without this code.

The table was made from the file's text with the csv module and pencil arithmetic: Kendall's exact distribution by
counting inversions (the normal approximation where values are tied), the median of all pairs' slopes, Fingertips'
weighted slope and χ² over the last five years as docs/methods.md states them, and a count of the regions that are
better. The targets are the test's own; missed by less than a tenth of the target is near.
"""

from typing import NamedTuple

import pandas as pd
import pytest
from ingest_store import ACTOR

from accepting import stored
from kpi.analysis.assess import assess
from kpi.analysis.comparison import compare
from kpi.ingest.plan import commit_plan, read_plan
from kpi.ingest.units import commit_units, read_units
from kpi.ingest.upload import check
from kpi.model import DataMode, Period
from kpi.settings import settings
from kpi.store import Store, plans
from kpi.store.observations import observations
from shared import SHARED, needs_shared

FILE = SHARED / "data" / "en_god_vard" / "Datalista-En-god-vard.csv"
pytestmark = needs_shared


class Expected(NamedTuple):
    """Jämtland, totalt, 2017. p for Mann–Kendall, χ² for Fingertips; country: the difference to it."""

    value: float
    asked: float
    status: str
    method: str | None
    n: int
    test: float
    slope: float
    verdict: str | None
    rank: int
    of: int
    country: float


NOT = float("nan")
BY_HAND = {
    "sjuktal": Expected(5.5, 6, "met", "mann_kendall", 11, 0.1551583981, -0.1, "no_certain_change", 8, 21, -0.5),
    "antibiotikarecept": Expected(238.6754187, 250, "met", None, 3, NOT, NOT, None, 2, 21, -58.4765885),
    "egv_33": Expected(74.91446674, 90, "not_met", "mann_kendall", 6, 1 / 60, -2.1189251967, "worsening", 17, 21,
                       -11.63520093),
    "egv_35": Expected(26978.76942, 20000, "not_met", None, 4, NOT, NOT, None, 20, 21, 1652.68503),
    "egv_8": Expected(7.5, 7.5, "met", "fingertips", 5, 0.1000490221, NOT, "no_certain_change", 5, 21, -1.5),
    "egv_536": Expected(5778.670849, 5778, "near", "fingertips", 5, 1.7309938632, NOT, "no_certain_change", 20, 21,
                        427.130818),
    "egv_34": Expected(62.97206415, 60, "met", "mann_kendall", 6, 196 / 720, -2.4999984966, "no_certain_change", 21, 21,
                       -19.55943547),
    "egv_601": Expected(35.29411765, 50, "not_met", "mann_kendall", 8, 0.1086805556, -3.7121728286, "no_certain_change",
                        14, 21, -4.13265621),
    "egv_5": Expected(18.37614775, 18, "near", None, 2, NOT, NOT, None, 18, 21, 3.03622355),
    "egv_6": Expected(16.51666667, 17, "met", "mann_kendall", 6, 196 / 720, 0.1, "no_certain_change", 18, 18, 3.45),
}  # fmt: skip
PERIODS = {"egv_5": ("years_3", "2015-01-01")}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    opened = Store.open(tmp_path_factory.mktemp("egv") / "kpi.duckdb")
    commit_units(opened, read_units(settings().data / "units.csv"), ACTOR)
    commit_plan(opened, read_plan(settings().data / "plans" / "rs-2025"), ACTOR)
    checked = check(opened, FILE.read_bytes(), FILE.name, "en_god_vard")
    stored(opened, checked, ACTOR, "En god vård")
    return opened


@pytest.fixture(scope="module")
def assessed(store: Store) -> pd.DataFrame:
    """All 52 indicators × 21 regions × K, M, T, with the comparison beside."""
    observed, units = observations(store, DataMode.REAL), plans.units(store)
    defined = plans.indicators(store).rename(columns={"code": "indicator"})
    defined = defined[defined["indicator"].isin(observed["indicator"])]
    regions = units.loc[units["kind"].eq("region"), ["code"]].rename(columns={"code": "unit"})
    rows = assess(defined.merge(regions, how="cross"), _targets(defined), observed, Period.year(2017))
    about = rows.merge(defined[["indicator", "direction", "measure"]], on="indicator", how="left")
    return rows.join(compare(about, observed, units), suffixes=("", "_beside"))


def _targets(defined: pd.DataFrame) -> pd.DataFrame:
    higher = set(defined.loc[defined["direction"].eq("higher"), "indicator"])
    return pd.DataFrame(
        [
            {
                "code": code, "plan": None, "indicator": code, "unit": None, "gender": None,
                "period_kind": PERIODS.get(code, ("year", ""))[0], "value": one.asked, "origin": "guideline",
                "kind": "at_least" if code in higher else "at_most",
                **dict.fromkeys(["upper_value", "base_year", "reference", "by_year", "first_year", "last_year",
                                 "tolerance"]),
            }
            for code, one in BY_HAND.items()
        ]
    )  # fmt: skip


def test_all_of_it_is_assessed(assessed: pd.DataFrame) -> None:
    series = assessed.drop_duplicates(["indicator", "gender"])["indicator"].value_counts()
    assert (len(series), set(series)) == (52, {1, 3})
    assert len(assessed) == series.sum() * 21
    assert assessed["value"].notna().sum() > 2_000


@pytest.mark.parametrize("code", BY_HAND)
def test_as_worked_out_by_hand(assessed: pd.DataFrame, code: str) -> None:
    expected = BY_HAND[code]
    here = assessed["indicator"].eq(code) & assessed["unit"].eq("0023") & assessed["gender"].eq("T")
    [row] = assessed[here].itertuples()
    assert row.value == expected.value
    assert row.period_start == pd.Timestamp(PERIODS.get(code, ("", "2017-01-01"))[1])
    assert row.status == expected.status
    assert (row.trend_method, row.trend_verdict) == (expected.method, expected.verdict)
    assert row.trend_n == expected.n
    found = row.trend_chi2 if expected.method == "fingertips" else row.trend_p
    assert found == pytest.approx(expected.test, abs=1e-9, nan_ok=True)
    if expected.method == "mann_kendall":
        assert row.trend_slope == pytest.approx(expected.slope, abs=1e-9)
    assert (row.rank, row.rank_of) == (expected.rank, expected.of)
    assert row.difference == pytest.approx(expected.country, abs=1e-9)

"""The whole real file: every row stored or accounted for, its traps where they lie, its figures as published."""

from pathlib import Path

import pandas as pd
import pytest
from ingest_store import ACTOR

from accepting import stored as stored_whole
from kpi.errors import UserError
from kpi.ingest.plan import commit_plan, read_plan
from kpi.ingest.units import commit_units, read_units
from kpi.ingest.upload import Checked, check
from kpi.model import DataMode
from kpi.settings import settings
from kpi.store import Store, plans
from kpi.store.observations import observations
from shared import SHARED, needs_shared

FILE = SHARED / "data" / "en_god_vard" / "Datalista-En-god-vard.csv"
FORMAT = "en_god_vard"
pytestmark = needs_shared


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The shipped units and the shipped plan."""
    opened = Store.open(tmp_path_factory.mktemp("egv") / "kpi.duckdb")
    commit_units(opened, read_units(settings().data / "units.csv"), ACTOR)
    commit_plan(opened, read_plan(settings().data / "plans" / "rs-2025"), ACTOR)
    return opened


@pytest.fixture(scope="module")
def checked(planned: Store) -> Checked:
    return check(planned, FILE.read_bytes(), FILE.name, FORMAT)


@pytest.fixture(scope="module")
def stored(planned: Store, checked: Checked) -> pd.DataFrame:
    stored_whole(planned, checked, ACTOR, "En god vård")
    return observations(planned, DataMode.REAL)


def of(stored: pd.DataFrame, indicator: str, **key: str) -> pd.DataFrame:
    found = stored[stored["indicator"].eq(indicator)]
    for column, value in key.items():
        found = found[found[column].eq(value)]
    return found


def test_every_row_is_stored_or_accounted_for(checked: Checked, stored: pd.DataFrame) -> None:
    assert checked.rows_read == 12_917
    assert [(each.rows, each.reason) for each in checked.left_out] == [
        (753, "Raden gäller en utbildningsnivå, inte en region.")
    ]
    assert len(stored) == checked.added == 12_917 - 753
    assert stored["indicator"].nunique() == 52
    assert stored["unit"].nunique() == 22
    assert len(stored[stored["unit"].eq("0023")]) == 548


def test_the_values_are_those_of_the_file(stored: pd.DataFrame) -> None:
    """Against the file read by other means, row by row."""
    raw = pd.read_csv(FILE, sep=";", encoding="cp1252", dtype=str, keep_default_na=False)
    by_row = stored.set_index("source_row")
    raw.index = raw.index + 2
    raw = raw[raw["cat_type"].ne("UTB")]
    assert set(raw.index) == set(by_row.index)
    given = raw["value"].ne("")
    assert by_row["value"][raw.index[given]].tolist() == [float(text) for text in raw["value"][given]]
    assert by_row["value"][raw.index[~given]].isna().all()
    low = by_row["lower"].dropna()
    assert low.tolist() == [float(text.replace(",", ".")) for text in raw["ci_low"][low.index]]
    codes = raw["cat_code"].str.zfill(4).replace({"0046": "0000"})
    assert by_row["unit"][raw.index].tolist() == codes.tolist()


def test_antibiotics_in_jamtland_2017(stored: pd.DataFrame) -> None:
    rows = of(stored, "antibiotikarecept", unit="0023", period_start="2017-01-01").set_index("gender")["value"]
    assert rows.to_dict() == {"T": 238.6754187, "M": 191.7290324, "K": 287.7073218}


def test_sick_leave_is_the_plans_sjuktal(stored: pd.DataFrame) -> None:
    rows = of(stored, "sjuktal", unit="0023", gender="T")
    assert rows["period_start"].dt.year.tolist() == list(range(2007, 2018))


def test_empty_values_say_why(stored: pd.DataFrame) -> None:
    empty = stored[stored["value"].isna()]
    assert empty["status"].value_counts().to_dict() == {"missing": 47, "suppressed": 8}
    assert empty["comment"].notna().all()
    assert empty[["numerator", "denominator", "lower", "upper"]].isna().all(axis=None)
    few = empty[empty["status"].eq("suppressed")]["comment"]
    assert few.str.startswith("Färre än 10 ").all()
    assert stored["status"].notna().sum() == len(empty) == 55


def test_periods(stored: pd.DataFrame) -> None:
    kinds = stored.groupby("indicator")["period_kind"].agg(lambda kinds: "|".join(sorted(set(kinds))))
    assert kinds["egv_31"] == "half_year"
    assert kinds["egv_9"] == "day"
    assert kinds["egv_567"] == "year"  # " 2017" with a no-break space
    assert kinds["egv_353"] == "years_3"
    surveys = of(stored, "egv_561", period_kind="years_4")
    assert sorted(surveys["period_start"].dt.year.unique()) == [2012, 2013, 2015]
    assert surveys[surveys["period_start"].dt.year.eq(2015)]["comment"].unique().tolist() == [
        "Avser åren 2015, 2016 och 2018"
    ]
    fractures = of(stored, "egv_353")[["period_start", "comment"]].drop_duplicates()
    assert fractures["comment"].tolist() == ["Uppföljning till 2014", "Uppföljning till 2017"]


def test_what_is_no_confidence_interval_is_not_stored_as_one(checked: Checked, stored: pd.DataFrame) -> None:
    for quartiles_or_extremes in ("egv_501", "egv_591"):
        assert of(stored, quartiles_or_extremes)[["lower", "upper"]].isna().all(axis=None)
    inactive = of(stored, "egv_545")
    assert inactive[inactive["period_start"].dt.year.eq(2014)]["upper"].isna().all()
    assert inactive["upper"].notna().sum() == 198
    whole = stored.dropna(subset=["lower", "upper"])
    assert (whole["lower"].le(whole["value"]) & whole["value"].le(whole["upper"])).all()
    assert {note.rows for note in checked.notes} == {122, 63, 72, 5609, 7}


def test_n_is_a_denominator_only_where_the_interval_follows_from_it(stored: pd.DataFrame) -> None:
    """The interval of a share p of n, by Wald or Wilson, against the file's own, for each mapped nyckeltal."""
    rows = stored[stored["denominator"].notna()]
    assert rows["indicator"].nunique() == 12
    known = rows.dropna(subset=["lower", "upper"])
    z, p, n = 1.96, known["value"] / 100, known["denominator"]
    wald = z * (p * (1 - p) / n) ** 0.5
    centre, half = (
        (p + z**2 / (2 * n)) / (1 + z**2 / n),
        z * (p * (1 - p) / n + z**2 / (4 * n**2)) ** 0.5 / (1 + z**2 / n),
    )
    near = 0.06 + 0.02 * (known["upper"] - known["lower"])  # the file rounds to one decimal where it rounds
    by_wald = ((100 * (p - wald)).clip(lower=0) - known["lower"]).abs().le(near)
    by_wilson = (100 * (centre - half) - known["lower"]).abs().le(near)
    agrees = (by_wald | by_wilson).groupby(known["indicator"]).mean()
    assert agrees.min() >= 0.95, agrees


def test_definitions_ride_along_in_swedish(planned: Store, stored: pd.DataFrame) -> None:
    known = plans.indicators(planned).set_index("code")
    own = known[known.index.str.startswith("egv_")]
    assert len(own) == 50
    assert set(stored["indicator"]) <= set(known.index)
    assert own.loc["egv_85", "name"] == "Andel döda inom 28 dagar efter hjärtinfarkt, åldersstandardiserat"
    raw = pd.read_csv(FILE, sep=";", encoding="cp1252", dtype=str).drop_duplicates("ind_id").set_index("ind_id")
    for code, row in own.iterrows():
        better = {"1": "higher", "0": "lower"}[raw.loc[str(code).removeprefix("egv_"), "aim_direction"]]
        assert row["direction"] == better, code
        genders = set(stored.loc[stored["indicator"].eq(code), "gender"])
        assert row["split_by_gender"] == ({"K", "M"} <= genders), code
        assert bool(row["no_split_reason"]) != row["split_by_gender"], code


def test_the_same_file_again_is_unchanged(planned: Store, stored: pd.DataFrame) -> None:
    again = check(planned, FILE.read_bytes(), FILE.name, FORMAT)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 12_164)
    assert again.definitions.empty


def test_without_the_format_it_is_recognised(planned: Store, checked: Checked) -> None:
    again = check(planned, FILE.read_bytes(), FILE.name)
    assert again.format == FORMAT
    pd.testing.assert_frame_equal(again.rows, checked.rows)


def test_another_layout_is_refused_by_the_format(planned: Store) -> None:
    other = Path(SHARED / "data" / "adhd" / "adhd_medication_2006-2024.csv")
    with pytest.raises(UserError) as refused:
        check(planned, other.read_bytes(), other.name, FORMAT)
    assert refused.value.key == "header-not-found"

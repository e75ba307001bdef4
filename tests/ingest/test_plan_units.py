"""The register of units: every region under every name that a file may use."""

import csv

import pytest

from kpi.errors import UserError
from kpi.ingest.units import UNITS_FILE, commit_units, read_units
from kpi.model import Actor
from kpi.settings import settings
from kpi.store import Store, plans
from shared import SHARED, needs_shared

HEADER = "kod;namn;slag;överordnad;andra namn\n"


@pytest.fixture(scope="module")
def units():
    return read_units(settings().data / UNITS_FILE).table.set_index("code")


def names(units) -> dict[str, str]:
    """Code by everything that a unit is called, in small letters."""
    found = {}
    for code, row in units.iterrows():
        for name in [code, row["name"], *row["aliases"].split("|")]:
            found[name.lower()] = code
    return found


def test_riket_and_twenty_one_regions(units):
    assert units["kind"].value_counts().to_dict() == {"region": 21, "country": 1, "board": 9, "department": 4}
    regions = units[units["kind"] == "region"]
    assert set(regions["parent"]) == {"0000"}
    boards = units[units["kind"] == "board"]
    assert boards.groupby("parent").size().to_dict() == {"0022": 3, "0023": 6}
    assert units.loc["rs", "parent"] == "0023"
    assert set(units.index[units["parent"] == "rs"]) == {"rs_dir", "rs_stab", "rs_utv", "rs_vardval"}


@pytest.mark.parametrize("written", ["23", "0023", "SE322", "Jämtlands län", "Jamtland", "Region Jämtland Härjedalen"])
def test_jamtland_however_it_is_written(units, written):
    assert names(units)[written.lower()] == "0023"


@needs_shared
def test_every_region_of_the_real_files_is_known(units):
    known = names(units)
    with (SHARED / "data/kolada/regions_long.csv").open(encoding="utf-8") as file:
        kolada = {(row["municipality_title"], row["municipality"]) for row in csv.DictReader(file)}
    assert [(title, code) for title, code in kolada if known.get(title.lower()) != code] == []
    with (SHARED / "data/adhd/adhd_medication_2006-2024.csv").open(encoding="utf-8") as file:
        assert {row["Region"] for row in csv.DictReader(file) if row["Region"].lower() not in known} == set()
    with (SHARED / "data/en_god_vard/Datalista-En-god-vard.csv").open(encoding="cp1252") as file:
        for row in csv.DictReader(file, delimiter=";"):
            if row["cat_type"] == "LAN":
                assert known[row["geo_cat"].lower()] == known[row["cat_code"]]


@pytest.mark.parametrize(
    ("rows", "key", "row", "column"),
    [
        ("a;A;region;;\na;B;region;;\n", "plan-row-twice", 3, "kod"),
        ("a;A;by;;\n", "plan-word-unknown", 2, "slag"),
        ("a;A;region;b;\n", "plan-parent-unknown", 2, "överordnad"),
        ("a;A;region;b;\nb;B;region;a;\n", "plan-cycle", 2, "överordnad"),
        ("a;A;region;;x\nb;B;region;;y|X\n", "plan-name-twice", 3, "andra namn"),
        ("a;A;region;;\nb;a;region;;\n", "plan-name-twice", 3, "namn"),
        ("a;;region;;\n", "plan-cell-missing", 2, "namn"),
    ],
)
def test_a_broken_register_names_row_and_column(tmp_path, rows, key, row, column):
    path = tmp_path / "units.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_units(path)
    place = caught.value.place
    assert (caught.value.key, place.file, place.row, place.column) == (key, "units.csv", row, column)


def test_the_store_gives_back_what_the_file_says(tmp_path, units):
    store = Store.open(tmp_path / "kpi.duckdb")
    commit_units(store, read_units(settings().data / UNITS_FILE), Actor("Anna", may_write=True))
    read = plans.units(store).drop(columns="delivery_id").set_index("code")
    store.close()
    assert read.astype(object).where(read.notna(), None).to_dict("index") == (
        units.astype(object).where(units.notna(), None).to_dict("index")
    )

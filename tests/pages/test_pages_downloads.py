"""Ladda ner: each page hands out what it shows, in three formats, and says when it is examples."""

import io
from contextlib import closing

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from kpi.export.formats import FileFormat
from kpi.store import Store
from kpi.ui import downloads
from kpi.words import say

PAGES = {
    "": ("maluppfyllelse", "utfall"),
    "malomrade-stodverksamhet": ("maluppfyllelse", "utfall"),
    "nyckeltal": ("maluppfyllelse", "utfall"),
    "jamstalldhet": ("jamstalldhet",),
}


@pytest.fixture
def handed_out(own_store, open_page, monkeypatch):
    """Every table that a page would hand out, by its file's name; slides and documents have tests of their own."""
    files = {}

    def button(label, *, data, file_name, mime, key, on_click):
        assert (label.strip(), on_click) == (label, "ignore")
        if file_name.rpartition(".")[2] in set(FileFormat):
            files[file_name] = (label, data(), mime)

    def open_(path, **query):
        files.clear()
        monkeypatch.setattr(downloads.st, "download_button", button)
        open_page(path, **query)
        return dict(files)

    return open_


def frame(files, name):
    found = [content for file, (_, content, _) in files.items() if name in file and file.endswith(".parquet")]
    assert len(found) == 1
    return pd.read_parquet(io.BytesIO(found[0]))


@pytest.mark.parametrize("mode", ["exempel", "verkliga"])
@pytest.mark.parametrize("path", PAGES)
def test_each_table_in_three_formats(handed_out, path, mode):
    files = handed_out(path, data=mode, period="2024")
    assert len(files) == len(PAGES[path]) * len(FileFormat)
    assert len({label for label, _, _ in files.values()}) == len(files)
    for name, (_, content, mime) in files.items():
        assert mime == FileFormat(name.rpartition(".")[2]).media_type
        assert name.startswith("exempel-") == (mode == "exempel")
        assert content
    for table in PAGES[path]:
        told = frame(files, table)
        assert set(told["exempel"]) <= {"ja" if mode == "exempel" else "nej"}
        book = next(content for file, (_, content, _) in files.items() if table in file and file.endswith(".xlsx"))
        notes = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_name("Läs mig").to_python()
        assert set(told.columns) <= {row[0] for row in notes}
        assert ([say("export-remark"), say("export-example")] in notes) == (mode == "exempel")


def test_a_goal_area_hands_out_its_own_nyckeltal_only(handed_out):
    everything = frame(handed_out("", data="exempel", period="2024"), "maluppfyllelse")
    files = handed_out("malomrade-stodverksamhet", data="exempel", period="2024")
    mine = frame(files, "maluppfyllelse")
    assert 0 < len(mine) < len(everything)
    assert len(set(mine["målområde"])) == 1
    own = everything[everything["målområde"].eq(mine["målområde"].iloc[0])].reset_index(drop=True)
    pd.testing.assert_frame_equal(mine, own)
    outcomes = frame(files, "utfall")
    assert set(zip(outcomes["nyckeltal"], outcomes["enhet"], strict=True)) <= set(
        zip(mine["nyckeltal"], mine["enhet"], strict=True)
    )


def test_a_nyckeltal_hands_out_its_own_rows_and_every_units_outcomes(handed_out, own_store):
    files = handed_out("nyckeltal", kod="antibiotikarecept", data="verkliga", period="2017")
    assert set(frame(files, "maluppfyllelse")["nyckeltal"]) == {"antibiotikarecept"}
    outcomes = frame(files, "utfall")
    with closing(Store.open(own_store)) as store:
        known = store.rows("""select count(*) as n from observation o join delivery d on d.id = o.delivery_id
                              where indicator = 'antibiotikarecept' and origin <> 'example'""")[0]["n"]
    assert len(outcomes) == known > 0
    assert outcomes["enhet"].nunique() > 1
    assert all("antibiotikarecept" in name for name in files)


def test_women_and_men_stand_side_by_side(handed_out):
    told = frame(handed_out("jamstalldhet", data="exempel", period="2024"), "jamstalldhet")
    whole = told.dropna(subset=["värde kvinnor", "värde män"])
    same = whole[whole["period kvinnor"].eq(whole["period män"]) & whole["skillnad K−M"].notna()]
    assert len(same) > 3
    assert (same["värde kvinnor"] - same["värde män"] - same["skillnad K−M"]).abs().max() < 1e-9
    split = told["könsuppdelat"].eq("ja")
    assert told.loc[~split, "varför inte"].str.len().min() > 3
    assert told.loc[~split, ["värde kvinnor", "värde män"]].isna().all(axis=None)


def test_the_buttons_are_on_the_page(own_store, open_page):
    page = open_page("", data="exempel")
    labels = [button.proto.label for button in page.app.get("download_button")]
    tables = [label for label in labels if " som " in label]
    assert tables == [f"{title} som {form}" for title in ("Måluppfyllelse", "Utfall")
                      for form in ("CSV", "Parquet", "Excel")]  # fmt: skip

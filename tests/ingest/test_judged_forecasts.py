"""Judged forecasts: read, refused with file, row and column, stored append-only, and given back by the store."""

import shutil

import pytest

from kpi.errors import UserError
from kpi.ingest.forms.reading import read_form
from kpi.ingest.forms.storing import commit_form
from kpi.model import Actor
from kpi.store import Store, plans
from kpi.store.deliveries import contents, withdraw

ANNA = Actor("Anna", may_write=True)
HEADER = "nyckeltal;enhet;kön;år;prognos;bedömd av;datum;motiv\n"
GOOD = 'soliditet;0023;T;2025;-34,5;Bo Ek;2025-09-01;"Lån; mest"\n'


@pytest.fixture
def store(installed, tmp_path):
    opened = Store.open(shutil.copy2(installed, tmp_path / "kpi.duckdb"))
    yield opened
    opened.close()


def read(store, folder, text):
    path = folder / "prognoser.csv"
    path.write_text(HEADER + text, encoding="utf-8")
    return read_form(store, path.read_bytes(), path.name)


def test_it_comes_back_as_it_was_written(store, tmp_path):
    made = commit_form(store, read(store, tmp_path, GOOD), ANNA)
    found = plans.judged_forecasts(store, example=False)
    assert len(found) == 1
    row = found.iloc[0]
    assert (row["gender"], row["year"], row["value"], row["judged_by"], row["reason"]) == (
        "T", 2025, -34.5, "Bo Ek", "Lån; mest",
    )  # fmt: skip
    assert str(row["judged_on"].date()) == "2025-09-01"
    assert contents(store, made) == {"judged_forecast": 1}


def test_a_later_judgement_comes_first_and_a_withdrawn_one_does_not_count(store, tmp_path):
    commit_form(store, read(store, tmp_path, GOOD), ANNA)
    later = commit_form(store, read(store, tmp_path, GOOD.replace("-34,5", "-33").replace("09-01", "10-01")), ANNA)
    assert plans.judged_forecasts(store, example=False)["value"].tolist() == [-33.0, -34.5]
    withdraw(store, later, ANNA, "fel")
    assert plans.judged_forecasts(store, example=False)["value"].tolist() == [-34.5]


def test_examples_and_real_ones_are_apart(store):
    assert plans.judged_forecasts(store, example=False).empty
    assert len(plans.judged_forecasts(store, example=True)) == 6


@pytest.mark.parametrize(
    ("old", "new", "key", "column"),
    [
        ("soliditet", "soliditeten", "plan-indicator-unknown", "nyckeltal"),
        ("0023", "0099", "plan-unit-unknown", "enhet"),
        (";T;", ";X;", "plan-word-unknown", "kön"),
        ("2025;", "i år;", "plan-not-a-year", "år"),
        ("-34,5", "drygt 34", "plan-not-a-number", "prognos"),
        ("Bo Ek", "", "plan-cell-missing", "bedömd av"),
        ("09-01", "09-31", "plan-not-a-day", "datum"),
        ('"Lån; mest"', "", "plan-cell-missing", "motiv"),
    ],
)
def test_a_broken_row_names_row_and_column(store, tmp_path, *, old, new, key, column):
    with pytest.raises(UserError) as caught:
        read(store, tmp_path, GOOD.replace(old, new, 1))
    place = caught.value.place
    assert (caught.value.key, place.file, place.row, place.column) == (key, "prognoser.csv", 2, column)


def test_the_same_judgement_twice_in_a_file_is_refused(store, tmp_path):
    with pytest.raises(UserError) as caught:
        read(store, tmp_path, GOOD + GOOD)
    assert (caught.value.key, caught.value.place.row) == ("plan-row-twice", 3)


def test_who_may_not_write_stores_nothing(store, tmp_path):
    with pytest.raises(UserError):
        commit_form(store, read(store, tmp_path, GOOD), Actor("Anna"))
    assert plans.judged_forecasts(store, example=False).empty

"""The column röjandegräns of nyckeltal.csv: optional, a whole number, one per nyckeltal."""

from contextlib import closing

import pandas as pd
import pytest
from plan_making import FILES, UNITS, write

from kpi.errors import UserError
from kpi.ingest.plan import commit_plan, read_plan
from kpi.model import Actor
from kpi.store import Store, plans

N = "nyckeltal.csv"


def _with(*cells):
    """The plan with a last column röjandegräns, a cell for each row of nyckeltal.csv."""
    head, *rows = FILES[N].splitlines()
    lines = [f"{head};röjandegräns", *(f"{row};{cell}" for row, cell in zip(rows, cells, strict=True))]
    return {**FILES, N: "\n".join(lines) + "\n"}


def _stored(tmp_path, files):
    with closing(Store.open(tmp_path / "kpi.duckdb")) as store:
        commit_plan(store, read_plan(write(tmp_path, files), UNITS), Actor("Anna", may_write=True))
        return (
            plans.plan(store, "sjobo-2030").subjects.set_index(["indicator", "unit"])["disclosure_threshold"].to_dict()
        )


def test_without_the_column_no_nyckeltal_has_one_of_its_own(tmp_path):
    stored = _stored(tmp_path, FILES)
    assert len(stored) == 3
    assert all(pd.isna(threshold) for threshold in stored.values())


def test_it_is_said_once_per_nyckeltal_and_holds_at_every_unit(tmp_path):
    stored = _stored(tmp_path, _with("10", "", ""))
    assert pd.isna(stored.pop(("elbilar", "0099")))
    assert stored == {("vantan", "0099"): 10, ("vantan", "n1"): 10}


@pytest.mark.parametrize("cell", ["0", "-5", "4,5", "fem", "101", "²"])
def test_anything_but_a_whole_number_of_its_range_is_refused(tmp_path, cell):
    with pytest.raises(UserError) as caught:
        read_plan(write(tmp_path, _with("", "", cell)), UNITS)
    assert caught.value.key == "plan-not-a-threshold"
    assert (caught.value.place.row, caught.value.place.column, caught.value.place.value) == (4, "röjandegräns", cell)


def test_two_units_cannot_have_different_ones(tmp_path):
    with pytest.raises(UserError) as caught:
        read_plan(write(tmp_path, _with("10", "5", "")), UNITS)
    assert caught.value.key == "plan-definition-conflict"
    assert caught.value.place.column == "röjandegräns"

"""The röjandegräns of a nyckeltal: a column that older databases get, null where nothing is said."""

from contextlib import closing

import duckdb
import pandas as pd
import pytest
from store_making import WRITER, manifest, registers

from kpi.model import DeliveryKind
from kpi.store import Store, migrations, plans
from kpi.store.deliveries import insert, record


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kpi.duckdb"


def _thresholds(store):
    return plans.indicators(store).set_index("code")["disclosure_threshold"].to_dict()


def test_a_delivery_that_says_nothing_leaves_it_open(path):
    with closing(Store.open(path)) as store:
        registers(store)
        assert plans.indicators(store)["disclosure_threshold"].isna().tolist() == [True, True]


def test_indicators_of_an_older_database_have_none_and_keep_the_rest(path, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(migrations, "_ALL", migrations._ALL[:1])
        older.setattr("kpi.store.connection.NEWEST", 1)
        with closing(Store.open(path)) as store:
            registers(store)
            before = store.read("select * from indicator order by code")
    with closing(Store.open(path)) as store:
        now = plans.indicators(store)
        assert now["disclosure_threshold"].isna().tolist() == [True, True]
        pd.testing.assert_frame_equal(now.drop(columns="disclosure_threshold"), before)
    with duckdb.connect(str(path.with_name(f"{path.name}.v1")), read_only=True) as copy:
        assert "disclosure_threshold" not in {row[0] for row in copy.execute("describe indicator").fetchall()}


def test_a_threshold_is_kept_and_a_later_definition_says_another(path):
    with closing(Store.open(path)) as store:
        registers(store, indicators=("a",))
        row = plans.indicators(store).drop(columns="delivery_id").assign(disclosure_threshold=10)
        record(store, manifest(1, kind=DeliveryKind.PLAN), WRITER,
               lambda cursor, delivery: insert(cursor, "indicator", row, delivery))  # fmt: skip
        assert _thresholds(store) == {"a": 10}

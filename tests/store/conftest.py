import pytest

from kpi.store import Store


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "kpi.duckdb")
    yield opened
    opened.close()

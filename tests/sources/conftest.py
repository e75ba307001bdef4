"""A store with a few nyckeltal and a clock that does not wait."""

import pytest

from ingest.ingest_store import filled
from kolada_server import value
from kpi.sources import polite


@pytest.fixture
def waits(monkeypatch):
    """The pauses that were made, in seconds; none takes any time."""
    made = []
    monkeypatch.setattr(polite.time, "sleep", made.append)
    return made


@pytest.fixture
def store(tmp_path):
    opened = filled(tmp_path / "kpi.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def days(server):
    """Three years of one nyckeltal for riket and a region."""
    for year in (2022, 2023, 2024):
        for unit in ("0000", "0023"):
            server.put("N79173", unit, year, value(year - 1940.5 + int(unit) / 10))
    return server

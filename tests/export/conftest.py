"""Stores for the open data: one with real outcomes and small numbers in it, one with examples only."""

import pytest

from disclosure_store import fill
from kpi.store import Store


@pytest.fixture(scope="module")
def protected(tmp_path_factory):
    """A plan, units and outcomes with numbers that must not be told."""
    folder = tmp_path_factory.mktemp("skyddad")
    opened = Store.open(folder / "kpi.duckdb")
    fill(opened, folder)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def shipped(installed, tmp_path_factory):
    """What ships with the system."""
    path = tmp_path_factory.mktemp("levererad") / "kpi.duckdb"
    path.write_bytes(installed.read_bytes())
    opened = Store.open(path)
    yield opened
    opened.close()

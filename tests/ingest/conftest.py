"""A store with a few units and nyckeltal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from ingest_store import filled

from kpi.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = filled(tmp_path / "kpi.duckdb")
    yield opened
    opened.close()

"""A disk without room: an error in words, the store as it was, and on it goes once there is room."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = Path(__file__).with_name("fill_the_disk.py")
MEGABYTE = 1 << 20


@pytest.fixture
def filled(tmp_path):
    """What happened, as `fill_the_disk` tells it."""
    done = subprocess.run(
        [sys.executable, str(CHILD), str(tmp_path / "kpi.duckdb"), str(2 * MEGABYTE), "1GB"], capture_output=True,
        text=True, timeout=120, check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), {file.name for file in tmp_path.iterdir()}


def test_it_is_told_in_words_and_nothing_is_lost(filled):
    found, files = filled
    assert found["refused"] == found["again"] == "store-full"
    assert found["withdrawn"] == "store-full"
    assert found["kept"] == "file-not-kept"
    assert found["backup"] in ("OSError", "store-full")
    assert found["before"] == found["after"] == found["unchanged"]
    assert found["before"][3] == []
    assert found["freed"] == ["", ""]
    assert found["finally"] == found["reopened"]
    assert found["finally"][0] == found["before"][0] + 1
    assert found["finally"][3] == []
    assert not {name for name in files if name.startswith((".kpi-backup", "kopia"))}

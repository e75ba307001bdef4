"""SIGKILL in the middle of an upload: afterwards all of it is there, or none."""

import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from kpi.store import Store
from kpi.store.check import findings

UPLOAD = Path(__file__).with_name("upload_slowly.py")
TIMES, MOST_TRIES = 20, 60


@pytest.fixture
def large(tmp_path, database):
    """A file that takes long enough to store for a kill to land inside."""
    with closing(Store.open(database)) as store:
        units = [row["code"] for row in store.rows("select distinct code from unit order by code")]
    file = tmp_path / "stor.csv"
    rows = [
        f"halsosamtal;{unit};{year}-{month:02d};{gender};{(year + month) % 100},5"
        for unit in units for year in range(2005, 2025) for month in range(1, 13) for gender in "KMT"
    ]  # fmt: skip
    file.write_text("nyckeltal;enhet;period;kön;värde\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return file, len(rows)


def _uploading(file):
    process = subprocess.Popen([sys.executable, str(UPLOAD), str(file)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "storing\n"
    return process


def _seconds_to_store(file):
    with _uploading(file) as process:
        begun = time.monotonic()
        assert process.stdout.readline() == "stored\n"
        return time.monotonic() - begun


def _counts(database):
    """Deliveries, rows and findings, read in a store opened anew."""
    with closing(Store.open(database)) as store:
        told = store.rows("select (select count(*) from delivery) as made, (select count(*) from observation) as held")
        return told[0]["made"], told[0]["held"], findings(store)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_killed_upload_leaves_all_or_nothing(database, large):
    file, rows = large
    seconds = min(_seconds_to_store(file) for _ in range(2))
    dice, inside = random.Random(20), 0
    made, held, found = _counts(database)
    assert found == []
    for _ in range(MOST_TRIES):
        with _uploading(file) as process:
            time.sleep(dice.uniform(0, seconds))
            process.kill()
            inside += process.stdout.read() == ""
        before = made, held
        made, held, found = _counts(database)
        assert found == []
        assert (made, held) in (before, (before[0] + 1, before[1] + rows))
        if inside == TIMES:
            return
    pytest.fail(f"only {inside} kills landed inside the storing")

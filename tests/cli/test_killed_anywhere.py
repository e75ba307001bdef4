"""SIGKILL anywhere in uploads, withdrawals, restorals and fetches: what is in the store is whole, and none is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from ingest.ingest_store import filled
from kolada_server import value
from kpi.model import Origin
from kpi.store import Store
from kpi.store.check import findings
from kpi.store.deliveries import contents, deliveries
from kpi.store.kept_files import kept

CHILD = Path(__file__).with_name("change_until_killed.py")
KILLS = 50
LONGEST = 0.8  # seconds: a round of all four takes about as long
EACH = 132 + 1  # rows of a file


@pytest.fixture
def sick(server):
    server.other["kpi"].insert(0, {"id": "N60030", "title": "Sjukfrånvaro (%)", "is_divided_by_gender": False})
    for unit in ("0000", "0023"):
        for year in (2023, 2024):
            server.put("N60030", unit, year, value(4.75))
    return server


@pytest.fixture
def small(empty):
    """A database with a few nyckeltal: what takes long in a large one is not what is tested."""
    filled(empty).close()
    return empty


def _killed(nursery, turn, seconds):
    """A child that has been at it for so long."""
    nursery.stdin.write(f"{turn}\n")
    nursery.stdin.flush()
    child = int(nursery.stdout.readline())
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    assert nursery.stdout.readline() == f"ended {-signal.SIGKILL}\n"


def _events(store):
    rows = store.rows("select delivery_id, event, happened_at from delivery_event order by happened_at")
    return [tuple(row.values()) for row in rows]


def _whole(store, known=()):
    """Every delivery of a user's is complete, down to the file as it came; returns them all.

    known: what the check says of the registers that the test made, which count no rows of a plan.
    """
    assert set(findings(store)) <= set(known)
    made = deliveries(store)[::-1]
    for one in made:
        if one.origin is Origin.USER and one.file_name == "utfall.csv":
            assert contents(store, one.id)["observation"] == EACH == one.rows
            assert kept(store, one.file_sha256).count(b"\n") == EACH + 1
    return made


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_fifty_kills_lose_nothing_and_leave_nothing_half(sick, small):
    dice = random.Random(50)
    with closing(Store.open(small)) as store:
        known = findings(store)
        before, said = [one.id for one in _whole(store, known)], _events(store)
    begun = len(before), len(said)
    with subprocess.Popen(
        [sys.executable, str(CHILD)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as nursery:  # fmt: skip
        for turn in range(KILLS):
            # On a busy machine nothing is done in so short a time: then the last ones are given longer.
            patience = 1 if turn < KILLS // 2 or len(before) > begun[0] else 10
            _killed(nursery, turn, patience * dice.uniform(0, LONGEST))
            with closing(Store.open(small)) as store:
                made, events = [one.id for one in _whole(store, known)], _events(store)
            assert made[: len(before)] == before
            assert events[: len(said)] == said
            before, said = made, events
        nursery.stdin.close()
    assert len(known) <= 1
    assert len(before) > begun[0]
    assert len(said) > begun[1]

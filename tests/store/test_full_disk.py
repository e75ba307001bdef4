"""A disk without room: an error in words, the store as it was, and on it goes once there is room."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest
from store_making import deliver, outcome

from kpi.errors import UserError
from kpi.store import Store, connection
from kpi.store.connection import StoreBusyError
from kpi.store.deliveries import deliveries

CHILD = Path(__file__).with_name("fill_the_disk.py")
LIMIT = 3 << 19  # bytes


def filled(folder, threshold):
    """What happened, as `fill_the_disk` tells it, and the names of the files that it left."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(CHILD), str(folder / "kpi.duckdb"), str(LIMIT), threshold]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), {file.name for file in folder.iterdir()}


@pytest.mark.parametrize(("threshold", "unmoved"), [("1GB", False), ("1B", True)])
def test_it_is_told_in_words_and_nothing_is_lost(tmp_path, threshold, unmoved):
    """Whether the log has no room, or the database that it is moved into: what is told of as not stored is not."""
    found, files = filled(tmp_path, threshold)
    assert (found["unmoved"] > 0) == unmoved
    assert found["stored"][0] == found["stored"][1]
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


class Cursor:
    """One whose commit fails, after or before it has been made."""

    def __init__(self, cursor, made):
        self.cursor, self.made = cursor, made

    def __getattr__(self, name):
        return getattr(self.cursor, name)

    def commit(self):
        if self.made:
            self.cursor.commit()
        raise duckdb.FatalException("Could not write: No space left on device")


@pytest.fixture
def failing(store, monkeypatch):
    """Makes the next commit fail; `made` says whether what it commits is stored all the same."""

    def fail(*, made):
        whole = Store.cursor

        @contextmanager
        def cursor(self):
            with whole(self) as one:
                yield Cursor(one, made)

        monkeypatch.setattr(Store, "cursor", cursor)

    return fail


@pytest.mark.parametrize("made", [True, False])
def test_what_a_failed_commit_has_stored_is_told_as_stored_and_nothing_else(store, failing, made):
    before, version = len(deliveries(store)), store.version()
    failing(made=made)
    if made:
        assert deliver(store, [outcome(1.0)]) == before + 1
    else:
        with pytest.raises(UserError, match="Inget har sparats"):
            deliver(store, [outcome(1.0)])
    assert len(deliveries(store)) == before + made
    assert (store.version() != version) == made


def test_where_it_cannot_be_seen_it_is_said_not_to_be_certain(store, failing, monkeypatch):
    def busy(path):
        raise StoreBusyError(str(path))

    failing(made=True)
    monkeypatch.setattr(connection, "connect", busy)
    with pytest.raises(UserError, match="inte säkert"):
        deliver(store, [outcome(1.0)])
    monkeypatch.undo()
    assert len(deliveries(store)) == 1

"""Databases of other versions: newer ones are refused, older ones copied and then migrated."""

import shutil
import subprocess
import sys
from contextlib import closing

import duckdb
import pytest
from store_making import deliver, outcome

from kpi.errors import UserError
from kpi.ingest.forms.comments import code_of
from kpi.store import Store, StoreBusyError, migrations, texts
from kpi.store.migrations import NEWEST, applied


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kpi.duckdb"


def _as_version(path, version):
    with duckdb.connect(str(path)) as connection:
        connection.execute("delete from migration")
        connection.executemany(
            "insert into migration values (?, 'prov', now()::timestamp)", [[n + 1] for n in range(version)]
        )


def test_a_new_file_gets_every_migration_once(path):
    Store.open(path).close()
    Store.open(path).close()
    with duckdb.connect(str(path)) as connection:
        numbers = [row[0] for row in connection.execute("select number from migration order by number").fetchall()]
    assert numbers == list(range(1, NEWEST + 1))


def test_a_newer_database_is_refused_and_left_as_it_was(path):
    Store.open(path).close()
    _as_version(path, NEWEST + 3)
    before = path.read_bytes()
    with pytest.raises(UserError) as caught:
        Store.open(path)
    assert caught.value.key == "store-newer"
    assert str(NEWEST + 3) in str(caught.value)
    assert str(NEWEST) in str(caught.value)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_older_database_is_copied_and_then_migrated(path, monkeypatch):
    with closing(Store.open(path)) as store:
        deliver(store, [outcome(1.0), outcome(2.0, gender="K")])
    monkeypatch.setattr(migrations, "_ALL", [*migrations._ALL, _add_a_column])
    monkeypatch.setattr("kpi.store.connection.NEWEST", NEWEST + 1)
    before = shutil.copy2(path, path.with_name("kopia"))

    store = Store.open(path)

    assert store.rows("select count(extra) as n, count(*) as rows from observation") == [{"n": 2, "rows": 2}]
    store.close()
    kept = path.with_name(f"{path.name}.v{NEWEST}")
    with duckdb.connect(str(kept), read_only=True) as copy, duckdb.connect(str(before), read_only=True) as old:
        assert applied(copy) == NEWEST
        select = "select * from observation order by all"
        assert copy.execute(select).fetchall() == old.execute(select).fetchall()


def test_a_migration_that_fails_leaves_the_schema_as_it_was(path, monkeypatch):
    Store.open(path).close()

    def broken(cursor):
        _add_a_column(cursor)
        raise RuntimeError("half-way")

    monkeypatch.setattr(migrations, "_ALL", [*migrations._ALL, broken])
    monkeypatch.setattr("kpi.store.connection.NEWEST", NEWEST + 1)
    with pytest.raises(RuntimeError, match="half-way"):
        Store.open(path)
    with duckdb.connect(str(path)) as connection:
        assert applied(connection) == NEWEST
        assert "extra" not in {row[0] for row in connection.execute("describe observation").fetchall()}


@pytest.mark.parametrize("content", [b"detta \xc3\xa4r ingen databas", b"\x00" * 100_000, b"PK\x03\x04" + b"x" * 5000])
def test_a_file_that_is_no_database_is_refused_untouched(path, content):
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        Store.open(path)
    assert caught.value.key == "store-unreadable"
    assert path.read_bytes() == content


def test_a_database_that_another_process_holds_is_said_to_be_busy(path):
    hold = (
        "import sys; from pathlib import Path; from kpi.store import Store;"
        "store = Store.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(StoreBusyError):
            Store.open(path)
        holder.stdin.close()
        assert holder.wait(30) == 0
    Store.open(path).close()


def test_texts_of_before_there_were_drafts_are_final_and_keep_what_they_said(path, monkeypatch):
    monkeypatch.setattr(migrations, "_ALL", migrations._ALL[:11])
    monkeypatch.setattr("kpi.store.connection.NEWEST", 11)
    with closing(Store.open(path)) as store:
        made = deliver(store, [outcome(1.0)])
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            """insert into comment values (?, 'a', '0023', 'year', '2024-01-01', 'action', 'Anställ åtta.', 'Bo',
               'Chef', '2024-02-01', '2024-12-31')""", [made],
        )  # fmt: skip
    monkeypatch.undo()

    with closing(Store.open(path)) as store:
        [row] = texts.comments(store, example=False).to_dict("records")
    assert (row["text"], row["author"], row["author_role"], str(row["due_on"].date())) == (
        "Anställ åtta.", "Bo", "Chef", "2024-12-31",
    )  # fmt: skip
    assert (row["code"], row["state"], row["marked_by"]) == (code_of("Anställ åtta."), "final", "")
    assert (row["responsible"], row["expected_effect"], row["delivery_id"]) == ("", "", made)


def _add_a_column(cursor):
    cursor.execute("alter table observation add column extra integer default 7")

"""A backup is whole or absent, and puts back the very same store; anything else changes nothing."""

import gzip
import hashlib
import json
import shutil
import stat
import threading
import zipfile
from contextlib import closing
from dataclasses import asdict

import pytest
from tables import contents

from kpi.model import DataMode
from kpi.settings import settings
from kpi.store import Store, archive, migrations, restoring
from kpi.store.archive import DATABASE, FILES, MANIFEST, Part
from kpi.store.check import findings
from kpi.store.connection import connect
from kpi.store.kept_files import folder as files_of
from kpi.store.observations import observations

ORIGINAL = b"nyckeltal;enhet\n"
PACKED = gzip.compress(ORIGINAL, mtime=0)


@pytest.fixture
def kept_file(database):
    """A delivered file as it came."""
    name = hashlib.sha256(ORIGINAL).hexdigest() + ".gz"
    files = files_of(settings().database)
    files.mkdir()
    (files / name).write_bytes(PACKED)
    (files / "halvskriven.tmp").write_bytes(b"ingen leverans")
    return name


@pytest.fixture
def made(database, kept_file, kpi, tmp_path):
    """A backup of the shipped store."""
    told = kpi("backup", tmp_path / "kopia.zip")
    assert (told.code, told.err) == (0, ""), told
    return tmp_path / "kopia.zip"


def outcomes_of(database):
    with closing(Store.open(database)) as store:
        return {mode: observations(store, mode) for mode in DataMode}


def same(one, other):
    return all(one[mode].equals(other[mode]) for mode in DataMode)


def left_over(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_a_backup_is_one_file_of_this_user_alone(made, database, kept_file):
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    with zipfile.ZipFile(made) as opened:
        assert sorted(opened.namelist()) == sorted([DATABASE, f"{FILES}/{kept_file}", MANIFEST])
        manifest = json.loads(opened.read(MANIFEST))
        for name, part in manifest["parts"].items():
            assert part == asdict(Part(len(opened.read(name)), hashlib.sha256(opened.read(name)).hexdigest()))
    assert left_over(made.parent) == []


def test_a_restored_store_is_the_same(made, database, kpi, outcomes, kept_file):
    before, tables = outcomes_of(database), contents(database)
    assert kpi("upload", outcomes).code == 0
    assert not same(outcomes_of(database), before)
    after = contents(database)
    (files_of(settings().database) / kept_file).unlink()
    told = kpi("restore", made)
    assert (told.code, told.err) == (0, ""), told
    assert same(outcomes_of(database), before)
    assert contents(database) == tables
    assert kpi("check").code == 0
    assert stat.S_IMODE(database.stat().st_mode) == 0o600
    assert (files_of(settings().database) / kept_file).read_bytes() == PACKED
    kept = [path for path in database.parent.iterdir() if path.name.startswith("kpi.duckdb.fore-")]
    assert len(kept) == 1
    assert str(kept[0]) in told.out
    assert contents(kept[0]) == after
    assert left_over(database.parent) == []


def test_a_backup_goes_where_there_is_no_database(made, database, kpi):
    tables = contents(database)
    database.unlink()
    shutil.rmtree(files_of(settings().database))
    assert kpi("restore", made).code == 0
    assert contents(database) == tables
    assert kpi("check").code == 0


def test_a_database_that_cannot_be_read_is_kept_too(made, database, kpi):
    tables = contents(database)
    database.write_bytes(b"inte en databas" * 1000)
    assert kpi("check").code == 1
    assert kpi("restore", made).code == 0
    assert contents(database) == tables
    kept = next(path for path in database.parent.iterdir() if path.name.startswith("kpi.duckdb.fore-"))
    assert kept.read_bytes() == b"inte en databas" * 1000


def test_a_kept_file_that_differs_is_not_lost(made, database, kpi, kept_file):
    (files_of(settings().database) / kept_file).write_bytes(b"en annan packning")
    assert kpi("restore", made).code == 0
    held = {path.name.partition(".fore-")[0]: path.read_bytes() for path in files_of(settings().database).iterdir()
            if ".fore-" in path.name}  # fmt: skip
    assert held == {kept_file: b"en annan packning"}


def test_through_a_running_app_and_while_it_takes_a_file(database, app, kpi, outcomes, tmp_path):
    """The app goes on writing; each backup is the store as it was between two deliveries."""
    with closing(Store.open(database)) as store:
        units = [row["code"] for row in store.rows("select distinct code from unit order by code")]
    large = ["nyckeltal;enhet;period;kön;värde"]
    large += [f"halsosamtal;{unit};{year}-{month:02d};T;{month},5" for unit in units for year in range(2010, 2025)
              for month in range(1, 13)]  # fmt: skip
    outcomes.write_text("\n".join(large) + "\n", encoding="utf-8")
    shipped = len(contents(database)["observation"])
    app(database)
    from kpi.commands import Command
    from kpi.remote import client

    def upload():
        for value in (b",1", b",2"):
            content = outcomes.read_bytes().replace(b",5", value)
            arguments = {"file": "a.csv", "format": None, "dry_run": False, "reason": "", "accept": "prov"}
            answers.append(client.run(Command("upload", arguments, "Anna", content), lambda what, share: None))

    answers = []
    uploading = threading.Thread(target=upload)
    uploading.start()
    files = [tmp_path / f"kopia{n}.zip" for n in range(3)]
    for file in files:
        assert kpi("backup", file).code == 0
    uploading.join(120)
    assert [answer.exit_code for answer in answers] == [0, 0]
    assert kpi("restore", files[0]).code == 1
    whole = {shipped + n * (len(large) - 1) for n in range(3)}
    for n, file in enumerate(files):
        folder = tmp_path / f"ur{n}"
        folder.mkdir()
        with zipfile.ZipFile(file) as opened:
            opened.extract(DATABASE, folder)
        with closing(Store.open(folder / DATABASE)) as store:
            assert findings(store) == []
            assert store.rows("select count(*) as n from observation")[0]["n"] in whole


def test_the_app_keeps_its_lock_after_a_backup(database, app, kpi, tmp_path):
    """Closing a file drops this process's locks on it: the copying must not be the app's own."""
    from kpi.store import StoreBusyError

    app(database)
    assert kpi("backup", tmp_path / "kopia.zip").code == 0
    with pytest.raises(StoreBusyError):
        connect(database)


def test_a_restore_is_refused_while_the_app_runs(made, database, app, kpi, outcomes):
    app(database)
    assert kpi("upload", outcomes).code == 0
    told = kpi("restore", made)
    assert (told.code, told.err) == (1, "Databasen används av appen eller av ett annat kommando. "
                                        "Stoppa appen först, och försök igen.\n")  # fmt: skip
    assert "utfall ä.csv" in kpi("deliveries").out
    assert left_over(database.parent) == []


def test_a_number_is_a_delivery_and_a_file_is_a_backup(made, database, kpi, outcomes, monkeypatch):
    tmp_path = made.parent
    assert kpi("upload", outcomes).code == 0
    with closing(Store.open(database)) as store:
        number = store.rows("select max(id) as id from delivery")[0]["id"]
    assert kpi("withdraw", number, "--reason", "fel").code == 0
    monkeypatch.chdir(tmp_path)
    made.rename(tmp_path / str(number))
    assert "räknas igen" in kpi("restore", number).out
    assert kpi("restore", f"./{number}").code == 0
    assert "utfall ä.csv" not in kpi("deliveries").out
    for given in ("finns-inte.zip", "-12", "1,5", "", str(tmp_path)):
        told = kpi("restore", given)
        assert (told.code, len(told.err.splitlines())) == (1, 1)
    assert "varken numret" in kpi("restore", "finns-inte.zip").err


def test_a_backup_is_not_written_over_another_file_unless_forced(made, kpi, database, tmp_path):
    before = made.read_bytes()
    told = kpi("backup", made)
    assert (told.code, made.read_bytes()) == (1, before)
    assert "--force" in told.err
    assert kpi("backup", made, "--force").code == 0
    assert zipfile.ZipFile(made).testzip() is None
    assert left_over(tmp_path) == []


@pytest.mark.parametrize("name", ["kpi.duckdb", "kpi.duckdb.app", "kpi.duckdb.wal", "kpi.duckdb.filer/x.zip"])
def test_a_backup_is_never_written_onto_the_store_itself(database, kept_file, kpi, name):
    before = contents(database)
    for force in ([], ["--force"]):
        told = kpi("backup", database.with_name(name) if "/" not in name else database.parent / name, *force)
        assert told.code == 1
        assert "hör till databasen själv" in told.err
    assert contents(database) == before


@pytest.mark.parametrize("name", ["finns/inte/kopia.zip", ".", "fil/kopia.zip"])
def test_a_place_that_cannot_be_written_is_the_users_error(database, kpi, tmp_path, name):
    (tmp_path / "fil").write_text("en fil")
    told = kpi("backup", tmp_path / name)
    assert (told.code, len(told.err.splitlines())) == (1, 1)
    assert left_over(tmp_path) == []


def test_a_full_disk_leaves_no_backup_and_no_remains(database, kpi, tmp_path, monkeypatch):
    def full(read, write, tell=None):
        write(read(1000))
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "_poured", full)
    told = kpi("backup", tmp_path / "kopia.zip")
    assert (told.code, "fel 28" in told.err) == (1, True)
    assert not (tmp_path / "kopia.zip").exists()
    assert left_over(tmp_path) == []


def test_a_full_disk_while_restoring_leaves_the_database(made, database, kpi, monkeypatch):
    before = contents(database)
    poured = archive._poured

    def full(read, write, tell=lambda size: None):
        poured(lambda size: read(1000)[:0], write)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "_poured", full)
    told = kpi("restore", made)
    assert (told.code, "fel 28" in told.err) == (1, True)
    assert contents(database) == before
    assert left_over(database.parent) == []


def rewritten(source, target, change):
    """An archive whose parts and manifest have been changed by hand: `change(parts, manifest)`."""
    with zipfile.ZipFile(source) as opened:
        parts = {name: opened.read(name) for name in opened.namelist() if name != MANIFEST}
        manifest = json.loads(opened.read(MANIFEST))
    change(parts, manifest)
    with zipfile.ZipFile(target, "w") as written:
        for name, content in parts.items():
            written.writestr(name, content)
        written.writestr(MANIFEST, json.dumps(manifest) if isinstance(manifest, dict) else manifest)


def _put(parts, manifest, name, content):
    parts[name] = content
    manifest["parts"][name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


SHA = "a" * 64
HOSTILE = {
    "one byte changed": lambda p, m: p.update({DATABASE: b"x" + p[DATABASE][1:]}),
    "a path upwards": lambda p, m: _put(p, m, "../ute.txt", b"ute"),
    "a path upwards among the files": lambda p, m: _put(p, m, f"filer/../../{SHA}.gz", b"ute"),
    "a whole path": lambda p, m: _put(p, m, "/ute.txt", b"ute"),
    "another name": lambda p, m: _put(p, m, "kpi.duckdb.app", b"{}"),
    "a part that is not said": lambda p, m: p.update({f"filer/{SHA}.gz": b"x"}),
    "a part that is not there": lambda p, m: m["parts"].update({f"filer/{SHA}.gz": {"bytes": 1, "sha256": SHA}}),
    "no database": lambda p, m: (p.pop(DATABASE), m["parts"].pop(DATABASE)),
    "a database that is none": lambda p, m: _put(p, m, DATABASE, b"inte en databas" * 999),
    "an empty database": lambda p, m: _put(p, m, DATABASE, b""),
    "no parts": lambda p, m: m.pop("parts"),
    "strange parts": lambda p, m: m.update(parts=[1, 2]),
    "a strange part": lambda p, m: m["parts"].update({DATABASE: {"sha256": SHA, "bytes": 1, "more": 1}}),
    "a strange moment": lambda p, m: m.update(made="igår"),
    "another schema than it says": lambda p, m: m.update(schema=1),
    "a negative schema": lambda p, m: m.update(schema=-1),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_archive_is_refused_and_nothing_lost(made, database, kpi, tmp_path, change):
    before, around = contents(database), sorted(path.name for path in tmp_path.iterdir())
    rewritten(made, tmp_path / "elak.zip", change)
    told = kpi("restore", tmp_path / "elak.zip")
    assert (told.code, told.out) == (1, ""), told
    assert "är ingen hel säkerhetskopia" in told.err
    assert contents(database) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*around, "elak.zip"])


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.9, 0.9999])
def test_a_cut_archive_is_refused(made, database, kpi, share):
    before, whole = contents(database), made.read_bytes()
    made.write_bytes(whole[: int(len(whole) * share)])
    told = kpi("restore", made)
    assert (told.code, "ingen hel säkerhetskopia" in told.err) == (1, True)
    assert contents(database) == before


def test_what_grows_when_unpacked_is_refused(made, database, kpi, tmp_path):
    with zipfile.ZipFile(made) as opened:
        manifest = opened.read(MANIFEST)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bomb:
        bomb.writestr(DATABASE, bytes(64 << 20))
        bomb.writestr(MANIFEST, manifest, zipfile.ZIP_STORED)
    assert (tmp_path / "bomb.zip").stat().st_size < 1 << 20
    told = kpi("restore", tmp_path / "bomb.zip")
    assert (told.code, "ingen hel säkerhetskopia" in told.err) == (1, True)


@pytest.mark.parametrize("name", ["format", "schema"])
def test_a_backup_of_a_newer_version_is_told_apart(made, database, kpi, tmp_path, name):
    rewritten(made, tmp_path / "ny.zip", lambda parts, manifest: manifest.update({name: 999}))
    told = kpi("restore", tmp_path / "ny.zip")
    assert (told.code, "nyare version" in told.err) == (1, True), told.err


def test_a_backup_that_does_not_hold_together_is_refused(made, database, kpi, tmp_path):
    before = contents(database)
    with zipfile.ZipFile(made) as opened:
        opened.extract(DATABASE, tmp_path / "ur")
    with closing(connect(tmp_path / "ur" / DATABASE)) as connection:
        connection.execute("update delivery set row_count = row_count + 1 where kind = 'outcomes'")
    wrong = (tmp_path / "ur" / DATABASE).read_bytes()
    rewritten(made, tmp_path / "fel.zip", lambda parts, manifest: _put(parts, manifest, DATABASE, wrong))
    told = kpi("restore", tmp_path / "fel.zip")
    assert (told.code, "hänger inte ihop" in told.err) == (1, True)
    assert contents(database) == before


def test_an_interrupted_restore_leaves_the_database_and_the_next_clears_up(made, database, kpi, monkeypatch):
    before = contents(database)
    left = database.with_name(f".{database.name}.aterstall-999999999")
    left.mkdir()
    (left / "rest").write_bytes(b"x")

    def dying(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "_take_the_place", dying)
        assert kpi("restore", made).code == 1
    assert contents(database) == before
    assert kpi("restore", made).code == 0
    assert left_over(database.parent) == []


def test_a_reader_does_not_keep_a_backup_from_being_whole(database, kpi, tmp_path, outcomes):
    """A query that is being read holds old versions of the rows."""
    from kpi.store.backup import back_up

    with closing(Store.open(database)) as store, store.cursor() as reader:
        reader.begin()
        reader.execute("select * from observation").fetchone()
        with store.transaction() as cursor:
            cursor.execute("update delivery set reason = 'ändrad' where id = 1")
        back_up(store, files_of(settings().database), tmp_path / "kopia.zip", force=False, tell=lambda share: None)
        reader.rollback()
    assert kpi("restore", tmp_path / "kopia.zip").code == 0
    with closing(Store.open(database)) as store:
        assert store.rows("select reason from delivery where id = 1") == [{"reason": "ändrad"}]


def test_an_older_backup_gets_the_migrations_it_lacks(made, database, kpi, monkeypatch):
    older = made.with_name("gammal.duckdb")
    with monkeypatch.context() as patch, closing(connect(older)) as connection:
        patch.setattr(migrations, "_ALL", migrations._ALL[:2])
        migrations.migrate(connection)

    def change(parts, manifest):
        _put(parts, manifest, DATABASE, older.read_bytes())
        manifest["schema"] = 2

    rewritten(made, made.with_name("gammal.zip"), change)
    told = kpi("restore", made.with_name("gammal.zip"))
    assert told.code == 0, told
    tables = contents(database)
    assert [row[0] for row in tables["migration"]] == [*range(1, migrations.NEWEST + 1)]
    assert (tables["judged_forecast"], tables["delivery"]) == ([], [])

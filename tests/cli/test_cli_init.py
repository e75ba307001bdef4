"""`kpi init`: whole or not at all, and never twice."""

import re

import pytest
from tables import contents


def test_init_makes_a_database_that_is_whole(empty, kpi):
    made = kpi("init")
    assert (made.code, made.err) == (0, "")
    assert re.fullmatch(r"Klart: \d+ leveranser inlästa\.\n", made.out)
    assert kpi("check").out == "Inga fel: databasen hänger ihop.\n"
    assert [file.name for file in empty.parent.iterdir()] == [empty.name]


@pytest.mark.parametrize("arguments", [["init"], ["init", "--if-missing"]])
def test_init_again_changes_nothing(database, kpi, arguments):
    before = contents(database)
    again = kpi(*arguments)
    assert (again.code, again.err) == (0, "")
    assert again.out == (
        "" if len(arguments) > 1 else "Allt som följer med systemet är redan inläst. Ingenting ändrades.\n"
    )
    assert contents(database) == before


def test_init_does_not_bring_removed_examples_back(database, kpi):
    assert kpi("remove-examples").code == 0
    before = contents(database)
    assert kpi("init").code == 0
    assert contents(database) == before


def test_an_interrupted_init_leaves_no_database_and_the_next_starts_over(empty, kpi, monkeypatch):
    from kpi.ingest import shipped

    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(shipped, "commit_plan", stop)
        assert kpi("init").code == 1
    assert not empty.exists()
    assert kpi("init", "--if-missing").code == 0
    assert kpi("check").code == 0


def test_an_init_interrupted_in_a_database_that_was_there_is_repaired(empty, kpi, monkeypatch):
    from kpi.ingest import shipped
    from kpi.store import Store

    Store.open(empty).close()
    with monkeypatch.context() as patch:
        patch.setattr(shipped, "commit_form", lambda *_, **__: 1 / 0)
        assert kpi("init").code == 2
    assert kpi("init").out.startswith("Klart: ")
    assert kpi("init").out.startswith("Allt som följer med systemet är redan inläst")
    assert kpi("check").code == 0


def test_what_a_killed_init_left_is_cleared(empty, kpi):
    left = empty.with_name(f"{empty.name}.new-4194304")
    left.write_bytes(b"half a database")
    assert kpi("init").code == 0
    assert not left.exists()

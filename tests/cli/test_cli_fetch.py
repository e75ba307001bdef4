"""`kpi fetch kolada`, with the database open here and through an app that has it."""

import shutil
import signal
import subprocess
import sys
import threading

import pytest

from kolada_server import busy, silent, value

ONE = ("fetch", "kolada", "--indicator", "sjuktal", "--id", "N60030", "--units", "0023, Riket", "--years", "2023-2024")


@pytest.fixture
def sick(server):
    server.other["kpi"].insert(
        0, {"id": "N60030", "title": "Sjukfrånvaro bland anställda i regionen (%)", "is_divided_by_gender": True}
    )
    for unit in ("0000", "0023"):
        server.put("N60030", unit, 2024, value(5.5, "K"), value(3.25, "M"), value(4.75))
    return server


def test_searching_lists_ids_and_titles(sick, database, kpi):
    told = kpi("fetch", "kolada", "--search", "Sjukfrånvaro bland anställda i regionen")
    assert told.code == 0
    assert told.out.splitlines()[0] == "N60030  Sjukfrånvaro bland anställda i regionen (%)"
    assert kpi("fetch", "kolada", "--search", "xyzzy").out == "Inget nyckeltal i Kolada har den texten i titeln.\n"


def test_one_is_fetched_and_tied_and_then_refreshed_with_all(sick, database, kpi):
    assert kpi("fetch", "kolada").out.startswith("Inget nyckeltal är knutet till Kolada ännu.")

    told = kpi(*ONE, "--dry-run")
    assert told.code == 0, told.err
    assert "6 värden hämtade" in told.out
    assert kpi("fetch", "kolada").out.startswith("Inget nyckeltal"), "a dry run ties nothing"

    told = kpi(*ONE)
    assert told.code == 0, told.err
    lines = told.out.replace("\u00a0", " ").splitlines()
    assert lines[0].startswith("Källa: Kolada (N60030): 6 värden hämtade (6 nya, 0 ändrade, 0 borttagna")
    assert "Nytt: Sjuktal, andel av ordinarie arbetstid, Region Jämtland Härjedalen, 2024, Män: 3,25 %" in lines

    again = kpi("fetch", "kolada")
    assert again.out.endswith("Allt är som förut, så ingen leverans gjordes.\n")

    sick.put("N60030", "0023", 2024, value(5.5, "K"), value(3.5, "M"))
    changed = kpi("fetch", "kolada").out.replace("\u00a0", " ")
    assert (
        "Ändrat: Sjuktal, andel av ordinarie arbetstid, Region Jämtland Härjedalen, 2024, Män: 3,25 % → 3,5 %\n"
        in changed
    )
    assert (
        "Borttaget: Sjuktal, andel av ordinarie arbetstid, Region Jämtland Härjedalen, 2024, Totalt: 4,75 %\n"
        in changed
    )
    assert "Källa: Kolada (N60030)" in kpi("deliveries").out
    assert kpi("check").code == 0


def test_a_refresh_that_finds_something_lost_says_so_on_stderr(sick, database, kpi):
    assert kpi(*ONE).code == 0
    sick.other["kpi"] = [one for one in sick.other["kpi"] if one["id"] != "N60030"]
    told = kpi("fetch", "kolada")
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("Kolada har inte längre N60030")


def test_a_new_nyckeltal_needs_its_direction(sick, database, kpi):
    new = ("fetch", "kolada", "--indicator", "franvaro", "--id", "n60030", "--units", "0023")
    told = kpi(*new)
    assert told.code == 1
    assert told.err.startswith("Nyckeltalet franvaro finns inte.")
    assert kpi(*new, "--direction", "lower").code == 0
    assert kpi(*new, "--direction", "lower").err.startswith("Nyckeltalet franvaro finns redan.")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--indicator", "sjuktal"], "Ange både --indicator och --id"),
        (["--years", "2024"], "Ange både --indicator och --id"),
        (["--indicator", "sjuktal", "--id", "60030"], "”60030” är ingen av Koladas beteckningar"),
        (["--indicator", "sjuktal", "--id", "N60030", "--units", "Atlantis"], "Enheten ”Atlantis” finns inte"),
        (["--indicator", "sjuktal", "--id", "N60030", "--years", "2024-2020"], "”2024-2020” är inga år"),
        (["--indicator", "sjuktal", "--id", "N60030", "--years", "2001"], "Kolada har inga värden för N60030"),
        (["--direction", "upp"], "--direction kan inte vara 'upp'"),
    ],
)
def test_what_cannot_be_meant_is_told_and_stores_nothing(sick, database, kpi, more, said):
    before = kpi("deliveries").out
    told = kpi("fetch", "kolada", *more)
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith(said)
    assert kpi("deliveries").out == before


def test_without_a_network_it_says_so_and_harms_nothing(sick, database, kpi, monkeypatch):
    monkeypatch.setattr("kpi.sources.polite.time.sleep", lambda seconds: None)
    before = kpi("deliveries").out
    sick.close()
    told = kpi(*ONE)
    assert told.code == 1
    assert told.err.startswith("Kolada går inte att nå")
    assert kpi("deliveries").out == before


def test_through_a_running_app_the_same_is_said_and_stored(sick, database, app, kpi, tmp_path):
    lines = [ONE, ("fetch", "kolada"), ("fetch", "kolada", "--search", "N-finns-inte")]
    other = tmp_path / "annan.duckdb"
    shutil.copy2(database, other)
    alone = [kpi(*line) for line in lines]
    shutil.copy2(other, database)
    app(database)
    sick.faults = [busy(503, "1")]
    for line, expected in zip(lines, alone, strict=True):
        through = kpi(*line)
        assert through.out.splitlines() == expected.out.splitlines()
        assert (through.code, through.err) == (expected.code, expected.err)


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT])
def test_a_fetch_that_is_ended_halfway_leaves_the_store_as_it_was(sick, database, kpi, blow):
    assert kpi(*ONE).code == 0
    before = kpi("deliveries").out
    reached, over = threading.Event(), threading.Event()

    def hang(handler):
        reached.set()
        over.wait(60)
        silent(handler)

    sick.put("N60030", "0023", 2024, value(9.5, "K"))
    sick.faults = [None, hang]
    with subprocess.Popen([sys.executable, "-m", "kpi", "fetch", "kolada"], stderr=subprocess.DEVNULL) as process:
        assert reached.wait(60)
        process.send_signal(blow)
        assert process.wait(60) != 0
    over.set()
    assert kpi("deliveries").out == before
    assert kpi("check").code == 0
    sick.faults = []
    assert "→ 9,5" in kpi("fetch", "kolada").out

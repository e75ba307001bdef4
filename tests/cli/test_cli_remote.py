"""Through a running app: the same answers as without, and only for the same user on the same machine."""

import asyncio
import shutil
import threading

import duckdb
import pytest
import requests
from starlette.applications import Starlette

from kpi.commands import Command
from kpi.commands.opening import PATIENCE_SECONDS
from kpi.remote import address, client, wire
from kpi.remote.route import command_routes
from kpi.settings import settings


def _silent(what, share):
    pass


def _url():
    return address.read().url + address.PATH


def _packed(name="deliveries"):
    return b"".join(wire.packed(Command(name)))


@pytest.fixture
def running(database, app):
    return app(database)


def test_every_command_answers_the_same_with_an_app_as_without(database, app, kpi, outcomes, monkeypatch):
    """The same command lines, in order, on two copies of one database; only times and folders may differ."""
    folder = outcomes.parent / "ut"
    lines = [
        ["init"],
        ["upload", outcomes, "--dry-run"],
        ["upload", outcomes, "--reason", "prov åäö"],
        ["assess"],
        ["assess", "--format", "json", "--mode", "example"],
        ["assess", "--format", "csv", "--period", "2024"],
        ["assess", "--period", "2025-13"],
        ["withdraw", 12, "--reason", "fel"],
        ["withdraw", 12, "--reason", "fel"],
        ["restore", 12],
        ["remove-examples"],
        ["check"],
        ["upload", __file__],
        ["export", folder],
        ["assess", "--unit", "0000"],
    ]
    other = folder.parent / "annan" / "kpi.duckdb"
    other.parent.mkdir()
    shutil.copy2(database, other)
    alone, alone_files = [kpi(*line) for line in lines], _files(folder)
    shutil.rmtree(folder)
    monkeypatch.setenv("KPI_DATABASE", str(other))
    settings.cache_clear()
    app(other)
    through = [kpi(*line) for line in lines]
    for line, one, two in zip(lines, alone, through, strict=True):
        assert one == two, line
    assert {answer.code for answer in alone} == {0, 1}
    assert _without_moments(_files(folder)) == _without_moments(alone_files)
    with pytest.raises(duckdb.IOException):
        duckdb.connect(str(other), read_only=True)


def _without_moments(files):
    """Workbooks carry the moment of the latest delivery, and the list of files their hashes."""
    return {name: content for name, content in files.items() if not name.endswith((".xlsx", ".json"))}


def _files(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_same_store_exports_the_same_bytes_with_an_app_as_without(database, app, kpi, tmp_path):
    assert kpi("export", tmp_path / "ensam").code == 0
    app(database)
    assert kpi("export", tmp_path / "genom").code == 0
    assert _files(tmp_path / "ensam") == _files(tmp_path / "genom")


def test_the_app_answers_others_while_a_command_runs(running, kpi, outcomes):
    rows = [f"halsosamtal;0023;{year};{g};{n % 60},5" for n, year in enumerate(range(1900, 2100)) for g in "KMT"]
    outcomes.write_text("nyckeltal;enhet;period;kön;värde\n" + "\n".join(rows), encoding="utf-8")
    asked = {"file": "a.csv", "format": None, "dry_run": False, "reason": "", "accept": "prov"}
    command = Command("upload", asked, "A", outcomes.read_bytes())
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(client.run(command, _silent))) for _ in range(3)]
    for thread in threads:
        thread.start()
    proof = requests.get(_url(), params={"question": "q"}, timeout=5)
    for thread in threads:
        thread.join(60)
    assert proof.text == wire.proof(address.read().token, "q")
    assert sorted(answer.exit_code for answer in answers)[0] == 0
    assert kpi("check").code == 0


def test_of_two_uploads_at_once_each_stores_what_it_has_compared_with_or_is_refused(running, kpi):
    """Whoever is second either sees the first one's outcomes as changed, or is told that they came in between."""
    before, answers, together = int(kpi("deliveries").out.splitlines()[2].split()[0]), {}, threading.Barrier(2)

    def upload(value):
        rows = [f"halsosamtal;0023;{year};{g};{value}" for year in range(1900, 2020) for g in "KMT"]
        content = "\n".join(["nyckeltal;enhet;period;kön;värde", *rows, ""]).encode()
        arguments = {"file": "a.csv", "format": None, "dry_run": False, "reason": "", "accept": "prov"}
        together.wait(30)
        answers[value] = client.run(Command("upload", arguments, "A", content), _silent)

    threads = [threading.Thread(target=upload, args=(value,)) for value in (20, 30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    stored = [answer for answer in answers.values() if answer.exit_code == 0]
    refused = [answer for answer in answers.values() if answer.exit_code]
    assert len(answers) == 2
    assert stored
    assert all("har ändrats av någon annan" in answer.stderr for answer in refused)
    summaries = sorted("(360 nya, 0 ändrade, 0" in answer.stdout for answer in stored)
    assert summaries == [False, True][-len(stored) :]
    assert int(kpi("deliveries").out.splitlines()[2].split()[0]) == before + len(stored)
    assert kpi("check").code == 0


def test_progress_comes_through(running, outcomes):
    told = []
    command = Command("upload", {"file": "a.csv", "format": None, "dry_run": True, "reason": ""}, "A",
                      outcomes.read_bytes())  # fmt: skip
    client.run(command, lambda what, share: told.append((what, share)))
    assert len(told) >= 2
    assert [share for _, share in told] == sorted(share for _, share in told)
    assert told[-1][1] > 0.5


@pytest.mark.parametrize("given", [None, "", "Bearer", "Bearer fel", "Basic fel", "Bearer å"])
def test_a_wrong_token_is_refused(running, given):
    headers = {} if given is None else {"Authorization": given.encode()}
    answer = requests.post(_url(), data=_packed("remove-examples"), headers=headers, timeout=10)
    assert answer.status_code == 401
    assert wire.heard(iter([_ask("check").content]), _silent).exit_code == 0


def _ask(name, **headers):
    headers = {"Authorization": f"Bearer {address.read().token}", **headers}
    return requests.post(_url(), data=_packed(name), headers=headers, timeout=30)


@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via", "Cookie", "Origin",
     "Referer"],
)  # fmt: skip
def test_what_came_by_way_of_a_proxy_or_a_browser_finds_nothing(running, header):
    assert _ask("deliveries").status_code == 200
    assert _ask("deliveries", **{header: "127.0.0.1"}).status_code == 404
    question = requests.get(_url(), params={"question": "q"}, headers={header: "127.0.0.1"}, timeout=10)
    assert question.status_code == 404


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    ("host", "status"),
    [("192.0.2.1", 404), ("::ffff:192.0.2.1", 404), ("namn", 404), ("", 404), ("127.0.0.1", 200), ("::1", 200)],
)
def test_another_machine_finds_nothing(empty, host, status, method):
    """The very same request is answered for this machine's own addresses."""
    token = address.write("http://127.0.0.1:1")
    scope = {
        "type": "http", "method": method, "path": address.PATH, "query_string": b"question=q", "client": (host, 1),
        "headers": [(b"authorization", f"Bearer {token}".encode())],
    }  # fmt: skip
    sent, bodies = [], iter([_packed("nonsense")])

    async def receive():
        body = next(bodies, None)
        if body is None:
            await asyncio.Event().wait()  # the caller stays
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message):
        sent.append(message)

    app = Starlette(routes=command_routes(lambda: None))
    asyncio.run(app(scope, receive, send))
    address.remove()
    assert sent[0]["status"] == status


@pytest.mark.parametrize("body", [b"", b"[]\n", b"{}\n", b'{"name": 1}\n', b"\xff\n", b'{"name":"check"}\n'])
def test_nonsense_is_refused(running, body):
    headers = {"Authorization": f"Bearer {address.read().token}"}
    assert requests.post(_url(), data=body, headers=headers, timeout=10).status_code == 400


def test_no_proxy_of_the_environment_gets_between(running, kpi, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert kpi("deliveries").code == 0


def test_a_database_that_somebody_else_holds_is_said_to_be_busy(database, kpi, monkeypatch, app):
    app(database)
    settings().address_file.unlink()
    monkeypatch.setattr("kpi.commands.opening.PATIENCE_SECONDS", 0.5)
    told = kpi("deliveries")
    assert (told.code, len(told.err.splitlines())) == (1, 1)
    assert "används av ett annat program" in told.err
    assert PATIENCE_SECONDS >= 5


def test_an_app_that_is_starting_is_waited_for(database, kpi, app):
    app(database)
    file = settings().address_file
    content = file.read_bytes()
    file.unlink()

    def appear():
        file.touch(0o600)
        file.write_bytes(content)

    timer = threading.Timer(1.0, appear)
    timer.start()
    assert kpi("deliveries").code == 0
    timer.join()

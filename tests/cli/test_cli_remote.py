"""Through a running app: the same answers as without, and only for the same user on the same machine."""

import asyncio
import json
import os
import shutil
import signal
import socket
import stat
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
    own = {"maluppfyllelse.xlsx", ".kpi-export.json"}  # carries the moment of the latest delivery
    assert {k: v for k, v in _files(folder).items() if k not in own} == {
        k: v for k, v in alone_files.items() if k not in own
    }
    with pytest.raises(duckdb.IOException):
        duckdb.connect(str(other), read_only=True)


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
    command = Command("upload", {"file": "a.csv", "format": None, "dry_run": False, "reason": ""}, "A",
                      outcomes.read_bytes())  # fmt: skip
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


def test_progress_comes_through(running, outcomes):
    told = []
    command = Command("upload", {"file": "a.csv", "format": None, "dry_run": True, "reason": ""}, "A",
                      outcomes.read_bytes())  # fmt: skip
    client.run(command, lambda what, share: told.append((what, share)))
    assert len(told) >= 2
    assert told[-1][1] == 1.0


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


def test_the_address_file_is_for_the_same_user_only(empty):
    token = address.write("http://127.0.0.1:1/")
    about = settings().address_file.stat()
    assert stat.S_IMODE(about.st_mode) == 0o600
    assert address.read() == address.Address("http://127.0.0.1:1", token, os.getpid(), str(empty))
    assert len(token) >= 40
    settings().address_file.chmod(0o644)
    assert address.read() is None
    address.remove()
    assert not settings().address_file.exists()
    assert [file.name for file in empty.parent.iterdir()] == []


def test_an_address_of_somebody_else_is_not_removed(empty):
    address.write("http://127.0.0.1:1")
    settings().address_file.write_text(json.dumps({"token": "another app's"}), encoding="utf-8")
    address.remove()
    assert settings().address_file.exists()


@pytest.mark.parametrize(
    "change",
    [{"pid": 4194304}, {"url": "http://192.0.2.1:80"}, {"url": "http://127.0.0.1.example.org"}, {"database": "/annan"},
     {"pid": "x"}, {"url": 7}, {"token": None}],
)  # fmt: skip
def test_an_address_that_cannot_be_right_is_ignored(empty, change):
    address.write("http://127.0.0.1:1")
    file = settings().address_file
    file.write_text(json.dumps({**json.loads(file.read_text(encoding="utf-8")), **change}), encoding="utf-8")
    assert address.read() is None
    file.write_text("inte json", encoding="utf-8")
    assert address.read() is None


def test_an_app_that_was_killed_leaves_an_address_that_is_ignored(database, app, kpi):
    process = app(database)
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    assert settings().address_file.exists()
    assert kpi("check").code == 0


def test_a_program_that_got_the_port_of_a_dead_app_never_sees_the_token(database, kpi):
    heard = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        token = address.write(f"http://127.0.0.1:{server.getsockname()[1]}")

        def answer():
            caller, _ = server.accept()
            with caller:
                heard.append(caller.recv(65536))
                caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")

        thread = threading.Thread(target=answer)
        thread.start()
        assert kpi("deliveries").code == 0
        thread.join(10)
    address.remove()
    assert b"question=" in heard[0]
    assert token.encode() not in heard[0]


def test_an_app_that_dies_half_way_is_told_and_the_command_is_not_repeated(database, kpi, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        token = address.write(f"http://127.0.0.1:{server.getsockname()[1]}")

        def answer():
            caller, _ = server.accept()
            with caller:
                question = caller.recv(65536).split(b"question=")[1].split(b" ")[0].decode()
                proof = wire.proof(token, question).encode()
                caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 64\r\n\r\n" + proof)
                caller.recv(65536)
                caller.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
                caller.sendall(wire.progress_line("halvvägs", 0.5))

        thread = threading.Thread(target=answer)
        thread.start()
        told = kpi("remove-examples")
        thread.join(10)
    address.remove()
    assert (told.code, len(told.err.splitlines())) == (1, 1)
    assert "svarade inte färdigt" in told.err
    assert "exempel" in kpi("assess").out


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


def test_the_wire_carries_a_result_whatever_the_size_of_its_pieces():
    from kpi.commands import Result

    result = Result("ut\nåäö", "fel", {"a.csv": b"\n\x00" * 1000, "tom": b"", "b": b"slut"}, 1)
    sent = wire.progress_line("läser", 0.5) + b"\n" + b"".join(wire.answered(result))
    for size in (1, 2, 7, 1000, len(sent)):
        told = []
        pieces = (sent[at : at + size] for at in range(0, len(sent), size))
        assert wire.heard(pieces, lambda what, share, told=told: told.append((what, share))) == result
        assert told == [("läser", 0.5)]
    with pytest.raises(ValueError, match="too early"):
        wire.heard(iter([sent[:-1]]), _silent)


def test_a_command_comes_through_as_it_was():
    command = Command("upload", {"file": "å.csv", "dry_run": True, "id": 3}, "Åsa", b"a\nb\x00\xff" * 500_000)
    assert wire.unpacked(b"".join(wire.packed(command))) == command

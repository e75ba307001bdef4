"""Finding the app: the address file, its secret, and apps that died."""

import json
import os
import signal
import socket
import stat
import threading

import pytest

from kpi.remote import address, wire
from kpi.settings import settings


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

"""A database with what ships with the system, made once and copied for each test; and an app that holds one."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from kpi.cli import main
from kpi.commands import progress
from kpi.remote import address
from kpi.settings import settings

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    path = tmp_path_factory.mktemp("shipped") / "kpi.duckdb"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KPI_DATABASE", str(path))
        settings.cache_clear()
        assert main(["init"]) == 0
    settings.cache_clear()
    return path


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """Settings that name a database that does not exist yet."""
    path = tmp_path / "kpi.duckdb"
    monkeypatch.setenv("KPI_DATABASE", str(path))
    monkeypatch.setenv("KPI_NAME", "Test Testsson")
    settings.cache_clear()
    yield path
    settings.cache_clear()


@pytest.fixture
def database(shipped, empty):
    shutil.copy2(shipped, empty)
    return empty


@pytest.fixture
def kpi(capsys, monkeypatch):
    """Run a command line in this process; what it says of its progress has a test of its own."""
    monkeypatch.setattr(progress, "LINE_SECONDS", 3600)

    def run(*arguments):
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return run


@pytest.fixture
def kpi_process():
    """Run a command line in a process of its own."""

    def run(*arguments, **environment):
        done = subprocess.run(
            [sys.executable, "-m", "kpi", *map(str, arguments)], capture_output=True, text=True, timeout=120,
            encoding="utf-8", env={**os.environ, **environment}, check=False,
        )  # fmt: skip
        return Answer(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def app():
    """Start an app on a database; returns its process once it answers."""
    started = []

    def start(path):
        process = subprocess.Popen(
            [sys.executable, str(HERE / "small_app.py")], env={**os.environ, "KPI_DATABASE": str(path)},
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        started.append(process)
        assert process.stdout.readline().strip() == "ready"
        until = time.monotonic() + 30
        while address.read() is None and time.monotonic() < until:
            time.sleep(0.05)
        return process

    yield start
    for process in started:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        process.stdout.close()


@pytest.fixture
def outcomes(tmp_path):
    """A small file in the long layout."""
    file = tmp_path / "utfall ä.csv"
    rows = ["nyckeltal;enhet;period;kön;värde"]
    rows += [f"halsosamtal;0023;{year};{gender};{year - 1990},5" for year in (2023, 2024) for gender in "KMT"]
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file

"""What several folders share: an installed store, made once and copied, and apps that run on one.

The browser itself is in `browser/conftest.py`, for that folder alone: Playwright keeps an event loop in the thread
that started it, and other tests start loops of their own.
"""

import shutil

import hypothesis
import pytest

import running
from kolada_server import KoladaServer
from kpi.ingest.shipped import install
from kpi.settings import settings
from kpi.store import Store
from kpi.store.process import close_the_store

# How long one example takes says how busy the machine is, not whether the property holds.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """A database with everything that comes with the system. Copy it; never change it."""
    path = tmp_path_factory.mktemp("installed") / "kpi.duckdb"
    store = Store.open(path)
    install(store, settings().data)
    store.close()
    return path


@pytest.fixture
def own_settings(tmp_path, monkeypatch):
    """This process's settings name a database of the test's own, which does not exist yet."""
    path = tmp_path / "kpi.duckdb"
    monkeypatch.setenv("KPI_DATABASE", str(path))
    settings.cache_clear()
    yield path
    close_the_store()
    settings.cache_clear()


@pytest.fixture
def own_store(installed, own_settings):
    """This process's store is a copy of the installed one."""
    shutil.copy2(installed, own_settings)
    return own_settings


@pytest.fixture(scope="session")
def reading_app(installed, tmp_path_factory):
    """One app for all tests that change nothing in its store."""
    database = tmp_path_factory.mktemp("reading") / "kpi.duckdb"
    shutil.copy2(installed, database)
    app = running.start(database)
    yield app
    app.stop()


@pytest.fixture
def new_app(installed, tmp_path):
    """Start an app on a fresh copy, for tests that change its store. `empty`: a database without anything in it."""
    started = []

    def start(*, empty=False):
        database = tmp_path / f"app{len(started)}" / "kpi.duckdb"
        database.parent.mkdir()
        if not empty:
            shutil.copy2(installed, database)
        started.append(running.start(database))
        return started[-1]

    yield start
    for app in started:
        app.stop()


@pytest.fixture
def server(monkeypatch):
    """A Kolada of the test's own, which everything in this process and its children fetches from."""
    running = KoladaServer()
    monkeypatch.setenv("KPI_KOLADA", running.url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    settings.cache_clear()
    yield running
    running.close()
    settings.cache_clear()


def pytest_collection_modifyitems(items):
    """Fast ones first: what fails, fails soon. Then what takes seconds, last what drives a browser."""
    items.sort(key=lambda item: ("browser" in item.path.parts, item.get_closest_marker("slow") is not None))

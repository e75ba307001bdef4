"""One Chromium per file of tests. Where it is missing these tests fail: skipped, they would say nothing."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from reader import CHROMIUM, FLAGS, Reader, session

import running


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


# One file of tests and no longer: Playwright keeps an event loop in this thread, and other tests start their own.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def used_app(installed, tmp_path_factory):
    """One app for a file of tests that change its store."""
    database = tmp_path_factory.mktemp("used") / "kpi.duckdb"
    shutil.copy2(installed, database)
    app = running.start(database)
    yield app
    app.stop()


@pytest.fixture
def read(chromium, reading_app):
    """A reader of the app that nobody changes, in a context of its own."""
    sessions = []

    def begin(app=reading_app, **options):
        sessions.append(session(chromium, **options))
        return Reader(sessions[-1], app.url)

    yield begin
    for one in sessions:
        one.close()

"""The page Rapporteringsläge: a tertial from open to locked, and what comes after the lock as a correction."""

import pytest

from accepting import stored
from kpi.ingest.upload import check
from kpi.model import Actor
from kpi.store.process import the_store

pytestmark = pytest.mark.usefixtures("own_store")
ANNA = Actor("Anna", may_write=True)
ADDRESS = {"data": "verkliga", "period": "2025-T2", "uppfoljning": "delar_augusti"}
HEADER = "nyckeltal;enhet;period;kön;värde\n"


@pytest.fixture
def writing(monkeypatch):
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    monkeypatch.setattr("kpi.ui.upload.keep_name", lambda name: None)


def deliver(value, name="a.csv"):
    rows = f"halsosamtal;0023;2025T2;K;{value}\nhalsosamtal;0023;2025T2;M;20\n"
    return stored(the_store(), check(the_store(), (HEADER + rows).encode(), name), ANNA)


def field(found, key):
    [element] = [each for each in found if each.key and each.key.startswith(key)]
    return element


def press(app, label):
    [button] = [each for each in app.button if each.label == label]
    return button.click().run()


def lock(open_page, word="Lås"):
    app = open_page("rapportering", **ADDRESS).app
    field(app.text_input, "lock-").input("Delårsbokslutet är beslutat.")
    field(app.text_input, "name-lock").input("Anna").run()
    press(app, f"{word} perioden")
    assert not app.exception
    return app


def test_what_is_asked_for_and_what_has_come(open_page):
    page = open_page("rapportering", **ADDRESS)
    assert page.headings == ["Rapporteringsläge"]
    assert "Delårsbokslut augusti" in page.text
    assert "Underlaget ska vara inne senast 30 september 2025." in page.text
    deliver(25)
    after = open_page("rapportering", **ADDRESS).text
    assert "Kom för sent" in after
    assert "Kom för sent" not in page.text


def test_a_lock_makes_what_comes_later_a_correction(writing, open_page):
    deliver(25)
    lock(open_page)
    page = open_page("rapportering", **ADDRESS)
    assert "tertial 2 2025 är låst av Anna: Delårsbokslutet är beslutat." in page.text
    assert "Inget utfall har rättats sedan dess." in page.text
    late = check(the_store(), (HEADER + "halsosamtal;0023;2025T2;K;26\n").encode(), "b.csv")
    assert "unusual-locked" in {warning.key for warning in late.warnings}
    stored(the_store(), late, ANNA)
    page = open_page("rapportering", **ADDRESS)
    assert "Rättelser efter låsningen" in page.markup
    assert "Kvinnor tertial 2 2025 25 % 26 %" in page.text
    assert "Män tertial 2 2025" not in page.text


def test_an_opened_period_warns_no_more(writing, open_page):
    deliver(25)
    lock(open_page)
    lock(open_page, "Öppna")
    assert "Perioden är öppen." in open_page("rapportering", **ADDRESS).text
    late = check(the_store(), (HEADER + "halsosamtal;0023;2025T2;K;26\n").encode(), "b.csv")
    assert "unusual-locked" not in {warning.key for warning in late.warnings}


def test_without_a_reason_nothing_is_locked(writing, open_page):
    app = open_page("rapportering", **ADDRESS).app
    field(app.text_input, "name-lock").input("Anna").run()
    press(app, "Lås perioden")
    assert "Perioden är öppen." in open_page("rapportering", **ADDRESS).text


def test_who_may_not_write_sees_no_lock(open_page):
    assert not open_page("rapportering", **ADDRESS).app.button

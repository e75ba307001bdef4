"""The part of Ladda upp that fetches from Kolada, and the source that is named with what was fetched."""

import pytest
from pages_conftest import shown

from kolada_server import busy, value
from kpi.model import DataMode
from kpi.store.links import links
from kpi.store.observations import observations
from kpi.store.process import the_store


@pytest.fixture
def sick(own_store, server, monkeypatch):
    """Who opens the page sits at the machine, and waits for nothing."""
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    monkeypatch.setattr("kpi.ui.upload.keep_name", lambda name: None)
    monkeypatch.setattr("kpi.sources.polite.time.sleep", lambda seconds: None)
    title = "Sjukfrånvaro bland anställda i regionen (%)"
    server.other["kpi"] = [{"id": "N60030", "title": title, "is_divided_by_gender": True,
                            "description": "Källa: <b>RKA</b>"}, *server.other["kpi"]]  # fmt: skip
    for year in (2023, 2024):
        server.put("N60030", "0023", year, value(5.5, "K"), value(3.25, "M"), value(4.75))
    return server


def one(found, key):
    return next(element for element in found if element.key == key or getattr(element, "label", "") == key)


def search(app, text="anställda i regionen"):
    one(app.text_input, "kolada-title").input(text).run()
    one(app.button, "Sök").click().run()
    return app


def said(app):
    return shown(app).replace("\u00a0", " ")


def accept(app):
    """A word of why for everything unusual."""
    for field in [field for field in app.text_input if (field.key or "").startswith("why_")]:
        field.input("som det är publicerat")


def test_search_choose_fetch_see_and_store(open_page, sick):
    app = search(open_page("ladda-upp").app)
    assert one(app.selectbox, "kolada-id").value == "N60030"
    assert "Källa: &lt;b&gt;RKA&lt;/b&gt;" in said(app)
    one(app.selectbox, "kolada-ours-N60030").set_value("sjuktal").run()
    one(app.button, "Hämta").click().run()
    before = the_store().version()
    assert "Källa: Kolada (N60030)" in said(app)
    assert "3,25" in said(app)
    one(app.text_input, "name").input("Anna Analytiker").run()
    accept(app)
    one(app.button, "store_kolada").click().run()
    assert not app.exception
    assert the_store().version() != before
    assert [(tie.indicator, tie.source_id) for tie in links(the_store())] == [("sjuktal", "N60030")]
    assert "är sparad" in said(app)
    assert "Det här ändras" not in said(app)

    sick.put("N60030", "0023", 2024, value(6.25, "K"), value(3.25, "M"))
    one(app.button, "Hämta på nytt det nyckeltal som är knutet till Kolada").click().run()
    assert "6,25" in said(app)
    accept(app)
    one(app.button, "store_kolada").click().run()
    held = observations(the_store(), DataMode.REAL, indicators=["sjuktal"], units=["0023"])
    held = held[held["period_start"].dt.year == 2024]
    assert held[["gender", "value"]].to_numpy().tolist() == [["K", 6.25], ["M", 3.25]]

    page = open_page("nyckeltal", kod="sjuktal", enhet="0023", period="2024", data="verkliga")
    assert "Källa: Kolada" in page.text
    assert "Källa: Kolada" not in open_page("nyckeltal", kod="sjuktal", period="2024", data="exempel").text


def test_another_choice_hides_what_was_fetched_for_the_first(open_page, sick):
    app = search(open_page("ladda-upp").app)
    one(app.selectbox, "kolada-ours-N60030").set_value("sjuktal").run()
    one(app.button, "Hämta").click().run()
    assert "Källa: Kolada (N60030)" in said(app)
    one(app.slider, "kolada-years").set_value((2024, 2024)).run()
    assert "Källa: Kolada (N60030)" not in said(app)


def test_a_new_nyckeltal_is_asked_for_what_kolada_does_not_say(open_page, sick):
    app = search(open_page("ladda-upp").app)
    assert one(app.selectbox, "kolada-ours-N60030").value == "sjuktal", "which has the id among its names"
    one(app.selectbox, "kolada-ours-N60030").set_value("").run()
    assert not [button for button in app.button if button.label == "Hämta"]
    one(app.text_input, "kolada-code").input("Från varo").run()
    one(app.radio, "kolada-direction").set_value("lower").run()
    one(app.button, "Hämta").click().run()
    assert 'role="alert"' in said(app), "no code"
    one(app.text_input, "kolada-code").input("franvaro").run()
    one(app.button, "Hämta").click().run()
    assert 'role="alert"' not in said(app)
    assert "6 nya värden" in said(app)


@pytest.mark.parametrize("fault", [busy(503), busy(429, "4000")])
def test_when_kolada_fails_a_sentence_says_so_and_the_page_stands(open_page, sick, fault):
    app = search(open_page("ladda-upp").app)
    one(app.selectbox, "kolada-ours-N60030").set_value("sjuktal").run()
    before = the_store().version()
    sick.faults = [None, *[fault] * 6]
    one(app.button, "Hämta").click().run()
    assert not app.exception
    assert "Inget är sparat." in said(app)
    assert "Det här ändras" not in said(app)
    assert the_store().version() == before
    asked = len(sick.asked)
    sick.faults = []
    one(app.button, "Hämta").click().run()
    assert "6 nya värden" in said(app)
    assert not any("/kpi/N60030?" in path for path in sick.asked[asked:] if "/data/" not in path), "that page was kept"


def test_without_a_network(open_page, sick):
    sick.close()
    app = search(open_page("ladda-upp").app)
    assert "Kolada går inte att nå" in said(app)
    assert not app.exception


def test_who_may_not_write_is_not_offered_it(open_page, own_store, server, monkeypatch):
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: False)
    page = open_page("ladda-upp")
    assert "Hämta från Kolada" not in page.text
    assert server.asked == []

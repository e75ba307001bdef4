"""The page Uppdrag: all of them, one with its history, and a report written on the page."""

import pytest
from pages_conftest import shown

from kpi.store import plans
from kpi.store.process import the_store

REAL = {"data": "verkliga", "period": "2025"}


pytestmark = pytest.mark.usefixtures("own_store")


@pytest.fixture
def writing(monkeypatch):
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    monkeypatch.setattr("kpi.ui.upload.keep_name", lambda name: None)


def field(found, key):
    [element] = [each for each in found if each.key and each.key.startswith(key)]
    return element


def test_all_are_listed_with_what_was_reported(open_page):
    app = open_page("uppdrag", data="exempel", period="2025")
    text = app.markup
    assert "Planen har 28 uppdrag" in text
    assert text.count("<tr") >= 28
    assert "Upphandlingen av reservkraft" in text
    assert text.index("Ökad robusthet") < text.index("Säker vård där vårdskador")  # försenat före ej redovisat


def test_one_is_shown_with_its_history(open_page):
    text = open_page("uppdrag", data="exempel", period="2025", uppdrag="klimat").markup
    assert text.index("Laddstolpar är beställda") < text.index("Kartläggningen av tjänsteresor är klar")
    assert "Uppdraget har inte redovisats" in open_page("uppdrag", **REAL, uppdrag="klimat").text


def test_a_report_is_written_on_the_page(writing, open_page):
    app = open_page("uppdrag", **REAL, uppdrag="klimat").app
    field(app.radio, "status-").set_value("ongoing")
    field(app.text_area, "text-").input("<b>Hälften</b> av bilarna är bytta.")
    field(app.text_input, "name-assignment").input("Anna").run()
    [save] = [button for button in app.button if button.label.startswith("Spara redovisningen")]
    save.click().run()
    stored = plans.stated(the_store(), "assignment_report", example=False)
    assert stored[["assignment", "status", "author", "period_kind"]].to_numpy().tolist() == [
        ["klimat", "ongoing", "Anna", "year"]
    ]
    text = shown(app)
    assert "&lt;b&gt;Hälften&lt;/b&gt; av bilarna är bytta." in text
    assert "Planen har 28 uppdrag: ett pågår och 27 är inte redovisade." in text


def test_without_a_text_nothing_is_stored(writing, open_page):
    app = open_page("uppdrag", **REAL, uppdrag="klimat").app
    field(app.text_input, "name-assignment").input("Anna").run()
    [save] = [button for button in app.button if button.label.startswith("Spara redovisningen")]
    save.click().run()
    assert "Redovisningen saknas" in shown(app)
    assert plans.stated(the_store(), "assignment_report", example=False).empty


def test_who_may_not_write_gets_no_form(open_page):
    assert not open_page("uppdrag", **REAL, uppdrag="klimat").app.button


def test_the_area_has_its_own(open_page):
    text = open_page("malomrade-kultur", **REAL).text
    assert "Fortsatt arbete med kultur och hälsa" in text
    assert "Säker tandvård" not in text

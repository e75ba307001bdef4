"""Ladda upp with a file of any layout: the questions, their answers, and the same layout the next time."""

import pytest
from pages_conftest import shown

from kpi.model import DataMode
from kpi.store.observations import observations
from kpi.store.process import the_store

WIDE = "Region;Kön;2023;2024\nRiket;Kvinnor;5,5;6,5\nRiket;Män;3,25;4,25\n"
NEXT = "Region;Kön;2024;2025\nRiket;Kvinnor;6,5;7,5\nRiket;Män;4,25;5,75\n"
UNSURE = "Nyckeltal;Region;År;Kön;Rang;Värde\nsjuktal;Riket;2024;K;1;5,5\nsjuktal;Riket;2024;M;2;4,5\n"


@pytest.fixture
def page(own_store, monkeypatch, open_page):
    """Ladda upp, opened by somebody who sits at the machine."""
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    monkeypatch.setattr("kpi.ui.upload.keep_name", lambda name: None)
    return open_page("ladda-upp").app


def choose(app, text, name="sjukfrånvaro.csv"):
    app.file_uploader[0].upload(name, text.encode(), "text/csv").run()
    assert not app.exception
    return app


def said(app):
    return shown(app).replace("\u00a0", " ")


def one(found, label):
    return next(element for element in found if label in (element.label, element.key))


def press(app, label):
    one(app.button, label).click().run()
    assert not app.exception
    return app


def held():
    rows = observations(the_store(), DataMode.REAL, indicators=["sjuktal"], units=["0000"])
    rows = rows[rows["delivery_id"] == rows["delivery_id"].max()] if "delivery_id" in rows else rows
    return {(row.gender, row.period_start.year, row.value) for row in rows.itertuples()}


def store_as_anna(app):
    one(app.text_input, "name").input("Anna Analytiker").run()
    for field in [each for each in app.text_input if each.key and each.key.startswith("why_")]:
        field.input("stämmer med källan").run()
    one(app.button, "store_file").click().run()
    assert not app.exception


def test_answers_lead_to_the_preview_and_the_next_file_goes_straight_in(page):
    app = choose(page, WIDE)
    assert "Frågor om filen" in said(app)
    assert "3,25" in said(app)
    before = the_store().version()

    # Nothing is chosen beforehand, and nothing is read before it is.
    app = press(app, "Läs filen så")
    assert "Några frågor är inte besvarade" in said(app)
    assert "Det här ändras" not in said(app)

    one(app.selectbox, "Vilket nyckeltal gäller filen?").set_value("sjuktal")
    app = press(app, "Läs filen så")
    assert "Frågor om filen" not in said(app)
    assert "4 nya värden" in said(app)
    assert the_store().version() == before
    store_as_anna(app)
    assert {("K", 2023, 5.5), ("M", 2024, 4.25)} <= held()

    app = choose(app, NEXT)
    assert "Frågor om filen" not in said(app)
    assert "2 nya värden" in said(app)


def test_a_column_in_doubt_is_asked_about_and_a_wrong_answer_is_told(page):
    app = choose(page, UNSURE)
    column = one(app.selectbox, "role_rang")
    assert column.label == "Kolumnen ”rang” är"
    column.set_value("value")
    app = press(app, "Läs filen så")
    assert "Kolumnerna" in said(app)
    assert "säger samma sak" in said(app)
    one(app.selectbox, "role_rang").set_value("ignored")
    app = press(app, "Läs filen så")
    assert "2 nya värden" in said(app)


def test_a_file_can_be_read_in_another_way(page):
    app = choose(page, UNSURE)
    app = press(app, "Läs filen så")
    assert "2 nya värden" in said(app)
    app = press(app, "Läs den på ett annat sätt")
    assert "Frågor om filen" in said(app)
    one(app.selectbox, "role_rang").set_value("denominator")
    app = press(app, "Läs filen så")
    assert "Frågor om filen" not in said(app)


def test_a_file_that_is_read_wrongly_can_be_read_in_another_way(page):
    app = choose(page, UNSURE.replace("4,5", "fyra"))
    if "Frågor om filen" in said(app):
        app = press(app, "Läs filen så")
    assert "fyra" in said(app)
    app = press(app, "Läs den på ett annat sätt")
    assert "Frågor om filen" in said(app)

"""Texts on a nyckeltal's page: drafts, measures followed to their effect, and the sustainability aspects."""

import pytest
from pages_conftest import shown

from accepting import stored
from kpi.ingest.forms.reading import read_form
from kpi.ingest.forms.storing import commit_form
from kpi.ingest.upload import check
from kpi.model import Actor
from kpi.store import texts
from kpi.store.deliveries import deliveries, withdraw
from kpi.store.process import the_store

ANNA, BO = Actor("Anna", may_write=True), Actor("Bo", may_write=True)
ADDRESS = {"kod": "halsosamtal", "enhet": "0023", "data": "verkliga", "period": "2025"}
VALUES = "nyckeltal;enhet;period;kön;värde;täljare;nämnare\n" + "".join(
    f"halsosamtal;0023;{year};{gender};{value};;\n"
    for year, gender, value in ((2023, "K", "20,5"), (2023, "M", "18"), (2024, "K", "26,5"), (2024, "M", "19,5"))
)
HEADINGS = ("nyckeltal;enhet;period;slag;beteckning;text;skriven av;funktion;skriven den;ansvarig;klart senast;"
            "förväntad effekt;läge\n")  # fmt: skip
MEASURE = ("halsosamtal;0023;2023;åtgärd;sms;Påminn <b>alla</b>.;Bo;Controller;2024-01-15;Cia;2024-06-30;"
           "Fler kommer;klarmarkerad\n")  # fmt: skip
DRAFT = "halsosamtal;0023;2024;förklaring;varfor;Kön är längre.;Bo;Controller;2025-01-15;;;;utkast\n"


@pytest.fixture
def local(own_store, monkeypatch):
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    monkeypatch.setattr("kpi.ui.upload.keep_name", lambda name: None)
    stored(the_store(), check(the_store(), VALUES.encode(), "utfall.csv"), ANNA)


def deliver(rows, actor=ANNA):
    commit_form(the_store(), read_form(the_store(), (HEADINGS + rows).encode(), "texter.csv"), actor)


def one(found, label):
    """The field or button with that key, or whose words begin so."""
    [element] = [each for each in found if each.key == label or each.label.startswith(label)]
    return element


def said(app):
    return shown(app).replace("\u00a0", " ")


@pytest.mark.usefixtures("local")
def test_a_draft_is_labelled_and_only_for_those_who_may_write(open_page, monkeypatch):
    deliver(DRAFT)
    page = open_page("nyckeltal", **ADDRESS)
    assert "Utkast Kön är längre." in page.text
    assert "Ingen har skrivit någon förklaring ännu." not in page.text
    area = {"path": "malomrade-stodverksamhet", "data": "verkliga", "period": "2025"}
    assert "Kön är längre." not in open_page(**area).text
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: False)
    reader = open_page("nyckeltal", **ADDRESS)
    assert "Kön är längre." not in reader.text
    assert "Ingen har skrivit någon förklaring ännu." in reader.text
    deliver(DRAFT.replace("utkast", "klarmarkerad"))
    assert "Förklaring Kön är längre." in open_page(**area).text


@pytest.mark.usefixtures("local")
def test_a_draft_of_a_measure_says_who_and_what_and_is_not_followed_up(open_page):
    deliver(MEASURE.replace("klarmarkerad", "utkast"))
    page = open_page("nyckeltal", **ADDRESS)
    assert "Utkast Påminn <b>alla</b>. Bo, Controller, " in page.text
    assert "Förväntad effekt: Fler kommer" in page.text
    assert "Försenad" not in page.text
    assert not [each for each in page.app.expander if each.label == "Följ upp en åtgärd"]


@pytest.mark.usefixtures("local")
def test_a_draft_does_not_count_as_come_in(open_page):
    address = {"data": "verkliga", "period": "2024", "uppfoljning": "delar_augusti"}
    rows = DRAFT.replace(";2024;", ";2025T2;")
    deliver(rows)
    drafted = open_page("rapportering", **address).text
    assert "har kommit in" in drafted
    deliver(rows.replace("utkast", "klarmarkerad"))
    final = open_page("rapportering", **address).text
    assert drafted.count("Kom för sent") == 0
    assert final.count("Kom för sent") == 1


@pytest.mark.usefixtures("local")
def test_another_makes_a_draft_final_and_its_author_stays(open_page):
    app = open_page("nyckeltal", **ADDRESS).app
    one(app.text_area, "Förklaring till utfallet 2025").input("Köerna växte.")
    one(app.text_input, "name-explanation").input("Bo")
    one(app.button, "Spara förklaringen som utkast").click().run()
    assert texts.comments(the_store(), example=False).empty
    [draft] = texts.drafts(the_store(), example=False).to_dict("records")
    assert (draft["text"], draft["author"], draft["marked_by"]) == ("Köerna växte.", "Bo", "")

    choice = next(each for each in app.selectbox if each.label.startswith("Ny text"))
    choice.select_index(1).run()
    assert one(app.text_area, "Förklaring till utfallet 2025").value == "Köerna växte."
    one(app.text_input, "name-explanation").input("Anna")
    one(app.button, "Klarmarkera förklaringen").click().run()
    assert not app.exception
    [final] = texts.comments(the_store(), example=False).to_dict("records")
    assert (final["text"], final["author"], final["marked_by"]) == ("Köerna växte.", "Bo", "Anna")
    assert texts.drafts(the_store(), example=False).empty
    assert "Klarmarkerad av Anna, " in said(app)


@pytest.mark.usefixtures("local")
def test_a_new_wording_takes_the_place_of_the_old_and_is_undone_with_its_delivery(open_page):
    deliver(MEASURE)
    app = open_page("nyckeltal", **ADDRESS).app
    choice = next(each for each in app.selectbox if each.label.startswith("Ny text"))
    choice.select_index(1).run()
    assert one(app.text_input, "Ansvarig").value == "Cia"
    assert one(app.text_input, "Klart senast").value == "2024-06-30"
    assert one(app.text_area, "Förväntad effekt").value == "Fler kommer"
    one(app.text_area, "Åtgärd med anledning av utfallet 2023").input("Påminn två gånger.")
    one(app.text_input, "name-action").input("Anna")
    one(app.button, "Klarmarkera åtgärden").click().run()
    assert not app.exception
    [now] = texts.comments(the_store(), example=False).to_dict("records")
    assert (now["code"], now["text"], now["author"], now["responsible"]) == ("sms", "Påminn två gånger.", "Anna", "Cia")
    withdraw(the_store(), deliveries(the_store())[0].id, ANNA, "")
    assert texts.comments(the_store(), example=False)["text"].tolist() == ["Påminn <b>alla</b>."]


@pytest.mark.usefixtures("local")
def test_a_measure_is_followed_to_its_effect(open_page):
    deliver(MEASURE)
    page = open_page("nyckeltal", **ADDRESS)
    for words in ("Åtgärd sms", "Ej uppföljd · Försenad Påminn <b>alla</b>.", "Ansvarig: Cia",
                  "Klart senast 30 juni 2024", "Förväntad effekt: Fler kommer",
                  "Före åtgärden, 2023 20,5 % 18,0 %", "Senast, 2024 26,5 % 19,5 %"):  # fmt: skip
        assert words in page.text
    assert "<b>alla" not in page.markup

    app = page.app
    one(app.radio, "Hur långt").set_value("done")
    one(app.text_area, "Vad som har gjorts").input("Alla får sms.")
    one(app.text_area, "Observerad effekt").input("Färre uteblir.")
    one(app.text_input, "name-action-follow-up").input("Dan")
    one(app.button, "Spara uppföljningen av åtgärden").click().run()
    assert not app.exception
    after = open_page("nyckeltal", **ADDRESS).text
    assert "Genomförd. Alla får sms. Observerad effekt: Färre uteblir. Uppföljd av Dan, " in after
    assert "Försenad" not in after


@pytest.mark.usefixtures("local")
def test_without_an_outcome_after_it_that_is_said(open_page):
    deliver(MEASURE.replace(";2023;", ";2024;"))
    page = open_page("nyckeltal", **ADDRESS).text
    assert "Inget utfall efter åtgärden än." in page
    assert "Före åtgärden, 2024 26,5 % 19,5 %" in page
    assert "Senast," not in page


@pytest.mark.usefixtures("local")
def test_lateness_is_counted_from_the_day_that_is_shown(open_page):
    deliver(MEASURE.replace("2024-06-30", "2999-12-31"))
    assert "Försenad" not in open_page("nyckeltal", **ADDRESS).text


@pytest.mark.parametrize(
    ("status", "text", "complaint"),
    [(None, "Alla får sms.", "Det står inte hur långt åtgärden har kommit."),
     ("ongoing", " ", "Det står inte vad som har gjorts.")],
)  # fmt: skip
@pytest.mark.usefixtures("local")
def test_a_follow_up_that_is_not_whole_is_not_stored(open_page, status, text, complaint):
    deliver(MEASURE)
    before = the_store().version()
    app = open_page("nyckeltal", **ADDRESS).app
    one(app.radio, "Hur långt").set_value(status)
    one(app.text_area, "Vad som har gjorts").input(text)
    one(app.text_input, "name-action-follow-up").input("Dan")
    one(app.button, "Spara uppföljningen av åtgärden").click().run()
    assert complaint in said(app)
    assert the_store().version() == before


@pytest.mark.usefixtures("local")
def test_an_aspect_is_written_and_the_others_are_said_to_lack(open_page):
    app = open_page("nyckeltal", **ADDRESS).app
    assert "Ingen har skrivit om ekonomisk hållbarhet, social hållbarhet och miljömässig hållbarhet" in said(app)
    one(app.radio, "Vilken aspekt").set_value("social")
    one(app.text_area, "Vad utfallet").input("Fler unga män kommer.")
    one(app.text_input, "name-aspect").input("Anna")
    one(app.button, "Klarmarkera texten").click().run()
    assert not app.exception
    page = open_page("nyckeltal", **ADDRESS).text
    assert "Social hållbarhet Fler unga män kommer. Anna, " in page
    assert "Ingen har skrivit om ekonomisk hållbarhet och miljömässig hållbarhet ännu." in page


@pytest.mark.parametrize("word", ["explanation", "action", "aspect"])
@pytest.mark.usefixtures("local")
def test_a_text_without_words_is_not_stored_even_as_a_draft(open_page, word):
    labels = {"explanation": "Spara förklaringen som", "action": "Spara åtgärden som", "aspect": "Spara texten som"}
    before = the_store().version()
    app = open_page("nyckeltal", **ADDRESS).app
    one(app.text_input, f"name-{word}").input("Anna")
    one(app.button, labels[word]).click().run()
    assert 'role="alert"' in said(app)
    assert the_store().version() == before


@pytest.mark.usefixtures("own_store")
def test_the_page_of_a_goal_area_says_what_each_text_is_and_how_a_measure_stands(open_page):
    text = open_page("malomrade-stodverksamhet", data="exempel", period="2025").text
    assert "Social hållbarhet" in text
    assert "Åtgärd · Pågår" in text

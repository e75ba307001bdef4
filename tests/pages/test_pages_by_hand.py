"""Values and texts written on a nyckeltal's page: seen before they are stored, and deliveries like any other."""

import pandas as pd
import pytest
import streamlit as st
from pages_conftest import shown

from accepting import stored
from kpi.ingest.upload import check
from kpi.model import Actor, DataMode
from kpi.store.deliveries import deliveries, withdraw
from kpi.store.kept_files import kept
from kpi.store.observations import observations
from kpi.store.process import the_store

ANNA = Actor("Anna", may_write=True)
HEADER = "nyckeltal;enhet;period;kön;värde;täljare;nämnare\n"
ROWS = "halsosamtal;0023;2024;T;27,125;;\nhalsosamtal;0023;2025;K;22,5;;\nhalsosamtal;0023;2025;M;35,4;;\n"
ADDRESS = {"kod": "halsosamtal", "enhet": "0023", "data": "verkliga", "period": "2025"}


@pytest.fixture
def writing(own_store, monkeypatch):
    """Who opens the page sits at the machine, before real outcomes."""
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    monkeypatch.setattr("kpi.ui.upload.keep_name", lambda name: None)
    stored(the_store(), check(the_store(), (HEADER + ROWS).encode(), "utfall.csv"), ANNA)


@pytest.fixture
def editor(writing, monkeypatch):
    """The table as the page has it, with what `edit` makes of it: AppTest has no fingers for its cells.

    As in the real one, what has been edited is told in the session, and forgotten under another key.
    """
    hands = {"edit": None, "seen": None, "key": None}

    def data_editor(frame, *, key, **named):
        if not key.startswith("by_hand_"):  # the page's other table
            return frame
        hands["seen"] = frame[named["column_order"]]
        if hands["edit"] is None or key != (hands["key"] or key):
            return frame
        hands["key"] = key
        st.session_state[key] = {"edited_rows": {0: {}}}
        return hands["edit"](frame.copy())

    monkeypatch.setattr("kpi.ui.value_editor.st.data_editor", data_editor)
    return hands


def one(found, label):
    """The field or button with that key, or whose words begin so."""
    [element] = [each for each in found if each.key == label or each.label.startswith(label)]
    return element


def said(app):
    return shown(app).replace("\u00a0", " ")


def named(app):
    one(app.text_input, "name-by-hand").input("Anna").run()
    return one(app.button, "Spara leveransen")


def held():
    rows = observations(the_store(), DataMode.REAL, indicators=["halsosamtal"])
    return {(row.period_start.year, row.gender): row.value for row in rows.itertuples()}


def test_the_table_says_every_digit_and_nothing_is_offered_before_a_change(open_page, editor):
    app = open_page("nyckeltal", **ADDRESS).app
    assert editor["seen"].iloc[:, :3].to_numpy().tolist() == [
        ["2025", "K", "22,5"], ["2025", "M", "35,4"], ["2024", "T", "27,125"],
    ]  # fmt: skip
    assert "nedre" not in editor["seen"]
    assert not [button for button in app.button if button.label == "Spara leveransen"]


def test_a_value_changed_one_added_and_one_removed(open_page, editor):
    def edit(frame):
        frame.loc[0, "värde"] = "31,25"
        frame.loc[9] = ["2023", "T", "25", *[None] * 6]
        return frame.drop(index=1)

    editor["edit"] = edit
    app = open_page("nyckeltal", **ADDRESS).app
    assert held() == {(2024, "T"): 27.125, (2025, "K"): 22.5, (2025, "M"): 35.4}
    assert "Ett nytt värde" in said(app)
    assert "Ett ändrat värde" in said(app)
    assert "31,25" in said(app)
    button = named(app)
    for field in app.text_input:
        if field.label.startswith("Varför"):
            field.input("Rättat mot källan.")
    button.click().run()
    assert not app.exception
    assert held() == {(2023, "T"): 25.0, (2024, "T"): 27.125, (2025, "K"): 31.25}
    newest = deliveries(the_store())[0]
    assert (newest.file_name, newest.actor) == ("inskrivet-halsosamtal.csv", "Anna")
    assert b"halsosamtal;0023;2025;M;;;;;;borttaget;" in kept(the_store(), newest.file_sha256)
    assert f"Det inskrivna är sparat som leverans {newest.id}." in said(app)
    withdraw(the_store(), newest.id, ANNA, "")
    assert held() == {(2024, "T"): 27.125, (2025, "K"): 22.5, (2025, "M"): 35.4}


def test_what_others_store_meanwhile_is_shown_and_what_was_written_stays(open_page, editor):
    editor["edit"] = lambda frame: frame.assign(värde=["31,25", *frame["värde"][1:]])
    app = open_page("nyckeltal", **ADDRESS).app
    button = named(app)
    meanwhile = HEADER + "halsosamtal;0023;2025;K;24;;\nhalsosamtal;0023;2025;M;30;;\n"
    stored(the_store(), check(the_store(), meanwhile.encode(), "samtidigt.csv"), ANNA)
    button.click().run()
    assert "Någon annan har ändrat uppgifterna" in said(app)
    assert held() == {(2024, "T"): 27.125, (2025, "K"): 24.0, (2025, "M"): 30.0}
    for field in app.text_input:
        if field.label.startswith("Varför"):
            field.input("Rättat mot källan.")
    one(app.button, "Spara leveransen").click().run()
    assert held() == {(2024, "T"): 27.125, (2025, "K"): 31.25, (2025, "M"): 30.0}
    assert editor["seen"]["värde"].tolist() == ["31,25", "30", "27,125"]
    assert not [each for each in app.button if each.label == "Spara leveransen"]


def test_what_is_no_number_is_said_and_cannot_be_stored(open_page, editor):
    editor["edit"] = lambda frame: frame.assign(värde=["tolv", *frame["värde"][1:]])
    app = open_page("nyckeltal", **ADDRESS).app
    assert "Det är inget tal." in said(app)
    assert not [button for button in app.button if button.label == "Spara leveransen"]


def test_a_protected_value_is_not_in_the_table(open_page, editor):
    few = HEADER + "halsosamtal;0023;2025;T;0,75;3;400\n"
    stored(the_store(), check(the_store(), few.encode(), "få.csv"), ANNA)
    open_page("nyckeltal", **ADDRESS)
    [row] = editor["seen"].query("period == '2025' and kön == 'T'").to_dict("records")
    assert (row["värde"], row["täljare"], row["nämnare"], row["status"]) == ("", "", "", "skyddat")

    def comment(frame):
        return frame.assign(kommentar=["Kolla." if status else "" for status in frame["status"]])

    editor["edit"] = comment
    page = open_page("nyckeltal", **ADDRESS)
    assert any("är skyddad" in error for error in page.errors)


def test_a_nyckeltal_without_outcomes_gets_its_first(open_page, editor):
    editor["edit"] = lambda frame: pd.DataFrame([["2025", "T", "1,234", *[None] * 6]], columns=frame.columns)
    app = open_page("nyckeltal", **{**ADDRESS, "kod": "sjuktal"}).app
    assert "Ett nytt värde" in said(app)
    assert "1,234" in said(app)


@pytest.mark.usefixtures("writing")
def test_the_real_table_is_drawn_with_and_without_values(open_page):
    for code in ("halsosamtal", "sjuktal"):
        page = open_page("nyckeltal", **{**ADDRESS, "kod": code})
        assert page.errors == []
        assert page.app.dataframe


@pytest.mark.parametrize(("local", "data"), [(False, "verkliga"), (True, "exempel")])
@pytest.mark.usefixtures("editor")
def test_readers_and_examples_have_no_table(open_page, monkeypatch, local, data):
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: local)
    page = open_page("nyckeltal", **{**ADDRESS, "data": data})
    assert not [expander for expander in page.app.expander if "rätta värden" in expander.label]


@pytest.mark.parametrize(
    ("label", "button", "due", "shown_as"),
    [("Förklaring till utfallet 2025", "Klarmarkera förklaringen", "", "Köerna växte <b>fort</b>."),
     ("Åtgärd med anledning", "Klarmarkera åtgärden", "2099-12-31", "Klart senast 31 december 2099")],
)  # fmt: skip
@pytest.mark.usefixtures("writing")
def test_a_text_is_stored_for_the_chosen_period_and_can_be_withdrawn(open_page, label, button, due, shown_as):
    app = open_page("nyckeltal", **ADDRESS).app
    kind = "explanation" if "rklaringen" in button else "action"
    one(app.text_area, label).input("Köerna växte <b>fort</b>.")
    if due:
        one(app.text_input, "Klart senast").input(due)
    one(app.text_input, f"name-{kind}").input("Anna")
    one(app.button, button).click().run()
    assert not app.exception
    assert one(app.text_area, label).value == ""
    page = open_page("nyckeltal", **ADDRESS)
    assert shown_as in page.text
    assert "Anna, " in page.text
    assert "<b>fort" not in page.markup
    newest = deliveries(the_store())[0]
    assert newest.rows == 1
    withdraw(the_store(), newest.id, ANNA, "")
    assert shown_as not in open_page("nyckeltal", **ADDRESS).text


@pytest.mark.parametrize(
    ("text", "due", "name", "complaint"),
    [(" ", "", "Anna", "Åtgärden har ingen text."), ("Anställ.", "2099", "Anna", "Klart senast är ingen dag."),
     ("Anställ.", "2001-01-31", "Anna", "ligger före dagen då den skrevs"), ("Anställ.", "", " ", "namn")],
)  # fmt: skip
@pytest.mark.usefixtures("writing")
def test_a_text_that_is_not_whole_is_not_stored(open_page, text, due, name, complaint):
    before = the_store().version()
    app = open_page("nyckeltal", **ADDRESS).app
    one(app.text_area, "Åtgärd med anledning").input(text)
    one(app.text_input, "Klart senast").input(due)
    one(app.text_input, "name-action").input(name)
    one(app.button, "Klarmarkera åtgärden").click().run()
    assert complaint in said(app)
    assert the_store().version() == before

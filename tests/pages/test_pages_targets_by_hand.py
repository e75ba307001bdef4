"""Targets edited on a nyckeltal's page: seen before they are stored, and a delivery like any other."""

import html
import re
from datetime import date, timedelta

import pandas as pd
import pytest
import streamlit as st
from pages_conftest import PAGES, shown

from accepting import stored
from kpi.ingest.forms.locks import one_lock
from kpi.ingest.forms.storing import commit_form
from kpi.ingest.target_table import HEADERS
from kpi.ingest.targets_by_hand import check_targets, commit_targets, editable
from kpi.ingest.upload import check
from kpi.model import Actor, Period
from kpi.moments import in_sweden
from kpi.store import utc_now
from kpi.store.deliveries import deliveries, withdraw
from kpi.store.kept_files import kept
from kpi.store.plans import targets
from kpi.store.process import the_store

ANNA = Actor("Anna", may_write=True)
ROWS = "nyckeltal;enhet;period;kön;värde\nhalsosamtal;0023;2025;K;33,5\nhalsosamtal;0023;2025;M;27\n"
ADDRESS = {"kod": "halsosamtal", "enhet": "0023", "data": "verkliga", "period": "2025"}
PLAN, REGION = "rs-2025", "Region Jämtland Härjedalen"
TODAY = in_sweden(utc_now()).date().isoformat()


@pytest.fixture
def writing(own_store, monkeypatch):
    """Who opens the page sits at the machine, before a value that meets the target and one that does not."""
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    monkeypatch.setattr("kpi.ui.upload.keep_name", lambda name: None)
    stored(the_store(), check(the_store(), ROWS.encode(), "utfall.csv"), ANNA)


@pytest.fixture
def editor(writing, monkeypatch):
    """The table as the page has it, with what `edit` makes of it: AppTest has no fingers for its cells.

    As in the real one, what has been edited belongs to its key, and is told in the session.
    """
    hands = {"edit": None, "seen": None, "key": None}

    def data_editor(frame, *, key, **named):
        if not key.startswith("targets_"):  # the page's other table
            return frame
        hands["seen"] = frame[named["column_order"]]
        if hands["edit"] is None or key != (hands["key"] or key):
            return frame
        hands["key"] = key
        st.session_state[key] = {"edited_rows": {0: {}}}
        return hands["edit"](frame.copy())

    monkeypatch.setattr("kpi.ui.target_editor.st.data_editor", data_editor)
    return hands


def one(found, key):
    [element] = [each for each in found if each.key == key]
    return element


def said(app):
    return shown(app).replace("\u00a0", " ")


def effect(app):
    """The rows of what becomes of the statuses: unit, gender, before and after."""
    markup = said(app).split('kpi-hidden">Så ändras måluppfyllelsen, 2025')[1].split("</table>")[0]
    cells = [html.unescape(re.sub("<[^>]*>", "", cell)).strip() for cell in re.findall("<t[hd] .*?</t[hd]>", markup)]
    return [tuple(cells[at : at + 4]) for at in range(4, len(cells), 4)]


def held(indicator="halsosamtal"):
    now = targets(the_store())
    rows = now[now["indicator"].eq(indicator)]
    return [tuple(row) for row in rows[["code", "value", "last_year"]].itertuples(index=False)]


def save(app, reason="Fullmäktige har beslutat om det."):
    one(app.text_input, "name-targets").input("Anna").run()
    one(app.text_input, "targets_reason").input(reason)
    one(app.button, "targets_save").click().run()
    assert not app.exception


def offered(app):
    return [button for button in app.button if button.key == "targets_save"]


def raised(frame, to="34"):
    return frame.assign(värde=to)


BEFORE = [("halsosamtal_2025", 30.0, 2025.0)]


def test_the_table_says_what_the_plan_says_and_nothing_is_offered_before_a_change(open_page, editor):
    app = open_page("nyckeltal", **ADDRESS).app
    [row] = editor["seen"].to_dict("records")
    assert {name: text for name, text in row.items() if text} == {
        "villkor": "minst", "värde": "30", "från år": "2025", "till år": "2025", "enhet": "0023", "periodslag": "år",
        "slag": "målvärde", "beslutad av": "Regionstyrelsen", "i texten": "30 %",
        "källa": "Ändamålsenlig kompetens, Kortsiktiga nyckeltal",
    }  # fmt: skip
    assert not offered(app)


def test_a_target_changed_is_seen_with_its_effect_stored_and_withdrawn(open_page, editor):
    editor["edit"] = raised
    app = open_page("nyckeltal", **ADDRESS).app
    text = said(app)
    assert "Så ändras målvärdena" in text
    assert "minst 30, 2025" in text
    assert effect(app) == [
        (REGION, "Kvinnor", "33,5 % (2025, Uppnått)", "33,5 % (2025, Nära)"),
        (REGION, "Män", "27,0 % (2025, Nära)", "27,0 % (2025, Ej uppnått)"),
    ]
    assert "”30 %”" in text
    assert held() == BEFORE
    save(app)
    assert held() == [("halsosamtal_2025", 34.0, 2025.0)]
    newest = deliveries(the_store())[0]
    assert (newest.file_name, newest.actor, newest.rows) == ("malvarden-halsosamtal.csv", "Anna", 1)
    assert newest.reason == "Fullmäktige har beslutat om det."
    assert b";minst;34;" in kept(the_store(), newest.file_sha256)
    assert f"Målvärdena är sparade som leverans {newest.id}." in said(app)
    assert not offered(app)
    assert "målvärden i plan rs-2025" in open_page("leveranser").text
    withdraw(the_store(), newest.id, ANNA, "")
    assert held() == BEFORE
    assert "minst 30 %" in open_page("nyckeltal", **ADDRESS).text


def test_one_added_and_one_removed(open_page, editor):
    new = {"villkor": "minst", "värde": "32,5", "från år": "2026", "enhet": "0023", "periodslag": "år",
           "slag": "målvärde", "beslutad av": "Regionfullmäktige", "i texten": "32,5 %"}  # fmt: skip
    editor["edit"] = lambda frame: pd.DataFrame([new], columns=frame.columns, dtype=object)
    app = open_page("nyckeltal", **ADDRESS).app
    assert "nytt målvärde" in said(app)
    assert "tas bort" in said(app)
    save(app)
    assert held()[0][:2] == ("halsosamtal_1", 32.5)
    assert len(held()) == 1


def test_without_a_reason_nothing_is_stored(open_page, editor):
    editor["edit"] = raised
    app = open_page("nyckeltal", **ADDRESS).app
    save(app, reason=" ")
    assert "Det står inte varför målvärdena ändras." in said(app)
    assert held() == BEFORE


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [({"värde": "trettio"}, "Det är inget tal."), ({"villkor": "mellan"}, "kräver övre värde"),
     ({"kön": "K", "till år": "2024"}, "Det första året ligger efter det sista."), ({"värde": ""}, "kräver värde"),
     ({"i texten": ""}, "Uppgiften saknas.")],
)  # fmt: skip
def test_what_is_wrong_is_said_and_cannot_be_stored(open_page, editor, cells, complaint):
    editor["edit"] = lambda frame: frame.assign(**cells)
    page = open_page("nyckeltal", **ADDRESS)
    [error] = page.errors
    assert complaint in error
    assert "rad 1" in error
    assert not offered(page.app)
    assert held() == BEFORE


def _changed_by_somebody_else(**values):
    before = editable(the_store(), PLAN, "halsosamtal", "0023")
    checked = check_targets(the_store(), PLAN, "halsosamtal", before, before.assign(**values))
    commit_targets(the_store(), checked, Actor("Bo", may_write=True), "Bo var före.")


def test_what_somebody_else_changed_meanwhile_is_shown_before_anything_is_stored(open_page, editor):
    editor["edit"] = raised
    app = open_page("nyckeltal", **ADDRESS).app
    one(app.text_input, "name-targets").input("Anna").run()
    one(app.text_input, "targets_reason").input("Höjt.")
    _changed_by_somebody_else(värde="31")
    one(app.button, "targets_save").click().run()
    assert "inte längre det som visades" in said(app)
    assert held() == [("halsosamtal_2025", 31.0, 2025.0)]
    assert "minst 31, 2025" in said(app)
    one(app.button, "targets_save").click().run()
    assert held() == [("halsosamtal_2025", 34.0, 2025.0)]


def test_other_changes_meanwhile_leave_what_was_written(open_page, editor):
    """A value that comes in does not change the targets, but what becomes of the statuses is seen again."""
    editor["edit"] = raised
    app = open_page("nyckeltal", **ADDRESS).app
    one(app.text_input, "name-targets").input("Anna").run()
    one(app.text_input, "targets_reason").input("Höjt.")
    text = ROWS.replace("27", "32")
    stored(the_store(), check(the_store(), text.encode(), "nya.csv"), ANNA)
    one(app.button, "targets_save").click().run()
    assert "inte längre det som visades" in said(app)
    assert [line[2:] for line in effect(app)][1] == ("32,0 % (2025, Uppnått)", "32,0 % (2025, Nära)")
    assert held() == BEFORE
    one(app.button, "targets_save").click().run()
    assert held() == [("halsosamtal_2025", 34.0, 2025.0)]


def test_the_table_begins_anew_when_nothing_has_been_written(open_page, editor):
    app = open_page("nyckeltal", **ADDRESS).app
    _changed_by_somebody_else(värde="31")
    app.run()
    assert editor["seen"]["värde"].tolist() == ["31"]


def test_a_riktvarde_of_every_unit_changes_those_the_plan_follows_and_the_one_shown(open_page, editor):
    rows = "nyckeltal;enhet;period;kön;värde\n" + "".join(
        f"antibiotikarecept;{unit};2025;{gender};240\n" for unit in ("0023", "0001") for gender in "KMT"
    )
    stored(the_store(), check(the_store(), rows.encode(), "två.csv"), ANNA)
    editor["edit"] = lambda frame: raised(frame, "235")
    app = open_page("nyckeltal", **{**ADDRESS, "kod": "antibiotikarecept", "enhet": "0001"}).app
    changed = [(unit, gender) for unit in (REGION, "Region Stockholm") for gender in ("Kvinnor", "Män", "Totalt")]
    assert [line[:2] for line in effect(app)] == changed
    assert {line[2:] for line in effect(app)} == {("240,0 (2025, Uppnått)", "240,0 (2025, Nära)")}
    save(app)
    assert held("antibiotikarecept")[0][:2] == ("antibiotikarecept_riktvarde", 235.0)
    [now] = targets(the_store()).query("code == 'antibiotikarecept_riktvarde'").to_dict("records")
    assert (pd.isna(now["plan"]), now["origin"]) == (True, "guideline")


def test_two_that_hold_alike_after_a_withdrawal_are_said_to(open_page, editor):
    """The removed one comes back beside the one that was put in its place."""
    store = the_store()
    before = editable(store, PLAN, "halsosamtal", "0023")
    removing = check_targets(store, PLAN, "halsosamtal", before, before.iloc[:0])
    removed = commit_targets(store, removing, ANNA, "Bort.")
    adding = check_targets(store, PLAN, "halsosamtal", before.iloc[:0], before.assign(kod="", värde="40"))
    commit_targets(store, adding, ANNA, "Nytt.")
    withdraw(store, removed, ANNA, "")
    page = open_page("nyckeltal", **ADDRESS)
    assert page.errors == []
    assert "Det går inte att bedöma: flera målvärden gäller lika mycket." in page.text
    assert len(editor["seen"]) == 2
    assert [open_page(path, data="verkliga").errors for path in PAGES] == [[]] * len(PAGES)


def test_a_closed_period_that_the_target_is_about_is_told(open_page, editor):
    for year in (2024, 2025):
        closed = one_lock(
            PLAN, Period.year(year), locked=True, reason="Klart.", author="Anna", written_on=date(2026, 2, 1)
        )
        commit_form(the_store(), closed, ANNA)
    editor["edit"] = raised
    text = said(open_page("nyckeltal", **ADDRESS).app)
    assert "Låst: 2025. En status som ändras där visas som en rättelse." in text


@pytest.mark.usefixtures("writing")
def test_the_real_table_is_drawn_with_and_without_targets(open_page):
    for code in ("halsosamtal", "antibiotikarecept", "sjuktal"):
        page = open_page("nyckeltal", **{**ADDRESS, "kod": code})
        assert page.errors == []
        assert len(page.app.dataframe) == 2
        assert set(page.app.dataframe[1].value.columns) == set(HEADERS.values())


@pytest.mark.parametrize(("local", "more"), [(False, {}), (True, {"data": "exempel"}), (True, {"per": TODAY})])
@pytest.mark.usefixtures("editor")
def test_readers_examples_and_the_past_have_no_table(open_page, monkeypatch, local, more):
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: local)
    monkeypatch.setattr("kpi.ui.view.utc_now", lambda: utc_now() + timedelta(days=2))
    page = open_page("nyckeltal", **{**ADDRESS, **more})
    assert page.text.startswith("Som det var") == ("per" in more)
    assert not [expander for expander in page.app.expander if "målvärden" in expander.label]

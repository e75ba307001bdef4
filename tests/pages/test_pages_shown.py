"""What was shown at a meeting: kept with a button, opened as it was, found at the next meeting, and withdrawn."""

from datetime import datetime

import pytest

from kpi.ingest.forms.reading import read_form
from kpi.ingest.forms.storing import commit_form
from kpi.model import Actor, DataMode
from kpi.store.deliveries import deliveries, withdraw
from kpi.store.process import the_store
from kpi.store.shown import shown

pytestmark = pytest.mark.usefixtures("own_store")
ANNA = Actor("Anna", may_write=True)
ADDRESS = {"plan": "rs-2025", "period": "2024"}
MAY = ADDRESS | {"mote": "2025-05-27"}
ITEM = MAY | {"arende": "miljobokslut"}
AUGUST, SEPTEMBER = ADDRESS | {"mote": "2025-08-26"}, ADDRESS | {"mote": "2025-09-30"}
MOVED = (
    "plan;kod;första dag;sista dag;slag;läge;skriven av;skriven den\n"
    "rs-2025;2025-05-27;2027-05-26;2027-05-27;sammanträde;gäller;Bo;2027-05-01\n"
)
SAVE = "Spara det som visades"


@pytest.fixture
def writing(monkeypatch):
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    monkeypatch.setattr("kpi.ui.access.kept_name", lambda: "Anna")


@pytest.fixture
def clock(monkeypatch):
    def set_to(text):
        monkeypatch.setattr("kpi.store.deliveries.utc_now", lambda: datetime.fromisoformat(text))

    return set_to


def buttons(page):
    return [each for each in page.app.button if each.label == SAVE]


def press(page):
    [button] = buttons(page)
    button.click().run()
    assert not page.app.exception, page.app.exception


def downloads(page):
    return [each.label for each in page.app.get("download_button") if each.label.startswith("Ladda ner det som")]


@pytest.mark.usefixtures("writing")
def test_kept_opened_as_it_was_found_at_the_next_meeting_and_withdrawn(clock, monkeypatch, open_page):
    clock("2027-05-27 12:05")
    press(open_page("sammantraden", data="verkliga", **ITEM))
    page = open_page("sammantraden", data="verkliga", **ITEM)
    assert "Sparades 27 maj 2027 kl. 14.05 av Anna: uppgifter för 2024. Som det var då" in page.text
    link = "/sammantraden?plan=rs-2025&amp;period=2024&amp;data=verkliga&amp;per=2027-05-27"
    assert f'{link}&amp;mote=2025-05-27&amp;arende=miljobokslut">Som det var då' in page.markup
    assert downloads(page) == ["Ladda ner det som sparades 27 maj 2027 kl. 14.05"]
    following = open_page("sammantraden", data="verkliga", **AUGUST)
    told = (
        "Vid förra sammanträdet, 27–28 maj 2025, visades ”Miljöbokslut”, sparat 27 maj 2027 av Anna: "
        "uppgifter för 2024. Som det var då"
    )
    assert told in following.text
    assert downloads(following) == downloads(page)
    assert "Vid förra" not in open_page("sammantraden", data="verkliga", **SEPTEMBER).text

    monkeypatch.setattr("kpi.ui.access.is_local", lambda: False)
    reader = open_page("sammantraden", data="verkliga", **ITEM)
    assert "Sparades 27 maj 2027 kl. 14.05 av Anna" in reader.text
    assert (downloads(reader), buttons(reader)) == ([], [])

    withdraw(the_store(), deliveries(the_store())[0].id, ANNA, "fel")
    assert "Sparades" not in open_page("sammantraden", data="verkliga", **ITEM).text
    assert "Vid förra" not in open_page("sammantraden", data="verkliga", **AUGUST).text


@pytest.mark.usefixtures("writing")
def test_twice_keeps_both_and_examples_stand_by_themselves(clock, open_page):
    for moment in ("2027-05-27 12:05", "2027-05-27 12:30"):
        clock(moment)
        press(open_page("sammantraden", data="exempel", **ITEM))
    text = open_page("sammantraden", data="exempel", **ITEM).text
    lines = [f"Sparades 27 maj 2027 kl. {time} av Anna, med exempelvärden: uppgifter" for time in ("14.30", "14.05")]
    assert [text.count(line) for line in lines] == [1, 1]
    assert text.index(lines[0]) < text.index(lines[1])
    assert "Sparades" not in open_page("sammantraden", data="verkliga", **ITEM).text
    assert shown(the_store(), "rs-2025", DataMode.REAL) == []
    assert [one.file_name for one in shown(the_store(), "rs-2025", DataMode.EXAMPLE)] == [
        "exempel-2025-05-27-Miljobokslut-visat.zip"
    ] * 2


@pytest.mark.usefixtures("writing")
def test_the_link_shows_the_item_as_it_was(clock, monkeypatch, open_page):
    clock("2027-05-27 12:05")
    commit_form(the_store(), read_form(the_store(), MOVED.encode(), "a.csv"), ANNA)
    press(open_page("sammantraden", data="verkliga", **ITEM))
    monkeypatch.setattr("kpi.ui.view.utc_now", lambda: datetime.fromisoformat("2027-06-10 12:00"))
    then = open_page("sammantraden", data="verkliga", per="2027-05-27", **ITEM)
    assert then.headings == ["Miljöbokslut"]
    assert "27 maj 2027" in then.text
    assert "Visades 27 maj 2027 kl. 14.05 av Anna" in then.text
    assert (downloads(then), buttons(then)) == ([], [])  # nobody writes in the past
    assert "Visades" not in open_page("sammantraden", data="verkliga", per="2027-05-26", **ITEM).text


@pytest.mark.usefixtures("writing")
def test_a_meeting_offers_a_button_for_each_item_that_concerns_something(open_page):
    page = open_page("sammantraden", data="verkliga", **MAY)
    assert len(buttons(page)) == page.text.count("Filerna, siffrorna och texterna sparas som de är nu") == 4

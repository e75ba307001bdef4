"""Meetings, agenda items and what they concern, in forms: what is taken, and what is refused with its place."""

import pytest

from kpi.errors import UserError
from kpi.ingest import shipped
from kpi.ingest.forms.compare import compared
from kpi.ingest.forms.reading import read_form
from kpi.ingest.forms.storing import commit_form
from kpi.model import Actor
from kpi.settings import settings
from kpi.store import Store, plans
from kpi.store.check import findings
from kpi.store.deliveries import deliveries, withdraw

ANNA = Actor("Anna", may_write=True)
SIGNED = ";Bo;2025-06-01\n"
DAYS = "plan;kod;första dag;sista dag;slag;deltagare;läge;skriven av;skriven den\n"
EXTRA = "rs-2025;2025-06-10;2025-06-10;2025-06-10;sammanträde;;gäller" + SIGNED
AGENDA = "plan;kod;sammanträde;ordning;slag;rubrik;form;föredragande;läge;skriven av;skriven den\n"
NEW = "rs-2025;avtal;2025-06-10;1;uppföljning och fördjupning;Avtal;muntlig;Jurist;gäller" + SIGNED
LINKS = "plan;ärende;slag;gäller;läge;skriven av;skriven den\n"
LINK = "rs-2025;digitalisering;nyckeltal;saker_mjukvara;gäller" + SIGNED


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    opened = Store.open(tmp_path_factory.mktemp("meetings") / "kpi.duckdb")
    shipped.install(opened, settings().data)
    yield opened
    opened.close()


@pytest.fixture
def store(whole):
    yield whole
    for one in deliveries(whole):
        if one.actor == "Anna" and one.withdrawn_at is None:
            withdraw(whole, one.id, ANNA, "klart")


def read(store, text):
    return read_form(store, text.encode(), "fil.csv")


def test_a_meeting_its_item_and_its_link_come_back(store):
    for text in (DAYS + EXTRA, AGENDA + NEW, LINKS + LINK.replace("digitalisering", "avtal")):
        commit_form(store, read(store, text), ANNA)
    [day] = plans.stated(store, "meeting_change", example=False).to_dict("records")
    assert (day["code"], str(day["first_day"].date()), day["kind"], day["holds"]) == (
        "2025-06-10", "2025-06-10", "board", True,
    )  # fmt: skip
    [item] = plans.stated(store, "agenda_change", example=False).to_dict("records")
    assert (item["meeting"], item["ordinal"], item["form"], item["presenters"]) == ("2025-06-10", 1, "oral", "Jurist")
    [link] = plans.stated(store, "agenda_link", example=False).to_dict("records")
    assert (link["item"], link["kind"], link["subject"], link["holds"]) == (
        "avtal", "indicators", "saker_mjukvara", True,
    )  # fmt: skip
    assert findings(store) == []


@pytest.mark.parametrize(
    ("slag", "subject", "stored"),
    [
        ("nyckeltal", "Läkemedel, kostnadsutveckling", "lakemedelskostnad"),
        ("mål", "tandvard", "tandvard"),
        ("uppdrag", "klimat", "klimat"),
        ("uppsikt", "lou", "lou"),
        ("uppföljning", "delar_augusti", "delar_augusti"),
        ("uppföljning", "plan", "plan"),
    ],
)
def test_an_item_may_concern_whatever_the_plan_has(store, slag, subject, stored):
    found = read(store, LINKS + f"rs-2025;digitalisering;{slag};{subject};gäller inte" + SIGNED)
    assert found.table.loc[0, ["subject", "holds"]].tolist() == [stored, False]


def test_what_is_stated_again_is_a_change(store):
    commit_form(store, read(store, LINKS + LINK), ANNA)
    again = read(store, LINKS + LINK.replace(";gäller;", ";gäller inte;"))
    assert compared(store, again) == ["changed"]


@pytest.mark.parametrize(
    ("text", "key", "column"),
    [
        (DAYS + EXTRA.replace("rs-2025;2025", "rs-2030;2025"), "form-plan-unknown", "plan"),
        (DAYS + EXTRA.replace(";2025-06-10;sammanträde", ";2025-06-09;sammanträde"), "meeting-reversed", "sista dag"),
        (DAYS + EXTRA.replace(";gäller;", ";kanske;"), "plan-word-unknown", "läge"),
        (DAYS + EXTRA + EXTRA, "plan-row-twice", "plan"),
        (AGENDA + NEW, "meeting-unknown", "sammanträde"),
        (AGENDA + NEW.replace(";Avtal;", ";;"), "plan-cell-missing", "rubrik"),
        (LINKS + LINK.replace("digitalisering", "avtal"), "agenda-item-unknown", "ärende"),
        (LINKS + LINK.replace("saker_mjukvara", "okänt"), "plan-indicator-unknown", "gäller"),
        (LINKS + LINK.replace("nyckeltal;saker_mjukvara", "uppdrag;lou"), "form-assignment-unknown", "gäller"),
        (LINKS + LINK.replace("nyckeltal;saker_mjukvara", "uppföljning;mars"), "agenda-point-unknown", "gäller"),
        (LINKS + LINK.replace("nyckeltal", "ämne"), "plan-word-unknown", "slag"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(store, text, key, column):
    with pytest.raises(UserError) as caught:
        read(store, text)
    assert (caught.value.key, caught.value.place.column) == (key, column)


@pytest.mark.parametrize(
    ("damage", "mend", "told"),
    [
        ("update agenda_link set item = 'borta-' || item", "update agenda_link set item = replace(item, 'borta-', '')",
         "hänvisar i item till något som inte finns i agenda_item / agenda_change (borta-"),
        ("update agenda_change set meeting = 'borta-' || meeting",
         "update agenda_change set meeting = replace(meeting, 'borta-', '')",
         "hänvisar i meeting till något som inte finns i meeting / meeting_change (borta-"),
    ],
)  # fmt: skip
def test_the_check_finds_what_belongs_to_nothing(store, damage, mend, told):
    for text in (DAYS + EXTRA, AGENDA + NEW, LINKS + LINK):
        commit_form(store, read(store, text), ANNA)
    with store.transaction() as cursor:
        cursor.execute(damage)
    [finding] = findings(store)
    assert told in finding
    with store.transaction() as cursor:
        cursor.execute(mend)
    assert findings(store) == []

"""The page Sammanträden: the year and its next meeting, one meeting by its address, and what an item concerns."""

from datetime import datetime

import pytest

from kpi.ingest.forms.reading import read_form
from kpi.ingest.forms.storing import commit_form
from kpi.model import Actor
from kpi.store import plans
from kpi.store.process import the_store

pytestmark = pytest.mark.usefixtures("own_store")
ANNA = Actor("Anna", may_write=True)
MAY = {"plan": "rs-2025", "data": "verkliga", "mote": "2025-05-27"}


@pytest.fixture
def today(monkeypatch):
    def set_to(text):
        monkeypatch.setattr("kpi.ui.meetings.utc_now", lambda: datetime.fromisoformat(f"{text} 12:00"))

    return set_to


@pytest.fixture
def writing(monkeypatch):
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    monkeypatch.setattr("kpi.ui.upload.keep_name", lambda name: None)


def form(text):
    commit_form(the_store(), read_form(the_store(), text.encode(), "a.csv"), ANNA)


def field(found, key):
    [element] = [each for each in found if each.key and each.key.startswith(key)]
    return element


def test_the_year_in_order_with_the_next_one_named(today, open_page):
    today("2025-05-28")
    page = open_page("sammantraden", data="verkliga")
    assert page.headings == ["Sammanträden"]
    assert "Planen har åtta sammanträden och två gemensamma dagar. Nästa är 27–28 maj 2025." in page.text
    assert "De långsiktiga nyckeltalen följs upp en gång under 2025: 25–26 mars 2025." in page.text
    rows = ["21 januari 2025 Sammanträde 2 Passerat", "8 april 2025 Gemensam budgetdag – Passerat",
            "27–28 maj 2025 Sammanträde 8 Nästa", "26 november 2025 Gemensam planeringsdag – Kommande"]  # fmt: skip
    at = [page.text.index(row) for row in rows]
    assert at == sorted(at)
    assert "<h2>27–28 maj 2025 · nästa</h2>" in page.markup
    assert "<h2>8 april 2025 · gemensam budgetdag</h2>" in page.markup
    assert page.markup.count("nästa</h2>") == 1


def test_after_the_last_none_is_next(today, open_page):
    today("2025-12-10")
    page = open_page("sammantraden", data="verkliga")
    assert "Inget av dem återstår." in page.text
    assert "nästa</h2>" not in page.markup


def test_every_item_says_how_by_whom_and_what_it_concerns(open_page):
    page = open_page("sammantraden", data="verkliga")
    assert page.markup.count('<table class="kpi-table kpi-cards kpi-wordy kpi-agenda"') == 8
    assert "Läkemedel Muntligt Chef Läkemedelsenheten Antibiotikarecept per 1 000 invånare , Läkemedel" in page.text
    assert "Digitalisering – Digitaliseringsdirektör" in page.text
    assert "Tertialrapport april – Ekonomidirektör (tolkning) Tertialrapport april (tolkning)" in page.text
    assert "Föredragande som inte hör till något av ärendena: HR-direktör." in page.text
    assert "kod=antibiotikarecept" in page.markup
    assert "uppfoljning=tertial_april" in page.markup


def test_a_meeting_has_its_own_address(open_page):
    page = open_page("sammantraden", **MAY)
    assert page.headings == ["Sammanträde 27–28 maj 2025"]
    headings = [part.split("</h2>")[0] for part in page.markup.split("<h2")[1:]]
    assert [text.split(">")[1] for text in headings] == [
        "Tertialrapport april", "Regionplan och budget 2026–2028", "Investeringsbudget 2026",
        "Förfrågningsunderlag 2025 för hälsoval, medicinsk fotvård och allmän tandvård för barn och unga vuxna",
        "Sammanträdestider 2026", "Uppföljning av regionstyrelsens plan 2025", "Miljöbokslut",
        "Uppsiktsplikt av bolag, föreningar, stiftelser och nämnder",
    ]  # fmt: skip
    assert "Uppföljning och fördjupning · muntligt · föredras av Miljöstrateg (tolkning)" in page.text
    assert "Återkommande ärende · planen säger inte vem som föredrar" in page.text
    assert "Tolkning (vem som föredrar, vilka nyckeltal det gäller och vilka uppdrag det gäller): " in page.text
    assert "Ärendet är inte kopplat till något som följs i planen." in page.text


def test_an_item_has_an_address_too(open_page):
    year = open_page("sammantraden", data="verkliga")
    assert "mote=2025-05-27&amp;arende=miljobokslut" in year.markup
    page = open_page("sammantraden", **MAY, arende="miljobokslut")
    assert page.headings == ["Miljöbokslut"]
    assert "<h2" not in page.markup
    assert "Uppdrag som det gäller: Minskad miljö- och klimatpåverkan ." in page.text
    assert open_page("sammantraden", **MAY, arende="inkop").headings == ["Sammanträde 27–28 maj 2025"]


def test_what_is_stated_of_a_meeting_shows_whichever_outcomes_are_shown(today, open_page):
    today("2025-05-01")
    head = "plan;kod;första dag;sista dag;slag;läge;skriven av;skriven den\n"
    form(head + "rs-2025;2025-05-27;2025-05-27;2025-05-28;sammanträde;inställt;Bo;2025-05-01\n"
         "rs-2025;juni;2025-06-10;2025-06-10;sammanträde;gäller;Bo;2025-05-01\n")  # fmt: skip
    head = "plan;kod;sammanträde;ordning;slag;rubrik;form;föredragande;läge;skriven av;skriven den\n"
    form(head + "rs-2025;avtal;juni;1;uppföljning och fördjupning;Nya avtal;skriftlig;Jurist;gäller;Bo;2025-05-01\n"
         "rs-2025;inkop;2025-04-28;4;återkommande ärende;Inköp;muntlig;Inköpschef;utgår;Bo;2025-05-01\n")  # fmt: skip
    for data in ("verkliga", "exempel"):
        page = open_page("sammantraden", data=data)
        assert "Nästa är 10 juni 2025." in page.text
        assert "<h2>27–28 maj 2025 · inställt</h2>" in page.markup
        assert "Nya avtal Skriftligt Jurist –" in page.text
        assert "Inköp · utgår Muntligt Inköpschef" in page.text
        assert "28 april 2025 Sammanträde 4" in page.text
        new = open_page("sammantraden", data=data, mote="2025-06-10")
        assert new.headings == ["Sammanträde 10 juni 2025"]
        assert "Källa: tillagt av användare" in new.text


def test_an_analyst_chooses_what_an_item_concerns(writing, open_page):
    app = open_page("sammantraden", **MAY).app
    field(app.selectbox, "agenda-item").select("miljobokslut").run()
    chosen = field(app.multiselect, "agenda-indicators-miljobokslut")
    assert chosen.value == ["ekologiska_livsmedel", "energianvandning", "atervinningsgrad", "koldioxid"]
    chosen.set_value(["energianvandning", "halsosamtal"])
    field(app.multiselect, "agenda-goals-miljobokslut").set_value(["kultur"])
    field(app.text_input, "name-agenda").input("Anna").run()
    [button] = [each for each in app.button if each.label == "Spara vad ärendet gäller"]
    button.click().run()
    assert not app.exception
    said = plans.stated(the_store(), "agenda_link", example=False)
    assert dict(said[["subject", "holds"]].to_numpy()) == {
        "energianvandning": True, "halsosamtal": True, "kultur": True,
        "ekologiska_livsmedel": False, "atervinningsgrad": False, "koldioxid": False,
    }  # fmt: skip
    page = open_page("sammantraden", **MAY)
    item = page.text[page.text.index("Miljöbokslut Uppföljning") : page.text.index("Uppsiktsplikt av bolag")]
    assert "Mål som det gäller: Kultur ." in item
    assert "Energianvändning, kWh per m² , Riktade hälsosamtal, andel av listade ." in item
    assert "Tolkning (vem som föredrar och vilka uppdrag det gäller): " in item


def test_without_a_name_nothing_is_stored(writing, open_page):
    app = open_page("sammantraden", **MAY).app
    [button] = [each for each in app.button if each.label == "Spara vad ärendet gäller"]
    button.click().run()
    assert plans.stated(the_store(), "agenda_link", example=False).empty


@pytest.mark.parametrize("more", [{}, {"data": "exempel"}])
def test_who_may_not_write_or_reads_examples_sees_no_form(open_page, more):
    assert not open_page("sammantraden", **MAY | more).app.multiselect


@pytest.mark.parametrize("plan", ["rjh-2018", "rs-2022", "rvn-2024"])
def test_a_plan_without_meetings_says_so(open_page, plan):
    page = open_page("sammantraden", plan=plan, data="verkliga")
    assert page.headings == ["Sammanträden"]
    assert "Planen säger inte när styrelsen sammanträder." in page.text


def test_an_unknown_meeting_shows_the_year(open_page):
    assert open_page("sammantraden", data="verkliga", mote="2025-05-99").headings == ["Sammanträden"]


def test_the_accounts_of_a_month_are_missing_until_every_area_has_come(open_page):
    address = {"data": "verkliga", "uppfoljning": "ekonomi_2025_02"}
    page = open_page("rapportering", **address)
    assert "Ekonomiskt utfall Regionstaben – Saknas –" in page.text
    assert "Noll av sex uppgifter har kommit in. Sex saknas, fast dagen har passerat." in page.text
    head = "plan;område;kostnadsslag;månad;slag;belopp;måttenhet\n"
    rows = [("externa_intakter", "9"), ("personal", "-16"), ("ovriga_externa", "-48"), ("interna_intakter", "19")]
    row = "rs-2025;omr_regionstaben;{};2025-02;månadens utfall;{};Mkr\n"
    form(head + "".join(row.format(*one) for one in rows))
    assert "Ekonomiskt utfall Regionstaben – Saknas –" in open_page("rapportering", **address).text
    form(head + row.format("interna_kostnader", "-1"))
    after = open_page("rapportering", **address).text
    assert "Ekonomiskt utfall Regionstaben – Kom för sent" in after
    assert "En av sex uppgifter har kommit in." in after


def test_method_names_the_items_whose_reading_is_ours(open_page):
    text = open_page("metod", data="verkliga").text
    assert "Ärendet Miljöbokslut" in text
    assert "Sammanträdet 27–28 maj 2025" in text

"""Ladda ner and Visa where a follow-up is offered: what is ready, what is missing, and under which names."""

import pytest

pytestmark = pytest.mark.usefixtures("own_store")
FILES = ["Presentation (PowerPoint)", "Rapport (Word)", "Tjänsteskrivelse (Word)", "Rapport (PDF)"]


def offered(page):
    return [one.label for one in page.app.get("download_button") if one.label in FILES]


def test_an_item_says_what_is_ready_and_what_is_missing(open_page):
    page = open_page("sammantraden", mote="2025-05-27", arende="miljobokslut", data="exempel")
    assert "Av fyra nyckeltal med målvärde är ett uppnått, ett nära och ett ej uppnått." in page.text
    assert "Åtgärder för att nå målet för Ekologiska livsmedel, andel av inköpen" in page.text
    assert offered(page) == FILES


def test_a_written_item_offers_its_report_first(open_page):
    page = open_page("sammantraden", mote="2025-05-27", arende="uppsiktsplikt", data="exempel")
    assert offered(page) == [*FILES[1:], FILES[0]]
    assert "Allt som uppföljningen ska innehålla finns." in page.text


@pytest.mark.parametrize(
    ("address", "query", "link"),
    [
        ("", {}, "/visa?plan=rs-2025"),
        ("malomrade-stodverksamhet", {}, "mal=stodverksamhet"),
        ("nyckeltal", {"kod": "halsosamtal"}, "kod=halsosamtal"),
    ],
)
def test_pages_offer_what_they_show(open_page, address, query, link):
    page = open_page(address, data="exempel", **query)
    assert offered(page) == FILES
    assert 'href="/visa?' in page.markup
    assert link in page.markup


def test_an_item_about_nothing_offers_nothing(open_page):
    page = open_page("sammantraden", mote="2025-05-27", arende="sammantradestider_2026", data="exempel")
    assert offered(page) == []

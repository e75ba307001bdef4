"""The page Jämställdhet, and the gap's line on a nyckeltal's page, as a reader gets them."""

import re

import pytest

PARTS = ["Mål som nås för bara ett av könen", "Jämställt uppnådda mål", "Största skillnaderna",
         "Inte uppdelade på kön", "Uppdelningen saknas för perioden"]  # fmt: skip


@pytest.mark.parametrize("mode", ["exempel", "verkliga"])
def test_the_parts_stand_in_their_order(open_page, own_store, mode):
    page = open_page("jamstalldhet", data=mode)
    assert page.errors == []
    assert page.headings == ["Jämställdhet"]
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", page.markup) == PARTS


def test_published_outcomes_worked_out_by_hand(open_page, own_store):
    """Region Jämtland Härjedalen 2017: 287,7 against 191,7 recept, at most 250; sjuktal 6,1 against 3,3."""
    text = open_page("jamstalldhet", data="verkliga").text
    assert (
        "Antibiotikarecept per 1 000 invånare når målet, högst 250, för män (191,7) men inte för kvinnor (287,7)."
        " Utfall 2017. Det är ett riktvärde, inte ett av planens egna mål."
    ) in text
    assert "Sjuktal, andel av ordinarie arbetstid 2017 6,1 % 3,3 % +2,8 ingen säker förändring 2007 (11 värden)" in text
    assert "Recept per 1 000 invånare" in text
    assert "Utfall finns bara totalt: Medicinsk bedömning inom 3 dagar, andel ." in text


def test_every_name_leads_to_its_nyckeltal(open_page, own_store):
    page = open_page("jamstalldhet")
    links = re.findall(r'<a href="(/nyckeltal\?[^"]*)">', page.markup)
    assert len(links) >= 27
    assert all("data=exempel" in link and "kod=" in link and "enhet=" in link for link in links)


def test_a_name_is_never_html(open_page, own_store):
    """What a user has written, in a plan or a register, is text."""
    from kpi.store.process import the_store

    with the_store().transaction() as cursor:
        cursor.execute("update indicator set short_name = '<b>x</b>' where code in ('halsosamtal', 'soliditet')")
    markup = open_page("jamstalldhet").markup
    assert "<b>x</b>" not in markup
    assert markup.count("&lt;b&gt;x&lt;/b&gt;") >= 3


def test_the_gap_has_a_line_on_the_nyckeltals_page(open_page, own_store):
    text = open_page("nyckeltal", kod="halsosamtal").text
    trend = text.split("Utvecklingstrend")[1].split("Förklaring till utvecklingen")[0]
    assert "Skillnad, kvinnor minus män: +7,3 procentenheter (95 % konfidensintervall" in trend
    assert "Skillnaden ökar (" in trend
    assert "Skillnad, kvinnor minus män" not in open_page("nyckeltal", kod="soliditet").text

"""Visa: which follow-up an address shows, and that every slide is there at once."""

import html
import re

import pytest

ITEM = {"mote": "2025-05-27", "arende": "miljobokslut", "data": "exempel"}
pytestmark = pytest.mark.usefixtures("own_store")


def titles(page):
    return [html.unescape(text).replace("\u00a0", " ") for text in re.findall(r"<h2[^>]*>(.*?)</h2>", page.markup)]


def slides(page):
    return re.findall(r'<section class="kpi-slide.*?</section>', page.markup, re.DOTALL)


def test_the_whole_plan(open_page):
    page = open_page("visa", data="exempel")
    assert page.errors == []
    assert len(page.headings) == 1
    assert page.headings[0] == f"Presentation: {titles(page)[0]}"
    assert len(slides(page)) > 30


def test_all_slides_are_loaded_and_one_is_shown(open_page):
    page = open_page("visa", **ITEM)
    count = len(slides(page))
    hidden = [" hidden>" in slide.split("\n")[0] for slide in slides(page)]
    assert hidden == [False] + [True] * (count - 1)
    for number, slide in enumerate(slides(page), start=1):
        assert 'aria-roledescription="bild"' in slide
        assert f'aria-label="Bild {number} av {count}"' in slide
        assert f"{number} / {count}" in slide


def test_an_item_has_its_name_and_the_three_questions(open_page):
    page = open_page("visa", **ITEM)
    assert "Miljöbokslut" in page.headings[0]
    for question in ("Vilka mål, uppdrag och nyckeltal finns?", "Hur ser måluppfyllelsen ut?",
                     "Vilka åtgärder genomförs eller behövs?"):  # fmt: skip
        assert question in page.text
    assert 'href="/sammantraden?' in page.markup
    assert "mote=2025-05-27" in page.markup


def test_a_goal_area(open_page):
    page = open_page("visa", mal="stodverksamhet", data="exempel")
    assert page.headings == ["Presentation: Stödverksamhet"]
    assert 'href="/malomrade-stodverksamhet?' in page.markup


def test_chosen_nyckeltal_lead_back_to_the_first(open_page):
    page = open_page("visa", kod="halsosamtal,hfi", data="exempel")
    assert page.errors == []
    assert "Riktade hälsosamtal" in page.headings[0]
    assert "kod=halsosamtal" in page.markup
    assert 'href="/nyckeltal?' in page.markup
    assert open_page("visa", kod="manen").errors


def test_examples_say_so_on_every_slide_and_real_ones_on_none(open_page):
    label = "utfallen är påhittade"
    assert all(label in slide for slide in slides(open_page("visa", **ITEM)))
    assert not any(label in slide for slide in slides(open_page("visa", **ITEM | {"data": "verkliga"})))


def test_whose_and_when_stand_on_every_slide(open_page):
    for slide in slides(open_page("visa", **ITEM)):
        footer = html.unescape(re.search(r"<footer><span>(.*?)</span>", slide)[1])
        assert footer.startswith("Region Jämtland Härjedalen · ")
        assert "Uppgifter per " in footer


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"mote": "2025-05-99"}, "Planen har inget sammanträde ”2025-05-99”"),
        ({"mote": "2025-05-27", "arende": "nix"}, "Ärendet ”nix” finns inte på sammanträdet 27–28 maj 2025"),
        ({"mote": "2025-05-27"}, "Välj ett ärende på sidan Sammanträden"),
        ({"mal": "nix"}, "Planen har inget mål med koden nix"),
        ({"utforska": "nix", "enhet": "0023"}, "nix"),
        ({"mote": "<b>x</b>"}, "Planen har inget sammanträde ”<b>x</b>”"),
    ],
)
def test_what_is_not_there_is_said_and_what_to_do(open_page, query, sentence):
    page = open_page("visa", data="exempel", **query)
    assert page.headings == ["Sidan kan inte visas"]
    assert sentence in page.errors[0]
    assert "kpi-deck" not in page.markup


def test_a_chart_is_explored_and_leads_back_to_its_slide(open_page):
    page = open_page("visa", data="exempel", utforska="halsosamtal", enhet="0023", bild="7")
    assert page.headings == ["Riktade hälsosamtal, andel av listade"]
    back = html.unescape(re.search(r'<a href="([^"]+)" data-leave', page.markup)[1])
    assert back.startswith("/visa?")
    assert "bild=7" in back
    assert "utforska" not in back


def test_every_chart_says_what_it_shows(open_page):
    page = open_page("visa", data="exempel", mal="halso_och_sjukvard")
    charts = re.findall(r'<a class="kpi-picture".*?</a>', page.markup, re.DOTALL)
    assert charts
    for chart in charts:
        assert re.search(r'href="/visa\?[^"]*utforska=', chart)
        assert all(alt for alt in re.findall(r'alt="(.*?)"', chart))


def test_others_cannot_follow_an_app_that_listens_here_alone(open_page, monkeypatch):
    monkeypatch.setattr("kpi.ui.presentation.page.address_of", lambda path: "")
    assert "appen nås bara från den här datorn" in open_page("visa", **ITEM).text
    monkeypatch.setattr("kpi.ui.presentation.page.address_of", lambda path: f"https://mal.example{path}")
    page = open_page("visa", **ITEM)
    assert "Följ på din egen skärm mal.example/visa?mote=2025-05-27&arende=miljobokslut" in page.text
    assert 'alt="QR-kod till https://mal.example/visa?' in page.markup


def test_the_menu_does_not_have_it(open_page):
    sidebar = "".join(str(getattr(one.proto, "body", "")) for one in open_page("visa", **ITEM).app.sidebar)
    assert "Sammanträden" in sidebar
    assert "/visa" not in sidebar

"""Helårsprognos on the nyckeltal's page: sixth of the seven parts, with values or with the reason why not."""

import re


def forecast_part(page):
    """What a reader sees between the heading of the part and that of the next."""
    markup = page.markup[page.markup.index('id="forecast"') : page.markup.index('id="actions"')]
    return " ".join(re.sub(r"<[^>]*>", " ", markup).replace("\u00a0", " ").split())


def test_the_seven_parts_stand_in_order(open_page, own_store):
    markup = open_page("nyckeltal", kod="halsosamtal", period="2025").markup
    found = re.findall(r'<h2 id="(\w+)">', markup)
    assert found == ["series", "trend", "explanation", "units", "country", "forecast", "actions"]


def test_this_year_and_the_next_per_gender_beside_what_is_judged(open_page, own_store):
    text = forecast_part(open_page("nyckeltal", kod="halsosamtal", period="2025"))
    for gender in ("Kvinnor", "Män", "Totalt"):
        assert re.search(rf"{gender} 2025 \d\d,\d % \d\d,\d till \d\d,\d % \d\d,\d till \d\d,\d % ", text)
        assert f"{gender} 2026 " in text
    assert "når målet, sannolikhet mer än 99 %" in text
    assert "11 värden (tertial) 34,0 %" in text
    assert "Bedömd av Chef Folkhälsoenheten (exempel), 18 september 2025." in text


def test_a_year_that_is_over_is_not_forecast(open_page, own_store):
    text = forecast_part(open_page("nyckeltal", kod="publikationer", period="2025"))
    assert "2025: utfallet är klart" in text
    assert "Totalt 2026 " in text
    assert "Ingen bedömning av ansvarig är inlämnad." in text


def test_what_cannot_be_forecast_says_why(open_page, own_store):
    early = forecast_part(open_page("nyckeltal", kod="hfi_chefer", period="2024"))
    assert "för få värden efter det senaste brottet i serien" in early
    old = forecast_part(open_page("nyckeltal", kod="sjuktal", period="2025", data="verkliga"))
    assert "Ingen prognos för 2025 och 2026: för långt efter det senaste utfallet." in old

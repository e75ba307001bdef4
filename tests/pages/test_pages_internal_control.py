"""The page Intern kontroll och uppsikt, with examples and without."""

import pytest

pytestmark = pytest.mark.usefixtures("own_store")


def test_the_year_is_told_with_its_risks_and_what_was_found(open_page):
    page = open_page("intern-kontroll", data="exempel", period="2025")
    assert page.headings == ["Intern kontroll och uppsikt"]
    assert "Internkontrollplanen för 2025 har fem kontrollpunkter" in page.text
    assert "Arbetsmiljö (12)" in page.text
    assert "Fyra kontrollpunkter saknar uppföljning för hösten 2025." in page.text
    assert page.text.index("3 × 4 = 12") < page.text.index("2 × 2 = 4")
    assert "Avslut av behörighet kopplas till lönesystemet. Klart 30 november 2025." in page.text


def test_without_a_control_plan_it_says_so_and_uppsikt_is_the_plans(open_page):
    page = open_page("intern-kontroll", data="verkliga", period="2025")
    assert "Ingen internkontrollplan för 2025 är inläst." in page.text
    assert "Privata vårdgivare med upphandlat vårdavtal (LOU)" in page.text
    assert "Information till regionfullmäktige om utförd uppsiktsplikt" in page.text
    assert "(exempel)" not in page.text

"""The comparison with the country on pages, against the shipped file of example regions read by hand."""

import csv

import pytest

from kpi.settings import settings

KOD, OWN = "lakarbesok_primarvard", "0023"


@pytest.fixture(scope="module")
def values():
    """Outcomes of 2025 by gender and unit, as they stand in the files."""
    found = {}
    for name in ("regionerna", "halso_och_sjukvard"):
        path = settings().data / "example" / "utfall" / f"{name}.csv"
        with path.open(encoding="utf-8") as file:
            for line in csv.DictReader(file, delimiter=";"):
                if line["nyckeltal"] == KOD and line["period"] == "2025" and line["värde"]:
                    found.setdefault(line["kön"], {})[line["enhet"]] = float(line["värde"].replace(",", "."))
    return found


def place(of_gender):
    """1 is best; higher is better for this nyckeltal."""
    regions = {unit: value for unit, value in of_gender.items() if unit != "0000"}
    return sum(value > regions[OWN] for value in regions.values()) + 1, len(regions)


def test_the_place_and_the_difference_are_those_of_the_file(open_page, own_store, values):
    text = open_page("nyckeltal", kod=KOD, period="2025").text
    for gender in "KMT":
        rank, of = place(values[gender])
        assert f"plats {rank} av {of}" in text
        below = round(values[gender]["0000"] - values[gender][OWN], 1)
        assert f"{below:.1f} procentenheter under riket".replace(".", ",") in text
    assert of == 20
    assert "Saknar värde för perioden: Region Gotland." in text


def test_the_overview_says_the_place(open_page, own_store, values):
    rank, of = place(values["T"])
    assert f"plats {rank} av {of} sämre än riket" in open_page("", period="2025").text


def test_one_click_shows_every_region(open_page, own_store, values):
    page = open_page("nyckeltal", kod=KOD, period="2025")
    assert "i alla regioner" not in page.text
    page.app.toggle[0].set_value(True).run()
    assert not page.app.exception
    markup = "".join(str(getattr(element.proto, "body", "")) for element in page.app.main if element.type == "html")
    table = markup[markup.index("i alla regioner") :].partition("</table>")[0].replace("\u00a0", " ")
    assert table.count("<tr") == 1 + 21
    for gender in "KMT":
        assert f"{values[gender]['0012']:.1f} %".replace(".", ",") in table


def test_another_region_can_be_chosen_and_stands_in_the_address(open_page, own_store, values):
    plain = open_page("nyckeltal", kod=KOD, period="2025")
    assert 'data-parameter="region"' in plain.markup
    assert "jämfört med Region Skåne" not in plain.markup
    page = open_page("nyckeltal", kod=KOD, period="2025", region="0012")
    for gender in "KMT":
        own, theirs = values[gender][OWN], values[gender]["0012"]
        way = "över" if own > theirs else "under"
        said = f"{abs(round(own - theirs, 1)):.1f} procentenheter {way} Region Skåne".replace(".", ",")
        assert said in page.text
    assert "jämfört med Region Skåne" in page.markup
    assert "bättre än Region Skåne" in page.text or "sämre än Region Skåne" in page.text


@pytest.mark.parametrize("region", ["9999", "<b>x</b>", "0023"])
def test_a_region_that_is_not_there_is_not_compared_with(open_page, own_store, region):
    page = open_page("nyckeltal", kod=KOD, period="2025", region=region)
    assert page.errors == []
    assert " jämfört med Region" not in page.text
    assert "<b>x</b>" not in page.markup

"""Every page with each of the plans that come with the system, and with a steering model that nobody has seen."""

import pytest
from pages_conftest import PAGES

import made_model
from kpi.ingest.plan import commit_plan, read_plan
from kpi.ingest.units import commit_units, read_units
from kpi.ingest.upload import check, commit
from kpi.model import Actor, Origin
from kpi.settings import settings
from kpi.store.plans import plan
from kpi.store.plans import units as units_of
from kpi.store.process import the_store
from kpi.ui.page import area_path

ANNA = Actor("Anna", may_write=True)
PLANS = sorted(folder.parent.name for folder in (settings().data / "plans").glob("*/plan.toml"))


def test_five_texts_make_four_plans():
    assert PLANS == ["rjh-2018", "rs-2022", "rs-2025", "rvn-2024"]


@pytest.mark.parametrize("code", PLANS)
@pytest.mark.parametrize("mode", ["verkliga", "exempel"])
def test_every_page_of_every_plan(open_page, own_store, code, mode):
    for path in (path for path in PAGES if not path.startswith("malomrade")):
        page = open_page(path, plan=code, data=mode)
        assert page.errors == [], path
        assert len(page.headings) == 1, path
        assert page.app.query_params["plan"] == code


@pytest.mark.parametrize("code", PLANS)
def test_every_goal_area_of_every_plan(open_page, own_store, code):
    areas = plan(the_store(), code).areas
    assert areas
    for area in areas:
        page = open_page(area_path(area), plan=code, data="verkliga")
        assert page.errors == [], area.code
        assert page.headings == [area.name]


@pytest.fixture
def made(own_store, tmp_path):
    """A made-up steering model with four levels of its own names, read in from files beside what is there."""
    store = the_store()
    (tmp_path / "units.csv").write_text(made_model.UNITS, encoding="utf-8")
    commit_units(store, read_units(tmp_path / "units.csv"), ANNA, Origin.USER, "prov")
    units = set(units_of(store)["code"])
    for name, files in (("sjobo-2018", made_model.BEFORE), ("sjobo-2022", made_model.FILES)):
        commit_plan(store, read_plan(made_model.written(tmp_path / name, files), units), ANNA, Origin.USER, "prov")
    commit(store, check(store, made_model.OUTCOMES.encode(), "utfall.csv"), ANNA, "prov")


def test_every_page_of_a_steering_model_that_nobody_has_seen(open_page, made):
    for code in ("sjobo-2022", "sjobo-2018"):
        paths = [path for path in PAGES if not path.startswith("malomrade")]
        for path in [*paths, *map(area_path, plan(the_store(), code).areas)]:
            page = open_page(path, plan=code, data="verkliga")
            assert page.errors == [], (code, path)
            assert len(page.headings) == 1
            assert page.app.query_params["plan"] == code


def test_its_levels_have_their_own_names(open_page, made):
    page = open_page("roda-traden", plan="sjobo-2022", data="verkliga")
    assert "2 riktningar, 3 löften, 2 delmål och 1 steg" in page.text
    assert "Sjöbo vid havet" in page.text
    assert "Planen ber om en summering" in page.text
    assert "Ersätter" in page.text
    menu = "\n".join(str(element.proto.body) for element in page.app.sidebar if element.type == "html")
    assert '<p class="kpi-section" id="section-2">riktningar</p>' in menu
    assert '<p class="kpi-section" id="section-3">delmål</p>' in menu
    assert "Region Sjöbo" in menu


def test_another_organisations_outcomes_do_not_appear(open_page, made):
    store = the_store()
    text = (
        "nyckeltal;enhet;period;kön;värde\nsimkunniga;rs;2022;K;71\nsimkunniga;rs;2022;M;72\nsimkunniga;rs;2022;T;73\n"
    )
    checked = check(store, text.encode(), "utfall.csv")
    commit(store, checked, ANNA, "prov", {warning.key: "prov" for warning in checked.warnings})
    for path in ("", "malomrade-hav", "nyckeltal", "jamstalldhet", "roda-traden"):
        page = open_page(path, plan="sjobo-2022", data="verkliga", kod="simkunniga")
        assert page.errors == []
        for foreign in ("73,0 %", "71,0 %", "Regionstyrelsen"):
            assert foreign not in page.text, path


def test_the_chooser_lists_every_plan_and_the_default_is_that_of_2025(open_page, own_store):
    page = open_page("")
    assert page.app.query_params["plan"] == "rs-2025"
    menu = "\n".join(str(element.proto.body) for element in page.app.sidebar if element.type == "html")
    assert all(f'<option value="{code}"' in menu for code in PLANS)
    assert '<option value="rs-2025" selected' in menu


@pytest.mark.parametrize(
    ("code", "organisation"), [("rvn-2024", "Region Västernorrland"), ("rjh-2018", "Region Jämtland Härjedalen")]
)
def test_each_plan_shows_its_organisation_and_a_period_of_its_own(open_page, own_store, code, organisation):
    page = open_page("", plan=code)
    menu = "\n".join(str(element.proto.body) for element in page.app.sidebar if element.type == "html")
    assert f"</strong><br>{organisation}</p>" in menu
    years = {"rvn-2024": range(2024, 2027), "rjh-2018": range(2018, 2021)}[code]
    assert int(page.app.query_params["period"]) in years


def test_a_goal_in_the_thread_is_opened_by_its_address(open_page, own_store):
    page = open_page("roda-traden", plan="rjh-2018", data="verkliga", mal="minskade_sjukskrivningstal")
    branch = page.markup.split('<li id="mal-minskade_sjukskrivningstal">')[1].split("</summary>")[0]
    assert branch.split("<summary")[0].strip() == "<details open>"
    assert 'aria-current="true"' in branch
    other = page.markup.split('<li id="mal-battre_folkhalsa">')[1].split("<summary")[0]
    assert other.strip() == "<details>"
    assert "57 dokument" in page.text
    assert "Långsiktiga utvecklingsplaner (3)" in page.text
    assert "En region att längta till och växa i" in page.text


def test_the_way_back_leads_from_a_nyckeltal_to_its_goal(open_page, own_store):
    page = open_page("nyckeltal", plan="rjh-2018", data="verkliga", kod="sjuktal")
    assert "mal=minskade_sjukskrivningstal" in page.markup
    assert "Minskade sjukskrivningstal" in page.markup.split("</nav>")[0]

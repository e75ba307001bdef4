"""Every page, in every state that a store can be in: it answers, or says in a sentence why not."""

import shutil

import pytest
from pages_conftest import PAGES

from kpi.ingest.plan import commit_plan, read_plan
from kpi.ingest.units import commit_units, read_units
from kpi.model import Actor, Origin
from kpi.settings import settings
from kpi.store.deliveries import withdraw_examples
from kpi.store.plans import plan
from kpi.store.process import the_store

WRITER = Actor("Test Testsson", may_write=True)


@pytest.fixture
def without_examples(own_store):
    withdraw_examples(the_store(), WRITER, "prov")


@pytest.mark.parametrize("path", PAGES)
def test_in_exempellage(open_page, own_store, path):
    page = open_page(path)
    assert len(page.headings) == 1
    assert page.errors == []
    assert page.text.startswith("Exempelläge. Alla utfall på sidan är påhittade")
    assert page.app.query_params["data"] == "exempel"


@pytest.mark.parametrize("path", PAGES)
def test_with_real_outcomes(open_page, own_store, path):
    page = open_page(path, data="verkliga")
    assert len(page.headings) == 1
    assert page.errors == []
    assert "Exempelläge." not in page.text
    assert "xempelvärden. " not in page.text


@pytest.mark.parametrize("path", PAGES)
def test_when_the_examples_are_gone(open_page, without_examples, path):
    page = open_page(path)
    assert len(page.headings) == 1
    assert page.errors == []
    assert page.app.query_params["data"] == "verkliga"


def test_asking_for_examples_that_are_gone_says_that_there_are_none(open_page, without_examples):
    page = open_page("nyckeltal", data="exempel", kod="halsosamtal")
    assert "Inga utfall är inlästa ännu." in page.text
    assert "%" not in page.text.split("Utvecklingstrend")[0].split("Målvärdet, minst 30 %")[1].split("Målvärde:")[0]


@pytest.mark.parametrize("path", ["", "jamstalldhet", "nyckeltal", "ladda-upp", "metod", "malomrade-stodverksamhet"])
def test_in_an_empty_store(open_page, own_settings, path):
    page = open_page(path)
    assert page.errors == ["Ingen plan är inläst. Kör kommandot kpi init, eller ladda upp en plan."]
    assert page.headings == ["Sidan kan inte visas"]


def test_a_plan_without_outcomes(open_page, own_settings):
    store, data = the_store(), settings().data
    commit_units(store, read_units(data / "units.csv"), WRITER, Origin.SHIPPED, "prov")
    commit_plan(store, read_plan(data / "plans" / "rs-2025", {"0000", "0023", "rs"}), WRITER, Origin.SHIPPED, "prov")
    page = open_page("")
    assert page.errors == []
    assert "Inga utfall inlästa ännu." in page.text
    assert "Inget av målvärdena kan bedömas ännu: utfall saknas." in page.text
    assert "uppnådda" not in page.text.split("Att ta ställning till")[1]
    assert "Utan utfall: Vetenskapliga publikationer" in open_page("malomrade-stodverksamhet").text


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"plan": "finns-inte"}, {"plan": "rs-2025"}),
        ({"plan": "<b>"}, {"plan": "rs-2025"}),
        ({"period": "2025-13"}, {"period": "2025"}),
        ({"period": "2025-T4"}, {"period": "2025"}),
        ({"period": "2025-Q9"}, {"period": "2025"}),
        ({"period": "0000"}, {"period": "2025"}),
        ({"period": "snart"}, {"period": "2025"}),
        ({"period": ""}, {"period": "2025"}),
        ({"data": "påhittade"}, {"data": "exempel"}),
    ],
)
@pytest.mark.parametrize("path", ["", "nyckeltal"])
def test_a_choice_that_does_not_exist_is_the_default(open_page, own_store, asked, kept, path):
    page = open_page(path, **asked)
    assert page.errors == []
    assert {name: page.app.query_params[name] for name in kept} == kept


@pytest.mark.parametrize("period", ["1900", "2024", "2025-04", "2025-T2", "2025-Q3", "2018-H2", "2100"])
def test_any_period_can_be_asked_for(open_page, own_store, period):
    for path in ("", "jamstalldhet", "nyckeltal"):
        page = open_page(path, period=period)
        assert page.errors == []
        assert page.app.query_params["period"] == period


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ({"kod": "nix"}, "Nyckeltalet ”nix” finns inte i den valda planen. Välj ett i översikten."),
        ({"kod": "<script>alert(1)</script>"},
         "Nyckeltalet ”<script>alert(1)</script>” finns inte i den valda planen. Välj ett i översikten."),
        ({"kod": "halsosamtal", "enhet": "nix"},
         "Enheten ”nix” finns inte. Ange en kod ur enhetsregistret, till exempel 0023."),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_said_in_a_sentence(open_page, own_store, query, error):
    page = open_page("nyckeltal", **query)
    assert page.errors == [error]
    assert page.headings == ["Sidan kan inte visas"]
    assert "<script>" not in page.markup


def test_an_error_of_ours_is_an_apology_with_a_number_and_the_log_has_the_rest(open_page, own_store, monkeypatch):
    def broken(*_):
        raise RuntimeError("hemlig detalj")

    monkeypatch.setattr("kpi.report.answer.answer", broken)
    page = open_page("nyckeltal")
    [apology] = page.errors
    assert apology.startswith("Något gick fel hos oss, och det är inte ditt fel.")
    assert "hemlig" not in page.markup
    reference = apology.split("referensnummer ")[1].split()[0]
    log = settings().log_file.read_text(encoding="utf-8")
    assert reference in log
    assert "hemlig detalj" in log


PUBLISHED = ("antibiotikarecept", "medicinsk_bedomning", "sjuktal")


def test_every_nyckeltal_has_its_page(open_page, own_store):
    subjects = plan(the_store(), "rs-2025").subjects[["indicator", "unit"]].drop_duplicates()
    assert len(subjects) == 27
    for code, unit in subjects.itertuples(index=False):
        page = open_page("nyckeltal", kod=code, enhet=unit, data="verkliga" if code in PUBLISHED else "exempel")
        assert page.errors == [], (code, unit)
        assert len(page.headings) == 1
        assert "Inga utfall är inlästa ännu." not in page.text


def test_every_nyckeltal_at_another_unit(open_page, own_store):
    for unit in ("rs_stab", "0001", "0000", "hsn"):
        page = open_page("nyckeltal", kod="bruttokostnadsutveckling", enhet=unit)
        assert page.errors == []
        assert len(page.headings) == 1


FOUR_LEVELS = settings().data.parents[0] / "tests" / "ingest" / "four_levels"


@pytest.fixture
def four_levels(own_store, tmp_path):
    """A plan of four levels beside the shipped one, for a unit that no text has."""
    store = the_store()
    units = tmp_path / "units.csv"
    units.write_text(
        "kod;namn;slag;överordnad;andra namn\n0000;Riket;riket;;\n0099;Region Sjöbo;region;0000;\n"
        "n1;Sjönämnden;nämnd;0099;\n", encoding="utf-8",
    )  # fmt: skip
    commit_units(store, read_units(units), WRITER, Origin.USER, "prov")
    folder = tmp_path / "sjobo"
    shutil.copytree(FOUR_LEVELS, folder)
    commit_plan(store, read_plan(folder, {"0000", "0099", "n1"}), WRITER, Origin.USER, "prov")


@pytest.mark.parametrize("path", ["", "jamstalldhet", "malomrade-v", "ladda-upp", "leveranser", "metod"])
def test_a_plan_of_four_levels(open_page, four_levels, path):
    page = open_page(path, plan="sjobo-2030")
    assert page.errors == []
    assert len(page.headings) == 1
    assert page.app.query_params["plan"] == "sjobo-2030"


@pytest.mark.parametrize(("code", "unit"), [("vantan", "0099"), ("vantan", "n1"), ("elbilar", "0099")])
def test_a_nyckeltal_of_a_plan_of_four_levels(open_page, four_levels, code, unit):
    page = open_page("nyckeltal", plan="sjobo-2030", kod=code, enhet=unit)
    assert page.errors == []
    assert len(page.headings) == 1


def test_a_page_of_another_plan_is_not_shown_under_this_one(open_page, four_levels):
    page = open_page("malomrade-stodverksamhet", plan="sjobo-2030")
    assert "Stödverksamhet" not in page.text

"""The shipped plan of 2025 against the text that it carries, counted and compared word for word."""

import re
from pathlib import Path

import pytest

from kpi.ingest.plan import PlanFiles, read_plan
from kpi.ingest.plan_columns import GOALS, INDICATORS, TARGETS
from kpi.ingest.plan_lists.reading import LISTS
from kpi.settings import settings
from kpi.words import say
from shared import SHARED, needs_shared

PLANS = settings().data / "plans"
KIND = {  # the rules of the domain, by hand
    "halsosamtal": "at_least", "hfi_chefer": "at_least", "saker_mjukvara": "at_least", "saker_hardvara": "at_least",
    "ekologiska_livsmedel": "at_least", "energianvandning": "at_most", "atervinningsgrad": "at_least",
    "koldioxid": "change_at_most", "lakemedelskostnad": "below_reference", "soliditet": "at_least",
    "kassalikviditet": "at_least", "bruttokostnadsutveckling": "at_most", "nettokostnadsutveckling": "at_most",
    "leverantorstrohet": "at_least", "skuldsattningstak": "below",
}  # fmt: skip


@pytest.fixture(scope="module")
def plan() -> PlanFiles:
    return read_plan(PLANS / "rs-2025")


@pytest.fixture(scope="module")
def text() -> str:
    return next((SHARED / "seeds").glob("003*.txt")).read_text(encoding="utf-8")


def tables(text: str) -> list[tuple[str, str, str, str]]:
    """(term, name, decider, target) of every nyckeltal in the text's tables, in its order."""
    terms = {"Långsiktiga nyckeltal": "long", "Kortsiktiga nyckeltal": "short", "Finansiella mål": "financial"}
    found, term = [], None
    for line in text.splitlines():
        cells = line.split("\t")
        if cells[0] in terms and len(cells) > 1:
            term = terms[cells[0]]
        elif term and len(cells) > 1:
            found.append((term, cells[0].strip().rstrip("."), cells[1].strip(), (cells[2:] or [""])[0].strip()))
        else:
            term = None
    return found


@pytest.mark.parametrize(
    "folder", sorted(path.parent for path in PLANS.glob("*/plan.toml")), ids=lambda path: path.name
)
def test_every_shipped_plan_loads_under_its_own_name(folder: Path):
    assert read_plan(folder).code == folder.name


def test_eight_areas_each_with_one_goal(plan):
    goals = plan.tables["goal"]
    areas = goals[goals["level"] == "malomrade"]
    assert areas["kind"].value_counts().to_dict() == {"kärnverksamhet": 6, "stödverksamhet": 1, "ledningsprocess": 1}
    assert goals.loc[goals["level"] == "overgripande_mal", "parent"].tolist() == areas["code"].tolist()
    assert len(areas) == 8


def test_a_direction_is_summed_up_for_two_areas_only(plan):
    goals = plan.tables["goal"].set_index("name")
    assert set(goals.index[goals["intent_summary"] != ""]) == {"Stödverksamhet", "Ledningsprocesser"}
    assert (goals["intent"] == "").all()


def test_twenty_seven_nyckeltal_over_twenty_five_definitions(plan):
    subjects = plan.tables["plan_indicator"]
    assert subjects["term"].value_counts().to_dict() == {"long": 10, "short": 9, "financial": 8}
    assert subjects["decided_by"].value_counts().to_dict() == {"Regionfullmäktige": 16, "Regionstyrelsen": 11}
    assert len(plan.tables["indicator"]) == 25
    assert set(subjects.loc[subjects["unit"] == "rs", "indicator"]) == {"bruttokostnadsutveckling", "leverantorstrohet"}
    area = subjects["goal"].str.removesuffix("_mal")
    assert subjects.groupby([area, "term"]).size().to_dict() == {
        ("halso_och_sjukvard", "long"): 3, ("stodverksamhet", "long"): 6, ("stodverksamhet", "short"): 4,
        ("ledningsprocesser", "long"): 1, ("ledningsprocesser", "short"): 5, ("ledningsprocesser", "financial"): 8,
    }  # fmt: skip


def test_seventeen_targets_and_one_riktvarde(plan):
    targets = plan.tables["target"]
    assert targets["origin"].value_counts().to_dict() == {"plan": 17, "guideline": 1}
    own = targets[targets["origin"] == "plan"]
    assert set(zip(own["first_year"], own["last_year"], strict=True)) == {(2025, 2025)}
    assert own["gender"].isna().all()
    assert own.set_index("indicator")["kind"].to_dict() == KIND
    guideline = targets[targets["origin"] == "guideline"].iloc[0]
    assert (guideline["indicator"], guideline["kind"], guideline["value"]) == ("antibiotikarecept", "at_most", 250.0)
    assert guideline[["plan", "unit", "gender", "first_year", "last_year"]].isna().all()
    assert "Swedres-Svarm" in guideline["decided_by"]


def test_the_two_targets_that_are_no_plain_number(plan):
    targets = plan.tables["target"].set_index("indicator")
    assert targets.loc["koldioxid", ["value", "base_year"]].tolist() == [-42.0, 2019]
    assert targets.loc["lakemedelskostnad", "reference"] == "0000"


def test_what_is_not_split_says_why(plan):
    defined = plan.tables["indicator"].set_index("code")
    assert (defined["split_by_gender"] == (defined["no_split_reason"] == "")).all()
    assert defined["split_by_gender"].sum() == 12


def test_the_decision_date_is_missing_as_in_the_text(plan):
    assert plan.tables["plan"]["decided_on"].isna().all()


def test_every_interpretation_can_be_named(plan):
    columns = {column.field for column in (*GOALS, *INDICATORS, *TARGETS, *(c for one in LISTS for c in one.columns))}
    found = plan.tables["interpretation"]
    assert {"measure", "direction", "no_split_reason", "kind"} <= set(found["field"])
    assert set(found.loc[found["entity"] != "plan", "field"]) <= columns
    for field in columns - {"interpreted", "note"}:
        assert say(f"plan-field-{field}")


def test_only_what_the_text_gives_goes_unmarked(plan):
    """A share "%" that the name or target says is the text's; every other measure is ours, and says so."""
    marked = set(plan.tables["interpretation"].query("entity == 'indicator' and field == 'measure'")["code"])
    own = {"hfi", "hfi_chefer", "energianvandning", "koldioxid", "lakemedelskostnad", "sjuktal"}
    assert own <= marked
    assert not marked & {"halsosamtal", "saker_mjukvara", "leverantorstrohet", "atervinningsgrad", "soliditet"}


@needs_shared
def test_nyckeltal_are_those_of_the_text_word_for_word_and_in_order(plan, text):
    subjects = plan.tables["plan_indicator"]
    assert list(zip(subjects["term"], subjects["name"], subjects["decided_by"], strict=True)) == [
        row[:3] for row in tables(text)
    ]


@needs_shared
def test_every_target_is_the_figure_that_the_text_prints(plan, text):
    subjects, targets = plan.tables["plan_indicator"], plan.tables["target"]
    own = targets[targets["origin"] == "plan"].set_index(["indicator", "unit"])
    printed = {
        (row.indicator, row.unit): target
        for row, (*_, target) in zip(subjects.itertuples(), tables(text), strict=True)
        if target
    }
    assert own["printed"].to_dict() == printed
    for key, target in printed.items():
        figure = re.search(r"-?\d+(,\d+)?", target)
        if figure:
            assert own.loc[key, "value"] == float(figure[0].replace(",", "."))
        assert own.loc[key, "decided_by"] == subjects.set_index(["indicator", "unit"]).loc[key, "decided_by"]
    assert len(printed) == 17


@needs_shared
def test_goals_and_areas_are_those_of_the_text_in_its_order(plan, text):
    section = text.split("Övergripande mål i Regionplan och budget 2025–2027")[1].split("Regionstyrelsens plan visar")[
        0
    ]
    listed = re.findall(r"^- (.+?)\.? \(([^()]+)\)$", section, flags=re.MULTILINE)
    goals = plan.tables["goal"].set_index("code")
    beneath = goals[goals["level"] == "overgripande_mal"]
    assert [(row.name, goals.loc[row.parent, "name"]) for row in beneath.itertuples(index=False)] == listed
    public = next((SHARED / "seeds").glob("000*.txt")).read_text(encoding="utf-8")
    assert all(name in public for name in goals["name"] if "Ändamålsenlig" not in name)


@needs_shared
def test_summaries_are_our_own_words(plan, text):
    """No run of seven words stands in the text."""
    words = re.findall(r"\w+", text.lower())
    runs = {tuple(words[i : i + 7]) for i in range(len(words) - 6)}
    for summary in plan.tables["goal"]["intent_summary"]:
        own = re.findall(r"\w+", summary.lower())
        assert not [own[i : i + 7] for i in range(len(own) - 6) if tuple(own[i : i + 7]) in runs]

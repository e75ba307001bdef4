"""The plans of 2018–2020, 2022 and Region Västernorrland: their numbers and names, compared with the texts."""

import re

import pandas as pd
import pytest

from kpi.ingest.plan import read_plan
from kpi.settings import settings
from shared import SHARED, needs_shared

PLANS = settings().data / "plans"
OURS = ["vardegrund", "respekt", "delarsrapporter", "arsrapport"]
"""What the text says in a longer or shorter way; each is marked as read so, or shortened."""
FILES = {"rjh-2018": "002_*.txt", "rs-2022": "001_*.txt", "rvn-2024": "004_*.txt"}


@pytest.fixture(scope="module")
def tables():
    return {code: read_plan(PLANS / code).tables for code in [*FILES, "rs-2025"]}


def squeezed(text):
    """Letters and digits alone: the text breaks lines within words and spells dashes and spaces in many ways."""
    return re.sub(r"[^0-9a-zåäö]", "", text.lower())


@pytest.fixture(scope="module")
def texts():
    found = {code: next((SHARED / "seeds").glob(pattern)) for code, pattern in FILES.items()}
    return {code: squeezed(path.read_text(encoding="utf-8")) for code, path in found.items()}


def test_2018_has_four_perspectives_and_25_goals(tables):
    goals = tables["rjh-2018"]["goal"]
    assert goals[goals["level"] == "perspektiv"]["name"].tolist() == [
        "Samhälle", "Patient", "Medarbetare", "Verksamhetsresultat",
    ]  # fmt: skip
    strategic = goals[goals["level"] == "strategiskt_mal"]
    assert strategic.groupby("parent", sort=False).size().to_dict() == {
        "samhalle": 10, "patient": 4, "medarbetare": 5, "verksamhetsresultat": 6,
    }  # fmt: skip


def test_2018_lists_57_documents_and_16_for_follow_up(tables):
    documents = tables["rjh-2018"]["document"]
    assert documents.groupby("register", sort=False).size().tolist() == [17, 19, 3, 18]
    assert len(tables["rjh-2018"]["follow_up_document"]) == 16
    assert tables["rjh-2018"]["plan"]["summing_up"].item() is True
    of_the_county = documents.loc[documents["type"].isin(["lansovergripande", "rus"]), "decided_by"]
    assert of_the_county.value_counts().to_dict() == {
        "Regionförbundets styrelse": 9, "Regionfullmäktige": 3, "Länsstyrelsen": 2, "Regeringen": 2,
        "Landstingsfullmäktige och länets samtliga kommuner": 1,
    }  # fmt: skip
    assert (documents.loc[documents["register"] == "Policyer", "decided_on"] != "").all()


def test_2018_says_who_decides_what_and_what_it_builds_on(tables):
    types = tables["rjh-2018"]["document_type"].set_index("code")
    assert len(types) == 12
    assert types.loc["lup", ["decided_by", "validity", "revised"]].tolist() == [
        "Regionfullmäktige", "tolv år", "vart fjärde år",
    ]  # fmt: skip
    assert types.loc["regionplan", "builds_on"].split("|") == ["policy", "strategi", "lup", "lansovergripande"]
    assert types.loc["vp_enhet", "decided_by"] == "närmast högre linjechef"


def test_2018_targets_are_what_the_text_measures(tables):
    targets = tables["rjh-2018"]["target"].set_index("indicator")
    columns = ["kind", "value", "base_year", "reference", "by_year", "first_year", "last_year"]
    found = {row[0]: [None if pd.isna(value) else value for value in row[1:]]
             for row in targets[columns].itertuples(name=None)}  # fmt: skip
    assert found == {
        "sjukpenningdagar": ["gap_reduced_by", 2.0, 2014, "0000", 2022, 2015, 2022],
        "sjuktal": ["gap_reduced_by", 1.2, 2014, "0000", 2022, 2015, 2022],
        "nettokostnadsutveckling": ["below_base", None, 2017, None, None, 2018, 2020],
        "scenkonst_unga": ["at_least", 50.0, None, None, None, 2018, 2020],
        **{code: ["at_least", 100.0, None, None, None, 2018, 2020]
           for code in ("vardgaranti_besok", "vardgaranti_behandling", "kontakt_samma_dag", "besok_sju_dagar")},
        "fossilbranslefri": ["milestone", None, None, None, 2030, None, None],
        "oberoende_hyrpersonal": ["milestone", None, None, None, 2019, None, None],
        "fossilfri_verksamhet": ["milestone", None, None, None, 2030, None, None],
    }  # fmt: skip


def test_2022_declares_what_is_not_read_in(tables):
    levels = tables["rs-2022"]["steering_level"]
    assert dict(zip(levels["level"], levels["expected"], strict=True)) == {
        "strategi": 4, "malomrade": 11, "matbart_mal": 50,
    }  # fmt: skip
    assert tables["rs-2022"]["goal"]["level"].tolist() == ["strategi"] * 4
    assert tables["rs-2022"]["plan_indicator"].empty


def test_vasternorrland_has_three_areas_a_financial_goal_and_the_plans_beneath(tables):
    own = tables["rvn-2024"]
    assert own["plan"]["organisation"].item() == "0022"
    assert own["goal"]["level"].value_counts().to_dict() == {"malomrade": 3, "finansiellt_mal": 1}
    documents = own["document"]
    assert documents["register"].value_counts(sort=False).to_dict() == {
        "Regionfullmäktige": 1, "Regionstyrelsen": 3, "Hälso- och sjukvårdsnämnden": 3,
        "Regionala utvecklingsnämnden": 3,
    }  # fmt: skip
    scorecard = documents[documents["type"] == "bsk"].iloc[0]
    assert (scorecard["name"], scorecard["first_year"]) == ("NHU styrkort 2021", 2021)
    assert documents.set_index("code").loc["vp_nhu_2022", "replaces"] == scorecard["code"]


@needs_shared
@pytest.mark.parametrize("code", FILES)
def test_every_name_stands_in_the_text(tables, texts, code):
    own = tables[code]
    names = [*own["goal"]["name"]]
    for table in ("plan_value", "follow_up_document"):
        rows = own.get(table, pd.DataFrame(columns=["code", "name"]))
        names += rows.loc[~rows["code"].isin(OURS), "name"].tolist()
    if code == "rjh-2018":
        names += [name.split(" (")[0] for name in own["document"]["name"]]
        names += [reference for listed in own["document"]["reference"] for reference in listed.split(", ")]
    elif code == "rvn-2024":
        names += own["document"].loc[own["document"]["type"] != "regionplan", "name"].tolist()
    missing = [name for name in names if squeezed(name) not in texts[code]]
    assert missing == []


def test_a_nyckeltal_of_two_plans_is_defined_alike(tables):
    """The latest delivered definition holds for both: were they unlike, an older plan could change a newer."""
    both = tables["rjh-2018"]["indicator"].merge(tables["rs-2025"]["indicator"], on="code", suffixes=("", "_later"))
    assert both["code"].tolist() == ["sjuktal", "nettokostnadsutveckling"]
    for column in tables["rs-2025"]["indicator"].columns.drop(["code", "source"]):
        alike = both[column].eq(both[f"{column}_later"]) | (both[column].isna() & both[f"{column}_later"].isna())
        assert alike.all(), column


def test_each_follows_on_the_one_before(tables):
    before = {code: own["plan"]["predecessor"].item() for code, own in tables.items()}
    assert {code: None if pd.isna(one) else one for code, one in before.items()} == {
        "rjh-2018": None, "rs-2022": "rjh-2018", "rs-2025": "rs-2022", "rvn-2024": None,
    }  # fmt: skip

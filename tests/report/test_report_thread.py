"""The thread of a made-up plan of four levels: what hangs where, across plans too, and where it is broken."""

import pytest

import made_model
from kpi.follow_up import default_plan, follow_up
from kpi.ingest.plan import commit_plan, read_plan
from kpi.ingest.units import commit_units, read_units
from kpi.ingest.upload import check, commit
from kpi.model import Actor, DataMode, Gender, Origin, Period
from kpi.report.assignments import assignments
from kpi.report.summing_up import summed_up
from kpi.report.thread import broken_at, level_counts, level_words, path_to, sentence, thread, without_goal
from kpi.store import Store, plans

ANNA = Actor("Anna", may_write=True)
UNITS = {"0000", "0099", "sjon"}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    opened = Store.open(folder / "kpi.duckdb")
    (folder / "units.csv").write_text(made_model.UNITS, encoding="utf-8")
    commit_units(opened, read_units(folder / "units.csv"), ANNA)
    for name, files in (("sjobo-2018", made_model.BEFORE), ("sjobo-2022", made_model.FILES)):
        commit_plan(opened, read_plan(made_model.written(folder / name, files), UNITS), ANNA, Origin.USER)
    commit(opened, check(opened, made_model.OUTCOMES.encode(), "utfall.csv"), ANNA, "prov")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def following(store):
    return follow_up(store, "sjobo-2022", Period.year(2022), DataMode.REAL)


@pytest.fixture(scope="module")
def assigned(store, following):
    reported = plans.stated(store, "assignment_report", example=False)
    return assignments(plans.listed(store, "assignment", "sjobo-2022"), reported, following.period)


@pytest.fixture(scope="module")
def nodes(store, following, assigned):
    return thread(following, assigned, plans.every_goal(store))


def tree(nodes):
    return {node.code: tree(node.beneath) for node in nodes}


def test_the_goals_are_a_tree_of_four_levels(nodes):
    assert tree(nodes) == {
        "hav": {"fisk": {"rom": {"vass": {}}}, "natur": {}}, "stig": {}, "gran": {"brygga": {}},
    }  # fmt: skip
    assert [node.level for node in path_to(nodes, "vass")] == ["riktning", "löfte", "delmål", "steg"]
    assert path_to(nodes, "finns-inte") == []


def test_what_hangs_on_a_goal_hangs_there(nodes):
    fisk, vass = path_to(nodes, "fisk")[-1], path_to(nodes, "vass")[-1]
    assert [(row.indicator, row.unit) for row in fisk.rows] == [("simkunniga", "0099"), ("simkunniga", "sjon")]
    assert [row.indicator for row in vass.rows] == ["lekplatser"]
    assert [one.code for one in path_to(nodes, "rom")[-1].assignments] == ["rojning"]


def test_each_goal_sums_up_what_hangs_beneath(nodes):
    hav = path_to(nodes, "hav")[-1].attained
    assert {gender: (one.met, one.near, one.not_met, one.unjudged) for gender, one in hav.items()} == {
        Gender.WOMEN: (1, 0, 0, 1), Gender.MEN: (0, 1, 0, 1), Gender.TOTAL: (1, 1, 0, 1),
    }  # fmt: skip
    assert path_to(nodes, "natur")[-1].attained == {}


def test_the_thread_goes_on_in_other_plans(store, nodes):
    gran = path_to(nodes, "gran")[-1]
    assert (gran.serves.plan, gran.serves.code, gran.serves.name) == ("sjobo-2018", "land", "Hela landet")
    older = follow_up(store, "sjobo-2018", Period.year(2021), DataMode.REAL)
    [land] = thread(older, [], plans.every_goal(store))
    assert [(one.plan, one.code) for one in land.served_by] == [("sjobo-2022", "gran")]
    assert land.broken == ()


def test_where_it_is_broken_it_says_so(nodes):
    assert {node.code: node.broken for node in broken_at(nodes)} == {
        "natur": ("Ingenting hänger på målet: varken mål, nyckeltal eller uppdrag.",),
        "stig": ("Målet hänger inte på något annat mål.",
                 "Ingenting hänger på målet: varken mål, nyckeltal eller uppdrag."),
        "gran": ("Inget nyckeltal eller uppdrag hänger på målet, eller på något mål under det.",),
        "brygga": ("Målet ingen-plan:drom, som det tjänar, är inte inläst.",
                   "Ingenting hänger på målet: varken mål, nyckeltal eller uppdrag."),
    }  # fmt: skip


def test_what_is_not_read_in_is_said(following, nodes):
    assert [level_words(one) for one in level_counts(following.plan)] == [
        "2 riktningar inlästa", "3 löften inlästa", "2 delmål inlästa",
        "40 steg enligt planen; 1 är inlästa, 39 ej inlästa",
    ]  # fmt: skip
    assert sentence(nodes, following.plan, 3, 1) == (
        "Planen har 2 riktningar, 3 löften, 2 delmål och 1 steg. På dem hänger 3 nyckeltal och ett uppdrag. "
        "Tråden är bruten vid 4 mål."
    )


def test_a_nyckeltal_continues_its_series_in_the_plan_that_follows(store, following):
    assert following.plan.about["predecessor"] == "sjobo-2018"
    older = follow_up(store, "sjobo-2018", Period.year(2022), DataMode.REAL)
    for each in (following, older):
        mine = each.observations.query("indicator == 'simkunniga' and gender == 'T'").sort_values("period_start")
        assert mine["value"].tolist() == [61.0, 88.0]
    was = follow_up(store, "sjobo-2018", Period.year(2021), DataMode.REAL).by_subject["simkunniga", "0099"]
    assert {gender.value: row.status for gender, row in was.items()} == {"K": "met", "M": "near", "T": "met"}
    now = following.by_subject["simkunniga", "0099"]
    assert {gender.value: row.status for gender, row in now.items()} == {"K": "met", "M": "near", "T": "near"}


def test_the_plan_sums_up_like_its_goals_together(following):
    whole = summed_up(following.assessed, following.plan.goals)[None]
    assert (whole[Gender.TOTAL].met, whole[Gender.TOTAL].judged, whole[Gender.TOTAL].unjudged) == (1, 2, 1)


def test_the_newest_plan_that_follows_anything_is_shown_first(store):
    assert default_plan(store) == "sjobo-2022"


def test_a_nyckeltal_that_no_plan_follows_hangs_on_no_goal(store):
    definitions, followed = plans.indicators(store), plans.followed_anywhere(store)
    assert without_goal(definitions, followed) == []
    assert without_goal(definitions, followed - {"lekplatser"}) == ["Lekplatser"]

"""What a plan's files say is what the store gives back, for a steering model that no text has."""

from datetime import date

import pandas as pd
import pytest
from plan_making import FILES, UNITS, write

from kpi.errors import UserError
from kpi.ingest.plan import commit_plan, read_plan
from kpi.model import Actor, DeliveryKind, Origin
from kpi.store import Store, plans
from kpi.store.deliveries import deliveries
from kpi.words import say

ANNA = Actor("Anna", may_write=True)


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "kpi.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def committed(store, tmp_path):
    commit_plan(store, read_plan(write(tmp_path), UNITS), ANNA, Origin.USER, "ny plan")
    return plans.plan(store, "sjobo-2030")


def test_one_delivery_holds_the_whole_plan(store, tmp_path):
    files = read_plan(write(tmp_path), UNITS)
    commit_plan(store, files, ANNA, Origin.USER, "ny plan")
    (made,) = deliveries(store)
    assert (made.kind, made.subject, made.origin, made.reason) == (DeliveryKind.PLAN, "sjobo-2030", "user", "ny plan")
    assert (made.file_name, made.file_sha256, made.rows) == ("sjobo", files.sha256, 5 + 3 + 7 + 2)


def test_header_and_levels(committed):
    assert committed.name == "Sjöbos plan"
    assert committed.about["decided_on"].date() == date(2029, 11, 20)
    assert committed.about["organisation"] == "0099"
    assert committed.levels["name_plural"].tolist() == ["visioner", "perspektiv", "mål", "framgångsfaktorer"]


def test_a_tree_of_four_levels_and_a_goal_without_parent(committed):
    goals = committed.goals.set_index("code")
    assert goals.index.tolist() == ["v", "p1", "m1", "f1", "f2"]
    assert goals["parent"].dropna().to_dict() == {"p1": "v", "m1": "p1", "f1": "m1"}
    assert goals.loc["v", "intent"] == "Vi vill; mycket"
    assert goals.loc["m1", "intent_summary"] == "Vården ska vara nära."


def test_one_definition_serves_two_units(store, committed):
    assert committed.subjects[["indicator", "unit"]].values.tolist() == [
        ["elbilar", "0099"], ["vantan", "0099"], ["vantan", "n1"],
    ]  # fmt: skip
    assert committed.subjects["short_name"].tolist() == ["Elbilar", "Väntan", "Väntan"]
    defined = plans.indicators(store).set_index("code")
    assert defined.loc["vantan", "aliases"] == "N1|Väntetid"
    assert defined.loc["vantan", ["lowest", "highest"]].tolist() == [0.0, 100.0]
    assert pd.isna(defined.loc["elbilar", "highest"])
    assert defined["split_by_gender"].to_dict() == {"vantan": True, "elbilar": False}
    assert defined["no_split_reason"].to_dict() == {"vantan": "", "elbilar": "Gäller bilar."}


def test_targets_of_every_shape(store, committed):
    found = plans.targets(store).set_index("code")
    assert found["value"].dropna().to_dict() == {"t1": 12.5, "t2": -1.5, "t3": 2.0, "t5": 40.0}
    assert found["upper_value"].dropna().to_dict() == {"t2": 8.25}
    assert found["base_year"].dropna().to_dict() == {"t3": 2028, "t5": 2029, "t7": 2029}
    assert found["by_year"].dropna().to_dict() == {"t3": 2032, "t4": 2031}
    assert found["gender"].dropna().to_dict() == {"t2": "K"}
    assert found["unit"].isna().to_dict() == {code: code in ("t6", "t7") for code in found.index}
    assert found["plan"].isna().to_dict() == {code: code in ("t6", "t7") for code in found.index}
    assert found.loc["t1", "tolerance"] == 1.0
    assert set(found["period_kind"]) == {"year"}
    assert found["kind"].to_dict() == {
        "t1": "at_most", "t2": "between", "t3": "gap_reduced_by", "t4": "milestone", "t5": "change_at_least",
        "t6": "below_reference", "t7": "above_base",
    }  # fmt: skip


def test_breaks_and_interpretations(store, committed):
    found = plans.breaks(store).set_index("indicator")
    assert found["period_start"].dt.date.to_dict() == {"vantan": date(2031, 3, 1), "elbilar": date(2032, 1, 1)}
    marks = committed.interpretations[["entity", "code", "field", "note"]].values.tolist()
    assert marks == [
        ["plan", "sjobo-2030", "last_year", "Texten säger fyra år."],
        ["goal", "m1", "intent_summary", "Kortad."],
        ["indicator", "vantan", "direction", "Inte sagt."],
        ["target", "t3", "value", "Ett tal i ord."],
    ]
    assert all(say(f"plan-entity-{entity}") and say(f"plan-field-{field}") for entity, _, field, _ in marks)


def test_a_break_that_a_later_version_of_the_plan_lacks_is_gone(store, committed, tmp_path):
    (tmp_path / "sjobo" / "brott.csv").unlink()
    commit_plan(store, read_plan(tmp_path / "sjobo", UNITS), ANNA)
    assert plans.breaks(store).empty


def test_a_plan_without_targets_or_breaks_is_a_plan(store, tmp_path):
    bare = {name: text for name, text in FILES.items() if name not in ("malvarden.csv", "brott.csv")}
    commit_plan(store, read_plan(write(tmp_path, bare), UNITS), ANNA)
    assert len(plans.plan(store, "sjobo-2030").subjects) == 3
    assert plans.targets(store).empty


def test_files_saved_by_a_spreadsheet_read_the_same(tmp_path):
    """A byte-order mark and carriage returns are no content."""
    plain = read_plan(write(tmp_path), UNITS)
    for path in (tmp_path / "sjobo").iterdir():
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    saved = read_plan(tmp_path / "sjobo", UNITS)
    for table, frame in plain.tables.items():
        pd.testing.assert_frame_equal(saved.tables[table], frame)


def test_the_fingerprint_follows_every_file(tmp_path):
    first = read_plan(write(tmp_path), UNITS)
    (tmp_path / "sjobo" / "brott.csv").write_text(FILES["brott.csv"].replace("Ny räkning", "Annan"), encoding="utf-8")
    assert read_plan(tmp_path / "sjobo", UNITS).sha256 != first.sha256


def test_who_may_not_write_stores_nothing(store, tmp_path):
    files = read_plan(write(tmp_path), UNITS)
    with pytest.raises(UserError) as caught:
        commit_plan(store, files, Actor("Gäst"))
    assert caught.value.key == "not-allowed"
    assert plans.plans(store).empty

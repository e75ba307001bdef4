"""Targets edited in a table: stored, the plan has what the table said; the rest of the plan is as it was."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingest_store import ACTOR
from pandas.testing import assert_frame_equal
from plan_making import FILES, UNITS, write

from accepting import stored
from kpi import settings as shipped
from kpi.errors import UserError
from kpi.follow_up import follow_up, with_targets
from kpi.ingest.plan import commit_plan, read_plan
from kpi.ingest.plan_columns import TARGETS as FILE_COLUMNS
from kpi.ingest.plan_table import read_table
from kpi.ingest.target_table import HEADERS, edited
from kpi.ingest.targets_by_hand import check_targets, commit_targets, editable, riktvarden_of_others
from kpi.ingest.units import commit_units, read_units
from kpi.ingest.upload import check
from kpi.model import Actor, DataMode, DeliveryKind, Period
from kpi.store import Store, plans
from kpi.store import targets as target_store
from kpi.store.check import findings
from kpi.store.deliveries import contents, deliveries, just_before, restore, spanned, withdraw
from kpi.store.kept_files import kept
from kpi.store.plans import targets
from kpi.words import exact

PLAN, CODE, UNIT = "rs-2025", "halsosamtal", "0023"
OWN = "halsosamtal_2025"
NEW = {"kod": "", "enhet": UNIT, "periodslag": "år", "villkor": "minst", "värde": "32,5", "från år": "2026",
       "slag": "målvärde", "beslutad av": "Regionfullmäktige", "i texten": "32,5 %"}  # fmt: skip


@pytest.fixture
def plan_folder():
    return shipped.settings().data / "plans" / PLAN


@pytest.fixture
def plan_store(tmp_path, plan_folder):
    """A store with the units and the plan that come with the system."""
    store = Store.open(tmp_path / "kpi.duckdb")
    commit_units(store, read_units(shipped.settings().data / "units.csv"), ACTOR)
    commit_plan(store, read_plan(plan_folder), ACTOR)
    yield store
    store.close()


def table(store, code=CODE):
    return editable(store, PLAN, code, UNIT)


def with_new(before, **cells):
    return pd.concat([before, pd.DataFrame([{**NEW, **cells}])], ignore_index=True)


def change(store, after, code=CODE, reason="Beslut.", actor=ACTOR):
    """The delivery that makes the table say what `after` says."""
    return commit_targets(store, check_targets(store, PLAN, code, table(store, code), after), actor, reason)


def held(store, code=CODE, as_of=None):
    now = targets(store, as_of)
    rows = now[now["indicator"].eq(code)]
    return dict(zip(rows["code"], rows["value"], strict=True))


def faults(caught):
    return [(one.key, one.place.row, one.place.column) for one in (caught.value, *caught.value.details)]


def test_a_delivery_holds_only_what_was_changed(plan_store):
    everything = targets(plan_store)
    made = change(plan_store, table(plan_store).assign(värde="34", tolerans="2"))
    assert held(plan_store) == {OWN: 34.0}
    now = targets(plan_store)
    assert now["code"].tolist() == everything["code"].tolist()
    others = now["code"].ne(OWN)
    assert_frame_equal(now[others], everything[others])
    assert now.loc[~others, "tolerance"].tolist() == [2.0]
    assert contents(plan_store, made) == {"target": 1}
    about = deliveries(plan_store)[0]
    assert (about.kind, about.subject, about.reason, about.rows) == (DeliveryKind.TARGETS, PLAN, "Beslut.", 1)
    assert findings(plan_store) == []


def test_withdrawn_the_old_target_holds_again_and_restored_the_new(plan_store):
    made = change(plan_store, table(plan_store).assign(värde="34"))
    then = spanned(plan_store)[1]
    withdraw(plan_store, made, ACTOR, "")
    assert held(plan_store) == {OWN: 30.0}
    assert held(plan_store, as_of=then) == {OWN: 34.0}
    assert held(plan_store, as_of=just_before(plan_store, made)) == {OWN: 30.0}
    restore(plan_store, made, ACTOR, "")
    assert held(plan_store) == {OWN: 34.0}
    assert findings(plan_store) == []


def test_each_edit_is_withdrawn_by_itself(plan_store):
    first = change(plan_store, table(plan_store).assign(värde="34"))
    change(plan_store, table(plan_store, "hfi_chefer").assign(värde="6"), "hfi_chefer")
    withdraw(plan_store, first, ACTOR, "")
    assert held(plan_store) == {OWN: 30.0}
    assert held(plan_store, "hfi_chefer") == {"hfi_chefer_2025": 6.0}


def test_a_target_added_and_one_removed(plan_store):
    added = change(plan_store, with_new(table(plan_store)))
    assert held(plan_store) == {OWN: 30.0, "halsosamtal_1": 32.5}
    removed = change(plan_store, table(plan_store).iloc[1:])
    assert held(plan_store) == {"halsosamtal_1": 32.5}
    assert findings(plan_store) == []
    withdraw(plan_store, added, ACTOR, "")
    assert held(plan_store) == {}
    withdraw(plan_store, removed, ACTOR, "")
    assert held(plan_store) == {OWN: 30.0}


def test_a_new_target_never_takes_the_code_of_one_that_was(plan_store):
    change(plan_store, with_new(table(plan_store)))
    gone = change(plan_store, table(plan_store).iloc[:1])
    change(plan_store, with_new(table(plan_store), värde="40"))
    assert held(plan_store) == {OWN: 30.0, "halsosamtal_2": 40.0}
    withdraw(plan_store, gone, ACTOR, "")
    assert held(plan_store) == {OWN: 30.0, "halsosamtal_1": 32.5, "halsosamtal_2": 40.0}


def test_a_plan_read_in_later_holds_until_it_is_withdrawn(plan_store, plan_folder):
    change(plan_store, with_new(table(plan_store).assign(värde="34")))
    again = commit_plan(plan_store, read_plan(plan_folder), ACTOR)
    assert held(plan_store) == {OWN: 30.0}
    change(plan_store, table(plan_store).assign(värde="35"))
    assert held(plan_store) == {OWN: 35.0}
    withdraw(plan_store, again, ACTOR, "")
    assert held(plan_store) == {OWN: 35.0, "halsosamtal_1": 32.5}
    assert findings(plan_store) == []


def test_targets_of_a_withdrawn_plan_do_not_hold(plan_store):
    change(plan_store, table(plan_store).assign(värde="34"))
    [plan] = [one.id for one in deliveries(plan_store) if one.kind is DeliveryKind.PLAN]
    withdraw(plan_store, plan, ACTOR, "")
    assert targets(plan_store).empty
    assert findings(plan_store) == []


def test_the_same_code_in_another_plan_is_another_target(plan_store, tmp_path):
    """And a riktvärde, which belongs to no plan, is changed in the plan that it was read in with."""
    files = {name: text.replace("t1;vantan", f"{OWN};vantan") for name, text in FILES.items()}
    commit_plan(plan_store, read_plan(write(tmp_path, files), UNITS), ACTOR)
    change(plan_store, table(plan_store).assign(värde="34"))
    assert targets(plan_store).query("code == @OWN")["value"].tolist() == [34.0, 12.5]
    assert editable(plan_store, PLAN, "vantan", "0099").empty
    assert editable(plan_store, "sjobo-2030", "vantan", "n1")["kod"].tolist() == ["t3", "t6"]
    assert riktvarden_of_others(plan_store, PLAN, "vantan", "n1") == ["sjobo-2030"]
    assert riktvarden_of_others(plan_store, "sjobo-2030", "vantan", "n1") == []
    assert riktvarden_of_others(plan_store, PLAN, CODE, UNIT) == []


def test_what_is_no_longer_interpreted_is_not_said_to_be(plan_store):
    def marks():
        found = plans.plan(plan_store, PLAN).interpretations.query("entity == 'target' and code == @OWN")
        return found["field"].tolist()

    assert marks() == ["unit", "kind", "first_year", "last_year"]
    made = change(plan_store, table(plan_store).assign(**{"värde": "34", "till år": "2026"}))
    assert marks() == ["unit", "kind", "first_year"]
    change(plan_store, table(plan_store).iloc[:0])
    assert marks() == []
    assert plans.plan(plan_store, PLAN, just_before(plan_store, made)).interpretations["code"].eq(OWN).sum() == 4


def test_what_is_shown_before_is_what_follows_after(plan_store):
    rows = "nyckeltal;enhet;period;kön;värde\n" + "".join(f"{CODE};{UNIT};2025;{g};33\n" for g in "KMT")
    stored(plan_store, check(plan_store, rows.encode(), "a.csv"), ACTOR)
    now = follow_up(plan_store, PLAN, Period.year(2025), DataMode.REAL)
    after = with_new(table(plan_store).assign(värde="34"))
    checked = check_targets(plan_store, PLAN, CODE, table(plan_store), after)
    expected = with_targets(now, checked.applied(now.targets))
    commit_targets(plan_store, checked, ACTOR, "Beslut.")
    then = follow_up(plan_store, PLAN, Period.year(2025), DataMode.REAL)
    assert_frame_equal(expected.assessed, then.assessed)
    assert not now.assessed["status"].equals(then.assessed["status"])


def test_the_file_that_is_kept_says_what_was_changed(plan_store, tmp_path):
    made = change(plan_store, with_new(table(plan_store)).iloc[1:])
    [about] = [one for one in deliveries(plan_store) if one.id == made]
    lines = kept(plan_store, about.file_sha256).decode().splitlines()
    assert [line.rpartition(";")[2] for line in lines] == ["borttaget", "", "ja"]
    assert about.file_name == "malvarden-halsosamtal.csv"
    rest = tmp_path / "malvarden.csv"
    rest.write_text("\n".join(line.rpartition(";")[0] for line in lines), encoding="utf-8")
    assert [(row["code"], row["value"]) for row in read_table(rest, FILE_COLUMNS)] == [
        ("halsosamtal_1", 32.5), (OWN, 30.0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("and d.id > p.id", "and false"), ("order by d.id desc", "order by d.id"), ("d.id > p.id", "d.id <> p.id"),
     ("where removed is distinct from true", "where true")],
)  # fmt: skip
def test_pages_that_show_other_targets_than_the_deliveries_say_are_found(
    plan_store, plan_folder, monkeypatch, right, wrong
):
    change(plan_store, with_new(table(plan_store).assign(värde="34")))
    commit_plan(plan_store, read_plan(plan_folder), ACTOR)
    change(plan_store, table(plan_store).assign(värde="35"))
    change(plan_store, table(plan_store, "hfi_chefer").iloc[:0], "hfi_chefer")
    assert findings(plan_store) == []
    assert right in target_store._STANDING
    monkeypatch.setattr(target_store, "_STANDING", target_store._STANDING.replace(right, wrong))
    [finding] = findings(plan_store)
    assert "av de målvärden som sidorna visar" in finding


BROKEN = {
    "not a number": ({"värde": "trettio"}, [("plan-not-a-number", 1, "värde")]),
    "no value": ({"värde": ""}, [("plan-target-needs", 1, "värde")]),
    "one bound": ({"villkor": "mellan"}, [("plan-target-needs", 1, "övre värde")]),
    "bounds": ({"villkor": "mellan", "övre värde": "3"}, [("plan-range-reversed", 1, "övre värde")]),
    "unused": ({"övre värde": "40"}, [("plan-target-unused", 1, "övre värde")]),
    "no base": ({"villkor": "förändring minst"}, [("plan-target-needs", 1, "basår")]),
    "years": ({"till år": "2024"}, [("plan-years-reversed", 1, "till år")]),
    "tolerance": ({"tolerans": "-1"}, [("plan-negative", 1, "tolerans")]),
    "unknown unit": ({"enhet": "9999"}, [("plan-unit-unknown", 1, "enhet")]),
    "unknown word": ({"villkor": "gärna"}, [("plan-word-unknown", 1, "villkor")]),
    "nobody decided": ({"beslutad av": " "}, [("plan-cell-missing", 1, "beslutad av")]),
    "two faults": ({"värde": "x", "från år": "i år"}, [("plan-not-a-number", 1, "värde"),
                                                       ("plan-not-a-year", 1, "från år")]),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_a_plan_file_may_not_say_the_table_may_not_say(plan_store, name):
    cells, expected = BROKEN[name]
    with pytest.raises(UserError) as caught:
        check_targets(plan_store, PLAN, CODE, table(plan_store), table(plan_store).assign(**cells))
    assert faults(caught) == expected


def test_two_targets_of_the_same_are_refused(plan_store):
    twice = with_new(table(plan_store), **{"från år": "2025", "till år": "2025"})
    with pytest.raises(UserError) as caught:
        check_targets(plan_store, PLAN, CODE, table(plan_store), twice)
    assert faults(caught) == [("plan-row-twice", 2, "nyckeltal")]


def test_a_gender_of_a_nyckeltal_that_is_not_split_is_refused(plan_store):
    with pytest.raises(UserError) as caught:
        check_targets(
            plan_store,
            PLAN,
            "soliditet",
            table(plan_store, "soliditet"),
            table(plan_store, "soliditet").assign(kön="K"),
        )
    assert faults(caught) == [("plan-target-not-split", 1, "kön")]


def test_a_nyckeltal_that_the_plan_does_not_follow_gets_no_target(plan_store):
    with pytest.raises(UserError) as caught:
        check_targets(plan_store, PLAN, "nix", table(plan_store, "nix"), with_new(table(plan_store, "nix")))
    assert caught.value.key == "plan-indicator-unknown"


@pytest.mark.parametrize(
    ("actor", "reason", "key"),
    [(Actor("Anna"), "Beslut.", "not-allowed"), (Actor(" ", may_write=True), "Beslut.", "name-missing"),
     (ACTOR, " ", "targets-reason-missing")],
)  # fmt: skip
def test_who_may_not_write_and_who_says_no_reason_store_nothing(plan_store, actor, reason, key):
    before = plan_store.version()
    with pytest.raises(UserError) as caught:
        change(plan_store, table(plan_store).assign(värde="34"), actor=actor, reason=reason)
    assert caught.value.key == key
    assert plan_store.version() == before


def test_nothing_is_stored_when_the_targets_have_changed_since(plan_store):
    begun = table(plan_store)
    checked = check_targets(plan_store, PLAN, CODE, begun, begun.assign(värde="34"))
    change(plan_store, begun.assign(värde="31"))
    with pytest.raises(UserError) as caught:
        commit_targets(plan_store, checked, ACTOR, "Beslut.")
    assert caught.value.key == "targets-changed"
    assert held(plan_store) == {OWN: 31.0}
    again = check_targets(plan_store, PLAN, CODE, begun, begun.assign(värde="34"))
    assert [(one.before["value"], one.after["value"]) for one in again.changes] == [("31", "34")]
    commit_targets(plan_store, again, ACTOR, "Beslut.")
    assert held(plan_store) == {OWN: 34.0}


def test_changes_of_others_elsewhere_in_the_table_stay(plan_store):
    change(plan_store, with_new(table(plan_store)))
    begun = table(plan_store)
    change(plan_store, begun.assign(värde=["30", "36"]))
    change(plan_store, begun.assign(värde=["31", "32,5"]))
    mine = check_targets(plan_store, PLAN, CODE, begun, begun.assign(värde=["29", "32,5"]))
    commit_targets(plan_store, mine, ACTOR, "Beslut.")
    assert held(plan_store) == {OWN: 29.0, "halsosamtal_1": 32.5}


def test_what_says_the_same_is_no_change(plan_store):
    begun = table(plan_store)
    blank = pd.DataFrame([{"enhet": UNIT, "periodslag": "år", "slag": "målvärde"}])
    for after in (begun, begun.assign(värde="30,0"), begun.assign(kön=None), pd.concat([begun, blank])):
        assert check_targets(plan_store, PLAN, CODE, begun, after) is None
    gone = begun.iloc[:0]
    change(plan_store, gone)
    assert check_targets(plan_store, PLAN, CODE, begun, gone) is None, "somebody else has removed it"


numbers = st.floats(-(10**6), 10**6).map(lambda value: value + 0.0).map(exact)
years = st.one_of(st.just(""), st.integers(1990, 2040).map(str))
texts = st.text(st.sampled_from("abåäö ;,\"'=+-@<0123456789"), min_size=1, max_size=12).map(str.strip).filter(bool)


@st.composite
def rows(draw):
    """One target's cells, right by the rules."""
    kind = draw(st.sampled_from(["minst", "högst", "under", "mellan", "förändring minst", "lägre än jämförelsen"]))
    first, last = sorted(draw(st.tuples(st.integers(1990, 2040), st.integers(1990, 2040))))
    low, high = sorted(draw(st.tuples(st.integers(-999, 999), st.integers(-999, 999))))
    numbered = kind != "lägre än jämförelsen"
    return {
        "kod": "", "enhet": draw(st.sampled_from(["", UNIT])), "kön": draw(st.sampled_from(["", "K", "M", "T"])),
        "periodslag": draw(st.sampled_from(["år", "månad", "3 år"])), "villkor": kind,
        "värde": exact(low) if kind == "mellan" else draw(numbers) if numbered else "",
        "övre värde": exact(high) if kind == "mellan" else "", "nås år": "",
        "basår": str(first) if kind == "förändring minst" else "",
        "jämförs med": "0000" if kind == "lägre än jämförelsen" else "",
        "från år": str(first), "till år": str(last),
        "tolerans": draw(st.sampled_from(["", "1,5"])) if numbered else "",
        "slag": draw(st.sampled_from(["målvärde", "riktvärde"])), "beslutad av": draw(texts), "i texten": draw(texts),
        "källa": draw(st.one_of(st.just(""), texts)),
    }  # fmt: skip


SCOPE = ("enhet", "kön", "periodslag", "slag", "från år", "till år")
tables = st.lists(rows(), max_size=4, unique_by=lambda row: tuple(row[name] for name in SCOPE))


def cells(of):
    return sorted(tuple(row.values())[1:] for row in of[list(HEADERS.values())].to_dict("records"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=tables, stayed=st.sets(st.integers(0, 5)))
def test_the_plan_has_what_the_table_said(plan_store, wanted, stayed):
    before = table(plan_store)
    scopes = {tuple(row[name] for name in SCOPE) for row in wanted}
    named = [tuple(row[name] for name in SCOPE) for row in before.to_dict("records")]
    stay = before[[at in stayed and scope not in scopes for at, scope in enumerate(named)]]
    after = pd.concat([stay, pd.DataFrame(wanted, columns=list(before.columns))], ignore_index=True)
    found = edited(before, after)
    if found.written or found.removed:
        change(plan_store, after)
    assert cells(table(plan_store)) == cells(after)

"""The consistency check finds each kind of damage, and nothing in a store that is whole."""

import random

import pytest
from store_making import WRITER, deliver, outcome, registers

from kpi.model import Origin
from kpi.store.check import findings
from kpi.store.check_rules import TABLES
from kpi.store.deliveries import restore, withdraw


@pytest.fixture
def whole(store):
    registers(store)
    first = deliver(store, [outcome(1.0), outcome(2.0, gender="K"), outcome(None, gender="M", status="missing")])
    deliver(store, [outcome(3.0), outcome(4.0, "b", "0000", lower=3.0, upper=5.0)])
    deliver(store, [outcome(9.0)], Origin.EXAMPLE)
    withdraw(store, first, WRITER, "")
    restore(store, first, WRITER, "")
    return store


TARGET = """insert into target
    (delivery_id, code, plan, indicator, unit, gender, period_kind, kind, value, origin, decided_by, printed, source)
    values ({}, 't', null, 'a', null, {}, 'year', '{}', {}, 'guideline', '', '', '')"""

TEXT = """insert into comment (delivery_id, indicator, unit, period_kind, period_start, kind, code, text, author,
    author_role, written_on, responsible, expected_effect, state, marked_by)
    values (2, 'a', '0023', 'year', '2024-01-01', '{}', 'x', '', '', '', '2024-02-01', '', '', '{}', '')"""
STEP = """insert into action_follow_up
    values ({}, 'a', '0023', 'year', '2024-01-01', 'x', '2024-03-01', '{}', '', '', '')"""

DAMAGE = {
    "delivery 99 ": ("insert into observation by name select * replace (99 as delivery_id) from observation limit 1",
                     "observation: 1 rader hör till leveranser som inte finns (99)"),
    "row lost": ("delete from observation where delivery_id = 3 and indicator = 'b'",
                 "Leverans 3 säger sig ha 2 rader men har 1"),
    "duplicate": ("insert into observation select * from observation where delivery_id = 4",
                  "står två gånger i samma leverans (4)"),
    "same id": ("insert into delivery select * replace (created_at + interval 1 day as created_at) from delivery "
                "where id = 4", "samma nummer: 4"),
    "unknown unit": ("update observation set unit = '7777' where delivery_id = 3",
                     "hänvisar i unit till något som inte finns i unit (7777)"),
    "unknown indicator": ("update observation set indicator = 'x' where delivery_id = 4", "inte finns i indicator (x)"),
    "unknown gender": ("update observation set gender = 'X' where delivery_id = 4", "okänt ord i gender (X)"),
    "unknown status": ("update observation set status = 'kanske' where delivery_id = 4", "okänt ord i status (kanske)"),
    "unknown origin": ("update delivery set origin = 'rykte' where id = 3", "okänt ord i origin (rykte)"),
    "target without a value": (TARGET.format(2, "null", "at_least", "null"), "Målvärdet t i leverans 2 saknar value"),
    "target without a base": (TARGET.format(2, "'K'", "change_at_most", "-42"), "saknar base_year"),
    "target of another plan": (TARGET.format(2, "null", "at_most", "1").replace("'t', null", "'t', 'p'"),
                               "Målvärdet t i leverans 2 hör till planen p"),
    "targets of no plan": ("update delivery set kind = 'targets' where id = 3",
                           "hänvisar i subject till något som inte finns i plan (test)"),
    "order": ("update delivery set created_at = created_at - interval 1 day where id = 3", "nummerordning: 3"),
    "event twice": ("insert into delivery_event select * replace (happened_at + interval 1 day as happened_at) "
                    "from delivery_event where event = 'restored'", "Leverans 2 är inte återkallad och återställd"),
    "event of nothing": ("insert into delivery_event values (50, 'withdrawn', now()::timestamp, '', '')",
                         "hänvisar i delivery_id till något som inte finns i delivery (50)"),
    "unknown kind of text": (TEXT.format("gissning", "final"), "comment: 1 rader har ett okänt ord i kind (gissning)"),
    "neither draft nor final": (TEXT.format("action", "kanske"), "okänt ord i state (kanske)"),
    "the same text twice": (f"{TEXT.format('action', 'final')}; {TEXT.format('action', 'draft')}",
                            "comment: 1 rader står två gånger i samma leverans (2)"),
    "follow-up of no measure": (STEP.format(2, "done"), "hänvisar i action till något som inte finns i comment (x)"),
    "unknown status of a measure": (STEP.format(2, "snart"), "action_follow_up: 1 rader har ett okänt ord i status"),
    "the same follow-up twice": (f"{STEP.format(2, 'done')}; {STEP.format(2, 'done')}",
                                 "action_follow_up: 1 rader står två gånger"),
    "follow-up of no delivery": (STEP.format(99, "done"), "action_follow_up: 1 rader hör till leveranser som inte"),
    "goal without its plan": ("insert into goal values (2, 'p', 'm', null, 'mål', 1, '', '', '', '', '', null)",
                              "goal: 1 rader hänvisar i plan till något som inte finns i plan i samma leverans (p)"),
}  # fmt: skip


def test_a_whole_store_has_no_findings(whole):
    assert findings(whole) == []


def test_an_empty_store_has_no_findings(store):
    assert findings(store) == []


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_found_and_named(whole, name):
    sql, expected = DAMAGE[name]
    with whole.transaction() as cursor:
        cursor.execute(sql)
    assert any(expected in finding for finding in findings(whole)), findings(whole)


def test_a_view_that_shows_another_value_than_the_tables_is_found(whole, monkeypatch):
    right = "order by o.delivery_id desc) = 1"
    from kpi.store import observations as module

    assert right in module.CURRENT
    monkeypatch.setattr(module, "CURRENT", module.CURRENT.replace(right, "order by o.delivery_id) = 1"))
    assert findings(whole) == ["1 av de verkliga utfall som sidorna visar är inte de som följer av leveranserna."]


def test_a_view_that_forgets_withdrawals_is_found(whole, monkeypatch):
    from kpi.store import observations as module

    withdraw(whole, 4, WRITER, "")
    monkeypatch.setattr(module, "CURRENT", module.CURRENT.replace(f"({module.LIVE})", "(select * from delivery "
        "where $as_of::timestamp is null)"))  # fmt: skip
    assert findings(whole) == ["1 av de exempelvärden som sidorna visar är inte de som följer av leveranserna."]


def test_random_histories_have_no_findings(store):
    dice = random.Random(7)
    registers(store)
    for _ in range(30):
        genders = dice.sample("KMT", dice.randint(1, 3))
        made = deliver(store, [outcome(dice.random(), gender=g) for g in genders], dice.choice(list(Origin)))
        if dice.random() < 0.5:
            withdraw(store, made, WRITER, "")
    assert findings(store) == []


def test_every_table_is_read(store):
    names = store.rows("select table_name from information_schema.tables")
    assert {row["table_name"] for row in names} - {"migration"} == set(TABLES)

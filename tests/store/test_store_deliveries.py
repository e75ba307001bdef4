"""Deliveries: all or nothing, withdrawn and restored, in an order that never contradicts the clock."""

from datetime import timedelta

import pandas as pd
import pytest
from store_making import WRITER, deliver, manifest, moment, outcome, registers

from kpi.errors import UserError
from kpi.model import Actor, DataMode, Origin
from kpi.store.check import findings
from kpi.store.deliveries import deliveries, insert, record, restore, withdraw, withdraw_examples
from kpi.store.observations import indicators_with_outcomes, observations

READER = Actor("Läsare")
NAMELESS = Actor("  ", may_write=True)


def _values(store, mode=DataMode.REAL, as_of=None):
    return observations(store, mode, as_of)["value"].tolist()


def _nothing(store):
    return store.rows("select * from delivery") == [] and store.rows("select * from delivery_event") == []


def test_a_later_delivery_supersedes_and_its_withdrawal_brings_the_earlier_back(store):
    deliver(store, [outcome(1.0), outcome(5.0, year=2023)])
    second = deliver(store, [outcome(2.0)])
    assert _values(store) == [5.0, 2.0]
    withdraw(store, second, WRITER, "fel fil")
    assert _values(store) == [5.0, 1.0]
    restore(store, second, WRITER, "rätt ändå")
    assert _values(store) == [5.0, 2.0]


def test_a_restored_delivery_takes_its_old_place_and_not_the_last(store):
    first = deliver(store, [outcome(1.0)])
    withdraw(store, first, WRITER, "")
    deliver(store, [outcome(2.0)])
    restore(store, first, WRITER, "")
    assert _values(store) == [2.0]


def test_examples_and_real_outcomes_never_meet(store):
    deliver(store, [outcome(1.0), outcome(3.0, year=2020)], Origin.EXAMPLE)
    deliver(store, [outcome(2.0)])
    deliver(store, [outcome(4.0, indicator="b")], Origin.SHIPPED)
    assert _values(store, DataMode.EXAMPLE) == [3.0, 1.0]
    assert _values(store) == [2.0, 4.0]


def test_removing_examples_withdraws_those_and_only_those(store):
    deliver(store, [outcome(1.0)], Origin.EXAMPLE)
    deliver(store, [outcome(1.5)], Origin.EXAMPLE)
    deliver(store, [outcome(2.0)])
    assert withdraw_examples(store, WRITER, "klart") == 2
    assert (_values(store, DataMode.EXAMPLE), _values(store)) == ([], [2.0])
    assert withdraw_examples(store, WRITER, "klart") == 0


def test_a_delivery_that_fails_half_way_leaves_nothing(store):
    def write(cursor, delivery_id):
        insert(cursor, "observation", pd.DataFrame([outcome(1.0)]), delivery_id)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        record(store, manifest(1), WRITER, write)
    assert _nothing(store)
    assert store.rows("select * from observation") == []


@pytest.mark.parametrize(("actor", "key"), [(READER, "not-allowed"), (NAMELESS, "name-missing")])
def test_who_may_not_write_or_has_no_name_changes_nothing(store, actor, key):
    def never(cursor, delivery_id):
        raise AssertionError

    with pytest.raises(UserError) as caught:
        record(store, manifest(1), actor, never)
    assert caught.value.key == key
    assert _nothing(store)
    made = deliver(store, [outcome(1.0)], Origin.EXAMPLE)
    for change in (withdraw, restore):
        with pytest.raises(UserError) as caught:
            change(store, made, actor, "")
        assert caught.value.key == key
    with pytest.raises(UserError):
        withdraw_examples(store, actor, "")
    assert store.rows("select * from delivery_event") == []


def test_unknown_and_repeated_changes_are_refused(store):
    made = deliver(store, [outcome(1.0)])
    for change, id_, key in [
        (withdraw, 99, "delivery-unknown"),
        (restore, 99, "delivery-unknown"),
        (restore, made, "delivery-already-restored"),
    ]:
        with pytest.raises(UserError) as caught:
            change(store, id_, WRITER, "")
        assert caught.value.key == key
    withdraw(store, made, WRITER, "")
    with pytest.raises(UserError) as caught:
        withdraw(store, made, WRITER, "")
    assert caught.value.key == "delivery-already-withdrawn"


def test_a_clock_that_goes_back_does_not_change_the_order(store):
    noon = moment(2025, 5, 1, 12)
    first = deliver(store, [outcome(1.0)], at=noon)
    deliver(store, [outcome(2.0)], at=noon - timedelta(hours=1))
    moments = [made.created_at for made in reversed(deliveries(store))]
    assert moments == sorted(set(moments))
    assert _values(store, as_of=moments[0]) == [1.0]
    assert _values(store, as_of=moments[1]) == [2.0]
    withdraw(store, first, WRITER, "", at=noon + timedelta(hours=1))
    restore(store, first, WRITER, "", at=noon)
    assert deliveries(store)[-1].withdrawn_at is None


def test_the_list_says_who_withdrew_and_why_and_when_that_was_not_yet_so(store):
    made = deliver(store, [outcome(1.0)], at=moment(2025, 1, 1))
    withdraw(store, made, Actor("Åsa Öberg", may_write=True), "fel kolumn", at=moment(2025, 2, 1))
    (now,) = deliveries(store)
    assert (now.withdrawn_by, now.withdrawn_reason, now.withdrawn_at) == (
        "Åsa Öberg", "fel kolumn", moment(2025, 2, 1),
    )  # fmt: skip
    (then,) = deliveries(store, moment(2025, 1, 15))
    assert (then.withdrawn_by, then.withdrawn_reason, then.withdrawn_at) == ("", "", None)
    assert deliveries(store, moment(2024, 12, 31)) == []


def test_the_version_changes_with_every_change(store):
    seen = [store.version()]
    made = deliver(store, [outcome(1.0)])
    seen.append(store.version())
    for change in (withdraw, restore, withdraw):
        change(store, made, WRITER, "")
        seen.append(store.version())
    assert len(set(seen)) == len(seen)


def test_a_removed_value_is_not_there_and_the_store_agrees_with_its_deliveries(store):
    registers(store)
    deliver(store, [outcome(1.0), outcome(5.0, year=2023)])
    removal = deliver(store, [outcome(None, status="removed")])
    assert _values(store) == [5.0]
    assert findings(store) == []
    assert indicators_with_outcomes(store, DataMode.REAL, ["a", "b"]) == {"a"}
    deliver(store, [outcome(None, year=2023, status="removed")])
    assert indicators_with_outcomes(store, DataMode.REAL, ["a", "b"]) == set()
    withdraw(store, removal, WRITER, "fel")
    assert _values(store) == [1.0]

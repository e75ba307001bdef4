"""What the store shows, now and as of every earlier moment, beside a replay in plain Python."""

import random
from datetime import timedelta

import pytest
from store_making import WRITER, deliver, moment, outcome

from kpi.model import DataMode, Origin
from kpi.store import Store
from kpi.store.deliveries import restore, withdraw
from kpi.store.observations import observations

STEPS = 25
KEYS = [(gender, year) for gender in "KMT" for year in (2022, 2023)]


def _replayed(history, moment, mode):
    """The value of each key at a moment: the last delivery that had been made and was not withdrawn then."""
    made, withdrawn = {}, set()
    for at, what, id_, origin, rows in history:
        if at > moment:
            break
        if what == "deliver":
            made[id_] = (origin, rows)
        elif what == "withdraw":
            withdrawn.add(id_)
        else:
            withdrawn.discard(id_)
    current = {}
    for id_ in sorted(made):
        origin, rows = made[id_]
        if id_ not in withdrawn and (origin is Origin.EXAMPLE) == (mode is DataMode.EXAMPLE):
            current.update(rows)
    return current


def _shown(store, moment, mode):
    found = observations(store, mode, moment)
    return {(row.gender, row.period_start.year): row.value for row in found.itertuples()}


def _act(store, dice, at, withdrawn, made):
    """One random change, in the store and as a line of history."""
    choice = dice.random()
    standing = [id_ for id_ in made if id_ not in withdrawn]
    if choice < 0.25 and standing:
        id_ = dice.choice(standing)
        withdraw(store, id_, WRITER, "", at=at)
        withdrawn.add(id_)
        return at, "withdraw", id_, None, None
    if choice < 0.45 and withdrawn:
        id_ = dice.choice(sorted(withdrawn))
        restore(store, id_, WRITER, "", at=at)
        withdrawn.discard(id_)
        return at, "restore", id_, None, None
    origin = dice.choice(list(Origin))
    rows = {key: round(dice.uniform(0, 100), 3) for key in dice.sample(KEYS, dice.randint(1, len(KEYS)))}
    frame = [outcome(value, gender=gender, year=year) for (gender, year), value in rows.items()]
    id_ = deliver(store, frame, origin, at=at)
    made.append(id_)
    return at, "deliver", id_, origin, rows


@pytest.mark.parametrize("seed", range(5))
def test_every_moment_of_a_random_history_can_be_seen_again(tmp_path, seed):
    dice, start = random.Random(seed), moment(2025, 1, 1)
    store = Store.open(tmp_path / "kpi.duckdb")
    withdrawn, made, history = set(), [], []
    moments = [start + timedelta(hours=hour) for hour in range(STEPS)]
    for at in moments:
        history.append(_act(store, dice, at, withdrawn, made))
    between = [at + timedelta(minutes=dice.choice((-1, 0, 1))) for at in moments]
    for mode in DataMode:
        for seen in between:
            assert _shown(store, seen, mode) == _replayed(history, seen, mode), seen
        assert _shown(store, None, mode) == _replayed(history, moments[-1], mode)
    assert {what for _, what, *_ in history} == {"deliver", "withdraw", "restore"}
    store.close()


def test_filters_take_only_what_they_name(store):
    rows = [outcome(1.0), outcome(2.0, indicator="b"), outcome(3.0, unit="0000"), outcome(4.0, "b", "0000")]
    deliver(store, rows)
    assert observations(store, DataMode.REAL, units=["0000"])["value"].tolist() == [3.0, 4.0]
    assert observations(store, DataMode.REAL, indicators=["b"])["value"].tolist() == [4.0, 2.0]
    assert observations(store, DataMode.REAL, units=["0023"], indicators=["b"])["value"].tolist() == [2.0]
    assert observations(store, DataMode.REAL, indicators=[]).empty

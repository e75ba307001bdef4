"""Many threads on one store: no failure, no half delivery seen, nothing lost."""

import threading
from concurrent.futures import ThreadPoolExecutor

from store_making import WRITER, deliver, outcome

from kpi.model import DataMode
from kpi.store.deliveries import deliveries, withdraw
from kpi.store.observations import observations

WRITERS, EACH, READERS, ROWS = 4, 8, 6, 50


def test_writers_and_readers_together(store):
    over, torn = threading.Event(), []

    def write(writer):
        for turn in range(EACH):
            value = float(writer * EACH + turn)
            rows = [outcome(value, year=1950 + n) for n in range(ROWS)]
            made = deliver(store, rows)
            if turn % 3 == 2:
                withdraw(store, made, WRITER, "")

    def read(_):
        reads = 0
        while not over.is_set():
            seen = observations(store, DataMode.REAL)
            if len(seen) not in (0, ROWS) or seen["value"].nunique() > 1:
                torn.append(seen)
            reads += 1
        return reads

    with ThreadPoolExecutor(WRITERS + READERS) as pool:
        readers = [pool.submit(read, n) for n in range(READERS)]
        try:
            list(pool.map(write, range(WRITERS)))
        finally:
            over.set()
        assert all(reader.result() > 0 for reader in readers)
    assert torn == []
    made = deliveries(store)
    assert [delivery.id for delivery in reversed(made)] == list(range(1, WRITERS * EACH + 1))
    assert store.rows("select count(*) as n from observation") == [{"n": WRITERS * EACH * ROWS}]
    standing = max(delivery.id for delivery in made if delivery.withdrawn_at is None)
    assert set(observations(store, DataMode.REAL)["delivery_id"]) == {standing}

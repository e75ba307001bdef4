"""The store's own consistency, found out apart from the code that writes and reads it: in pandas, from the tables.

DuckLake has no keys, so nothing in the database itself refuses a row that belongs nowhere. Each finding is a
sentence that says what is wrong, in which table, and in which deliveries.
"""

from collections.abc import Callable, Iterator

import pandas as pd

from kpi.model import DataMode, ObservationStatus, Origin
from kpi.store.check_rules import ANYWHERE, COUNTED, EITHER, TABLES, UNIQUE, WITHIN, WORDS
from kpi.store.check_targets import target_rows, target_standing
from kpi.store.connection import Store
from kpi.store.kept_files import damaged
from kpi.store.observations import KEY, VALUES, observations
from kpi.words import say

Tables = dict[str, pd.DataFrame]
MOST_NAMED = 5


def findings(store: Store, progress: Callable[[str, float], None] = lambda what, share: None) -> list[str]:
    """What is wrong in the store, in words; empty when all is well. Writers wait meanwhile."""
    rules = (_orphans, _counts, _duplicates, _references, _words, target_rows, _order)
    with store.transaction() as cursor:
        tables = {name: cursor.execute(f"select * from {name}").df() for name in TABLES}
        found = []
        for at, rule in enumerate(rules):
            progress(say("cli-doing-check"), at / (len(rules) + 1))
            found += list(rule(tables))
        progress(say("cli-doing-check"), len(rules) / (len(rules) + 1))
        found += target_standing(tables, _live(tables), store)
        return [*found, *_current(tables, store), *_files(tables, store)]


def _files(tables: Tables, store: Store) -> Iterator[str]:
    """The delivered files are what they were."""
    made = tables["delivery"]
    for sha256 in damaged(store):
        yield say("check-file", ids=_named(made.loc[made["file_sha256"].eq(sha256), "id"]) or "–")


def _named(values: pd.Series) -> str:
    shown = [str(value) for value in values.drop_duplicates()]
    return ", ".join(shown[:MOST_NAMED]) + (", …" if len(shown) > MOST_NAMED else "")


def _orphans(tables: Tables) -> Iterator[str]:
    known = tables["delivery"]["id"]
    for name in TABLES[2:]:
        lost = tables[name].loc[~tables[name]["delivery_id"].isin(known), "delivery_id"]
        if len(lost):
            yield say("check-orphans", table=name, n=len(lost), ids=_named(lost))


def _counts(tables: Tables) -> Iterator[str]:
    rows = {name: table["delivery_id"].value_counts() for name, table in tables.items() if name != "delivery"}
    for made in tables["delivery"].to_dict("records"):
        names = COUNTED.get(made["kind"], ())
        held = sum(int(rows[name].get(made["id"], 0)) for name in names)
        if names and held != made["row_count"]:
            yield say("check-count", id=str(made["id"]), said=int(made["row_count"]), held=held)


def _duplicates(tables: Tables) -> Iterator[str]:
    twice = tables["delivery"]["id"][tables["delivery"]["id"].duplicated()]
    if len(twice):
        yield say("check-same-id", ids=_named(twice))
    for name, key in UNIQUE.items():
        again = tables[name].loc[tables[name].duplicated(["delivery_id", *key]), "delivery_id"]
        if len(again):
            yield say("check-duplicates", table=name, n=len(again), ids=_named(again))


def _references(tables: Tables) -> Iterator[str]:
    for name, column, others, key in (*((n, c, (other,), k) for n, c, other, k in ANYWHERE), *EITHER):
        values = tables[name][column].dropna()
        lost = values[~values.isin(pd.concat([tables[other][key] for other in others]))]
        if len(lost):
            named = " / ".join(others)
            yield say("check-reference", table=name, column=column, n=len(lost), values=_named(lost), other=named)
    for name, column, other, key in WITHIN:
        rows = tables[name].dropna(subset=[column])
        there = pd.MultiIndex.from_frame(tables[other][["delivery_id", key]])
        lost = rows.loc[~pd.MultiIndex.from_frame(rows[["delivery_id", column]]).isin(there), column]
        if len(lost):
            yield say(
                "check-reference-within", table=name, column=column, n=len(lost), values=_named(lost), other=other
            )


def _words(tables: Tables) -> Iterator[str]:
    for (name, column), known in WORDS.items():
        values = tables[name][column].dropna()
        strange = values[~values.isin([word.value for word in known])]
        if len(strange):
            yield say("check-word", table=name, column=column, n=len(strange), values=_named(strange))


def _order(tables: Tables) -> Iterator[str]:
    made = tables["delivery"].sort_values("id")
    late = made.loc[made["created_at"].diff() <= pd.Timedelta(0), "id"]
    if len(late):
        yield say("check-order", ids=_named(late))
    for delivery_id, events in tables["delivery_event"].sort_values("happened_at").groupby("delivery_id"):
        expected = ["withdrawn", "restored"] * len(events)
        if list(events["event"]) != expected[: len(events)] or events["happened_at"].duplicated().any():
            yield say("check-events", id=str(delivery_id))


def _live(tables: Tables) -> pd.DataFrame:
    """The deliveries that count now."""
    last = tables["delivery_event"].sort_values("happened_at").groupby("delivery_id")["event"].last()
    withdrawn = last.index[last.eq("withdrawn")]
    return tables["delivery"][~tables["delivery"]["id"].isin(withdrawn)]


def _current(tables: Tables, store: Store) -> Iterator[str]:
    """The view that pages show, beside one derived here: live deliveries in order, the last value of each key."""
    live = _live(tables)[["id", "origin"]]
    rows = tables["observation"].merge(live, left_on="delivery_id", right_on="id").sort_values("delivery_id")
    for mode in DataMode:
        own = rows[rows["origin"].eq(Origin.EXAMPLE) == (mode is DataMode.EXAMPLE)]
        derived = own.drop_duplicates(KEY, keep="last")
        derived = derived[derived["status"].ne(ObservationStatus.REMOVED)]
        differing = _differing(derived, observations(store, mode))
        if differing:
            yield say("check-current", mode=say(f"check-mode-{mode}"), n=differing)


def _differing(left: pd.DataFrame, right: pd.DataFrame) -> int:
    """How many keys stand on one side only, or with another value."""
    columns = [*VALUES, "delivery_id", "source_sheet", "source_row"]
    both = left[[*KEY, *columns]].merge(right[[*KEY, *columns]], on=KEY, how="outer", indicator=True)
    alike = both["_merge"].eq("both")
    for column in columns:
        one, other = both[f"{column}_x"], both[f"{column}_y"]
        alike &= one.eq(other) | (one.isna() & other.isna())
    return int((~alike).sum())

"""Values edited in a table: stored, the store says what the table said; what was not touched is not delivered."""

import itertools
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingest_store import ACTOR

from accepting import stored
from kpi.errors import UserError
from kpi.ingest.by_hand import COLUMNS, delivery, table
from kpi.ingest.upload import check
from kpi.model import DataMode, Period, PeriodKind
from kpi.store import Store
from kpi.store.observations import observations
from kpi.words import exact, period

CODE, UNIT = "soliditet", "0023"
PERIODS = [Period.year(2024), Period.year(2025), Period(date(2025, 5, 1), PeriodKind.TERTIAL),
           Period(date(2025, 3, 1), PeriodKind.MONTH), Period(date(2025, 3, 17), PeriodKind.DAY),
           Period(date(2024, 7, 1), PeriodKind.SCHOOL_YEAR), Period(date(2015, 1, 1), PeriodKind.YEARS_3)]  # fmt: skip
numbers = st.floats(-(10**6), 10**6).map(lambda value: value + 0.0) | st.integers(-9999999, 9999999).map(
    lambda value: value / 1000
)
comments = st.text(st.sampled_from("abcåäö ;,\"'=+-@0123456789"), max_size=12).map(str.strip)


@st.composite
def said(draw: st.DrawFn) -> tuple[str, ...]:
    """What a row says of its period and gender: the cells of `COLUMNS` after those."""
    status, comment = draw(st.sampled_from(["", "", "preliminärt", "saknas", "ej tillämpligt"])), draw(comments)
    if status not in ("", "preliminärt"):
        return ("", "", "", "", "", status, comment)
    low, value, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    interval = (exact(low), exact(high)) if draw(st.booleans()) else ("", "")
    parts = (exact(draw(numbers)), exact(abs(draw(numbers)) + 1)) if draw(st.booleans()) else ("", "")
    return (exact(value), *parts, *interval, status, comment)


keys = st.sampled_from(list(itertools.product(PERIODS, "KMT")))
tables = st.dictionaries(keys, said(), max_size=6)


def frame(rows: dict[tuple[Period, str], tuple[str, ...]]) -> pd.DataFrame:
    cells = [(period(which), gender, *rest) for (which, gender), rest in rows.items()]
    return pd.DataFrame(cells, columns=list(COLUMNS), dtype=object)


def held(store: Store) -> pd.DataFrame:
    return table(observations(store, DataMode.REAL, indicators=[CODE], units=[UNIT]))


def deliver(store: Store, before: pd.DataFrame, after: pd.DataFrame) -> int:
    """Store what differs; how many rows that was."""
    content = delivery(CODE, UNIT, before, after)
    if not content:
        return 0
    checked = check(store, content, "inskrivet.csv")
    stored(store, checked, ACTOR)
    return len(checked.rows)


def cells(of: pd.DataFrame) -> list[tuple[str, ...]]:
    return sorted(of[list(COLUMNS)].itertuples(index=False, name=None))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=tables, second=tables, kept=st.sets(keys))
def test_the_store_says_what_the_table_said(store, first, second, kept):
    deliver(store, held(store), frame(first))
    before = held(store)
    assert cells(before) == cells(frame(first))
    then = {**second, **{key: first[key] for key in kept & first.keys()}}
    differing = {key for key in first.keys() | then.keys() if first.get(key) != then.get(key)}
    assert deliver(store, before, frame(then)) == len(differing)
    assert cells(held(store)) == cells(frame(then))


def start(store: Store, *rows: tuple[str, ...]) -> pd.DataFrame:
    """The table of a store with these rows."""
    deliver(store, held(store), pd.DataFrame(list(rows), columns=list(COLUMNS)))
    return held(store)


PLAIN = ("2025", "K", "12,5", "", "", "12", "13", "preliminärt", "Obs")


@pytest.mark.parametrize("text", ["1,234", "−1,234", "1,234 %", "1\u00a0234,5", "1234,567"])
def test_a_comma_is_a_decimal_comma(store, text):
    after = pd.DataFrame([("2025", "K", text, *[""] * 6)], columns=list(COLUMNS))
    deliver(store, held(store), after)
    [value] = observations(store, DataMode.REAL)["value"]
    plain = text.replace("\u00a0", "").replace("−", "-").replace(",", ".").removesuffix(" %")
    assert value == float(plain)


def test_a_changed_value_keeps_what_the_table_does_not_show(store):
    before = start(store, PLAIN)
    after = before.assign(värde="12,75")
    deliver(store, before, after)
    [now] = observations(store, DataMode.REAL).to_dict("records")
    assert (now["value"], now["lower"], now["upper"], now["comment"]) == (12.75, 12.0, 13.0, "Obs")


def test_what_says_the_same_is_not_delivered(store):
    before = start(store, PLAIN)
    other_words = before.assign(period=" 2025 ", kön="kvinnor")
    blank = pd.DataFrame([[None] * len(COLUMNS)], columns=list(COLUMNS))
    assert delivery(CODE, UNIT, before, pd.concat([other_words, blank], ignore_index=True)) == b""


def test_a_row_written_twice_is_refused(store):
    before = start(store, PLAIN)
    twice = pd.concat([before, before.assign(värde="13")], ignore_index=True)
    with pytest.raises(UserError, match="står redan på rad 2"):
        check(store, delivery(CODE, UNIT, before, twice), "inskrivet.csv")


@pytest.mark.parametrize(
    ("name", "text"), [("kommentar", "Kolla."), ("värde", "4"), ("period", "2024"), ("kön", "T"), ("täljare", "3")]
)
def test_a_protected_value_is_not_lost(name, text):
    before = pd.DataFrame([("2025", "K", *[""] * 5, "skyddat", "")], columns=list(COLUMNS))
    assert delivery(CODE, UNIT, before, before) == b""
    with pytest.raises(UserError, match="skyddad"):
        delivery(CODE, UNIT, before, before.assign(**{name: text}))
    written_anew = before.assign(kommentar="Kolla.").set_axis([7])
    with pytest.raises(UserError, match="skyddad"):
        delivery(CODE, UNIT, before, written_anew)


def test_a_protected_value_can_be_replaced_and_removed():
    before = pd.DataFrame([("2025", "K", *[""] * 5, "skyddat", "")], columns=list(COLUMNS))
    assert b"2025;K;4;;;;;;" in delivery(CODE, UNIT, before, before.assign(värde="4", status=""))
    assert b"2025;K;;;;;;borttaget;" in delivery(CODE, UNIT, before, before.iloc[:0])

"""The client: what it asks, how it waits, and what it never does."""

import json

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kolada_server import METADATA, broken, busy, endless, moved, says, silent, value
from kpi.errors import UserError
from kpi.settings import settings
from kpi.sources import polite, shapes
from kpi.sources.kolada import IDS_PER_SEGMENT, Kolada

GIVE_UP = polite.TRIES_MORE + 1


def fetched(client, ids=("N79173",), units=("0000", "0023"), years=(2022, 2023, 2024)):
    return client.values(list(ids), list(units), list(years), lambda which, share: None)


def refused(call, *arguments):
    with pytest.raises(UserError) as caught:
        call(*arguments)
    return caught.value.key


def test_nyckeltal_are_found_by_a_part_of_the_title(server):
    assert [one.id for one in Kolada().search("bedömning inom tre dagar")] == ["N79173"]
    assert Kolada().search("finns inte alls") == []


@pytest.mark.skipif(not METADATA.is_dir(), reason="../shared saknas")
def test_all_of_koladas_own_metadata_is_understood(server):
    server.page_rows = 1000
    found = Kolada().search("")
    assert len(found) >= 2450
    assert len({one.id for one in found}) == len(found)
    assert len(server.asked) == len(found) // 1000 + 1
    ids = [one["id"] for one in server.other["municipality"]]
    assert len(Kolada().names(ids)) == len(ids)


def test_values_come_page_by_page_and_in_order(days):
    days.page_rows = 2
    found = fetched(Kolada())
    assert [(one.unit, one.year, one.value) for one in found] == [
        ("0000", 2022, 81.5), ("0000", 2023, 82.5), ("0000", 2024, 83.5),
        ("0023", 2022, 83.8), ("0023", 2023, 84.8), ("0023", 2024, 85.8),
    ]  # fmt: skip
    assert len(days.asked) == 3


def test_no_question_has_more_ids_than_may_be_asked(server):
    units = [f"{one:04d}" for one in range(1, 61)]
    years = list(range(1990, 2026))
    for unit in units:
        server.put("N79173", unit, 2020, value(1.0))
    assert len(fetched(Kolada(), ["N79173"], units, years)) == len(units)
    segments = [step.split("?")[0].split(",") for path in server.asked for step in path.split("/")]
    assert max(map(len, segments)) == IDS_PER_SEGMENT
    assert len(server.asked) == 3 * 2


def test_enheter_are_asked_for_in_their_own_place(server):
    server.put("N15030", "V15E238000101", 2024, value(5.1))
    found = fetched(Kolada(), ["N15030"], ["V15E238000101"], [2024])
    assert [(one.unit, one.value) for one in found] == [("V15E238000101", 5.1)]
    assert server.asked[0].startswith("/v3/oudata/kpi/N15030/ou/V15E238000101/year/2024?")
    assert Kolada().names(["V15E238000101", "2380"]) == {"V15E238000101": "Förskolan Björken", "2380": "Östersund"}


def test_busy_and_broken_answers_are_asked_for_again(days, waits):
    days.page_rows = 2
    days.faults = [busy(429), None, busy(503), broken, silent, None, busy(500)]
    assert len(fetched(Kolada())) == 6
    assert len(days.asked) == 3 + 5
    assert len(waits) == 5
    assert min(waits) >= polite.SHORTEST_WAIT_SECONDS


def test_the_server_says_how_long_to_wait(days, waits):
    days.faults = [busy(429, "7"), busy(503, "nonsens")]
    assert len(fetched(Kolada())) == 6
    assert waits[0] == 7
    assert waits[1] < 5


def test_a_wait_that_nobody_would_sit_through_is_told(days, waits):
    days.faults = [busy(429, "3600")]
    assert refused(fetched, Kolada()) == "kolada-wait"
    assert waits == []


@pytest.mark.parametrize(
    ("fault", "key"),
    [(busy(429), "kolada-busy"), (busy(502), "kolada-busy"), (broken, "kolada-unreachable"),
     (silent, "kolada-unreachable")],
)  # fmt: skip
def test_it_gives_up_after_some_tries_and_waits_longer_each_time(days, waits, fault, key):
    days.faults = [fault] * 100
    assert refused(fetched, Kolada()) == key
    assert len(days.asked) == GIVE_UP
    assert waits[1:] == sorted(waits[1:])
    assert 20 < sum(waits) < 120


def test_after_an_error_the_same_client_goes_on_where_it_broke_off(days, waits):
    days.page_rows = 2
    days.faults = [None, *[broken] * GIVE_UP]
    client = Kolada()
    assert refused(fetched, client) == "kolada-unreachable"
    days.asked.clear()
    assert len(fetched(client)) == 6
    assert len(days.asked) == 2, "the first page was kept"


def test_nobody_there(server, waits):
    server.close()
    assert refused(Kolada().search, "x") == "kolada-unreachable"


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (says(b"<html>Underh\xc3\xa5ll</html>"), "kolada-not-json"),
        (says(b"\xff\xfe\x00"), "kolada-not-json"),
        (says(b'{"values": [NaN]}'), "kolada-not-json"),
        (says(b"[" * 200_000), "kolada-not-json"),
        (says({"detail": "nej"}, 404), "kolada-refuses"),
        (says([1]), "kolada-strange"),
        (says({"values": {}}), "kolada-strange"),
        (says({"values": [], "next_url": 7}), "kolada-strange"),
        (says({"values": [{"kpi": "N79173"}]}), "kolada-strange"),
        (endless, "kolada-too-large"),
        (moved("http://127.0.0.1:9/v3/data"), "kolada-redirects"),
    ],
)
def test_any_other_answer_is_told_at_once_and_not_asked_for_again(days, waits, monkeypatch, fault, key):
    monkeypatch.setattr(polite, "ANSWER_BYTES", 4 << 20)
    days.faults = [fault]
    assert refused(fetched, Kolada()) == key
    assert len(days.asked) == 1
    assert waits == []


@pytest.mark.parametrize(
    "next_url",
    ["http://evil.example/v3/data?page=2", "//evil.example/v3/x", "http://[::1/v3/x", "http://127.0.0.1/annat/data",
     "http://127.0.0.1/v3/../annat", "page=2"],
)  # fmt: skip
def test_the_next_page_is_never_fetched_from_elsewhere(days, next_url):
    days.next_url = next_url
    assert refused(fetched, Kolada()) in ("kolada-elsewhere", "kolada-strange")
    assert len(days.asked) == 1


def test_a_next_page_that_names_the_same_host_otherwise_is_fetched_where_we_were_told(days):
    days.page_rows = 3
    first = fetched(Kolada())
    days.url = days.url.replace("http://", "https://").replace(str(days._http.server_port), "443")
    assert fetched(Kolada()) == first


def test_pages_that_lead_round_in_a_ring_end(days):
    days.next_url = f"{days.url}/kpi?page=2"
    assert refused(Kolada().search, "bedömning") == "kolada-strange"
    assert len(days.asked) == 2


def test_values_that_were_not_asked_for_are_no_answer(days):
    row = {"kpi": "N79173", "municipality": "0001", "period": 2022, "values": [value(1.0)]}
    days.faults = [says({"values": [row]})]
    assert refused(fetched, Kolada()) == "kolada-strange"


@pytest.mark.parametrize("address", ["http://kolada.example/v3", "ftp://api.kolada.se", "kolada", "file:///etc/passwd"])
def test_an_address_that_anybody_could_listen_to_is_refused(monkeypatch, address):
    monkeypatch.setenv("KPI_KOLADA", address)
    settings.cache_clear()
    try:
        assert refused(Kolada) == "kolada-address"
    finally:
        settings.cache_clear()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["kpi", "municipality", "period", "values", "gender", "value", "status", "count",
                                       "isdeleted", "id", "title", "next_url", "is_divided_by_gender"]), inner),
    max_leaves=12,
)  # fmt: skip
near = st.fixed_dictionaries(
    {"kpi": st.just("N1") | json_values, "municipality": st.just("0023") | json_values,
     "period": st.integers(1890, 2300) | st.just("2024") | json_values,
     "values": st.lists(st.fixed_dictionaries({"gender": st.sampled_from("KMTX"), "value": json_values,
                                               "status": json_values, "count": json_values,
                                               "isdeleted": json_values})) | json_values}
)  # fmt: skip


@given(json_values | near)
@hypothesis_settings(suppress_health_check=[HealthCheck.too_slow])
def test_no_shape_of_answer_is_anything_but_read_or_refused(answer):
    readers = [lambda: shapes.page(json.dumps(answer).encode()), lambda: shapes.indicator(answer),
               lambda: shapes.name(answer), lambda: shapes.values(answer, "municipality")]  # fmt: skip
    for read in readers:
        key = ""
        try:
            read()
        except UserError as error:
            key = error.key
        assert key in ("", "kolada-strange", "kolada-not-json")


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15) | st.none())
def test_a_value_is_read_exactly(number):
    row = {"kpi": "N79173", "municipality": "0023", "period": "2024", "values": [value(number)]}
    read = shapes.page(json.dumps({"values": [row]}).encode())
    assert shapes.values(read.values[0], "municipality")[0].value == number

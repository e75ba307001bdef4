"""The open data as anybody gets it, from the running app."""

import csv
import io
import re
import threading
import time

import pandas as pd
import pytest
import requests
from rdflib import Graph, namespace
from starlette.requests import Request

from kpi.errors import UserError
from kpi.export.open_data import PER_PLAN, STORE_WIDE
from kpi.launcher import open_data
from kpi.launcher.middleware import HEADERS
from kpi.settings import settings

PLACES = [*STORE_WIDE, *(f"rs-2025/{name}" for name in PER_PLAN)]
PLANS = [header.parent.name for header in settings().data.glob("plans/*/plan.toml")]
EVERYWHERE = [*STORE_WIDE, *(f"{plan}/{name}" for plan in PLANS for name in PER_PLAN)]
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def get(app, place, method="GET", **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.request(method, f"{app.url}/data/{place}", headers=headers, timeout=60, allow_redirects=False)


@pytest.mark.parametrize("place", PLACES)
def test_every_file_is_served_in_three_formats(reading_app, place):
    rows = {}
    for form, kind in TYPES.items():
        answer = get(reading_app, f"{place}.{form}")
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        name = re.fullmatch(r'attachment; filename="([a-z0-9-]+\.\w+)"', answer.headers["Content-Disposition"])[1]
        assert name.endswith(f".{form}")
        assert {header: answer.headers.get(header) for header in HEADERS} == HEADERS
        rows[form] = answer.content
    told = list(csv.reader(io.StringIO(rows["csv"].decode("utf-8-sig"), newline=""), delimiter=";"))
    assert pd.read_parquet(io.BytesIO(rows["parquet"])).shape == (len(told) - 1, len(told[0]))
    assert pd.read_excel(io.BytesIO(rows["xlsx"]), engine="calamine").shape == (len(told) - 1, len(told[0]))


def test_who_has_the_file_is_told_so(reading_app):
    first = get(reading_app, "utfall.csv")
    tag, when = first.headers["ETag"], first.headers["Last-Modified"]
    for headers in ({"If_None_Match": tag}, {"If_None_Match": f'"x", W/{tag}'}, {"If_None_Match": "*"},
                    {"If_Modified_Since": when}):  # fmt: skip
        again = get(reading_app, "utfall.csv", **headers)
        assert (again.status_code, again.content) == (304, b""), headers
        assert again.headers["ETag"] == tag
        assert again.headers["Access-Control-Allow-Origin"] == "*"
    for headers in ({"If_None_Match": '"annan"'}, {"If_None_Match": '"annan"', "If_Modified_Since": when},
                    {"If_Modified_Since": "Mon, 01 Jan 2001 00:00:00 GMT"}):  # fmt: skip
        assert get(reading_app, "utfall.csv", **headers).status_code == 200
    assert get(reading_app, "nyckeltal.csv").headers["ETag"] != tag


def test_head_answers_as_get_without_the_file(reading_app):
    head, whole = get(reading_app, "enheter.xlsx", "HEAD"), get(reading_app, "enheter.xlsx")
    assert (head.status_code, head.content) == (200, b"")
    own = ("ETag", "Last-Modified", "Content-Type", "Content-Length", "Content-Disposition")
    assert {name: head.headers[name] for name in own} == {name: whole.headers[name] for name in own}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(reading_app, method):
    assert get(reading_app, "utfall.csv", method).status_code == 405


@pytest.mark.parametrize(
    "place",
    ["finns-inte.csv", "utfall.json", "utfall", "finns-inte/mal.csv", "%2fetc%2fpasswd", "rs-2025/", "a/b/c/d.csv",
     "%ff%fe.csv", "<script>alert(1)</script>"],
)  # fmt: skip
def test_anything_else_is_told_in_plain_words(reading_app, place):
    answer = get(reading_app, place)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.content.decode() == "Här finns ingen fil. Alla öppna data räknas upp på /data/."
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("place", ["..%2f..%2fkpi.duckdb", "%2e%2e/kpi.duckdb", "utfall.csv%00", "..%5ckpi.duckdb"])
def test_a_way_out_of_the_folder_is_refused(reading_app, place):
    answer = get(reading_app, place)
    assert answer.status_code in (400, 404)
    assert len(answer.content) < 200


@pytest.mark.parametrize("address", ["/", "/halsa", "/-/kpi", "/sv.js"])
def test_only_the_open_files_are_for_pages_elsewhere(reading_app, address):
    answer = requests.get(reading_app.url + address, headers={"Origin": "https://exempel.se"}, timeout=30)
    assert answer.headers.get("Access-Control-Allow-Origin") != "*"


def test_the_index_is_one_swedish_page_with_a_link_to_every_file(reading_app):
    answer = get(reading_app, "")
    page = answer.content.decode()
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.count("<h1>") == 1
    assert '<html lang="sv">' in page
    assert "<title>Öppna data – Måluppföljning</title>" in page
    assert page.count('<th scope="col">') == 3
    assert page.count('<th scope="row">') == len(EVERYWHERE)
    assert "<script" not in page
    linked = re.findall(r'href="([^"]+)" aria-label', page)
    assert sorted(linked) == sorted(f"{place}.{form}" for place in EVERYWHERE for form in TYPES)
    assert all(get(reading_app, link, "HEAD").status_code == 200 for link in linked)
    names = re.findall(r'aria-label="([^"]+)"', page)
    assert len(set(names)) == len(names)


def test_the_address_without_its_last_stroke_leads_to_the_index(reading_app):
    answer = requests.get(f"{reading_app.url}/data", timeout=30, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (308, "/data/")


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:1", "localhost"])
def test_the_catalogue_names_the_address_by_which_it_was_reached(reading_app, host):
    answer = get(reading_app, "catalog.rdf", Host=host)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/rdf+xml"
    graph = Graph().parse(data=answer.content, format="xml")
    files = {str(url) for url in graph.objects(None, namespace.DCAT.downloadURL)}
    assert files == {f"http://{host}/data/{place}.{form}" for place in EVERYWHERE for form in TYPES}
    assert get(reading_app, "catalog.rdf", If_None_Match=answer.headers["ETag"], Host=host).status_code == 304


@pytest.mark.parametrize("host", ["localhost:x", "localhost@evil.example", 'localhost"><x'])
def test_a_name_that_is_none_gives_no_catalogue(reading_app, host):
    answer = get(reading_app, "catalog.rdf", Host=host)
    assert answer.status_code in (400, 503)
    assert "evil" not in answer.text


def _reached_at(host):
    return open_data._base(Request({"type": "http", "headers": [(b"host", host.encode())]}))


@pytest.mark.parametrize("host", ["mal.exempel.se", "localhost.exempel.se", "127.0.0.1.exempel.se:80", "", "192.0.2.1"])
def test_the_address_for_the_public_is_a_setting_and_never_what_somebody_says(monkeypatch, own_settings, host):
    """A false name in a request would otherwise stand in a catalogue that is harvested."""
    with pytest.raises(UserError) as caught:
        _reached_at(host)
    assert caught.value.key == "open-no-address"
    monkeypatch.setenv("KPI_ADDRESS", "https://mal.exempel.se/")
    settings.cache_clear()
    assert _reached_at(host) == "https://mal.exempel.se"
    assert _reached_at("localhost:8501") == "https://mal.exempel.se"


def test_a_new_delivery_is_in_the_next_file(new_app, kpi_upload):
    app = new_app()
    before = get(app, "utfall.csv")
    kpi_upload(app, "nyckeltal;enhet;period;kön;värde\nhalsosamtal;0023;2024;T;45,5\n")
    after = get(app, "utfall.csv", If_None_Match=before.headers["ETag"])
    assert after.status_code == 200
    assert b"halsosamtal;0023;2024;T;45,5" in after.content


def test_the_app_answers_others_while_many_ask_for_files(new_app):
    app = new_app()
    asking = [threading.Thread(target=get, args=(app, f"{place}.xlsx")) for place in PLACES * 6]
    for thread in asking:
        thread.start()
    begun = time.monotonic()
    assert requests.get(f"{app.url}/halsa", timeout=10).ok
    assert time.monotonic() - begun < 5
    for thread in asking:
        thread.join(60)

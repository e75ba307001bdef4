"""Ladda ner, and the page of open data, as a reader meets them."""

import csv
import io
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from kpi.words import say

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [(fault["id"], node["html"][:200]) for fault in found for node in fault["nodes"]]


def fetched(reader, name):
    with reader.page.expect_download() as waiting:
        reader.main.get_by_role("button", name=name, exact=True).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize(
    ("address", "table"),
    [("?data=exempel&period=2024", "Måluppfyllelse"), ("malomrade-stodverksamhet?data=exempel", "Utfall"),
     ("nyckeltal?kod=halsosamtal&data=exempel", "Utfall"), ("jamstalldhet?data=exempel", "Kvinnor och män")],
)  # fmt: skip
def test_what_a_page_shows_is_a_few_steps_away(read, address, table):
    reader = read().open(address)
    reader.main.get_by_text("Ladda ner", exact=True).click()
    name, content = fetched(reader, f"{table} som CSV")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert name.startswith("exempel-")
    assert {row["anmärkning"] for row in rows} == {say("export-example")}
    name, content = fetched(reader, f"{table} som Excel")
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == [table, say("export-read-me")]
    assert len(book.get_sheet_by_index(0).to_python()) == len(rows) + 1
    assert violations(reader.page) == []
    assert reader.complaints == []


def test_the_open_data_are_a_page_of_their_own(read):
    reader = read().open("?data=exempel")
    reader.main.get_by_text("Ladda ner", exact=True).click()
    with reader.page.context.expect_page() as waiting:
        reader.main.get_by_role("link", name=say("download-open")).click()
    page = waiting.value
    expect(page.get_by_role("heading", level=1)).to_have_text("Öppna data")
    assert page.url == f"{reader.url}/data/"
    assert violations(page) == []
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Enheter som CSV", exact=True).click()
    assert downloading.value.suggested_filename == "enheter.csv"
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

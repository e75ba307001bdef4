"""A value and a target corrected in tables on a page, with the keyboard: what changes, the button, the page after."""

import shutil

import pytest
from playwright.sync_api import expect

import running
from accepting import stored
from kpi.ingest.upload import check
from kpi.model import Actor
from kpi.store import Store

ROWS = "nyckeltal;enhet;period;kön;värde\nhalsosamtal;0023;2025;K;22,5\nhalsosamtal;0023;2025;M;35,4\n"
EDITOR = "[data-testid=stDataFrame]"


@pytest.fixture
def analyst(installed, tmp_path, read):
    """Before a store with two real values."""
    database = tmp_path / "kpi.duckdb"
    shutil.copy2(installed, database)
    store = Store.open(database)
    stored(store, check(store, ROWS.encode(), "utfall.csv"), Actor("Anna", may_write=True))
    store.close()
    app = running.start(database)
    yield read(app)
    app.stop()


def test_a_cell_is_edited_seen_and_stored(analyst):
    analyst.open("nyckeltal?kod=halsosamtal&enhet=0023&data=verkliga&period=2025")
    analyst.main.get_by_text("Skriv in eller rätta värden").click()
    table = analyst.main.locator(EDITOR).first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    # The cells are painted: the third column of the first row, right of the column with which rows are marked.
    cell = {"x": box["width"] * 0.36, "y": 52}
    table.click(position=cell)
    analyst.page.keyboard.press("Enter")
    field = analyst.page.locator("#portal textarea, #portal input").first
    expect(field).to_have_value("22,5")
    field.fill("31,25")
    field.press("Enter")
    expect(analyst.main).to_contain_text("Ett ändrat värde")
    changed = analyst.main.get_by_role("table", name="Det här ändras").get_by_role("row").nth(1)
    expect(changed.get_by_role("cell").nth(3)).to_have_text("22,5")
    expect(changed.get_by_role("cell").nth(4)).to_have_text("31,25")
    name = analyst.main.get_by_label("Ditt namn").first
    name.fill("Anna Analytiker")
    name.press("Enter")
    analyst.settle()
    analyst.main.get_by_role("button", name="Spara leveransen").click()
    expect(analyst.main).to_contain_text("Det inskrivna är sparat som leverans")
    expect(analyst.main.locator(".kpi-three > div").filter(has_text="Kvinnor")).to_contain_text("31,3 %")
    expect(analyst.main.get_by_role("button", name="Spara leveransen")).to_have_count(0)
    analyst.open("leveranser")
    newest = analyst.main.get_by_role("table", name="Leveranser och historik").get_by_role("row").nth(1)
    expect(newest).to_contain_text("inskrivet-halsosamtal.csv")
    assert analyst.complaints == []


def test_a_target_is_changed_seen_and_stored(analyst):
    analyst.open("nyckeltal?kod=halsosamtal&enhet=0023&data=verkliga&period=2025")
    table = opened_targets(analyst)
    type_fast(analyst, table, "20,25")
    target = analyst.main.get_by_role("table", name="Så ändras målvärdena").get_by_role("row").nth(1)
    expect(target.get_by_role("cell")).to_have_text(["värde", "30", "20,25"])
    status = analyst.main.get_by_role("table", name="Så ändras måluppfyllelsen, 2025").get_by_role("row").nth(1)
    expect(status).to_contain_text("22,5 % (2025, Ej uppnått)")
    expect(status).to_contain_text("22,5 % (2025, Uppnått)")
    for label, text in (("Ditt namn", "Anna Analytiker"), ("Varför målvärdena ändras", "Fullmäktiges beslut.")):
        field = analyst.main.get_by_label(label).first
        field.fill(text)
        field.press("Enter")
        analyst.settle()
    analyst.main.get_by_role("button", name="Spara målvärdena").click()
    expect(analyst.main).to_contain_text("Målvärdena är sparade som leverans")
    expect(analyst.main.locator(".kpi-three > div").filter(has_text="Kvinnor")).to_contain_text("Uppnått")
    expect(analyst.main).to_contain_text("minst 20,25 %")
    analyst.open("leveranser")
    newest = analyst.main.get_by_role("table", name="Leveranser och historik").get_by_role("row").nth(1)
    expect(newest).to_contain_text("målvärden i plan rs-2025")
    expect(newest).to_contain_text("malvarden-halsosamtal.csv")
    analyst.main.get_by_role("button", name="Återkalla leveransen").click()
    expect(newest).to_contain_text("återkallad")
    analyst.open("nyckeltal?kod=halsosamtal&enhet=0023&data=verkliga&period=2025")
    expect(analyst.main).to_contain_text("minst 30 %")
    assert analyst.complaints == []


@pytest.mark.parametrize("typed", ["31,25", "8", "-12,125"])
def test_nothing_is_lost_of_what_is_typed_before_the_cell_has_opened(analyst, typed):
    analyst.open("nyckeltal?kod=halsosamtal&enhet=0023&data=verkliga&period=2025")
    type_fast(analyst, opened_targets(analyst), typed)
    target = analyst.main.get_by_role("table", name="Så ändras målvärdena").get_by_role("row").nth(1)
    expect(target.get_by_role("cell")).to_have_text(["värde", "30", typed.replace("-", "−")])


def opened_targets(analyst):
    analyst.main.get_by_text("Ändra, lägg till eller ta bort målvärden").click()
    table = analyst.main.locator(EDITOR).last
    table.scroll_into_view_if_needed()
    return table


def type_fast(analyst, table, text):
    """Over the target's value, faster than the cell opens: all keys in one go, and Enter."""
    table.click(position={"x": 140, "y": 52})
    analyst.page.evaluate(
        """keys => { for (const key of keys) document.activeElement.dispatchEvent(
             new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true})) }""",
        [*text, "Enter"],
    )

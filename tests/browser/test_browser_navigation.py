"""Links and choices lead through the running session: nothing is loaded anew, and nothing entered is lost."""

from playwright.sync_api import expect

MARK = "window.__same = true"
SAME = "window.__same === true"


def test_a_link_of_the_page_and_one_of_the_menu_keep_the_session(read):
    reader = read().open()
    reader.page.evaluate(MARK)
    link = reader.main.locator("table a").first
    name = link.inner_text()
    link.click()
    reader.heading(name)
    assert reader.page.evaluate(SAME)
    reader.sidebar.get_by_role("link", name="Kultur").click()
    reader.heading("Kultur")
    assert reader.page.evaluate(SAME)
    expect(reader.sidebar.locator("[aria-current=page]")).to_have_text("Kultur")
    assert reader.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    reader.page.go_back()
    reader.heading(name)
    assert reader.page.evaluate(SAME)


def test_with_a_key_held_a_link_opens_as_the_browser_wants_it(read):
    reader = read().open()
    with reader.page.context.expect_page() as opened:
        reader.sidebar.get_by_role("link", name="Kultur").click(modifiers=["ControlOrMeta"])
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Kultur")
    reader.heading("Når vi målen?")


def test_on_a_telephone_the_menu_closes_behind_a_link(read):
    reader = read(viewport={"width": 390, "height": 800}).open()
    reader.page.get_by_test_id("stExpandSidebarButton").click()
    reader.sidebar.get_by_role("link", name="Kultur").click()
    reader.heading("Kultur")
    expect(reader.page.get_by_test_id("stExpandSidebarButton")).to_be_visible()


def test_another_period_on_the_upload_page_keeps_the_chosen_file(read, tmp_path):
    file = tmp_path / "utfall.csv"
    file.write_text("nyckeltal;period;kön;värde\n", encoding="utf-8")
    reader = read().open("ladda-upp")
    reader.page.locator("input[type=file]").set_input_files(file)
    expect(reader.main).to_contain_text("Ingen tabell hittades i filen")
    reader.choose("Period", "2023")
    reader.page.wait_for_function("new URLSearchParams(location.search).get('period') === '2023'")
    reader.settle()
    expect(reader.main).to_contain_text("utfall.csv")
    expect(reader.main).to_contain_text("Ingen tabell hittades i filen")

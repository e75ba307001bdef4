"""Without a mouse: everything can be reached, it is seen where one is, and the choices can be made."""

from playwright.sync_api import expect

HERE = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const name = one.getAttribute('aria-label') ?? (one.labels?.[0]?.childNodes[0].data ?? one.innerText).trim();
  return {tag: one.tagName, name, href: one.getAttribute('href'), choice: one.matches('select'),
    sidebar: !!one.closest('[data-testid=stSidebar]'), table: !!one.closest('table'),
    findings: !!one.closest('.kpi-findings'),
    seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inside: box.bottom > 0 && box.top < innerHeight};
}"""


def walk(reader, most=90):
    """Where Tab leads, from the top until it leaves the page."""
    steps = []
    for _ in range(most):
        reader.page.keyboard.press("Tab")
        step = reader.page.evaluate(HERE)
        if step["tag"] == "BODY" and steps:
            break
        steps.append(step)
    return steps


def test_tab_reaches_everything_with_focus_in_sight(read):
    reader = read().open()
    steps = walk(reader)
    assert steps[0]["name"] == "Hoppa till innehållet"
    chosen = [step["name"] for step in steps if step["choice"]]
    assert chosen == ["Plan", "Period", "Utfall som visas"]
    links = reader.sidebar.get_by_role("link").all_inner_texts()
    assert [step["name"] for step in steps if step["sidebar"] and step["href"]] == links
    assert len(links) == 19
    assert [step for step in steps if step["findings"]]
    table_links = reader.main.locator("table a")
    assert len([step for step in steps if step["table"]]) == table_links.count()
    assert [step["name"] for step in steps if not step["seen"]] == []
    assert [step["name"] for step in steps if not step["inside"]] == []


def test_the_way_past_the_menu(read):
    reader = read().open("metod")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate(HERE)["sidebar"] is False


def test_a_period_is_chosen_and_a_table_opened_from_the_keyboard(read):
    reader = read().open("nyckeltal?kod=halsosamtal")
    period = reader.page.get_by_role("combobox", name="Period")
    period.focus()
    following = period.locator("option").nth(1).get_attribute("value")
    reader.page.keyboard.press("ArrowDown")
    reader.page.wait_for_function(f"new URLSearchParams(location.search).get('period') === {following!r}")
    reader.settle()
    expect(period).to_be_focused()
    table = reader.main.locator("details summary", has_text="Visa värdena")
    table.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.main.get_by_role("table", name="Värden för Riktade hälsosamtal")).to_be_visible()


def test_a_link_followed_from_the_keyboard_leads_to_the_new_pages_heading(read):
    reader = read().open()
    reader.sidebar.get_by_role("link", name="Stödverksamhet").focus()
    reader.page.keyboard.press("Enter")
    reader.heading("Stödverksamhet")
    expect(reader.main.get_by_role("heading", level=1)).to_be_focused()

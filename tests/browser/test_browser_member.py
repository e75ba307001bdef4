"""A member of the board, two minutes before the meeting: når vi målen, för kvinnor och för män?"""

from playwright.sync_api import expect


def test_two_clicks_to_an_unmet_target_for_women_and_what_is_proposed(read):
    reader = read(viewport={"width": 1024, "height": 768}).open()
    assert reader.query()["data"] == "exempel"
    finding = reader.main.locator(".kpi-findings li").filter(has_text="inte för kvinnor").first
    expect(finding).to_be_visible()
    link = finding.get_by_role("link")
    name = link.inner_text()

    link.click()

    reader.heading(name)
    women = reader.main.locator(".kpi-three > div").filter(has_text="Kvinnor")
    expect(women).to_contain_text("Ej uppnått")
    for part in ("Förklaring till utvecklingen", "Förslag till åtgärder"):
        heading = reader.main.get_by_role("heading", name=part)
        expect(heading).to_be_visible()
        said = reader.main.locator(f".stElementContainer:has(h2:text-is('{part}')) + .stElementContainer .kpi-comment")
        expect(said.first).to_be_visible()
        assert len(said.first.locator("p").first.inner_text()) > 30


def test_the_table_leads_there_too(read):
    reader = read().open()
    row = reader.main.locator("tr", has=reader.page.locator("td:nth-child(2) .not_met")).first
    name = row.get_by_role("link").inner_text()
    row.get_by_role("link").click()
    reader.heading(name)
    expect(reader.main.locator(".kpi-lead")).to_contain_text("inte för kvinnor")


def test_every_link_of_the_overview_leads_somewhere(read):
    """Each address once: the page has a heading of its own, and nothing says that it does not exist."""
    reader = read().open()
    links = reader.page.locator("a[href]").evaluate_all("all => all.map(one => one.href)")
    own = sorted({link.split("#")[0] for link in links if link.startswith(reader.url)})
    assert len(own) > 30
    pages = sorted({link.split("?")[0]: link for link in own}.values())
    files = [link for link in pages if "/data/" in link]
    for link in files:
        assert reader.page.request.get(link).ok, link
    for link in [link for link in pages if link not in files]:
        reader.open(link.removeprefix(reader.url))
        expect(reader.page.get_by_role("dialog")).to_have_count(0)
        assert reader.main.locator("h1").inner_text() != "Sidan kan inte visas"


def test_from_examples_to_real_outcomes_and_back(read):
    reader = read().open()
    reader.main.get_by_role("link", name="Visa verkliga utfall").click()
    expect(reader.main.locator(".kpi-banner")).to_have_count(0)
    reader.heading("Når vi målen?")
    assert reader.query()["data"] == "verkliga"
    expect(reader.page.get_by_role("dialog")).to_have_count(0)
    reader.main.get_by_role("link", name="Se hur det blir i Exempelläget").click()
    expect(reader.main.locator(".kpi-banner")).to_be_visible()
    assert reader.query()["data"] == "exempel"


def test_plan_and_period_follow_from_page_to_page_and_in_a_copied_link(read):
    reader = read().open()
    reader.choose("Period", "2023")
    reader.page.wait_for_function("new URLSearchParams(location.search).get('period') === '2023'")
    reader.settle()
    reader.sidebar.get_by_role("link", name="Stödverksamhet").click()
    reader.heading("Stödverksamhet")
    assert reader.query() == {"plan": "rs-2025", "period": "2023", "data": "exempel"}
    reader.main.get_by_role("link", name="Hälsofrämjandeindex för chefer").first.click()
    reader.heading("Hälsofrämjandeindex för chefer")
    expect(reader.main.locator(".kpi-three")).to_contain_text("Kvinnor · 2023")
    said = reader.main.locator(".kpi-lead").inner_text()

    other = read()
    other.page.goto(reader.page.url)
    other.heading("Hälsofrämjandeindex för chefer")
    assert other.main.locator(".kpi-lead").inner_text() == said
    assert other.query()["period"] == "2023"
    expect(other.sidebar.get_by_role("combobox", name="Period")).to_have_value("2023")


def test_back_in_the_browser_shows_what_was_there(read):
    reader = read().open("?period=2024")
    reader.sidebar.get_by_role("link", name="Metod och tillgänglighet").click()
    reader.heading("Metod och tillgänglighet")
    reader.page.go_back()
    reader.heading("Når vi målen?")
    assert reader.query()["period"] == "2024"

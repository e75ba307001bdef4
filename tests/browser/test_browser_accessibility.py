"""Every page, light and dark, wide and narrow: WCAG 2.1 A and AA as axe can tell, and what axe cannot."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from reader import Reader, session

from kpi.launcher.frame import STARTS, WHOLE

ADDRESSES = {
    "oversikt": "",
    "oversikt-verkliga": "?data=verkliga",
    "roda-traden": "roda-traden?plan=rjh-2018&data=verkliga",
    "roda-traden-exempel": "roda-traden?mal=stodverksamhet_mal",
    "jamstalldhet": "jamstalldhet",
    "ekonomi": "ekonomi",
    "sammantraden": "sammantraden",
    "sammantrade": "sammantraden?mote=2025-05-27",
    "arende": "sammantraden?mote=2025-05-27&arende=miljobokslut",
    "visa": "visa?mote=2025-05-27&arende=miljobokslut",
    "malomrade": "malomrade-stodverksamhet",
    "malomrade-utan-nyckeltal": "malomrade-tandvard",
    "nyckeltal-per-kon": "nyckeltal?kod=halsosamtal",
    "nyckeltal-med-enheter": "nyckeltal?kod=bruttokostnadsutveckling",
    "nyckeltal-utan-utfall": "nyckeltal?kod=halsosamtal&data=verkliga",
    "nyckeltal-okant": "nyckeltal?kod=nix",
    "ladda-upp": "ladda-upp",
    "leveranser": "leveranser",
    "metod": "metod",
}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
# Violations inside Streamlit's own frame that we cannot mend: (rule, selector): why. None are known.
NOT_OURS: dict[tuple[str, str], str] = {}
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def themes(chromium):
    """A session for each theme, whose cache the pages share."""
    sessions = {theme: session(chromium, color_scheme=theme) for theme in ("light", "dark")}
    yield sessions
    for one in sessions.values():
        one.close()


@pytest.fixture(scope="module", params=[(name, theme) for theme in ("light", "dark") for name in ADDRESSES],
                ids="-".join)  # fmt: skip
def opened(request, themes, reading_app):
    """Each page opened once in each theme; its tests look at it in turn."""
    name, theme = request.param
    reader = Reader(themes[theme], reading_app.url)
    reader.open(ADDRESSES[name])
    charts = reader.page.locator("[data-testid=stPlotlyChart]")
    for at in range(charts.count()):
        charts.nth(at).locator(".main-svg").first.wait_for()
    yield reader
    reader.close()


def violations(reader):
    """What axe finds, as rule, selector and markup."""
    found = Axe().run(reader.page, options=RULES).response["violations"]
    return [
        (fault["id"], " ".join(map(str, node["target"])), node["html"][:200])
        for fault in found
        for node in fault["nodes"]
        if (fault["id"], " ".join(map(str, node["target"]))) not in NOT_OURS
    ]


def test_axe_wide(opened):
    opened.page.set_viewport_size(WIDE)
    assert violations(opened) == []


def test_axe_narrow(opened):
    opened.page.set_viewport_size(NARROW)
    assert violations(opened) == []


@pytest.mark.parametrize("width", [390, 320])
def test_no_page_is_wider_than_the_window(opened, width):
    opened.page.set_viewport_size({"width": width, "height": 800})
    size = "[document.scrollingElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth]"
    opened.page.wait_for_function(f"Math.max(...{size}) <= {width}", timeout=5_000)
    assert max(opened.page.evaluate(size)) <= width


def test_one_h1_and_headings_in_order(opened):
    levels = opened.page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(heading => Number(heading.tagName[1]))"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), levels


def test_the_language_is_swedish_and_the_window_is_named_after_the_page(opened):
    assert opened.page.locator("html").get_attribute("lang") == "sv"
    heading = opened.page.locator("h1").inner_text()
    opened.page.wait_for_function("text => document.title === text", arg=f"{heading} – Måluppföljning")


def test_every_picture_and_chart_says_what_it_shows(opened):
    pictures = opened.main.locator("img").evaluate_all("all => all.map(one => one.getAttribute('alt'))")
    assert None not in pictures
    charts = opened.page.locator("[data-testid=stPlotlyChart]")
    for at in range(charts.count()):
        name = charts.nth(at).evaluate("one => (one.closest('[role=figure]') ?? one.querySelector('[role=figure]') "
                                       "?? one).getAttribute('aria-label')")  # fmt: skip
        assert name, "a chart without words"
        assert "värden, från" in name


def test_tables_have_header_cells_and_a_caption(opened):
    tables = opened.main.locator("table").evaluate_all(
        "all => all.map(one => [one.querySelectorAll('thead th[scope=col]').length,"
        " one.querySelectorAll('tbody tr').length, one.querySelectorAll('tbody th[scope=row]').length,"
        " one.caption?.textContent.trim().length ?? 0])"
    )
    for columns, rows, named, caption in tables:
        assert columns >= 2
        assert rows == named
        assert caption > 0


def test_one_main_and_named_regions(opened):
    assert opened.page.get_by_role("main").count() == 1
    menus = 0 if "/visa" in opened.page.url else 1  # the screen in the meeting room has none
    assert opened.page.get_by_role("region", name="Meny och val").count() == menus


def test_no_english_of_the_frame_is_left(opened):
    """What a reader sees or a screen reader says, outside our own content."""
    left = opened.page.evaluate(
        """() => {
          const said = new Set();
          const mine = one => one.closest('.stHtml, script, style');
          for (const one of document.querySelectorAll('*')) {
            if (mine(one)) continue;
            for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
              if (one.getAttribute(name)) said.add(one.getAttribute(name));
            for (const child of one.childNodes)
              if (child.nodeType === Node.TEXT_NODE && child.data.trim()) said.add(child.data.trim());
          }
          return [...said]; }"""
    )
    english = [text for text in left if text in WHOLE or text.startswith(tuple(STARTS))]
    assert english == []
    assert "Hoppa till innehållet" in left


def test_the_console_is_silent(opened):
    """No script fails, nothing is refused by the content security policy."""
    assert opened.complaints == []

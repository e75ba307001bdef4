"""Chromium, timed from inside the page, frame by frame, so that waiting from outside does not blur the figures."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WINDOW = {"width": 1440, "height": 1000}
LONGEST = 90_000  # milliseconds

# Each says in JavaScript that all of the page is drawn. Streamlit hides nothing below the window.
DRAWN_OVERVIEW = """() => {
  return document.querySelectorAll('.kpi-overview tbody tr').length === ROWS
    && document.querySelectorAll('.kpi-spark').length === ROWS
    && document.querySelectorAll('h2').length >= AREAS
    && [...document.querySelectorAll('ul.kpi-legend')].length >= 2; }"""
DRAWN_TEXT = "() => document.body.innerText.includes('Slut på texten')"
DRAWN_CHARTS = """() => {
  const charts = [...document.querySelectorAll('.js-plotly-plot')];
  return charts.length === CHARTS && charts.every(chart =>
    chart.querySelector('svg.main-svg .scatterlayer .trace path.js-line') && chart.querySelector('.ytick text')); }"""
# The period stands in the heading of every table's series.
CHANGED_OVERVIEW = """year => {
  const heads = [...document.querySelectorAll('.kpi-overview thead .c-series')];
  return heads.length === AREAS && heads.every(head => head.textContent.trim().endsWith(year)); }"""
CHANGED_TEXT = "year => document.body.innerText.includes('Slut på texten för ' + year)"

# When the condition holds and every image, the sheet of small charts included, has been decoded, a frame is
# waited for: then all of it has been painted.
_UNTIL = """async (drawn, argument) => {
  const frame = () => new Promise(requestAnimationFrame);
  while (!drawn(argument)) await frame();
  const sheets = [...document.querySelectorAll('.kpi-overview')].map(board => {
    const image = new Image();
    image.src = getComputedStyle(board).getPropertyValue('--lines').match(/url\\("(.*)"\\)/)[1];
    return image; });
  await Promise.all([...document.images, ...sheets].map(image => image.decode()));
  await frame();
  return performance.now(); }"""
# A choice is made with the click on an option of Streamlit's list, or when our native one changes.
_ON_CHOICE = """(() => {
  const note = () => { window.__chosen = performance.now(); };
  document.addEventListener('click', event => { if (event.target.closest('[role=option]')) note(); }, true);
  document.addEventListener('change', event => { if (event.target.matches('select')) note(); }, true); })()"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """One browser for a run; every load has a new context of its own, and so an empty cache."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def cold_page(browser: Browser) -> Iterator[Page]:
    """A page with an empty cache."""
    context = browser.new_context(viewport=WINDOW, locale="sv-SE")  # type: ignore[arg-type]
    context.set_default_timeout(LONGEST)
    try:
        yield context.new_page()
    finally:
        context.close()


def load(page: Page, address: str, drawn: str) -> float:
    """Milliseconds from the start of the navigation until `drawn` holds and is painted."""
    page.goto(address, wait_until="commit")
    return float(page.evaluate(f"({_UNTIL})({drawn})"))


def watch_choices(page: Page) -> None:
    """Note in the page when something is chosen."""
    page.evaluate(_ON_CHOICE)


def choose(page: Page, label: str, option: str, drawn: str) -> float:
    """Milliseconds from the choice of an option until `drawn(option)` holds and is painted."""
    control = page.get_by_label(label, exact=False).first
    if control.evaluate("one => one.tagName") == "SELECT":
        control.select_option(label=option)
    else:
        control.click()
        page.get_by_role("option", name=option, exact=True).click()
    done = float(page.evaluate(f"({_UNTIL})({drawn}, {option!r})"))
    return done - float(page.evaluate("window.__chosen"))

"""The three limits: the overview, a målområde with charts, and another period, each against bare Streamlit."""

from itertools import cycle

from benchmarks import browser
from benchmarks.bench import AREA_PAGE, CHANGED_OVERVIEW, DRAWN_CHARTS, DRAWN_OVERVIEW, Bench
from benchmarks.figures import Compared, in_turns

YEARS = ("2023", "2024")
CHANGED_TEXT = browser.CHANGED_TEXT


def overview(bench: Bench) -> Compared:
    """50 nyckeltal, from an empty cache, against as much text."""
    return in_turns(
        "översikt, 50 nyckeltal",
        lambda: _cold(bench, bench.ours, DRAWN_OVERVIEW),
        lambda: _cold(bench, bench.text, browser.DRAWN_TEXT),
        1.25,
    )


def area(bench: Bench) -> Compared:
    """A målområde with six charts, from an empty cache, against the same figures alone."""
    return in_turns(
        "målområde, 6 diagram",
        lambda: _cold(bench, f"{bench.ours}/{AREA_PAGE}", DRAWN_CHARTS),
        lambda: _cold(bench, bench.charts, DRAWN_CHARTS),
        1.25,
    )


def period(bench: Bench) -> Compared:
    """Another period on the overview, chosen in the sidebar, against a text that changes with a choice."""
    with browser.cold_page(bench.browser) as ours, browser.cold_page(bench.browser) as floor:
        browser.load(ours, bench.ours, DRAWN_OVERVIEW)
        browser.load(floor, bench.choice, browser.DRAWN_TEXT)
        for page, drawn in ((ours, CHANGED_OVERVIEW), (floor, CHANGED_TEXT)):
            browser.watch_choices(page)
            for year in YEARS:
                browser.choose(page, "Period", year, drawn)
        our_years, floor_years = cycle(YEARS), cycle(YEARS)
        return in_turns(
            "byte av period, varmt",
            lambda: browser.choose(ours, "Period", next(our_years), CHANGED_OVERVIEW),
            lambda: browser.choose(floor, "Period", next(floor_years), CHANGED_TEXT),
            1.5,
        )


def _cold(bench: Bench, address: str, drawn: str) -> float:
    with browser.cold_page(bench.browser) as page:
        return browser.load(page, address, drawn)

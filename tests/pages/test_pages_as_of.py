"""Every page as it was on a day: what came later is not there, nothing can be written, and a link leads to now."""

from datetime import datetime

import pytest
from pages_conftest import PAGES

from accepting import stored
from kpi.ingest.shipped import install
from kpi.ingest.upload import check
from kpi.model import Actor
from kpi.settings import settings
from kpi.store.process import the_store

ANNA = Actor("Anna", may_write=True)
HEADER = "nyckeltal;enhet;period;kön;värde\n"


@pytest.fixture
def three_days(own_settings, monkeypatch):
    """Read in on the first of March; one value delivered on the first of April, another on the first of May."""

    def on(*day: int) -> None:
        monkeypatch.setattr("kpi.store.deliveries.utc_now", lambda: datetime(*day, 12))  # noqa: DTZ001 - as the store's

    on(2026, 3, 1)
    install(the_store(), settings().data)
    for month, value in ((4, "11,1"), (5, "77,7")):
        on(2026, month, 1)
        text = f"{HEADER}halsosamtal;0023;2025;T;{value}\n"
        stored(the_store(), check(the_store(), text.encode(), "a.csv"), ANNA)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_which_day_it_shows(open_page, three_days, path):
    page = open_page(path, per="2026-04-15", data="verkliga")
    assert page.errors == []
    assert page.text.startswith("Som det var 2026-04-15.")
    assert "per=" not in page.markup.split("Visa läget nu")[0].split("Som det var")[1]
    assert page.app.query_params["per"] == "2026-04-15"


def test_the_value_is_the_one_that_held_then(open_page, three_days):
    held = {day: open_page("nyckeltal", kod="halsosamtal", per=day, data="verkliga").text
            for day in ("2026-03-15", "2026-04-15", "2026-05-15")}  # fmt: skip
    assert ["11,1 %" in text for text in held.values()] == [False, True, False]
    assert ["77,7 %" in text for text in held.values()] == [False, False, True]
    now = open_page("nyckeltal", kod="halsosamtal", data="verkliga")
    assert "77,7 %" in now.text
    assert "Som det var" not in now.text


def test_links_keep_the_day(open_page, three_days):
    page = open_page("", per="2026-04-15", data="verkliga")
    links = [link for link in page.markup.split('href="')[1:] if link.startswith("/nyckeltal")]
    assert links
    assert all("per=2026-04-15" in link.split('"')[0] for link in links)


@pytest.mark.parametrize("day", ["2026-02-01", "1999-01-01"])
def test_a_day_before_everything_shows_now_and_says_so(open_page, three_days, day):
    page = open_page("", per=day)
    assert "Den dagen fanns ännu inget att visa." in page.text
    assert "per" not in page.app.query_params


@pytest.mark.parametrize("day", ["2999-01-01", "i går", "2026-13-01", "'; drop table delivery"])
def test_what_is_no_day_that_is_over_is_now(open_page, three_days, day):
    page = open_page("", per=day)
    assert page.errors == []
    assert "Som det var" not in page.text
    assert "per" not in page.app.query_params


def test_nobody_writes_in_the_past(open_page, three_days, monkeypatch):
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    then, now = open_page("ladda-upp", per="2026-04-15"), open_page("ladda-upp")
    assert not then.app.text_input
    assert now.app.text_input


def test_two_days_are_compared(open_page, three_days):
    page = open_page("leveranser", data="verkliga")
    first, second = page.app.date_input[1], page.app.date_input[2]
    first.set_value(datetime(2026, 3, 15).date())  # noqa: DTZ001
    second.set_value(datetime(2026, 4, 15).date())  # noqa: DTZ001
    next(button for button in page.app.button if button.label == "Jämför dagarna").click()
    page.app.run()
    tables = "".join(str(getattr(one.proto, "body", "")) for one in page.app.main if one.type == "html")
    assert "11,1\u00a0% (2025" in tables
    assert "77,7" not in tables

"""Helårsprognos on the nyckeltal's page: sixth of the seven parts, with values or with the reason why not."""

import re
from datetime import UTC, datetime

import pytest

from kpi.store.process import the_store


def forecast_part(page):
    """What a reader sees between the heading of the part and that of the next."""
    markup = page.markup[page.markup.index('id="forecast"') : page.markup.index('id="actions"')]
    return " ".join(re.sub(r"<[^>]*>", " ", markup).replace("\u00a0", " ").split())


def test_the_seven_parts_stand_in_order(open_page, own_store):
    markup = open_page("nyckeltal", kod="halsosamtal", period="2025").markup
    found = re.findall(r'<h2 id="(\w+)">', markup)
    assert found == ["series", "trend", "explanation", "units", "country", "forecast", "actions"]


def test_this_year_and_the_next_per_gender_beside_what_is_judged(open_page, own_store):
    text = forecast_part(open_page("nyckeltal", kod="halsosamtal", period="2025"))
    for gender in ("Kvinnor", "Män", "Totalt"):
        assert re.search(rf"{gender} 2025 \d\d,\d % \d\d,\d till \d\d,\d % \d\d,\d till \d\d,\d % ", text)
        assert f"{gender} 2026 " in text
    assert "når målet, sannolikhet mer än 99 %" in text
    assert "11 värden (tertial) 34,0 %" in text
    assert "Bedömd av Chef Folkhälsoenheten (exempel), 18 september 2025." in text


def test_a_year_that_is_over_is_not_forecast(open_page, own_store):
    text = forecast_part(open_page("nyckeltal", kod="publikationer", period="2025"))
    assert "2025: utfallet är klart" in text
    assert "Totalt 2026 " in text
    assert "Ingen bedömning av ansvarig är inlämnad." in text


def test_what_cannot_be_forecast_says_why(open_page, own_store):
    early = forecast_part(open_page("nyckeltal", kod="hfi_chefer", period="2024"))
    assert "för få värden efter det senaste brottet i serien" in early
    old = forecast_part(open_page("nyckeltal", kod="sjuktal", period="2025", data="verkliga"))
    assert "Ingen prognos för 2025 och 2026: för långt efter det senaste utfallet." in old


THIS_YEAR = datetime.now(UTC).year
REAL = {"kod": "nojdhet_sjukresor", "enhet": "0023", "data": "verkliga"}


@pytest.fixture
def writing(own_store, monkeypatch):
    """Who opens the page sits at the machine."""
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    monkeypatch.setattr("kpi.ui.upload.keep_name", lambda name: None)


def judge(app, value, reason):
    """Fill in the form for men, next year; the name last, as the page asks."""
    fields = {one.key.split("-")[1]: one for one in app.text_input if (one.key or "").startswith(("judged", "name-j"))}
    gender, year = (one for one in app.radio if one.key.startswith("judged"))
    gender.set_value("M")
    year.set_value(THIS_YEAR + 1)
    fields["value"].input(value)
    fields["reason"].input(reason)
    fields["judged"].input("Anna Ansvarig")
    next(one for one in app.button if one.label == "Spara bedömningen").click()
    app.run()
    return app


def test_a_judgement_written_on_the_page_is_stored_and_shown(open_page, writing):
    judge(open_page("nyckeltal", period=str(THIS_YEAR), **REAL).app, "71,5 %", "Nytt avtal från hösten.")
    text = forecast_part(open_page("nyckeltal", period=str(THIS_YEAR), **REAL))
    assert f"Män {THIS_YEAR + 1}: 72 %. Nytt avtal från hösten." in text
    assert "Bedömd av Anna Ansvarig" in text


@pytest.mark.parametrize(
    ("value", "reason", "said"),
    [("mycket", "Nytt avtal.", "Det väntade värdet är inget tal."), ("", "Nytt avtal.", "inget tal"),
     ("71,5", " ", "Bedömningen har inget motiv.")],
)  # fmt: skip
def test_a_judgement_that_is_not_whole_is_not_stored(open_page, writing, value, reason, said):
    before = the_store().version()
    app = judge(open_page("nyckeltal", period=str(THIS_YEAR), **REAL).app, value, reason)
    assert any(said in str(getattr(element.proto, "body", "")) for element in app.get("html"))
    assert the_store().version() == before


def test_a_year_that_is_over_examples_and_who_may_not_write_get_no_form(open_page, writing, monkeypatch):
    def offered(**address):
        page = open_page("nyckeltal", **{**REAL, "period": str(THIS_YEAR), **address})
        return any(one.label == "Spara bedömningen" for one in page.app.button)

    assert offered()
    assert not offered(period=str(THIS_YEAR - 1))
    assert not offered(data="exempel")
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: False)
    assert not offered()

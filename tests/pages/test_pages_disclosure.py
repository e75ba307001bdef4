"""Somebody who reads the source of every page, charts and hover texts included, for protected numbers."""

import base64
import html
import json
import re
from urllib.parse import unquote

import numpy as np
import pytest

from disclosure_store import COUNTS, FIGURES, HIDDEN, REMARKS, SECRETS, fill, given_away, said
from kpi import follow_up as follow_up_module
from kpi.store.process import the_store

KODS = sorted({key[0] for key in HIDDEN})
# Where each has a figure, and one place where it has none.
PLACES = {kod: sorted({row[1] for row in [*FIGURES, *COUNTS] if row[0] == kod} | {"0000"}) for kod in KODS}
YEAR = {"plan": "prov", "period": "2025", "data": "verkliga"}


@pytest.fixture
def prov(own_settings, tmp_path):
    fill(the_store(), tmp_path)


def source(page):
    """Everything that the page sends to the browser, with encoded texts as they read; and every number of charts."""
    sent, numbers = [], []
    for element in [*page.app.main, *page.app.sidebar]:
        sent.append(html.unescape(unquote(_of(element))))
        spec = getattr(element.proto, "spec", "")
        if spec:
            numbers += _numbers(json.loads(spec))
    return " \n".join(sent), numbers


def _of(element):
    """The element's own texts; and those of the charts, which are JSON in it."""
    proto = element.proto
    texts = [str(getattr(proto, name, "")) for name in ("body", "label", "alt", "help")]
    spec = getattr(proto, "spec", "")
    if spec:
        texts += _strings(json.loads(spec))
    assert spec or element.type != "plotly_chart"
    return " \n".join(texts)


def _walk(thing):
    if isinstance(thing, dict) and "bdata" in thing:
        yield from np.frombuffer(base64.b64decode(thing["bdata"]), thing["dtype"]).tolist()
    elif isinstance(thing, dict):
        for one in thing.values():
            yield from _walk(one)
    elif isinstance(thing, list):
        for one in thing:
            yield from _walk(one)
    else:
        yield thing


def _strings(spec):
    return [thing for thing in _walk(spec) if isinstance(thing, str)]


def _numbers(spec):
    return [float(thing) for thing in _walk(spec) if isinstance(thing, int | float) and not isinstance(thing, bool)]


def _told(page):
    text, numbers = source(page)
    exact = {name for name in given_away(numbers) if name in SECRETS}  # pixels and ticks are whole numbers as well
    return said(text) | exact | {remark for remark in REMARKS if remark in text}


@pytest.mark.parametrize("path", ["", "malomrade-m", "leveranser", "metod", "ladda-upp"])
def test_no_page_tells_them(open_page, prov, path):
    page = open_page(path, **YEAR)
    assert page.errors == []
    assert _told(page) == set()


@pytest.mark.parametrize("kod", KODS)
def test_no_nyckeltal_tells_them_at_any_unit(open_page, prov, kod):
    for unit in PLACES[kod]:
        page = open_page("nyckeltal", kod=kod, enhet=unit, **YEAR)
        assert page.errors == []
        assert _told(page) == set()


@pytest.mark.parametrize("period", ["2024", "2025-05", "2025-06", "2026"])
def test_no_other_period_tells_them(open_page, prov, period):
    for kod in KODS:
        page = open_page("nyckeltal", kod=kod, **{**YEAR, "period": period})
        assert _told(page) == set()


def test_what_is_protected_is_said_in_words(open_page, prov):
    overview = open_page("", **YEAR).text
    assert "skyddat" in overview
    page = open_page("nyckeltal", kod="kon", enhet="r", **YEAR)
    assert page.text.count("skyddat") >= 4  # two values, two cells of the table of values
    assert "utfallet skyddas av sekretess" in page.text
    assert "2 värden är skyddade av sekretess och visas inte." in page.text
    wards = open_page("nyckeltal", kod="enhet", enhet="r", **YEAR).text
    assert "Avdelning A skyddat (2025)" in wards
    assert "Avdelning B skyddat (2025)" in wards


def test_a_year_with_a_protected_month_shows_its_other_months(open_page, prov):
    text = open_page("nyckeltal", kod="delar", enhet="r", **YEAR).text
    assert "Totalt · 2025 skyddat" in text
    assert "Ett värde är skyddat av sekretess och visas inte." in text
    assert "april 2025" in text
    assert "maj 2025 skyddat" in text
    assert "Inga utfall" not in text


def test_where_all_is_protected_it_does_not_say_that_nothing_has_come(open_page, prov):
    text = open_page("nyckeltal", kod="glapp", enhet="g1", **YEAR).text
    assert "Totalt · 2025 skyddat" in text
    assert "Ett värde är skyddat av sekretess och visas inte." in text
    assert "Utfallet är skyddat av sekretess, och utvecklingen visas inte." in text
    assert "Inga utfall" not in text


def test_only_who_may_write_sees_the_checksum_of_a_file(open_page, prov, monkeypatch):
    """Who knows all of a file but one number could try numbers until the checksum is right."""
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    assert "SHA-256" in open_page("leveranser", **YEAR).text
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: False)
    text = open_page("leveranser", **YEAR).text
    assert "utfall.csv" in text
    assert "SHA-256" not in text


def test_the_search_would_find_them(open_page, prov, monkeypatch):
    """So that the tests above can fail."""
    monkeypatch.setattr(follow_up_module, "hide", lambda observed, *_, **__: observed.assign(hidden_by=None))
    found = _told(open_page("nyckeltal", kod="kon", enhet="r", **YEAR))
    assert {f"{key} value" for key in HIDDEN if key[0] == "kon"} <= found
    _, numbers = source(open_page("nyckeltal", kod="kon", enhet="r", **YEAR))
    assert len(given_away(numbers)) >= 2
    assert len(_told(open_page("", **YEAR))) >= 8
    assert len(re.findall("skyddat", open_page("", **YEAR).text)) == 0

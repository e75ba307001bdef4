"""Whoever reads everything shown cannot tell two stores apart that differ in hidden numbers alone.

Whatever a page or a file says differently of them has been made from a hidden number, however it was made.
"""

import io
import re

import numpy as np
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

import disclosure_store as small
from disclosure_pair import figures, hidden, other
from kpi.commands.assess import as_json
from kpi.commands.attainment_text import as_text
from kpi.export.about import about
from kpi.export.bundle import bundle
from kpi.export.tables import attainment
from kpi.follow_up import follow_up
from kpi.model import DataMode, Period
from kpi.settings import settings
from kpi.store import deliveries as store_deliveries
from kpi.store.process import close_the_store, the_store


@pytest.fixture
def in_store(tmp_path, monkeypatch):
    """Run something with a store of its own, made in the same moment as every other."""
    monkeypatch.setattr(store_deliveries, "utc_now", lambda: pd.Timestamp("2026-02-01 12:00").to_pydatetime())
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: False)

    def run(name, rows, read):
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.setenv("KPI_DATABASE", str(folder / "kpi.duckdb"))
        settings.cache_clear()
        close_the_store()
        monkeypatch.setattr(small, "FIGURES", rows)
        small.fill(the_store(), folder)
        try:
            return read(the_store())
        finally:
            close_the_store()
            settings.cache_clear()

    return run


def sent(app):
    """All that the page sends to the browser, numbers of charts included."""
    # The address at which a file is made when asked for is drawn by lot; what the files hold is compared apart.
    return [re.sub(r'deferred_file_id: "\w+"', "", str(element.proto)) for element in [*app.main, *app.sidebar]]


def files(store, unit, period):
    follow = follow_up(store, "prov", Period.from_code(period), DataMode.REAL, unit=unit)
    what = about(store, follow)
    found = {"text": as_text(follow, what), "json": as_json(attainment(follow), what)}
    for name, content in bundle(store, follow, what).items():
        if name.endswith(".parquet"):
            found[name] = pd.read_parquet(io.BytesIO(content)).to_csv()
        elif name.endswith(".xlsx"):
            book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            found[name] = str([book.get_sheet_by_name(sheet).to_python() for sheet in book.sheet_names])
        else:
            found[name] = content.decode()
    return found


def pages(open_page, periods, units):
    found = {}
    for period in periods:
        chosen = {"plan": "prov", "period": period, "data": "verkliga"}
        for path in ("", "malomrade-m", "jamstalldhet", "leveranser"):
            found[path, period] = sent(open_page(path, **chosen).app)
        for kod, its in units.items():
            for unit in its:
                page = open_page("nyckeltal", kod=kod, enhet=unit, **chosen)
                assert page.errors == []
                found[kod, unit, period] = sent(page.app)
                if page.app.toggle:
                    page.app.toggle[0].set_value(True).run()
                    found[kod, unit, period, "toggled"] = sent(page.app)
    return found


def differing(one, two):
    assert one.keys() == two.keys()
    return {key: [(a[:300], b[:300]) for a, b in zip(one[key], two[key], strict=False) if a != b] or "length"
            for key in one if one[key] != two[key]}  # fmt: skip


@pytest.fixture(scope="module")
def pair():
    rows = figures(1)
    changed = other(rows, 1)
    mask, moved = hidden(rows), [a != b for a, b in zip(rows, changed, strict=True)]
    assert not np.array(moved)[~mask].any()
    assert sum(moved) > 0.6 * mask.sum()
    return rows, changed


def test_no_page_differs(open_page, in_store, pair):
    units = {"kon": ["r"], "enhet": ["r", "a"], "manad": ["r"]}
    one, two = (
        in_store(name, rows, lambda _: pages(open_page, ["2025"], units)) for name, rows in zip("ab", pair, strict=True)
    )
    assert differing(one, two) == {}


def test_no_file_differs(in_store, pair):
    asked = [("", "2025"), ("a", "2025"), ("s", "2024")]
    one, two = (in_store(name, rows, lambda store: {each: list(files(store, *each).values()) for each in asked})
                for name, rows in zip("ab", pair, strict=True))  # fmt: skip
    assert differing(one, two) == {}


def test_the_comparison_would_see_a_difference(in_store, pair, monkeypatch):
    """So that the tests above can fail."""
    monkeypatch.setattr("kpi.follow_up.hide", lambda observed, *_, **__: observed.assign(hidden_by=None))
    one, two = (
        in_store(name, rows, lambda store: files(store, "", "2025")) for name, rows in zip("ab", pair, strict=True)
    )
    assert {"json", "utfall.csv", "utfall.parquet", "maluppfyllelse.xlsx"} <= set(differing(one, two))

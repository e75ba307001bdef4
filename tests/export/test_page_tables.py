"""The tables that pages hand out tell nothing protected either."""

import re

import numpy as np
import pytest

from disclosure_store import REMARKS, given_away
from kpi.export import parts, tables
from kpi.export.equality import equality
from kpi.export.formats import to_csv
from kpi.follow_up import follow_up
from kpi.model import DataMode, Period

YEAR = Period.year(2025)


def told(follow):
    """Every table of every page."""
    pages = [parts.of_plan(follow), *(parts.of_goals(follow, area.codes) for area in follow.plan.areas)]
    pages += [parts.of_indicator(follow, row.indicator, row.unit) for row in follow.plan.subjects.itertuples()]
    made = [table(page) for page in pages for table in (tables.attainment, tables.outcomes)]
    return [equality(follow), *made]


@pytest.mark.parametrize("unit", ["", "a", "b", "g1"])
def test_no_table_of_a_page_tells_them(protected, unit):
    made = told(follow_up(protected, "prov", YEAR, DataMode.REAL, unit=unit))
    numbers = [table.frame.select_dtypes("number").to_numpy(float, na_value=np.nan).ravel() for table in made]
    assert given_away(np.concatenate(numbers).tolist()) == set()
    written = " ".join(to_csv(table).decode() for table in made)
    assert not any(remark in written for remark in REMARKS)
    assert given_away([float(n.replace(",", ".")) for n in re.findall(r"\d+,\d+", written)]) == set()


def test_they_would_be_found(protected, monkeypatch):
    from kpi import follow_up as module

    monkeypatch.setattr(module, "hide", lambda observed, *_, **__: observed.assign(hidden_by=None))
    open_ = follow_up(protected, "prov", YEAR, DataMode.REAL)
    numbers = equality(open_).frame.select_dtypes("number").to_numpy(float, na_value=np.nan).ravel()
    assert given_away(numbers.tolist())


def test_the_parts_together_are_the_whole(shipped):
    follow = follow_up(shipped, "rs-2025", Period.year(2024), DataMode.EXAMPLE)
    whole = len(parts.of_plan(follow).assessed)
    assert whole == len(follow.assessed)
    assert sum(len(parts.of_goals(follow, area.codes).assessed) for area in follow.plan.areas) == whole

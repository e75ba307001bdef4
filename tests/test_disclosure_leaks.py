"""Somebody who looks for protected numbers in everything that is derived or handed out."""

import ast
import csv
import io
import re
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from disclosure_store import ACTOR, HIDDEN, REMARKS, SECRETS, UNITS, deliver, fill, given_away, said
from kpi import follow_up as follow_up_module
from kpi.commands.assess import as_json
from kpi.commands.attainment_text import as_text
from kpi.export.about import about
from kpi.export.bundle import bundle
from kpi.export.tables import attainment
from kpi.follow_up import follow_up
from kpi.ingest.units import commit_units, read_units
from kpi.model import DataMode, Gender, Period, PeriodKind
from kpi.report.answer import answer
from kpi.report.findings import findings
from kpi.report.rows import rows
from kpi.report.series import shown_points, shown_series
from kpi.store import Store
from kpi.store.deliveries import just_before
from kpi.store.plans import earlier_units

sys.path.append(str(Path(__file__).parent / "analysis"))
from disclosure_attack import by_algebra, by_subtraction

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prov")
    opened = Store.open(folder / "kpi.duckdb")
    fill(opened, folder)
    yield opened
    opened.close()


@pytest.fixture(params=["", "a", "b", "g1"])
def follow(store, request):
    return follow_up(store, "prov", Period.year(2025), DataMode.REAL, unit=request.param)


@pytest.fixture
def unprotected(store, monkeypatch):
    """What there would be to find: the follow-up with the röjandekontroll taken out."""
    monkeypatch.setattr(follow_up_module, "hide", lambda observed, *_, **__: observed.assign(hidden_by=None))
    return follow_up(store, "prov", Period.year(2025), DataMode.REAL)


def _numbers(follow):
    """Every number of every frame that is shown from, targets apart: those are decided, not measured."""
    frames = [follow.observations, follow.assessed, pd.DataFrame(_points(follow))]
    frames += [shown_series(follow, row.indicator, row.unit) for row in follow.plan.subjects.itertuples()]
    found = []
    for frame in frames:
        numbers = frame.select_dtypes("number")
        numbers = numbers.drop(columns=[name for name in numbers if name.startswith("target_") or "row" in name])
        found += numbers.to_numpy(float, na_value=np.nan).ravel().tolist()
    return found


def _points(follow):
    return [point for points in shown_points(follow).values() for point in points]


def _texts(follow):
    """Every sentence and cell of the report."""
    found = [f"{row.outcome} {row.development} " + " ".join(f"{c.text} {c.note}" for c in row.cells.values())
             for row in rows(follow)]  # fmt: skip
    found += [finding.text for finding in findings(follow)]
    for _, mine in follow.assessed.groupby(["indicator", "unit"]):
        found += answer(follow, {Gender(row.gender): row for row in mine.itertuples()})
    return " \n ".join(found)


def _exported(store, follow):
    return bundle(store, follow, about(store, follow))


def _cells(files):
    """Every cell of every handed-out table, as it stands."""
    found = []
    for name, content in files.items():
        if name.endswith(".csv"):
            found += [cell for line in _lines(content) for cell in line.values()]
        elif name.endswith(".parquet"):
            found += pd.read_parquet(io.BytesIO(content)).to_numpy(object).ravel().tolist()
        elif name.endswith(".xlsx"):
            book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            found += [
                cell for sheet in book.sheet_names for row in book.get_sheet_by_name(sheet).to_python() for cell in row
            ]
        else:
            found += content.decode().split("\n")
    return [cell for cell in found if not pd.isna(cell)]


def _lines(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def _as_numbers(cells):
    texts = (str(cell).replace(",", ".") for cell in cells)
    return [float(text) for text in texts if re.fullmatch(r"-?\d+(\.\d+)?", text)]


def test_the_follow_up_holds_none_of_them(follow):
    assert given_away(_numbers(follow)) == set()


def test_what_is_hidden_is_said_to_be_and_everything_else_shows(follow):
    seen = follow.observations
    found = {
        (row.indicator, row.unit, Period(row.period_start.date(), PeriodKind(row.period_kind)).code, row.gender)
        for row in seen[seen["status"].eq("suppressed")].itertuples()
    }
    assert found == set(HIDDEN)
    assert seen.loc[seen["status"].isna(), "value"].notna().all()


def test_no_report_says_them(follow):
    assert said(_texts(follow)) == set()


def test_no_file_holds_them_in_any_cell(store, follow):
    cells = _cells(_exported(store, follow))
    assert given_away(_as_numbers(cells)) == set()
    assert said(" \n ".join(map(str, cells))) == set()
    assert not REMARKS & set(map(str, cells))


def test_no_file_gives_them_away_by_subtraction_or_algebra(store, follow):
    lines = _lines(_exported(store, follow)["utfall.csv"])
    seen = [_row(line) for line in lines]
    assert sum(row["status"] == "suppressed" for row in seen) >= len(HIDDEN)
    assert by_subtraction(seen, follow.units) == set()
    assert by_algebra(seen, follow.units) == set()


def _row(line):
    period = Period.from_code(line["period"])
    return {"indicator": line["nyckeltal"], "unit": line["enhet"], "gender": line["kön"],
            "period_kind": period.kind.value, "period_start": pd.Timestamp(period.start),
            "status": "suppressed" if line["status"] == "skyddat" else None}  # fmt: skip


def test_the_overview_says_that_they_are_protected(store):
    shown = {row.indicator: row for row in rows(follow_up(store, "prov", Period.year(2025), DataMode.REAL))
             if row.unit == "r"}  # fmt: skip
    assert [shown["kon"].cells[gender].text for gender in Gender] == ["skyddat", "skyddat", "52,5\u00a0%"]
    assert shown["fler"].cells[Gender.WOMEN].text == "skyddat"


def test_status_gap_and_comparison_follow(follow):
    assessed = follow.assessed
    mine = assessed[assessed["indicator"].isin(["kon", "fler"]) & assessed["gender"].isin(["K", "M"])]
    mine = mine[mine["unit"].eq("r")]
    if len(mine):
        assert set(mine["reason"]) == {"suppressed"}
        assert set(mine["gap_reason"]) == {"suppressed"}
        assert mine[["value", "numerator", "denominator", "distance", "pace_needed", "gap"]].isna().all(axis=None)
        assert mine["equal_met"].isna().all()


def test_the_terminal_says_none_of_them(store, follow):
    what = about(store, follow)
    assert said(as_text(follow, what)) == set()
    told = as_json(attainment(follow), what)
    assert given_away(map(float, re.findall(r"-?\d+\.?\d*", told))) == set()


def test_the_search_would_find_them(store, unprotected):
    """So that the tests above can fail."""
    values = {f"{key} value" for key in HIDDEN}
    everything = {name for name in SECRETS if not name.endswith(("pace", "change")) and "enhet T" not in name}
    assert everything <= given_away(_numbers(unprotected))
    cells = _cells(_exported(store, unprotected))
    assert given_away(_as_numbers(cells)) >= values
    assert set(map(str, cells)) >= REMARKS
    assert len(said(_texts(unprotected))) >= 8
    assert len(said(as_text(unprotected, about(store, unprotected)))) >= 8


def test_an_earlier_state_hides_what_is_hidden_now(tmp_path):
    """Before ward B was corrected, B was hidden for A's sake; now C is. Both sums together would tell A."""
    opened = Store.open(tmp_path / "kpi.duckdb")
    fill(opened, tmp_path)
    later = deliver(opened, [("enhet", "b", "2025", "T", 37, 91), ("enhet", "r", "2025", "T", 67, 207)])
    year = Period.year(2025)
    now = follow_up(opened, "prov", year, DataMode.REAL)
    then = follow_up(opened, "prov", year, DataMode.REAL, as_of=just_before(opened, later))
    opened.close()
    assert _wards(now) == {"a", "c"}
    assert _wards(then) == {"a", "c"}
    assert then.observations["status"].notna().sum() == len(HIDDEN)


def test_a_unit_that_moves_in_the_register_gives_nothing_away(tmp_path):
    """Region R less its other wards is still what ward A had while it lay there."""
    opened = Store.open(tmp_path / "kpi.duckdb")
    fill(opened, tmp_path)
    moved = tmp_path / "moved.csv"
    moved.write_text(UNITS.replace("Avdelning A;enhet;r;", "Avdelning A;enhet;s;"), encoding="utf-8")
    commit_units(opened, read_units(moved), ACTOR)
    now = follow_up(opened, "prov", Period.year(2025), DataMode.REAL)
    before = earlier_units(opened)
    commit_units(opened, read_units(moved), ACTOR)
    again = earlier_units(opened)
    commit_units(opened, read_units(tmp_path / "units.csv"), ACTOR)
    back = earlier_units(opened)
    opened.close()
    assert now.units.set_index("code").loc["a", "parent"] == "s"
    assert {"a", "b"} <= _wards(now)
    assert [tree.set_index("code").loc["a", "parent"] for tree in before] == ["r"]
    assert len(again) == 1  # the same register once more is no new tree
    assert [tree.set_index("code").loc["a", "parent"] for tree in back] == ["s"]


def _wards(follow):
    seen = follow.observations
    mine = seen[seen["indicator"].eq("enhet") & seen["status"].eq("suppressed")]
    return set(mine["unit"])


TAKING_IN = ("src/kpi/store/", "src/kpi/ingest/", "src/kpi/sources/")


def test_nobody_else_reads_outcomes_from_the_store():
    """What is shown comes through the follow-up; only it, what takes files in and the store itself see more."""
    readers = {
        path.relative_to(ROOT).as_posix()
        for path in [*(ROOT / "src").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if "kpi.store.observations" in _imported(node)
    }
    assert {path for path in readers if not path.startswith(TAKING_IN)} == {"src/kpi/follow_up.py"}


def _imported(node):
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return set()

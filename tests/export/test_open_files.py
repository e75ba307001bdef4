"""The open files, opened again: the same in all three formats, nothing protected, no example, nothing that runs."""

import csv
import io
import re
import zipfile
from contextlib import closing
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from accepting import stored
from disclosure_store import HIDDEN, REMARKS, given_away
from kpi.export import formats, open_files
from kpi.export.formats import FileFormat, harmless
from kpi.export.open_data import PER_PLAN, STORE_WIDE
from kpi.export.open_files import OpenFiles, address, file_name
from kpi.follow_up import follow_up, public_outcomes
from kpi.ingest.upload import check
from kpi.model import Actor, DataMode, Origin, Period
from kpi.store import Store
from kpi.store.deliveries import withdraw
from kpi.store.observations import KEY
from kpi.words import say

ACTOR = Actor("Anna Analytiker", may_write=True)
EVIL = ['=cmd|" /C calc"!A0', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x"]


def lines(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def book(content):
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def sheet(content, at=0):
    opened = book(content)
    return opened.get_sheet_by_name(opened.sheet_names[at]).to_python()


def every_file(files):
    return {f"{one.place}.{form}": files.file(f"{one.place}.{form}") for one in files.datasets() for form in FileFormat}


@pytest.fixture(scope="module")
def told(protected):
    return every_file(OpenFiles(lambda: protected))


def test_every_table_is_there_in_three_formats(told):
    places = [*STORE_WIDE, *(f"prov/{name}" for name in PER_PLAN)]
    assert set(told) == {f"{place}.{form}" for place in places for form in FileFormat}


@pytest.mark.parametrize("place", [*STORE_WIDE, *(f"prov/{name}" for name in PER_PLAN)])
def test_the_three_formats_say_the_same(told, place):
    written = lines(told[f"{place}.csv"].content)
    parquet = pd.read_parquet(io.BytesIO(told[f"{place}.parquet"].content)).astype(object)
    cells = [[_told(value) for value in row] for row in parquet.itertuples(index=False, name=None)]
    assert [[_number(cell) for cell in row] for row in written] == [list(parquet.columns), *cells]
    assert len(cells) > 0
    rows = sheet(told[f"{place}.xlsx"].content)
    assert len(rows) == len(written)
    for one, other in zip(rows, written, strict=True):
        assert [_told(cell) for cell in one] == [_nearly(_number(cell)) for cell in other]


def _told(value):
    """As text in a spreadsheet, or as a number."""
    if pd.isna(value) or value == "":
        return ""
    return _number(value) if isinstance(value, str) else float(value)


def _nearly(value):
    """A workbook keeps 16 digits."""
    return pytest.approx(value, rel=1e-15) if isinstance(value, float) else value


def _number(text):
    return float(text.replace(",", ".")) if re.fullmatch(r"-?\d+(,\d+)?", text) else harmless(text)


@pytest.mark.parametrize("place", [*STORE_WIDE, *(f"prov/{name}" for name in PER_PLAN)])
def test_every_column_is_explained_in_the_workbook(told, place):
    content = told[f"{place}.xlsx"].content
    notes = dict(row[:2] for row in sheet(content, -1) if row[0])
    for name in lines(told[f"{place}.csv"].content)[0]:
        assert len(notes[name]) > 3
    assert notes[say("open-licence")].startswith("http")


def test_nothing_protected_is_in_any_file(told):
    for place, file in told.items():
        if place.endswith(".csv"):
            texts = [cell for row in lines(file.content) for cell in row]
        elif place.endswith(".parquet"):
            texts = pd.read_parquet(io.BytesIO(file.content)).to_numpy(object).ravel().tolist()
        else:
            texts = [cell for name in range(2) for row in sheet(file.content, name) for cell in row]
        numbers = [float(str(text).replace(",", ".")) for text in texts if re.fullmatch(r"-?\d+([.,]\d+)?", str(text))]
        assert given_away(numbers) == set(), place
        assert not any(remark in str(text) for text in texts for remark in REMARKS), place
    hidden = {(row[0], row[1], row[2], row[3]) for row in lines(told["utfall.csv"].content) if row[9] == "skyddat"}
    assert set(HIDDEN) <= hidden


def test_the_search_would_find_what_is_not_hidden(protected, monkeypatch):
    from kpi import follow_up as module

    monkeypatch.setattr(module, "hide", lambda observed, *_, **__: observed.assign(hidden_by=None))
    content = OpenFiles(lambda: protected).file("utfall.csv").content
    cells = [cell for row in lines(content) for cell in row]
    assert given_away([float(cell.replace(",", ".")) for cell in cells if re.fullmatch(r"-?\d+(,\d+)?", cell)])


def test_the_open_outcomes_are_those_of_every_follow_up(protected):
    """Röjandekontroll of all nyckeltal at once hides as much as that of a plan's."""
    every = public_outcomes(protected, DataMode.REAL).set_index(KEY)
    own = follow_up(protected, "prov", Period.year(2025), DataMode.REAL).observations.set_index(KEY)
    assert len(own) > 50
    pd.testing.assert_frame_equal(every.loc[own.index], own)


def test_examples_are_in_no_file(shipped):
    """What ships has published outcomes too: those are the only ones."""
    examples = {row["id"] for row in shipped.rows("select id from delivery where origin = 'example'")}
    assert examples
    files = every_file(OpenFiles(lambda: shipped))
    for place, file in files.items():
        if place.endswith(("utfall.parquet", "maluppfyllelse.parquet")):
            frame = pd.read_parquet(io.BytesIO(file.content))
            assert set(frame["exempel"]) <= {"nej"}
            assert not examples & set(frame["leverans"].dropna())
    assert len(lines(files["utfall.csv"].content)) > 10


def test_a_store_with_examples_only_gives_an_empty_table_that_says_so(installed, tmp_path):
    path = tmp_path / "kpi.duckdb"
    path.write_bytes(installed.read_bytes())
    with closing(Store.open(path)) as store:
        published = "select id from delivery where kind = 'outcomes' and origin = 'shipped'"
        for row in store.rows(published):
            withdraw(store, row["id"], ACTOR, "prov")
        assert store.rows("select 1 from delivery where origin = ? limit 1", [Origin.EXAMPLE])
        files = OpenFiles(lambda: store)
        header, *rows = lines(files.file("utfall.csv").content)
        assert (header[:2], rows) == (["nyckeltal", "enhet"], [])
        parquet = files.file("utfall.parquet").content
        assert pq.read_schema(io.BytesIO(parquet)).names == header
        assert pd.read_parquet(io.BytesIO(parquet)).attrs[say("export-mode")] == say("open-no-outcomes")
        notes = dict(row[:2] for row in sheet(files.file("utfall.xlsx").content, -1))
        assert notes[say("export-mode")] == say("open-no-outcomes")
        attained = pd.read_parquet(io.BytesIO(files.file("rs-2025/maluppfyllelse.parquet").content))
        assert attained["värde"].isna().all()
        assert set(attained["statuskod"].dropna()) <= {"unjudged"}


@dataclass
class Counting:
    """How many times a table was made."""

    times: int = 0


@pytest.fixture
def counted(monkeypatch):
    counting, make = Counting(), open_files.table

    def table(*arguments):
        counting.times += 1
        return make(*arguments)

    monkeypatch.setattr(open_files, "table", table)
    return counting


@pytest.fixture
def own(installed, tmp_path):
    path = tmp_path / "kpi.duckdb"
    path.write_bytes(installed.read_bytes())
    with closing(Store.open(path)) as store:
        yield store


def test_a_file_is_made_once_for_each_state_of_the_store(own, counted):
    files = OpenFiles(lambda: own)
    first = files.file("utfall.csv")
    assert files.file("utfall.csv") is first
    assert counted.times == 1
    text = "nyckeltal;enhet;period;kön;värde\nhalsosamtal;0023;2024;T;45,5\n"
    delivery = stored(own, check(own, text.encode(), "a.csv"), ACTOR)
    second = files.file("utfall.csv")
    assert second.tag != first.tag
    assert second.changed >= first.changed
    assert b"halsosamtal;0023;2024;T;45,5" in second.content
    withdraw(own, delivery, ACTOR, "fel")
    assert files.file("utfall.csv").tag == first.tag
    assert counted.times == 3


def test_the_kept_files_are_bounded(own, counted, monkeypatch):
    files = OpenFiles(lambda: own)
    room = len(files.file("utfall.csv").content) + 10
    monkeypatch.setattr(open_files, "MOST_KEPT", room)
    for place in ("enheter.csv", "utfall.csv", "enheter.csv"):
        assert files.file(place).content
        assert sum(len(file.content) for file in files._kept.values()) <= room
    monkeypatch.setattr(open_files, "MOST_KEPT", 10)
    assert len(files.file("nyckeltal.csv").content) > 10
    assert not files._kept


@pytest.mark.parametrize("place", ["", "utfall", "utfall.CSV", "../kpi.duckdb", "utfall.csv/", "finns-inte/mal.csv",
                                   "rs-2025", "rs-2025/../utfall.csv", "/utfall.csv", "utfall.csv\0"])  # fmt: skip
def test_what_is_not_there_is_not_found(own, place):
    assert OpenFiles(lambda: own).file(place) is None


def _rename(store, table, column, code_column, names):
    codes = [row["code"] for row in store.rows(f"select distinct {code_column} as code from {table} order by 1")]  # noqa: S608
    with store.transaction() as cursor:
        for code, name in zip(codes, names, strict=False):
            cursor.execute(f"update {table} set {column} = ? where {code_column} = ?", [name, code])  # noqa: S608


def test_hostile_names_run_in_no_file(own):
    for table, column in (("indicator", "name"), ("indicator", "source"), ("unit", "name"), ("goal", "name"),
                          ("plan", "name"), ("plan_indicator", "name"), ("target", "printed"),
                          ("observation", "comment")):  # fmt: skip
        key = "indicator" if table in ("plan_indicator", "observation") else "code"
        _rename(own, table, column, key, EVIL)
    found = set()
    for place, file in every_file(OpenFiles(lambda: own)).items():
        if place.endswith(".csv"):
            rows = lines(file.content)
            texts = [cell for row in rows for cell in row if not re.fullmatch(r"-\d+(,\d+)?", cell)]
        elif place.endswith(".xlsx"):
            texts = [cell for row in sheet(file.content) + sheet(file.content, -1) for cell in row]
            texts = [cell for cell in texts if isinstance(cell, str)]
            with zipfile.ZipFile(io.BytesIO(file.content)) as parts:
                pages = [parts.read(name) for name in parts.namelist() if "worksheets" in name]
            assert not any(b"<f>" in page or b"<hyperlink" in page for page in pages)
        else:
            continue
        assert not [text for text in texts if text.startswith(formats.FORMULA_STARTS)], place
        found |= {text for text in texts if text.startswith("'")}
    assert {f"'{evil}" for evil in EVIL} <= found


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(own, monkeypatch):
    rows = lines(OpenFiles(lambda: own).file("enheter.csv").content)
    monkeypatch.setattr(formats, "MOST_ROWS", 10)
    workbook = book(OpenFiles(lambda: own).file("enheter.xlsx").content)
    names = workbook.sheet_names
    assert names == ["Enheter", *(f"Enheter {n}" for n in range(2, len(names))), say("export-read-me")]
    told = [row for name in names[:-1] for row in workbook.get_sheet_by_name(name).to_python()[1:]]
    assert [[str(cell) for cell in row] for row in told] == rows[1:]
    assert len(rows) > 20


@pytest.mark.parametrize(
    ("plan", "link", "name"),
    [("rs-2025", "rs-2025/mal.csv", "mal-rs-2025.csv"), ("../x", "..%2Fx/mal.csv", "mal-x.csv"),
     ('a"\r\nb', "a%22%0D%0Ab/mal.csv", "mal-a-b.csv"), ("åäö", "%C3%A5%C3%A4%C3%B6/mal.csv", "mal.csv")],
)  # fmt: skip
def test_links_and_file_names_are_safe(plan, link, name):
    dataset = next(iter(_datasets(plan)))
    assert address(dataset, FileFormat.CSV) == link
    assert file_name("mal", plan, form=FileFormat.CSV) == name


def _datasets(plan):
    from kpi.export.open_data import Dataset

    return [Dataset("mal", plan, "Plan", "r")]


def test_numbers_keep_all_their_digits(told, protected):
    frame = pd.read_parquet(io.BytesIO(told["utfall.parquet"].content))
    written = [row[4] for row in lines(told["utfall.csv"].content)[1:]]
    values = public_outcomes(protected, DataMode.REAL)["value"].to_numpy(float)
    assert np.array_equal(frame["värde"].to_numpy(float, na_value=np.nan), values, equal_nan=True)
    assert [float(cell.replace(",", ".")) if cell else None for cell in written] == [
        None if np.isnan(value) else value for value in values
    ]

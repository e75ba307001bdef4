"""The exported files: the same figures in each, marked as what they are, harmless, and never over somebody else's."""

import csv
import io
import json
import zipfile

import pandas as pd
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from kpi.errors import UserError
from kpi.export import formats
from kpi.export.table import Column, Kind, Table
from kpi.export.write import MANIFEST, write
from kpi.words import say

TABLES = ("maluppfyllelse", "utfall", "malvarden", "mal", "planens-nyckeltal", "nyckeltal")
FILES = {"las-mig.txt", *(f"{table}.{form}" for table in TABLES for form in formats.FileFormat)}
EVIL = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', '=cmd|" /C calc"!A0', "＝1+1"]
HARMLESS = ["a=1", "1-2", "", " ", "−5", "Åsa; Öberg", 'citat"tecken', "två\nrader"]


def _csv(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def _number(text):
    return float(text.replace(",", ".")) if text else None


@pytest.fixture
def exported(database, kpi, tmp_path):
    folder = tmp_path / "ut"

    def run(*arguments):
        told = kpi("export", folder, *arguments)
        assert (told.code, told.err) == (0, ""), told
        assert all(name in told.out for name in FILES)
        return folder

    return run


def test_every_file_is_there_and_no_half_file_beside(exported):
    assert {file.name for file in exported().iterdir()} == {*FILES, MANIFEST}


def test_csv_parquet_workbook_and_json_say_the_same(exported, kpi):
    folder = exported("--mode", "real", "--period", "2017")
    shown = json.loads(kpi("assess", "--mode", "real", "--period", "2017", "--format", "json").out)["rader"]
    parquet = pd.read_parquet(folder / "maluppfyllelse.parquet").astype(object)
    assert [{k: None if pd.isna(v) else v for k, v in row.items()} for row in parquet.to_dict("records")] == shown
    sheet = CalamineWorkbook.from_path(str(folder / "maluppfyllelse.xlsx")).get_sheet_by_name("Måluppfyllelse")
    header, *rows = sheet.to_python()
    book = [dict(zip(header, row, strict=True)) for row in rows]
    for written, told, row in zip(_csv((folder / "maluppfyllelse.csv").read_bytes()), book, shown, strict=True):
        for name, value in row.items():
            if isinstance(value, str):
                assert (written[name], str(told[name])) == (formats.harmless(value), formats.harmless(value))
            else:
                assert _number(written[name]) == value
                assert (told[name] if told[name] != "" else None) == (value and pytest.approx(value, rel=1e-15))
    assert any(row["nyckeltal"] == "antibiotikarecept" and row["värde"] == 287.7073218 for row in shown)


def test_example_outcomes_are_marked_in_every_row_and_file(exported):
    folder = exported()
    for name in ("maluppfyllelse", "utfall"):
        for row in _csv((folder / f"{name}.csv").read_bytes()):
            assert (row["exempel"], row["anmärkning"]) == ("ja", say("export-example"))
        assert set(pd.read_parquet(folder / f"{name}.parquet")["exempel"]) == {"ja"}
        assert "exempel" in str(pq.read_schema(folder / f"{name}.parquet").metadata[b"PANDAS_ATTRS"])
    book = CalamineWorkbook.from_path(str(folder / "maluppfyllelse.xlsx"))
    assert [say("export-remark"), say("export-example")] in book.get_sheet_by_name("Läs mig").to_python()
    assert say("export-example") in (folder / "las-mig.txt").read_text(encoding="utf-8")


def test_real_and_example_outcomes_are_never_in_one_file(exported):
    real = {row["leverans"] for row in _csv((exported("--mode", "real") / "utfall.csv").read_bytes())}
    example = {row["leverans"] for row in _csv((exported("--mode", "example") / "utfall.csv").read_bytes())}
    assert real
    assert example
    assert not real & example


def test_every_column_is_explained(exported):
    folder = exported()
    told = (folder / "las-mig.txt").read_text(encoding="utf-8")
    for name in TABLES:
        part = told.split(f"\n\n{name}: ")[1].split("\n\n")[0]
        explained = [line.split(": ")[0] for line in part.splitlines()[1:]]
        header = next(
            csv.reader([(folder / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0]], delimiter=";")
        )
        assert explained == header


def test_a_unit_takes_that_units_rows_only(exported):
    folder = exported("--mode", "real", "--unit", "0000")
    assert {row["enhet"] for row in _csv((folder / "maluppfyllelse.csv").read_bytes())} == {"0000"}
    assert {row["enhet"] for row in _csv((folder / "utfall.csv").read_bytes())} == {"0000"}


def test_the_same_store_gives_the_same_bytes(exported):
    first = {file.name: file.read_bytes() for file in exported().iterdir()}
    assert {file.name: file.read_bytes() for file in exported().iterdir()} == first


def test_the_plans_targets_are_there_as_decided(exported):
    rows = _csv((exported() / "malvarden.csv").read_bytes())
    assert sum(row["slag"] == "målvärde" for row in rows) == 17
    suppliers = next(r for r in rows if r["kod"].startswith("leverantorstrohet") and r["enhet"] == "0023")
    assert (suppliers["villkor"], suppliers["värde"], suppliers["i texten"]) == ("minst", "95", "95 %")


def test_what_is_protected_is_not_handed_out(database, kpi, tmp_path):
    """A file may carry the number beside the word; whoever gets the export may not see it."""
    from contextlib import closing

    import duckdb

    with closing(duckdb.connect(str(database))) as connection:
        connection.execute("update observation set status = 'suppressed', numerator = 3, denominator = 4321 "
                           "where indicator = 'antibiotikarecept' and gender = 'K'")  # fmt: skip
    assert kpi("export", tmp_path / "ut", "--mode", "real", "--period", "2017").code == 0
    rows = [r for r in _csv((tmp_path / "ut" / "utfall.csv").read_bytes()) if r["status"] == "skyddat"]
    assert rows
    assert {row[name] for row in rows for name in ("värde", "täljare", "nämnare", "nedre", "övre")} == {""}
    everything = b"".join(file.read_bytes() for file in (tmp_path / "ut").glob("*.csv"))
    assert b"287,7073218" not in everything
    assert b"4321" not in everything


def _table(texts, numbers):
    columns = (Column("text", Kind.TEXT, "comment"), Column("tal", Kind.NUMBER, "value"))
    return Table("prov", columns, pd.DataFrame({"text": pd.Series(texts, dtype=object), "tal": numbers}))


def test_texts_cannot_run_as_formulas_and_numbers_stay_numbers():
    table = _table(EVIL, [-float(n) - 0.5 for n in range(len(EVIL))])
    for row in _csv(formats.to_csv(table)):
        assert row["text"].startswith("'")
        assert row["tal"].startswith("-")
    content = formats.to_xlsx(table, "blad", [("=1+1", "@x")], pd.Timestamp("2025-01-01").to_pydatetime())
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[1:]
    assert [row[0] for row in rows] == [f"'{text}" for text in EVIL]
    assert [row[1] for row in rows] == table.frame["tal"].tolist()
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheets = [book.read(name) for name in book.namelist() if "worksheets" in name]
    assert sheets
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_other_texts_come_back_as_they_were():
    assert [row["text"] for row in _csv(formats.to_csv(_table(HARMLESS, [0.0] * len(HARMLESS))))] == HARMLESS


@pytest.mark.parametrize(
    ("value", "text"),
    [(5.0, "5"), (287.7073218, "287,7073218"), (-0.1, "-0,1"), (1e-7, "0,0000001"), (1e21, "1000000000000000000000"),
     (100.0, "100"), (0.1 + 0.2, "0,30000000000000004"), (0.0, "0")],
)  # fmt: skip
def test_numbers_are_written_exactly(value, text):
    assert formats.exact(value) == text
    assert float(text.replace(",", ".")) == value


def test_foreign_files_are_not_overwritten_unless_forced(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"mine")
    with pytest.raises(UserError) as caught:
        write(tmp_path, {"b.csv": b"new", "a.csv": b"new"})
    assert caught.value.key == "cli-not-our-files"
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]
    write(tmp_path, {"b.csv": b"new", "a.csv": b"new"}, force=True)
    assert (tmp_path / "a.csv").read_bytes() == b"new"


def test_own_files_are_overwritten_until_somebody_changes_one(tmp_path):
    write(tmp_path, {"a.csv": b"1", "b.csv": b"1"})
    write(tmp_path, {"a.csv": b"2", "b.csv": b"2"})
    assert (tmp_path / "b.csv").read_bytes() == b"2"
    (tmp_path / "b.csv").write_bytes(b"edited by hand")
    with pytest.raises(UserError):
        write(tmp_path, {"a.csv": b"3", "b.csv": b"3"})
    assert (tmp_path / "a.csv").read_bytes() == b"2"


def test_an_interrupted_export_can_be_run_again(tmp_path, monkeypatch):
    from kpi.export import write as module

    write(tmp_path, {"a.csv": b"1", "b.csv": b"1"})
    replace = module._replace
    calls = iter(range(100))

    def dying(path, content):
        if next(calls) == 2:
            raise KeyboardInterrupt
        replace(path, content)

    monkeypatch.setattr(module, "_replace", dying)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, {"a.csv": b"2", "b.csv": b"2"})
    assert ((tmp_path / "a.csv").read_bytes(), (tmp_path / "b.csv").read_bytes()) == (b"2", b"1")
    monkeypatch.setattr(module, "_replace", replace)
    write(tmp_path, {"a.csv": b"3", "b.csv": b"3"})
    assert (tmp_path / "b.csv").read_bytes() == b"3"


def test_a_folder_that_cannot_be_is_the_users_error(database, kpi):
    told = kpi("export", database)
    assert (told.code, len(told.err.splitlines())) == (1, 1)
    assert "det finns en fil med det namnet" in told.err

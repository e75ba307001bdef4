"""Every kind of file read: what is in it comes out, whoever wrote it."""

import datetime
import json
import string
import zipfile
from io import BytesIO

import hostile_packages as made
import pyarrow as pa
import pytest
import xlwt
from hostile_data import jsonstat, parquet, px, px_keyed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingest_files import HEADER, xlsx
from xlsxwriter import Workbook

from kpi.errors import UserError
from kpi.ingest.read import read, sheets
from kpi.ingest.table import Cells, Sheet, Table, Wanted
from shared import SHARED, needs_shared

NOTHING_WANTED = Wanted(frozenset())
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
LETTERS = string.ascii_letters + "åäöÅÄÖé§ -_.,:;!?()%&<>'"
TEXTS = st.text(LETTERS, min_size=1, max_size=20).map(str.strip).filter(bool)
# XlsxWriter writes sixteen digits, and no zero below zero.
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=32).map(lambda value: float(f"{value:.15g}") or 0.0)
CELLS = st.one_of(
    st.none(), TEXTS, NUMBERS, st.booleans(), st.dates(datetime.date(1950, 1, 1), datetime.date(2100, 1, 1))
)
GRIDS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=6)
)


def all_sheets(content: bytes) -> list[Sheet]:
    return sheets(content, "fil", NOTHING_WANTED)


def one(content: bytes) -> Sheet:
    (sheet,) = all_sheets(content)
    return sheet


def texts(table: Table) -> list[list[str]]:
    return [[str(column.text.iloc[i]) for column in table.columns] for i in range(len(table))]


def told(cells: Cells, i: int) -> object:
    """A cell as a Python value: None, a number, a date, or text."""
    text = str(cells.text.iloc[i])
    if cells.number is not None and cells.number[i] == cells.number[i]:
        return float(cells.number[i])
    if cells.dated is not None and cells.dated[i]:
        return datetime.date.fromisoformat(text)
    return text or None


def told_rows(content: bytes, width: int) -> list[list[object]]:
    """All rows below the first."""
    table = one(content).below(0)
    assert len(table.columns) == width
    return [[told(column, i) for column in table.columns] for i in range(len(table))]


def expected(row: list[object]) -> list[object]:
    return [str(cell) if isinstance(cell, bool) else cell for cell in row]


def as_xlsx(rows: list[list[object]]) -> bytes:
    content = BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_urls": False}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                if isinstance(cell, datetime.date):
                    sheet.write_datetime(i, j, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(i, j, cell)
                elif cell is not None:
                    sheet.write(i, j, cell)
    return content.getvalue()


def as_xls(rows: list[list[object]]) -> bytes:
    book, day = xlwt.Workbook(), xlwt.easyxf(num_format_str="yyyy-mm-dd")
    sheet = book.add_sheet("A")
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            if isinstance(cell, datetime.date):
                sheet.write(i, j, cell, day)
            elif cell is not None:
                sheet.write(i, j, cell)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def as_ods(rows: list[list[object]]) -> bytes:
    def cell(value: object) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, bool):
            truth = str(value).lower()
            return f'<table:table-cell office:value-type="boolean" office:boolean-value="{truth}"/>'
        if isinstance(value, datetime.date):
            return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
        return made.ods_cell(value)

    return made.ods("".join(made.ods_row(*map(cell, row)) for row in rows))


@pytest.mark.parametrize("write", [as_xlsx, as_xls, as_ods])
def test_a_workbook_reads_back_as_it_was_written(write) -> None:
    @FEW
    @given(GRIDS)
    def check(rows: list[list[object]]) -> None:
        width = len(rows[0])
        header = [f"k{i}" for i in range(width)]
        found = told_rows(write([header, *rows, ["slut"] * width]), width)
        assert found == [*map(expected, rows), ["slut"] * width]

    check()


LABELS = st.lists(TEXTS, min_size=1, max_size=4, unique=True)
SYMBOLS = st.sampled_from(["..", ".", "-", "..."])
CUBES = st.lists(LABELS, min_size=1, max_size=3).flatmap(
    lambda labels: st.tuples(
        st.just(labels), st.lists(st.one_of(NUMBERS, SYMBOLS), min_size=_cells(labels), max_size=_cells(labels))
    )
)


def _cells(labels: list[list[str]]) -> int:
    count = 1
    for each in labels:
        count *= len(each)
    return count


def long_rows(labels: list[list[str]], values: list[object]) -> list[list[object]]:
    """The cube by plain loops: the last dimension runs fastest."""
    rows: list[list[object]] = [[]]
    for each in labels:
        rows = [[*row, label] for row in rows for label in each]
    return [[*row, value] for row, value in zip(rows, values, strict=True)]


@FEW
@given(CUBES, st.sampled_from(["utf-8", "iso-8859-15", "cp850"]), st.sampled_from([" ", ",", "\n", ";"]))
def test_a_px_file_reads_back_as_it_was_written(cube, encoding: str, joint: str) -> None:
    labels, values = cube
    labels = [[label.encode(encoding, errors="replace").decode(encoding) for label in each] for each in labels]
    names = [f"d{i}" for i in range(len(labels))]
    quoted = [f'"{value}"' if isinstance(value, str) else repr(value) for value in values]
    lines = [
        *([] if encoding == "cp850" else ['CHARSET="ANSI";', f'CODEPAGE="{encoding}";']),
        'MATRIX="m";', 'TITLE="en titel; med semikolon"', '" på två rader";',
        "STUB=" + ",".join(f'"{name}"' for name in names) + ";",
        *(f'VALUES("{name}")=' + ",\n".join(f'"{label}"' for label in each) + ";"
          for name, each in zip(names, labels, strict=True)),
        "DATA=", joint.join(quoted) + ";",
    ]  # fmt: skip
    table = one("\r\n".join(lines).encode(encoding)).below(0)
    assert table.names == [*names, "värde"]
    found = [[told(column, i) for column in table.columns] for i in range(len(table))]
    assert found == long_rows(labels, values)


@FEW
@given(CUBES, st.booleans(), st.booleans())
def test_a_json_stat_file_reads_back_as_it_was_written(cube, sparse: bool, listed: bool) -> None:
    labels, values = cube
    codes = [[f"c{i}" for i in range(len(each))] for each in labels]
    said = {
        "version": "2.0", "class": "dataset", "id": [f"d{i}" for i in range(len(labels))], "size": [*map(len, labels)],
        "dimension": {
            f"d{i}": {"label": f"namn {i}", "category": {
                "index": code if listed else {each: at for at, each in reversed([*enumerate(code)])},
                "label": dict(zip(code, label, strict=True)),
            }} for i, (code, label) in enumerate(zip(codes, labels, strict=True))
        },
        "value": {str(i): value for i, value in enumerate(values)} if sparse else values,
    }  # fmt: skip
    table = one(json.dumps(said).encode()).below(0)
    by_name = dict(zip(table.names, table.columns, strict=True))
    assert [*by_name] == [name for i in range(len(labels)) for name in (f"namn {i}", f"namn {i} (kod)")] + ["värde"]
    wanted = [*(f"namn {i}" for i in range(len(labels))), "värde"]
    assert [[told(by_name[name], i) for name in wanted] for i in range(len(table))] == long_rows(labels, values)
    coded = [f"namn {i} (kod)" for i in range(len(labels))]
    assert [[told(by_name[name], i) for name in coded] for i in range(len(table))] == [
        row[:-1] for row in long_rows(codes, values)
    ]


def test_px_keeps_symbols_codes_roles_and_what_it_is_about() -> None:
    sheet = one(
        px('".." "-";', head='\nCODES("region")="23";\nTIMEVAL("år")=TLIST(A1),"2019","2020";\nUNITS="procent";')
    )
    assert sheet.below(0).names == ["region", "region (kod)", "år", "måttenhet", "värde"]
    assert texts(sheet.below(0)) == [
        ["Jämtlands län", "23", "2019", "procent", ".."], ["Jämtlands län", "23", "2020", "procent", "-"],
    ]  # fmt: skip
    assert (sheet.title, sheet.roles) == ("Andel", {"år": "time"})


def test_px_with_keys_has_the_rows_that_it_has() -> None:
    content = px_keyed('"Jämtlands län", 1 "..";')
    assert texts(one(content).below(0)) == [["Jämtlands län", "2019", "1"], ["Jämtlands län", "2020", ".."]]


def test_px_in_another_language_is_read_in_its_own() -> None:
    content = px(head='\nVALUES[en]("region")="Jämtland county";\nCONTENTS[en]="Share";')
    assert texts(one(content).below(0))[0][0] == "Jämtlands län"


def test_px_from_dos_without_a_word_of_its_encoding() -> None:
    content = px(CHARSET="", CODEPAGE="").decode().encode("cp850")
    assert texts(one(content).below(0))[0] == ["Jämtlands län", "2019", "1"]


def test_json_stat_keeps_status_measure_and_roles() -> None:
    said = json.loads(jsonstat(value=[None, 2.5], status={"0": ".."}, role={"time": ["år"], "metric": ["region"]}))
    said["dimension"]["region"]["category"]["unit"] = {"23": {"base": "procent", "decimals": 1}}
    sheet = one(json.dumps(said).encode())
    assert sheet.below(0).names == ["region", "region (kod)", "måttenhet", "år", "värde", "status"]
    assert texts(sheet.below(0)) == [
        ["Jämtlands län", "23", "procent", "2019", "", ".."], ["Jämtlands län", "23", "procent", "2020", "2.5", ""],
    ]  # fmt: skip
    assert (sheet.title, sheet.roles) == ("Andel", {"år": "time", "region": "metric"})


def test_json_stat_tells_only_of_the_cells_that_are_known() -> None:
    assert texts(one(jsonstat(value={"1": 7})).below(0)) == [["Jämtlands län", "23", "2020", "7"]]


def marked_xlsx() -> bytes:
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("A")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, made.ROW)
        sheet.write_row(2, 0, made.ROW)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.merge_range(4, 1, 5, 2, "samman")
        book.add_worksheet("Dold").hide()
        book.add_worksheet("Djupt dold").very_hidden()
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=A!$E$2:$E$3"})
        book.add_chartsheet("Diagram").set_chart(chart)
    return content.getvalue()


def marked_xls() -> bytes:
    def fill(sheet) -> None:
        for column, value in enumerate(made.ROW):
            sheet.write(2, column, value)
        sheet.row(2).hidden = True
        sheet.write_merge(4, 5, 1, 2, "samman")

    return made.xls(fill)


def marked_ods() -> bytes:
    row = [*map(made.ods_cell, made.ROW)]
    spanned = made.ods_cell("samman", 'table:number-columns-spanned="2" table:number-rows-spanned="2"')
    return made.ods(
        made.ods_header() + made.ods_row(*row) + made.ods_row(*row, more='table:visibility="collapse"')
        + made.ods_row() + made.ods_row("<table:table-cell/>", spanned)
    )  # fmt: skip


@pytest.mark.parametrize("write", [marked_xlsx, marked_xls, marked_ods])
def test_hidden_rows_are_read_and_told_and_merged_cells_named(write) -> None:
    sheet = next(each for each in all_sheets(write()) if not each.hidden)
    assert sheet.hidden_rows == {3}
    assert sheet.merged == ((4, 1, 5, 2),)
    assert texts(sheet.below(0))[:2] == [["sjuktal", "0023", "2025", "K", "5.5"]] * 2
    assert sheet.below(0).rows[:2].tolist() == [2, 3]


def test_hidden_sheets_are_told_of_and_not_read() -> None:
    assert [(each.name, each.hidden, each.head) for each in all_sheets(marked_xlsx())[1:]] == [
        ("Dold", True, []), ("Djupt dold", True, []),
    ]  # fmt: skip


def test_a_table_is_found_beside_hidden_sheets() -> None:
    wanted = Wanted(frozenset(HEADER))
    assert texts(read(marked_xlsx(), "fil", wanted))[0] == ["sjuktal", "0023", "2025", "K", "5.5"]


def test_dates_times_and_durations() -> None:
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        forms = ["yyyy-mm-dd", "yyyy-mm-dd hh:mm", "hh:mm", "[h]:mm"]
        values = [datetime.date(2020, 2, 29), datetime.datetime(2020, 2, 29, 12, 30), datetime.time(12, 30),  # noqa: DTZ001
                  datetime.timedelta(hours=30)]  # fmt: skip
        for column, (form, value) in enumerate(zip(forms, values, strict=True)):
            sheet.write(0, column, "k")
            sheet.write_datetime(1, column, value, book.add_format({"num_format": form}))
    assert texts(one(content.getvalue()).below(0)) == [["2020-02-29", "2020-02-29 12:30:00", "12:30:00", "30:00:00"]]


def test_the_value_of_a_formula_is_the_one_that_was_computed() -> None:
    """An empty text is a value too: Excel says that it is text."""
    number, text = '<c r="A2"><f>SUM(1,2)</f><v>3</v></c>', '<c r="B2" t="str"><f>"x"</f><v>x</v></c>'
    empty = '<c r="C2" t="str"><f>IF(TRUE,"","x")</f><v></v></c>'
    content = made.with_sheet(f'{made.header_cells()}<row r="2">{number}{text}{empty}</row>')
    assert texts(one(content).below(0)) == [["3", "x", "", "", ""]]


def test_macros_and_links_to_other_files_are_not_opened() -> None:
    """The link leads to a file that does not exist and the macro is no macro: neither is looked at."""
    link = '<externalLink xmlns="x"><externalBook r:id="rId1"/></externalLink>'
    relation = (
        '<Relationship Id="rId1" Type="externalLinkPath" Target="file:///finns/inte.xlsx" TargetMode="External"/>'
    )
    content = BytesIO(made.whole())

    with zipfile.ZipFile(content, "a") as package:
        package.writestr("xl/vbaProject.bin", b"macro")
        package.writestr("xl/externalLinks/externalLink1.xml", link)
        package.writestr("xl/externalLinks/_rels/externalLink1.xml.rels", f"<Relationships>{relation}</Relationships>")
    assert texts(one(content.getvalue()).below(0)) == [["sjuktal", "0023", "2025", "K", "5.5"]]


def test_a_fault_matters_only_on_the_sheet_that_is_read() -> None:
    book = BytesIO()
    with Workbook(book, {"in_memory": True}) as made_book:
        made_book.add_worksheet("Bra").write_row(0, 0, HEADER)
        made_book.add_worksheet("Annat").write_formula(0, 0, "=1/0", None, "#DIV/0!")
    good, other = all_sheets(book.getvalue())
    assert len(good.below(0)) == 0
    with pytest.raises(UserError, match="A1"):
        other.below(0)


def test_parquet_keeps_types() -> None:
    table = pa.table({"a": ["x", None], "b": [1.5, None], "c": [datetime.date(2020, 1, 1), None]})
    assert texts(one(parquet(table)).below(0)) == [["x", "1.5", "2020-01-01"], ["", "", ""]]


def test_a_wide_sheet_of_one_row() -> None:
    assert len(one(xlsx(A=[[f"k{i}" for i in range(5000)]])).head[0][1]) == 5000


@needs_shared
@pytest.mark.parametrize(
    ("name", "sheet", "rows", "cells"),
    [
        ("messy/KPI.xlsx", "KPI", 448, {(1, 1): "98.21", (1, 6): "1987-01"}),
        ("adhd/adhd_15-19.xlsx", "Tabell", 69, {(1, 5): "2006", (2, 5): "9.55", (2, 2): "Riket"}),
    ],
)
def test_real_workbooks(name: str, sheet: str, rows: int, cells: dict[tuple[int, int], str]) -> None:
    found = one((SHARED / "data" / name).read_bytes())
    assert found.name == sheet
    assert len(found.below(0)) == rows - 1
    assert {at: found.head[at[0]][1][at[1]] for at in cells} == cells

"""The file comes back with the same cells in the same places, and a mark where something is said of it."""

import re
import zipfile
from io import BytesIO

import pytest
from ingest_files import HEADER, csv, xlsx
from python_calamine import CalamineWorkbook

from kpi.errors import UserError
from kpi.ingest.marked import marked
from kpi.ingest.upload import check
from kpi.store import Store

ROWS = ["sjuktal;0023;2025;K;5,5", "sjuktal;0023;2025;X;5,5", "sjuktall;0023;2025;M;=1+1"]


def refused(store: Store, content: bytes, name: str) -> tuple[UserError, ...]:
    with pytest.raises(UserError) as caught:
        check(store, content, name)
    return caught.value.details


def sheets(made: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(made))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def remarks(made: bytes) -> dict[str, str]:
    """Cell → what is said of it."""
    with zipfile.ZipFile(BytesIO(made)) as package:
        parts = [package.read(name).decode() for name in package.namelist() if re.search(r"xl/comments\d", name)]
    found = re.findall(
        r'<comment ref="([A-Z]+\d+)".*?<t[^>]*>(.*?)</t></r></text></comment>', "".join(parts), re.DOTALL
    )
    return {cell: re.sub(r"<[^>]*>", "", text) for cell, text in found}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_cells_stand_where_they_stood_and_those_that_are_wrong_are_marked(store: Store, kind: str) -> None:
    rows = [HEADER, *(row.split(";") for row in ROWS)]
    content = csv(*ROWS) if kind == "csv" else xlsx(Blad=[[*map(str, row)] for row in rows])
    details = refused(store, content, f"a.{kind}")
    made = marked(content, f"a.{kind}", details)
    found = sheets(made)
    names = list(found)
    assert names[0] == "Fynd"
    if kind == "csv":
        assert found[names[1]] == rows
    said = remarks(made)
    assert {"D3", "A4"} <= set(said)
    assert "Kön ska vara" in said["D3"]
    assert "Nyckeltalet finns inte" in said["A4"]
    assert len(found["Fynd"]) == 1 + len(details)
    with zipfile.ZipFile(BytesIO(made)) as package:
        assert not any("<f>" in package.read(name).decode(errors="replace") for name in package.namelist())


def test_sheet_names_that_no_workbook_takes_and_very_long_cells(store: Store) -> None:
    content = csv("sjuktal;0023;2025;X;" + "9" * 40_000)
    made = marked(content, "a.csv", refused(store, content, "a.csv"))
    assert len(sheets(made)) == 2

"""Faulty files: each gives one clear sentence with its place, in seconds, and changes nothing in the store."""

import datetime
import os
import random
import re
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pyarrow as pa
import pytest
from ingest_files import HEADER, csv, fingerprint, parquet, xlsx
from ingest_store import ACTOR
from xlsxwriter import Workbook

from kpi.errors import UserError
from kpi.ingest import limits
from kpi.ingest.upload import check, commit
from kpi.store import Store

GOOD = "sjuktal;0023;2025;K;5,5"
HEADED = ";".join(HEADER)
ROW = ["sjuktal", "0023", "2025", "K", 5.5]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)
HTML = b"<!DOCTYPE html><html><body><table><tr><td>nyckeltal</td></tr></table></body></html>"


@dataclass(frozen=True)
class Case:
    name: str
    content: Callable[[], bytes]
    key: str  # the finding, or the error itself where the file as a whole cannot be read
    row: int | None = None
    says: str = ""


def bomb() -> bytes:
    """A workbook of some kilobytes that would unpack to 500 MB."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>')
        with package.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(500):
                part.write(bytes(1024 * 1024))
    return content.getvalue()


def far_cell() -> bytes:
    """One cell in the last corner of the sheet: a reader that fills the rectangle would need 17 billion cells."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("A")
        sheet.write_row(0, 0, HEADER)
        sheet.write(1_048_575, 16_383, "x")
    return content.getvalue()


def long_texts() -> bytes:
    """Some hundred kilobytes whose cells together say more than two gigabytes: each refers to one long text."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("A")
        sheet.write_row(0, 0, [*HEADER, "kommentar"])
        for row in range(1, 80_000):
            sheet.write_string(row, 5, "x" * 32_000)
    return content.getvalue()


def long_texts_in_parquet() -> bytes:
    texts = pa.array(["x" * 50_000]).dictionary_encode()
    said = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), texts.dictionary)
    columns = {name: [cell] * 100_000 for name, cell in zip(HEADER, ROW, strict=True)}
    return parquet({**columns, "kommentar": said})


def failed_formula() -> bytes:
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("A")
        sheet.write_row(0, 0, [*HEADER, "täljare"])
        sheet.write_row(1, 0, [*ROW])
        sheet.write_formula(1, 5, "=1/0", None, "#DIV/0!")
    return content.getvalue()


def noise() -> bytes:
    return random.Random(7).randbytes(50 * limits.MEGABYTE)


def text_noise() -> bytes:
    return b"abcdefghij klmnopqrst,uvwxyz;0123456789" * (50 * limits.MEGABYTE // 39)


def two_sheets() -> bytes:
    return xlsx(Januari=[HEADER, ROW], Februari=[HEADER, ROW])


def zip_of(name: str, content: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr(name, content)
    return packed.getvalue()


def valued(value: str) -> bytes:
    """One row with the given value."""
    return csv(f"sjuktal;0023;2025;K;{value}")


def wide(cells: str, more: str) -> bytes:
    """One row with more columns than the five: value and the rest."""
    return csv(f"sjuktal;0023;2025;K;{cells}", header=f"{HEADED};{more}")


def parquet_of(value: object) -> bytes:
    return parquet({name: [cell] for name, cell in zip(HEADER, [*ROW[:4], value], strict=True)})


def overwritten() -> bytes:
    whole = xlsx(A=[HEADER, ROW])
    return whole[:200] + bytes(50) + whole[250:]


def swallowing() -> bytes:
    rows = [GOOD + ';"a', "sjuktal;0023;2024;K;1;b", 'sjuktal;0023;2023;K;1;c"']
    return csv(*rows, header=HEADED + ";kommentar")


CASES = [
    Case("fel rubriker", lambda: b"namn;plats;tal\na;b;1\n", "ask-unit"),
    Case("en kolumn saknas", lambda: csv("sjuktal;0023;2025", header="nyckeltal;enhet;period"), "no-values-column"),
    Case("okänd kolumn", lambda: csv(GOOD + ";x", header=HEADED + ";färg"), "columns-unknown", says="färg"),
    Case("samma kolumn två gånger", lambda: csv(GOOD + ";1", header=HEADED + ";Värde"), "columns-repeated"),
    Case("kolumn utan rubrik", lambda: csv(GOOD + ";1", header=HEADED + ";"), "column-nameless"),
    Case("okänt nyckeltal", lambda: csv("sjuktall;0023;2025;K;5,5"), "row-indicator-unknown", 2, "sjuktal"),
    Case("tvetydigt nyckeltal", lambda: csv("Miljö;0023;2025;T;5"), "row-indicator-ambiguous", 2, "energi och utslapp"),
    Case("nyckeltal saknas", lambda: csv(";0023;2025;K;5,5"), "row-indicator-blank", 2),
    Case("okänd enhet", lambda: csv("sjuktal;Jämtlant;2025;K;5,5"), "row-unit-unknown", 2, "Jämtland"),
    Case("tvetydig enhet", lambda: csv("sjuktal;Storsjöbygden;2025;K;5,5"), "row-unit-ambiguous", 2, "2326 och 2380"),
    Case("tolv", lambda: csv(GOOD, "sjuktal;0023;2024;K;tolv"), "not-a-number", 3, "tolv"),
    Case("12.5.3", lambda: valued("12.5.3"), "not-a-number", 2, "12.5.3"),
    Case("1 2,5", lambda: valued("1 2,5"), "not-a-number", 2),
    Case("kön X", lambda: csv("sjuktal;0023;2025;X;5,5"), "gender-unknown", 2, "”X”"),
    Case("period 2025-13", lambda: csv("sjuktal;0023;2025-13;K;5,5"), "period-unreadable", 2, "2025-13"),
    Case("år 1066", lambda: csv("sjuktal;0023;1066;K;5,5"), "period-nonsense", 2, "1066"),
    Case("dubbletter", lambda: csv(GOOD, "Sjuktal;Jämtland;2025;Kvinnor;5,6"), "row-repeated", 3, "rad 2"),
    Case("tom fil", lambda: b"", "file-empty"),
    Case("bara tecken för ny rad", lambda: b"\xef\xbb\xbf\n\n  \n", "sheet-empty"),
    Case("tomt blad", lambda: xlsx(A=[]), "sheet-empty"),
    Case("avhuggen xlsx", lambda: xlsx(A=[HEADER, ROW])[:3000], "workbook-broken"),
    Case("skadad xlsx", overwritten, "workbook-broken"),
    Case("bild som heter csv", lambda: PNG, "file-is-picture"),
    Case("webbsida som heter csv", lambda: HTML, "file-is-html"),
    Case("gammal eller låst Excelfil", lambda: OLE, "workbook-broken"),
    Case("50 MB brus", noise, "file-not-text"),
    Case("50 MB brus av bokstäver", text_noise, "too-many-columns"),
    Case("nolltecken", lambda: csv(GOOD.replace("5,5", "5\0,5")), "file-not-text"),
    Case("avhuggen utf-16", lambda: csv(GOOD, encoding="utf-16")[:-1], "file-not-text"),
    Case("okänt kön i utf-16", lambda: csv("sjuktal;0023;2025;X;5,5", encoding="utf-16"), "gender-unknown", 2, "”X”"),
    Case("brus med märke för utf-16", lambda: b"\xff\xfe" + bytes(range(256)) * 40, "file-not-text"),
    Case("zip-bomb", bomb, "workbook-too-large"),
    Case("cell längst ut", far_cell, "sheet-too-large"),
    Case("texter på två gigabyte", long_texts, "texts-too-long"),
    Case("parquet på fem gigabyte", long_texts_in_parquet, "texts-too-long"),
    Case("zip utan arbetsbok", lambda: zip_of("a.csv", csv(GOOD)), "file-is-packed"),
    Case("bara rubrik", csv, "no-rows"),
    Case("bara tomma rader", lambda: csv(";;;;", " ; ; ; ; ", ""), "no-rows"),
    Case("två rubrikrader", lambda: csv(GOOD, ";".join(HEADER), GOOD.replace("2025", "2024")), "header-repeated", 3),
    Case("blandade decimaltecken", lambda: csv(GOOD, "sjuktal;0023;2024;K;5.5"), "decimals-mixed", None, "rad 2 och 3"),
    Case("1.234", lambda: csv("utslapp;0023;2025;T;1.234"), "decimals-unclear", None, "1.234"),
    Case("1,234", lambda: csv("utslapp;0023;2025;T;1,234"), "decimals-unclear", None, "1,234"),
    Case("för få celler", lambda: csv(GOOD, "sjuktal;0023;2024;K"), "row-width", 3),
    Case("för många celler", lambda: csv(GOOD, "sjuktal;0023;2024;K;5;6"), "row-width", 3),
    Case("citattecken stängs inte", lambda: csv(GOOD, 'sjuktal;0023;2024;K;"5,5', GOOD), "quote-not-closed", 3),
    Case(
        "citattecken sväljer rader",
        swallowing,
        "quote-not-closed", 2,
    ),
    Case("1e400", lambda: valued("1e400"), "not-finite", 2),
    Case("NaN", lambda: valued("NaN"), "not-a-number", 2),
    Case("procent utan procent", lambda: csv("energi;0023;2025;K;12 %"), "percent-not-expected", 2),
    Case("täljare större än nämnare", lambda: wide("5;7;6", "täljare;nämnare"), "numerator-exceeds", 2),
    Case("nämnare noll", lambda: wide("5;0;0", "täljare;nämnare"), "denominator-not-positive", 2),
    Case("nämnare inget tal", lambda: wide("5;1;x", "täljare;nämnare"), "not-a-number", 2),
    Case("nedre över övre", lambda: wide("5;6;4", "nedre;övre"), "interval-reversed", 2),
    Case("utanför intervallet", lambda: wide("5;6;7", "nedre;övre"), "value-outside-interval", 2),
    Case("halvt intervall", lambda: wide("5;4;", "nedre;övre"), "interval-half", 2),
    Case("tomt värde utan skäl", lambda: valued(""), "value-blank", 2),
    Case("tomt värde, preliminärt", lambda: wide(";preliminärt", "status"), "value-blank", 2),
    Case("skyddat med värde", lambda: wide("5;skyddat", "status"), "value-not-absent", 2),
    Case("skyddat med täljare", lambda: wide(";skyddat;3", "status;täljare"), "number-without-value", 2),
    Case("okänd status", lambda: wide("5;kanske", "status"), "status-unknown", 2),
    Case(".. och skyddat", lambda: wide("..;skyddat", "status"), "status-contradicts", 2),
    Case("över det möjliga", lambda: valued("105"), "value-above-range", 2, "högst 100"),
    Case("under det möjliga", lambda: valued("-5,5"), "value-below-range", 2, "lägst 0"),
    Case("skadad parquet", lambda: b"PAR1" + bytes(500) + b"PAR1", "parquet-broken"),
    Case("parquet med fel kolumner", lambda: parquet({"a": [1], "b": ["x"]}), "ask-period"),
    Case("parquet med NaN", lambda: parquet_of(float("nan")), "not-a-number", 1),
    Case("parquet med listor", lambda: parquet_of([1.0]), "parquet-column-kind"),
    Case("formel som inte går att räkna ut", failed_formula, "cell-has-error", 2, "F2"),
    Case("två blad med rubriker", two_sheets, "several-sheets", None, "Januari och Februari"),
    Case(
        "datumcell den första i månaden",
        lambda: xlsx(A=[HEADER, ["sjuktal", "0023", datetime.date(2025, 8, 1), "K", 5.5]]), "period-date-cell", 2,
    ),
    Case("för stor fil", lambda: b"a" * (limits.FILE_BYTES + 1), "file-too-large"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_faulty_file_is_refused_with_its_place_and_changes_nothing(store: Store, case: Case) -> None:
    commit(store, check(store, csv("sjuktal;0023;2020;T;4,4"), "före.csv"), ACTOR)
    before, content, started = fingerprint(store), case.content(), time.monotonic()
    with pytest.raises(UserError) as refused:
        commit(store, check(store, content, "fil.csv"), ACTOR)
    assert time.monotonic() - started < 5
    assert fingerprint(store) == before
    error = refused.value
    found = next((each for each in (error, *error.details) if each.key == case.key), None)
    assert found, f"{error}\n" + "\n".join(map(str, error.details))
    assert found.place.row == case.row
    assert error.place.file == "fil.csv"
    assert case.says in str(found)
    assert re.search(r"[.:]$|\.$", str(error)), str(error)


def test_all_findings_are_collected_and_the_first_fifty_shown(store: Store) -> None:
    rows = [f"sjuktal;0023;{1950 + i};Y;tolv" for i in range(100)]
    with pytest.raises(UserError) as refused:
        check(store, csv(*rows), "fil.csv")
    assert len(refused.value.details) == 50
    assert str(refused.value).startswith("fil.csv: 200 fel, inget är sparat. Först: rad 2, kolumnen kön")
    assert [each.place.row for each in refused.value.details] == [row for row in range(2, 27) for _ in range(2)]


@pytest.mark.parametrize("make", [bomb, far_cell, long_texts, long_texts_in_parquet])
def test_a_refused_bomb_takes_little_memory(store: Store, make: Callable[[], bytes]) -> None:
    content = make()
    assert len(content) < 5 * limits.MEGABYTE
    before = _resident()
    with pytest.raises(UserError):
        check(store, content, "bomb")
    assert _resident() - before < 200 * limits.MEGABYTE


def _resident() -> int:
    with open("/proc/self/statm") as statm:  # noqa: PTH123
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

"""Hostile and broken files: each gives its sentence, within ten seconds and a gigabyte, and changes nothing."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import hostile_data as data
import hostile_packages as made
import pyarrow as pa
import pytest
from hostile_packages import ods, ods_cell, ods_header, ods_row, with_sheet, with_type
from ingest_files import csv, fingerprint
from ingest_store import ACTOR

from kpi.errors import UserError
from kpi.ingest.isolated import pool
from kpi.ingest.upload import check, commit
from kpi.store import Store

GIGABYTE = 1024**3
SECONDS = 10
BLANK_FORMULA = '<row r="2"><c r="E2"><f>SUM(A1:A9)</f><v></v></c></row>'
NO_PLACE = '<row r="2"><c t="e"><v>#REF!</v></c></row>'
DAMAGED_TEXT = '<row r="2"><c r="A2" t="s"><v>999</v></c></row>'


@dataclass(frozen=True)
class Case:
    what: str
    content: Callable[[], bytes]
    key: str
    says: str = ""


PACKAGES = [
    Case("en del som säger sig vara 100 byte och är 100 miljoner", made.lying_size, "workbook-broken"),
    Case("zip i zip i zip", made.nested, "file-is-packed"),
    Case("delar som ligger på varandra", made.overlapping, "package-crooked"),
    Case("två delar med samma namn", made.same_name_twice, "package-crooked"),
    Case("30 000 delar", made.many_parts, "package-too-many-parts"),
    Case("avhuggen innehållsförteckning", lambda: made.whole()[:-30], "workbook-broken"),
    Case("delar med lösenord", made.encrypted_parts, "workbook-locked"),
    Case("tom zip", lambda: b"PK\x05\x06" + bytes(18), "file-is-packed"),
    Case("skrattbomb i texterna", lambda: with_type("strings", "xl/sharedStrings.xml"), "xml-has-type"),
    Case("skrattbomb i bladet", lambda: with_type("sheet", "xl/worksheets/sheet1.xml"), "xml-has-type"),
    Case("skrattbomb i arbetsboken", lambda: with_type("workbook", "xl/workbook.xml"), "xml-has-type"),
    Case("läser en fil på datorn", lambda: with_type("strings", "xl/sharedStrings.xml", made.OUTSIDE), "xml-has-type"),
    Case("hämtar från nätet",
         lambda: with_type("relations", "xl/_rels/workbook.xml.rels", made.ELSEWHERE), "xml-has-type"),
    Case("celler långt ifrån varandra", made.far_cells, "sheet-too-large", "2 600 rader och 16 384"),
    Case("en miljon sammanfogade områden", made.merged_ranges, "too-many-merged", "1 000 000"),
    Case("300 blad", made.many_sheets, "too-many-sheets", "300 blad"),
    Case("6 000 kolumner", made.wide_sheet, "too-many-columns"),
    Case("en miljon delade texter", made.many_strings, "workbook-too-large"),
    Case("bara dolda blad", made.hidden_only, "sheets-hidden", "A"),
    Case("binär arbetsbok", lambda: made.packed(xl__workbook_bin=b"x"), "file-is-xlsb"),
    Case("docx", lambda: made.packed(word__document_xml="<w/>"), "file-is-document"),
    Case("inga relationer", lambda: made.repacked(made.whole(), relations=None), "workbook-broken"),
    Case("bladets del saknas", lambda: made.repacked(made.whole(), sheet=None), "workbook-broken"),
    Case("trasig xml i arbetsboken",
         lambda: made.repacked(made.whole(), workbook="<workbook><sheets>"), "workbook-broken"),
    Case("trasig xml i bladet",
         lambda: made.repacked(made.whole(), sheet="<worksheet><sheetData><row"), "workbook-broken"),
    Case("text som inte finns", lambda: with_sheet(DAMAGED_TEXT), "workbook-broken"),
    Case("cell på rad 0", lambda: with_sheet('<row r="1"><c r="A0"><v>1</v></c></row>'), "workbook-broken"),
    Case("cell på rad tio miljarder",
         lambda: with_sheet('<row><c r="A9999999999"><v>1</v></c></row>'), "sheet-too-large"),
    Case("formel som misslyckats", made.failed_formula, "cell-has-error", "E3"),
    Case("fel utan plats", lambda: with_sheet(made.header_cells() + NO_PLACE), "cell-has-error", "#REF!"),
    Case("formel som aldrig räknats ut",
         lambda: with_sheet(made.header_cells() + BLANK_FORMULA), "formula-not-computed", "E2"),
    Case("en miljon öppnade taggar", lambda: with_sheet("<c " * 1_000_000), "workbook-broken"),
    Case("xlsm med bara brus", lambda: b"PK\x03\x04" + random.Random(1).randbytes(1_000_000), "workbook-broken"),
]  # fmt: skip

OPEN_DOCUMENTS = [
    Case("en cell som upprepas 16 miljarder gånger", lambda: ods(ods_row(
        ods_cell(1, 'table:number-columns-repeated="16384"'), repeated="1048576")), "sheet-too-large"),
    Case("upprepas fler gånger än det finns tal",
         lambda: ods(ods_row(ods_cell(1), repeated="9" * 400)), "sheet-too-large"),
    Case("upprepas ”många” gånger", lambda: ods(ods_row(ods_cell(1), repeated="många")), "workbook-broken"),
    Case("ods med skrattbomb", lambda: ods(ods_row(ods_cell("x")), made.LAUGHS), "xml-has-type"),
    Case("ods som hämtar från nätet", lambda: ods(ods_row(ods_cell("x")), made.ELSEWHERE), "xml-has-type"),
    Case("ods med lösenord", lambda: ods("", manifest="<m:encryption-data/>"), "workbook-locked"),
    Case("ods med misslyckad formel", lambda: ods(ods_header() + ods_row(
        ods_cell("#DIV/0!", 'table:formula="of:=1/0"'))), "cell-has-error", "A2"),
    Case("ods med fel skrivet som noll", lambda: ods(ods_header() + ods_row(
        '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>Err:502</text:p>'
        "</table:table-cell>")), "cell-has-error", "Err:502"),
    Case("ods med formel som aldrig räknats ut", lambda: ods(ods_header() + ods_row(
        '<table:table-cell table:formula="of:=[.A1]"/>')), "formula-not-computed", "A2"),
    Case("odt", lambda: ods("", kind="application/vnd.oasis.opendocument.text"), "file-is-document"),
    Case("ods med trasig xml", lambda: ods(ods_row("<table:table-cell>")), "workbook-broken"),
    Case("100 000 element i varandra", lambda: ods(ods_row("<text:p>" * 100_000)), "workbook-broken"),
    Case("30 000 sammanfogade områden i ods", lambda: ods(
        ods_row(ods_cell(1, 'table:number-columns-spanned="2"')) * 30_000), "too-many-merged"),
]  # fmt: skip

OLD_WORKBOOKS = [
    Case("avhuggen xls", lambda: made.xls()[:2000], "workbook-broken"),
    Case("xls med nollor", lambda: made.xls()[:512] + bytes(20_000), "workbook-broken"),
    Case("xls med brus", lambda: made.xls()[:512] + random.Random(2).randbytes(50_000), "workbook-broken"),
    Case("xls med lösenord", made.locked_xls, "workbook-locked"),
    Case("xlsx med lösenord", lambda: made.compound(bytes(9000), "EncryptedPackage"), "workbook-locked"),
    Case("Word-dokument", lambda: made.compound(bytes(9000), "WordDocument"), "file-is-document"),
    Case("blad efter filens slut", made.sheet_beyond_end, "workbook-broken"),
    Case("sektorer i en ring", made.looping_sectors, "reading-too-heavy"),
    Case("brus i arbetsboken", lambda: made.compound(random.Random(3).randbytes(9000)), "workbook-broken"),
    Case("xls med fel i en cell",
         lambda: made.xls(lambda sheet: sheet.row(2).set_cell_error(4, 0x07)), "cell-has-error", "E3"),
]  # fmt: skip

PARQUET = [
    Case("parquet med brus i slutet", data.lying_footer, "parquet-broken"),
    Case("parquet med brus i sidorna", data.flipped_page, "parquet-broken"),
    Case("avhuggen parquet", lambda: data.parquet(pa.table({"a": [1]}))[:-20], "parquet-broken"),
    Case("parquet med struktur i struktur",
         lambda: data.parquet(pa.table({"a": [{"b": {"c": 1}}]})), "parquet-column-kind"),
    Case("parquet med 6 000 kolumner", data.wide_parquet, "too-many-columns"),
    Case("parquet med 20 miljoner rader", data.many_rows, "too-many-rows"),
    Case("två gigabyte text i några kilobyte", data.long_texts, "texts-too-long"),
    Case("en och en halv gigabyte tal i några kilobyte", data.many_numbers, "reading-too-heavy"),
]  # fmt: skip

CUBES = [
    Case("px utan data", lambda: data.px(data=""), "px-broken"),
    Case("px med för få värden", lambda: data.px("1;"), "cube-count", "kräver 2"),
    Case("px med för många värden", lambda: data.px("1 2 3;"), "cube-count"),
    Case("px med decimalkomma", lambda: data.px("1,5 2,5;"), "cube-count", "4 värden"),
    Case("px med 10 miljarder celler", lambda: data.px_of(5, 100), "cube-too-large"),
    Case("px med 60 dimensioner", lambda: data.px_of(60, 1), "cube-too-many-dimensions"),
    Case("px vars kodning packar upp", lambda: data.px(CODEPAGE='"zip_codec"'), "px-encoding"),
    Case("px vars kodning inte finns", lambda: data.px(CODEPAGE='"utf-99"'), "px-encoding", "utf-99"),
    Case("px som inte är i utf-8", lambda: data.px().replace("å".encode(), b"\xe5"), "px-encoding"),
    Case("px med citattecken som inte stängs",
         lambda: data.px(NOTE='"' + 'x"x' * 1_000_000 + ";" * 1_000_000), "px-broken"),
    Case("px med 200 000 parenteser", lambda: data.px(head="\nVALUES" + "(" * 200_000), "px-broken"),
    Case("px utan dimensioner", lambda: data.px(STUB="", HEADING=""), "px-no-dimensions"),
    Case("px med okänd variabel", lambda: data.px(STUB='"län"'), "px-values", "län"),
    Case("px med fler koder än värden", lambda: data.px(head='\nCODES("region")="1","2";'), "px-values"),
    Case("px med samma kod två gånger", lambda: data.px(head='\nCODES("år")="1","1";'), "px-values-repeated"),
    Case("px med okänd nyckel", lambda: data.px_keyed('"Skåne" 1 2;'), "px-key-unknown", "Skåne"),
    Case("px med samma nyckel", lambda: data.px_keyed('"Jämtlands län" 1 2\n"Jämtlands län" 3 4;'), "px-key-repeated"),
    Case("px med ojämna rader", lambda: data.px_keyed('"Jämtlands län" 1;'), "px-keys"),
    Case("json nästlad 100 000 gånger", lambda: b'{"a":' * 100_000, "json-too-deep"),
    Case("listor nästlade en miljon gånger", lambda: b"[" * 1_000_000, "json-too-deep"),
    Case("avhuggen json", lambda: data.jsonstat()[:-5], "json-broken"),
    Case("NaN", lambda: data.jsonstat(value=[float("nan"), 1]), "json-broken"),
    Case("ett tal med en miljon siffror", lambda: data.jsonstat().replace(b"2.5", b"9" * 1_000_000), "json-broken"),
    Case("ett namn två gånger",
         lambda: data.jsonstat().replace(b'"label": "Andel"', b'"class": "dataset"'), "json-broken"),
    Case("annan json", lambda: b'{"rows": [1, 2, 3]}', "file-is-json"),
    Case("json-stat som samling", lambda: data.jsonstat(**{"class": "collection"}), "jsonstat-not-dataset"),
    Case("en biljon celler", lambda: data.jsonstat(size=[10**6, 10**6], value={"0": 1}), "cube-too-large"),
    Case("negativ storlek", lambda: data.jsonstat(size=[-1, -2]), "jsonstat-broken"),
    Case("storlek som är text", lambda: data.jsonstat(size=["två", 1]), "jsonstat-broken"),
    Case("fel antal värden", lambda: data.jsonstat(value=[1]), "cube-count"),
    Case("plats utanför tabellen", lambda: data.jsonstat(value={"2": 1}), "jsonstat-position", "2"),
    Case("plats skriven på två sätt", lambda: data.jsonstat(value={"01": 1}), "jsonstat-position", "01"),
    Case("värde som är sant", lambda: data.jsonstat(value=[True, 1]), "jsonstat-value"),
    Case("värde som är en lista", lambda: data.jsonstat(value=[[1], 1]), "jsonstat-value"),
    Case("två kategorier på samma plats", lambda: data.year_index({"2019": 0, "2020": 0}), "jsonstat-broken"),
    Case("för få kategorier", lambda: data.year_index(["2019"]), "jsonstat-size", "år"),
    Case("kategorier som är ett tal", lambda: data.year_index(7), "jsonstat-broken"),
    Case("dimension saknas", lambda: data.jsonstat(dimension={}), "jsonstat-broken"),
]  # fmt: skip

TEXTS = [
    Case("en miljon kolumner", lambda: b";".join([b"a"] * 1_000_000), "too-many-columns"),
    Case("elva miljoner rader", lambda: b"a;b\n" * 11_000_000, "too-many-rows"),
    Case("rtf", lambda: b"{\\rtf1\\ansi tabell}", "file-is-document"),
    Case("xml-kalkylblad", lambda: b'<?xml version="1.0"?><Workbook/>', "file-is-xml"),
    Case("webbsida med xml-huvud", lambda: b'<?xml version="1.0"?><html/>', "file-is-html"),
    Case("7z", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(50), "file-is-packed"),
    Case("gzip", lambda: b"\x1f\x8b\x08" + bytes(50), "file-is-packed"),
    Case("program", lambda: b"\x7fELF\x02\x01\x01" + bytes(500), "file-not-text"),
    Case("citattecken som öppnas i en fil på 20 MB", lambda: csv('sjuktal;0023;2025;K;"' + "x;y;z\n" * 3_500_000),
         "quote-not-closed"),
    Case("bara nollor", lambda: bytes(1000), "file-not-text"),
]  # fmt: skip

CASES = [*PACKAGES, *OPEN_DOCUMENTS, *OLD_WORKBOOKS, *PARQUET, *CUBES, *TEXTS]


class Peaks:
    """The most memory that any child took since the list was begun."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: list[int] = []
        ask = pool.ask

        def watched(*given) -> pool.Answer:
            answer = ask(*given)
            self.seen.append(answer.peak)
            return answer

        monkeypatch.setattr(pool, "ask", watched)


def own_memory(name: str) -> int:
    """A figure of this process in bytes; VmHWM is the peak since it was last set to what is taken."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) * 1024


def test_there_are_at_least_sixty_of_them() -> None:
    assert len(CASES) >= 60
    assert len({case.what for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_hostile_file_is_told_of_and_harms_nothing(store: Store, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    before, content, peaks = fingerprint(store), case.content(), Peaks(monkeypatch)
    pool.warm()
    Path("/proc/self/clear_refs").write_text("5")
    taken, started = own_memory("VmRSS"), time.monotonic()
    with pytest.raises(UserError) as refused:
        check(store, content, "fil.csv")
    took = time.monotonic() - started
    found = next((each for each in (refused.value, *refused.value.details) if each.key == case.key), None)
    assert found, f"{refused.value.key}: {refused.value}"
    said = str(refused.value).replace("\u00a0", " ")
    assert said.startswith("fil.csv")
    assert case.says in said
    assert "Traceback" not in said
    assert took < SECONDS
    assert max(peaks.seen, default=0) + own_memory("VmHWM") - taken < GIGABYTE
    assert fingerprint(store) == before


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "..\\..\\fil.csv", "/etc/passwd", "a\0b.csv", "\x1b[2Jfil.csv", "x" * 10_000 + ".csv",
     "rad\nett.csv", "\u202evsc.lif", "..", "", "CON", "<b>fil</b>.csv"],
)  # fmt: skip
def test_a_file_name_is_shown_and_stored_but_never_a_path(store: Store, tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    checked = check(store, csv("sjuktal;0023;2025;K;5,5"), name)
    commit(store, checked, ACTOR)
    new = sorted(set(tmp_path.rglob("*")) - set(before))
    assert [path.name for path in new] == ["kpi.duckdb.filer", f"{checked.sha256}.gz"]
    assert len(checked.file_name) <= 100
    assert checked.file_name.isprintable()
    assert not set("/\\\0\n\x1b\u202e") & set(checked.file_name)
    with pytest.raises(UserError) as refused:
        check(store, b"", name)
    assert len(str(refused.value)) < 300


def test_a_name_keeps_its_ending(store: Store) -> None:
    checked = check(store, csv("sjuktal;0023;2025;K;5,5"), "lång " * 100 + ".xlsx")
    assert checked.file_name.startswith("lång lång")
    assert checked.file_name.endswith(".xlsx")

"""Workbooks that are broken, or made to do harm. All are made here; none is stored."""

import struct
import zipfile
from io import BytesIO

import xlwt
from ingest_files import HEADER, xlsx
from xlsxwriter import Workbook
from xlwt.CompoundDoc import XlsDoc

ROW = ["sjuktal", "0023", "2025", "K", 5.5]
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">' + "".join(
    f'<!ENTITY {each} "{f"&{before};" * 16}">' for before, each in zip("bcdefg", "cdefgh", strict=True)
)
LAUGHS += "]>"
OUTSIDE = '<!DOCTYPE a [<!ENTITY h SYSTEM "file:///etc/hostname">]>'
ELSEWHERE = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def whole() -> bytes:
    return xlsx(A=[HEADER, ROW])


def sheet_xml(rows: str, after: str = "") -> str:
    return f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def repacked(content: bytes, **changes: str | bytes | None) -> bytes:
    """A package with parts (`sheet`, `strings`, `workbook`, `relations`) replaced, or left out when None."""
    parts = {
        "xl/worksheets/sheet1.xml": "sheet",
        "xl/sharedStrings.xml": "strings",
        "xl/workbook.xml": "workbook",
        "xl/_rels/workbook.xml.rels": "relations",
    }
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = changes.get(parts.get(name, ""), old.read(name))
            if data is not None:
                new.writestr(name, data)
    return made.getvalue()


def with_sheet(rows: str, after: str = "") -> bytes:
    return repacked(whole(), sheet=sheet_xml(rows, after))


def part_of(content: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read(name).decode()


def with_type(which: str, name: str, declared: str = LAUGHS, used: str = "&h;") -> bytes:
    """A workbook one of whose parts declares a document type and uses its entity."""
    text = part_of(whole(), name)
    start = text.index("?>") + 2
    return repacked(whole(), **{which: text[:start] + declared + text[start:].replace("värde", used)})


def packed(method: int = zipfile.ZIP_DEFLATED, **parts: str | bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), data)
    return made.getvalue()


def lying_size() -> bytes:
    """The sheet says that it is 100 bytes, and unpacks to 100 million."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(whole())) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != "xl/worksheets/sheet1.xml":
                new.writestr(name, old.read(name))
        with new.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(100):
                part.write(b" " * 1_000_000)
        size = struct.pack("<I", new.getinfo("xl/worksheets/sheet1.xml").file_size)
    return made.getvalue().replace(size, struct.pack("<I", 100))


def overlapping() -> bytes:
    """Every entry of the directory points at the same packed bytes."""
    content = bytearray(packed(xl__workbook_xml=b"a" * 9000, b=b"b", c=b"c"))
    first = content.index(b"PK\x01\x02")
    at = first
    for _ in range(2):
        at = content.index(b"PK\x01\x02", at + 4)
        content[at + 42 : at + 46] = struct.pack("<I", 0)
    return bytes(content)


def same_name_twice() -> bytes:
    made = BytesIO(whole())
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("xl/worksheets/sheet2.xml", sheet_xml(""))
    return made.getvalue().replace(b"xl/worksheets/sheet2.xml", b"xl/worksheets/sheet1.xml")


def many_parts() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for number in range(30_000):
            package.writestr(f"xl/{number}", b"")
    return made.getvalue()


def nested(depth: int = 5) -> bytes:
    content = b"0" * 1_000_000
    for _ in range(depth):
        content = packed(**{f"n{i}": content for i in range(3)})
    return content


def encrypted_parts() -> bytes:
    content = bytearray(whole())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def far_cells() -> bytes:
    """A handful of cells, so far apart that the rectangle has 40 million."""
    corner = '<row r="2600"><c r="XFD2600"><v>1</v></c></row>'
    return with_sheet(f'<row r="1"><c r="A1"><v>1</v></c></row>{corner}')


def merged_ranges() -> bytes:
    """A million ranges of merged cells."""
    ranges = "".join(f'<mergeCell ref="A{2 * i + 1}:B{2 * i + 2}"/>' for i in range(500_000)) * 2
    return with_sheet('<row r="1"><c r="A1"><v>1</v></c></row>', f"<mergeCells>{ranges}</mergeCells>")


def many_sheets() -> bytes:
    return xlsx(**{f"B{i}": [HEADER] for i in range(300)})


def wide_sheet() -> bytes:
    return xlsx(A=[[f"k{i}" for i in range(6000)]])


def many_strings() -> bytes:
    """A million shared texts of nothing: some bytes in the file, a hundred in memory."""
    texts = b"<si><t/></si>" * 1_000_000
    head = f'<sst xmlns="{SPREADSHEET}">'.encode()
    return repacked(whole(), strings=head + texts + b"</sst>")


def hidden_only() -> bytes:
    """Excel always shows one sheet; a program may not."""
    shown = part_of(whole(), "xl/workbook.xml")
    return repacked(whole(), workbook=shown.replace('name="A"', 'name="A" state="hidden"'))


def xls(fill=lambda sheet: None) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("A")
    for column, name in enumerate(HEADER):
        sheet.write(0, column, name)
    for column, value in enumerate(ROW):
        sheet.write(1, column, value)
    fill(sheet)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file with one stream."""
    made = BytesIO()
    XlsDoc().save(made, stream)

    def entry(text: str) -> bytes:
        coded = (text + "\0").encode("utf-16-le")
        return coded.ljust(64, b"\0") + struct.pack("<H", len(coded))

    return made.getvalue().replace(entry("Workbook"), entry(name))


def biff() -> bytes:
    book = xlwt.Workbook()
    book.add_sheet("A").write(0, 0, "värde")
    return bytes(book.get_biff_data())


def locked_xls() -> bytes:
    stream = biff()
    first = 4 + struct.unpack_from("<H", stream, 2)[0]
    return compound(stream[:first] + struct.pack("<HH", 0x2F, 6) + bytes(6) + stream[first:])


def sheet_beyond_end() -> bytes:
    """The list of sheets says that the sheet begins where the file has ended."""
    stream = bytearray(biff())
    at = stream.index(struct.pack("<H", 0x85))
    stream[at + 4 : at + 8] = struct.pack("<I", 0x7FFFFFFF)
    return compound(bytes(stream))


def looping_sectors() -> bytes:
    """Each sector says that it is followed by itself."""
    content = bytearray(xls())
    table = 512 * (1 + struct.unpack_from("<I", content, 76)[0])
    for sector in range(128):
        content[table + 4 * sector : table + 4 * sector + 4] = struct.pack("<I", sector)
    return bytes(content)


def ods(rows: str, declared: str = "", styles: str = "", manifest: str = "", kind: str = ODS_TYPE) -> bytes:
    named = " ".join(
        f'xmlns:{short}="{OPEN}:{short}:1.0"' for short in ("office", "table", "text", "style")
    )  # fmt: skip
    more = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{declared}<office:document-content {named} {more}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="A">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", kind)
        package.writestr("META-INF/manifest.xml", ods_manifest(kind, manifest))
        package.writestr("content.xml", content)
    return made.getvalue()


def ods_manifest(kind: str, more: str) -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entry = f'<m:file-entry m:full-path="/" m:media-type="{kind}">{more}</m:file-entry>'
    return f'<?xml version="1.0"?><m:manifest xmlns:m="{space}">{entry}</m:manifest>'


def ods_row(*cells: str, repeated: str = "1", more: str = "") -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}" {more}>{"".join(cells)}</table:table-row>'


def ods_cell(value: object, more: str = "") -> str:
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value!r}" {more}/>'
    text = str(value).replace("&", "&amp;").replace("<", "&lt;")
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def ods_header() -> str:
    return ods_row(*map(ods_cell, HEADER))


def failed_formula() -> bytes:
    made = BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("A")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROW)
        sheet.write_formula(2, 4, "=NA()", None, "#N/A")
    return made.getvalue()


def header_cells() -> str:
    cells = "".join(f'<c r="{"ABCDE"[i]}1" t="inlineStr"><is><t>{name}</t></is></c>' for i, name in enumerate(HEADER))
    return f'<row r="1">{cells}</row>'

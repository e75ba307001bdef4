"""What an XLSX says beside its values: which part is which sheet, hidden rows, and cells that hold no value to take.

Calamine reads a failed formula (#DIV/0!) and a formula that was never computed as blank, and a blank may be allowed
where an error is not: so the sheet's own XML is searched for them. The searches are plain ones first, in compiled
code, since almost no sheet has any of it.
"""

import re
import zipfile
from dataclasses import dataclass

from kpi.errors import Place, UserError, wrong
from kpi.ingest import limits
from kpi.ingest.readers import xml
from kpi.ingest.readers.package import WORKBOOK

_RELATIONS = "xl/_rels/workbook.xml.rels"
_READ_BY_CALAMINE = ("xl/sharedStrings.xml", "xl/styles.xml")
_OF = rb"(?:\w{1,20}:)?"  # a namespace's prefix
_ERROR = re.compile(rb"<" + _OF + rb"""c\s([^<>]*?\bt\s*=\s*["']e["'][^<>]*)>""")
_VALUE = re.compile(rb"<" + _OF + rb"v\s*>([^<]*)<")
_UNCOMPUTED = re.compile(
    rb"<" + _OF + rb"c\b([^<>]*)>\s*<" + _OF + rb"f\b(?:[^<>]*/>|[^<>]*>[^<]*</" + _OF + rb"f\s*>)\s*"
    rb"(?:<" + _OF + rb"v\s*/>|<" + _OF + rb"v\s*></|</" + _OF + rb"c\s*>)"
)  # fmt: skip
_ROW = re.compile(rb"<" + _OF + rb"row\b([^<>]*)>")
_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""\sr\s*=\s*["'](\d{1,7})["']""")
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_TEXT = re.compile(rb"""\st\s*=\s*["']str["']""")
_SHOWN_BYTES = 200


@dataclass(frozen=True, slots=True)
class Marks:
    """Beside the values of one sheet."""

    hidden_rows: frozenset[int] = frozenset()
    fault: UserError | None = None


def sheet_parts(package: zipfile.ZipFile, file: str) -> dict[str, str]:
    """Sheet names with the part that holds each."""
    targets: dict[str, str] = {}
    found: dict[str, str] = {}

    def relation(name: str, given: xml.Attributes) -> None:
        if name == "Relationship" and "worksheets/" in given.get("Target", ""):
            target = given["Target"]
            targets[given.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def sheet(name: str, given: xml.Attributes) -> None:
        if name == "sheet" and given.get("id") in targets:
            found[given.get("name", "")] = targets[given["id"]]

    xml.walk(package.read(_RELATIONS), file, relation)
    xml.walk(package.read(WORKBOOK), file, sheet)
    for part in _READ_BY_CALAMINE:
        if part in package.namelist():
            with package.open(part) as stream:
                xml.refuse_type(stream.read(xml.START_BYTES), file)
    return {name: part for name, part in found.items() if part in package.namelist()}


def marks(package: zipfile.ZipFile, part: str, place: Place) -> Marks:
    """Hidden rows and the first cell without a value to take. Raises `UserError` for XML that is a trap."""
    data = package.read(part)
    xml.refuse_type(data, place.file)
    merged = data.count(b"mergeCell ", data.rfind(b"</sheetData>") + 1)
    if merged > limits.MERGED:
        raise wrong("too-many-merged", place, count=merged, most=limits.MERGED)
    return Marks(_hidden_rows(data), _fault(data, place))


def _hidden_rows(data: bytes) -> frozenset[int]:
    if b"hidden" not in data:
        return frozenset()
    found = set[int]()
    row = 0
    for given in _ROW.finditer(data):
        number = _NUMBER.search(given[1])
        row = int(number[1]) if number else row + 1
        if _HIDDEN.search(given[1]):
            found.add(row)
    return frozenset(found)


def _fault(data: bytes, place: Place) -> UserError | None:
    """The first failed formula, or the first that was never computed, whichever stands first."""
    failed = _ERROR.search(data) if b'"e"' in data or b"'e'" in data else None
    formulas = b"<f" in data or b":f" in data
    # A formula whose value is the empty text has no value either, but says that it is text.
    found = (each for each in _UNCOMPUTED.finditer(data) if not _TEXT.search(each[1])) if formulas else iter(())
    empty = next((each for each in found), None)
    if failed and not (empty and empty.start() < failed.start()):
        value = _VALUE.search(data, failed.end(), failed.end() + _SHOWN_BYTES * 10)
        text = value[1].decode("utf-8", errors="replace") if value else ""
        return _at("cell-has-error", data, failed, place, text)
    return _at("formula-not-computed", data, empty, place) if empty else None


def _at(key: str, data: bytes, found: re.Match[bytes], place: Place, text: str | None = None) -> UserError:
    reference = _REFERENCE.search(b" " + found[1])
    row = int(reference[2]) if reference else len(_ROW.findall(data, 0, found.start()))
    cell = (reference[1] + reference[2]).decode() if reference else f"?{row}"
    return wrong(key, Place(file=place.file, sheet=place.sheet, row=row, value=text), cell=cell)

"""XLSX, XLSM, XLS and ODS through calamine, with what each format says beside its values.

Macros and links to other files are parts of the file that nothing here opens.
"""

from collections.abc import Callable
from io import BytesIO

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from kpi.errors import Place, wrong
from kpi.ingest import limits
from kpi.ingest.grid import Grid
from kpi.ingest.readers import biff, ods, package, xlsx
from kpi.ingest.readers.broken import told_as
from kpi.ingest.readers.cells import column

Merged = tuple[tuple[int, int, int, int], ...]
Beside = Callable[[str], Grid]  # a sheet's name to what the format says of the sheet, without cells


def packed(content: bytes, file: str) -> list[Grid]:
    """Every sheet of an XLSX, XLSM or ODS. Raises `UserError` for a broken, locked, oversized or bomb-like file."""
    with package.opened(content, file) as opened:
        if package.is_ods(opened, file):
            told = ods.marks(opened, file)
            return _grids(content, file, lambda name: told.get(name, Grid(name)))
        parts = xlsx.sheet_parts(opened, file)
        package.verify(opened, set(opened.namelist()) - set(parts.values()))

        def beside(name: str) -> Grid:
            if name not in parts:  # what cannot be examined is not read
                raise wrong("workbook-broken", Place(file=file, sheet=name))
            found = xlsx.marks(opened, parts[name], Place(file=file, sheet=name))
            return Grid(name, hidden_rows=found.hidden_rows, fault=found.fault)

        return _grids(content, file, beside)


def old(content: bytes, file: str) -> list[Grid]:
    """Every sheet of an XLS. Raises `UserError` for what else may lie in such a file, also a locked workbook."""
    told = biff.marks(content, file)
    return _grids(content, file, lambda name: told.get(name, Grid(name)))


def _grids(content: bytes, file: str, beside: Beside) -> list[Grid]:
    book = _book(content, file)
    about = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    if len(about) > limits.SHEETS:
        raise wrong("too-many-sheets", Place(file=file), count=len(about), most=limits.SHEETS)
    shown = SheetVisibleEnum.Visible
    return [
        _grid(book, beside(each.name), file) if each.visible == shown else Grid(each.name, hidden=True)
        for each in about
    ]


def _book(content: bytes, file: str) -> CalamineWorkbook:
    with told_as("workbook-broken", file):
        try:
            return CalamineWorkbook.from_filelike(BytesIO(content))
        except PasswordError as error:
            raise wrong("workbook-locked", Place(file=file)) from error


def _grid(book: CalamineWorkbook, about: Grid, file: str) -> Grid:
    with told_as("workbook-broken", file):
        sheet = book.get_sheet_by_name(about.name)
    place = Place(file=file, sheet=about.name)
    height, width = sheet.total_height, sheet.total_width
    if height * width > limits.SHEET_CELLS:
        raise wrong("sheet-too-large", place, rows=height, columns=width)
    if width > limits.COLUMNS:
        raise wrong("too-many-columns", place, most=limits.COLUMNS)
    merged = about.merged or _merged(sheet.merged_cell_ranges or [])
    rows = sheet.to_python(skip_empty_area=False)
    columns = [column(values) for values in zip(*rows, strict=True)]
    return Grid(about.name, columns, hidden_rows=about.hidden_rows, merged=merged, fault=about.fault)


def _merged(ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> Merged:
    return tuple((*first, *last) for first, last in ranges)

"""Reading a form out of any file: which form it is, by its headings, and its rows."""

import hashlib
from collections.abc import Iterator, Sequence

import pandas as pd

from kpi.errors import Place, UserError, wrong
from kpi.ingest.file_name import harmless
from kpi.ingest.forms.every import FORMS
from kpi.ingest.forms.form import Filled, Form
from kpi.ingest.forms.known import Known
from kpi.ingest.plan_rows import frame
from kpi.ingest.plan_table import Row, header_faults, parsed_row, raise_all
from kpi.ingest.read import sheets
from kpi.ingest.table import Record, Sheet, Wanted, normal
from kpi.store import Store
from kpi.words import listing, say

HEADINGS = frozenset(heading for form in FORMS for heading in form.headings)


def read_form(store: Store, content: bytes, file_name: str) -> Filled:
    """A file that must be a form. Raises `UserError` when it is none, and for what is wrong in it."""
    file = harmless(file_name)
    found = recognised(store, content, file, sheets(content, file, Wanted(HEADINGS)))
    if found is None:
        raise wrong("form-unknown", Place(file), forms=listing(say(f"form-{form.name}") for form in FORMS))
    return found


def recognised(store: Store, content: bytes, file: str, found: Sequence[Sheet]) -> Filled | None:
    """The form among the sheets of a file, read; None where there is none. Raises `UserError` for what is wrong."""
    hits = [(form, sheet, index) for form in FORMS for sheet in found for index in _headers(sheet, form)]
    if not hits:
        return None
    form, sheet, index = max(hits, key=lambda hit: len(hit[0].needed))
    return _read(store, content, file, form, sheet, index)


def _headers(sheet: Sheet, form: Form) -> list[int]:
    """Where in the sheet's first rows all needed headings of a form stand: the first such place."""
    return [at for at, (_, cells) in enumerate(sheet.head) if form.needed <= {normal(cell) for cell in cells}][:1]


def _read(store: Store, content: bytes, file: str, form: Form, sheet: Sheet, index: int) -> Filled:  # noqa: PLR0917
    number, header = sheet.head[index]
    names = [normal(cell) for cell in _trimmed(header)]
    place = Place(file, sheet=sheet.name, row=number)
    raise_all(header_faults(place, names, form.columns))
    rows, faults = list[Row](), list[UserError]()
    begun = {names.index(column.header) for column in form.columns if column.field in form.begun}
    for at, cells in _below(sheet, number, len(names)):
        if not any(cell.strip() for nth, cell in enumerate(cells) if nth not in begun):
            continue
        row, found = parsed_row(Place(file, sheet=place.sheet, row=at), names, cells, form.columns)
        rows.append(row)
        faults += found
    raise_all(faults)
    if not rows:
        raise wrong("plan-table-empty", place)
    raise_all(form.check(rows, Known.of(store)))
    table = frame(form.stored(row.values) for row in rows)
    raise_all(_repeated(rows, table, form.key))
    texts = tuple(tuple(row.texts[column.field] for column in form.columns) for row in rows)
    return Filled(form, file, hashlib.sha256(content).hexdigest(), table, texts, content)


def _repeated(rows: Sequence[Row], table: pd.DataFrame, key: tuple[str, ...]) -> list[UserError]:
    """Rows about what an earlier row is about."""
    first = table.groupby(list(key), dropna=False)[key[0]].transform(lambda group: group.index[0])
    again = [(row, rows[int(at)]) for row, at in zip(rows, first, strict=True) if row is not rows[int(at)]]
    return [wrong("plan-row-twice", row.place(_field(row, key)), first=str(earlier.number)) for row, earlier in again]


def _field(row: Row, key: tuple[str, ...]) -> str:
    return next(name for name in key if name in row.headers)


def _below(sheet: Sheet, header: int, columns: int) -> Iterator[Record]:
    """The rows below the header in which something stands; empty cells at the end neither lack nor are too many."""
    for number, cells in sheet.all_rows():
        if number > header and any(cell.strip() for cell in cells):
            kept = _trimmed(cells)
            yield number, kept + [""] * (columns - len(kept))


def _trimmed(cells: Sequence[str]) -> list[str]:
    last = max((at for at, cell in enumerate(cells, 1) if cell.strip()), default=0)
    return list(cells[:last])

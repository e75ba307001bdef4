"""The long layout: one row per outcome, `nyckeltal; enhet; period; kön; värde` and up to six optional columns."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.errors import Place, wrong
from kpi.ingest import numbers
from kpi.ingest.columns import Column, coded, dates, sign_of, words
from kpi.ingest.distinct import Distinct, Mask
from kpi.ingest.findings import Findings
from kpi.ingest.registers import Registers
from kpi.ingest.shaped import OBSERVATION, Shaped
from kpi.ingest.table import Cells, Table, Wanted, normal
from kpi.ingest.whose import whose
from kpi.ingest.words_in import ABSENT, GENDERS, STATUSES
from kpi.model import ObservationStatus
from kpi.words import PERCENT, listing

REQUIRED = ("nyckeltal", "enhet", "period", "kön", "värde")
NUMBERS = {"värde": "value", "täljare": "numerator", "nämnare": "denominator", "nedre": "lower", "övre": "upper"}
FIELDS = NUMBERS | {"nyckeltal": "indicator", "period": "period"}
OPTIONAL = ("täljare", "nämnare", "nedre", "övre", "status", "kommentar")
WANTED = Wanted(frozenset(REQUIRED + OPTIONAL))
_STATUSES = [status.value for status in ObservationStatus]


def shape(table: Table, registers: Registers, findings: Findings) -> Shaped:
    """The rows as table `observation` has them, unreadable cells null and told in `findings`."""
    columns = named(table)
    _refuse_second_header(table, columns)
    indicator = coded(columns["nyckeltal"], registers.indicator, "row-indicator", findings)
    held: dict[str, Any] = {
        "indicator": indicator,
        "unit": coded(columns["enhet"], registers.unit, "row-unit", findings),
        "gender": words(columns["kön"], GENDERS, "gender-unknown", findings),
    }
    held |= dates(columns["period"], findings)
    measure = registers.indicators["measure"]
    plain = whose(pd.Series(indicator), measure.notna() & measure.ne(PERCENT))
    held |= _numbers(columns, plain, findings)
    held |= {"status": _statuses(columns, findings), "comment": _comments(columns)}
    held |= {"source_sheet": table.row_sheets, "source_row": table.rows}
    frame = pd.DataFrame({name: held[name] for name in OBSERVATION}, copy=False)
    titles = {field: columns[name][0] if name in columns else name for name, field in FIELDS.items()}
    return Shaped(frame, titles)


def named(table: Table) -> dict[str, Column]:
    """The columns by their plain names. Raises `UserError` for unknown, repeated or missing ones."""
    place = Place(file=table.file, sheet=table.sheet)
    plain = [normal(name) for name in table.names]
    used = [i for i, name in enumerate(plain) if name or not bool(table.columns[i].blank.all())]
    if nameless := [i for i in used if not plain[i]]:
        raise wrong("column-nameless", place, number=str(nameless[0] + 1))
    if unknown := [table.names[i].strip() for i in used if plain[i] not in WANTED.names]:
        raise wrong("columns-unknown", place, columns=listing(f"”{n}”" for n in unknown), count=len(unknown))
    if repeated := sorted({plain[i] for i in used if plain.count(plain[i]) > 1}):
        raise wrong("columns-repeated", place, columns=listing(f"”{name}”" for name in repeated))
    if missing := [name for name in REQUIRED if name not in plain]:
        raise wrong("columns-missing", place, columns=listing(f"”{name}”" for name in missing), count=len(missing))
    return {plain[i]: (table.names[i].strip(), table.columns[i]) for i in used}


def _refuse_second_header(table: Table, columns: dict[str, Column]) -> None:
    if not all(word in map(normal, columns[word][1].distinct.texts) for word in REQUIRED):
        return
    again = np.logical_and.reduce([_says(columns[name][1].distinct, name) for name in REQUIRED])
    if again.any():
        raise wrong("header-repeated", Place(file=table.file, sheet=table.sheet, row=int(table.rows[again.argmax()])))


def _says(cells: Distinct, word: str) -> Mask:
    return cells.where([normal(text) == word for text in cells.texts])


def _numbers(columns: dict[str, Column], plain: Mask, findings: Findings) -> dict[str, NDArray[np.float64]]:
    """The number columns by field; those that the file lacks are NaN throughout.

    `plain` are the rows whose nyckeltal is not measured in percent.
    """
    present = {name: _without_absent(columns[name][1]) for name in NUMBERS if name in columns}
    ready = {name: numbers.written(cells) for name, cells in present.items()}
    surely_comma = {name for name, made in ready.items() if made.shows(numbers.COMMA)}
    found = {field: np.full(len(plain), np.nan) for field in NUMBERS.values()}
    for name, made in ready.items():
        title, cells = columns[name]
        sign = sign_of(columns[name], made, bool(surely_comma - {name}), findings)
        read = numbers.values(present[name], made, sign)
        findings.add("not-a-number", read.unread, title, cells)
        findings.add("not-finite", read.infinite, title, cells)
        findings.add("percent-not-expected", made.percent & plain, title, cells)
        found[NUMBERS[name]] = read.value
    return found


def _comments(columns: dict[str, Column]) -> pd.Categorical | None:
    if "kommentar" not in columns:
        return None
    texts = columns["kommentar"][1].distinct
    return texts.words([text or None for text in texts.each.str.strip()])


def _without_absent(cells: Cells) -> Cells:
    """`..` and `.` are no numbers that went wrong: they say that there is none."""
    each = cells.distinct.each
    absent = each.str.strip().isin(list(ABSENT)).to_numpy(bool)
    if not absent.any():
        return cells
    return Cells(Distinct.coded(cells.distinct.codes, each.mask(absent, "").tolist()), cells.number, cells.dated)


def _statuses(columns: dict[str, Column], findings: Findings) -> pd.Categorical:
    """The status of each row, from the value's own sign (`..`, `.`) or the status column, which must agree."""
    title, value = columns["värde"]
    signed = _places(value.distinct, [ABSENT.get(text) for text in value.distinct.each.str.strip()])
    said = np.full(len(signed), -1, np.int8)
    if "status" in columns:
        name, cells = columns["status"]
        said = _places(cells.distinct, [STATUSES.get(normal(text)) for text in cells.distinct.texts])
        findings.add("status-unknown", (said < 0) & ~cells.blank, name, cells)
    findings.add("status-contradicts", (signed >= 0) & (said >= 0) & (signed != said), title, value)
    status = np.where(said < 0, signed, said)
    absent = (status >= 0) & (status != _STATUSES.index(ObservationStatus.PRELIMINARY))
    findings.add("value-blank", value.blank & ~absent, title)
    findings.add("value-not-absent", ~value.blank & (signed < 0) & absent, title, value)
    return pd.Categorical.from_codes(status, pd.Index(_STATUSES, dtype="str"))


def _places(cells: Distinct, statuses: list[str | None]) -> NDArray[np.int8]:
    """Each row's place among the statuses, -1 for none."""
    return cells.spread([-1 if each is None else _STATUSES.index(each) for each in statuses], np.int8)

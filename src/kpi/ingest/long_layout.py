"""The long layout: one row per outcome, `nyckeltal; enhet; period; kön; värde` and up to six optional columns."""

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.errors import Place, wrong
from kpi.ingest import numbers
from kpi.ingest.columns import Column, Distinct, Mask, coded, dates, sign_of, words
from kpi.ingest.findings import Findings
from kpi.ingest.registers import Registers
from kpi.ingest.shaped import OBSERVATION, Shaped
from kpi.ingest.table import Cells, Table, Wanted, normal
from kpi.ingest.words_in import ABSENT, GENDERS, STATUSES
from kpi.model import ObservationStatus
from kpi.words import PERCENT, listing

REQUIRED = ("nyckeltal", "enhet", "period", "kön", "värde")
NUMBERS = {"värde": "value", "täljare": "numerator", "nämnare": "denominator", "nedre": "lower", "övre": "upper"}
FIELDS = NUMBERS | {"nyckeltal": "indicator", "period": "period"}
OPTIONAL = ("täljare", "nämnare", "nedre", "övre", "status", "kommentar")
WANTED = Wanted(frozenset(REQUIRED + OPTIONAL))


def shape(table: Table, registers: Registers, findings: Findings) -> Shaped:
    """The rows as table `observation` has them, unreadable cells null and told in `findings`."""
    columns = named(table)
    _refuse_second_header(table, columns)
    frame = pd.DataFrame(
        {
            "indicator": coded(columns["nyckeltal"], registers.indicator, "row-indicator", findings),
            "unit": coded(columns["enhet"], registers.unit, "row-unit", findings),
            "gender": words(columns["kön"], GENDERS, "gender-unknown", findings),
        }
    )
    frame = pd.concat([frame, dates(columns["period"], findings)], axis=1)
    measure = frame["indicator"].map(registers.indicators["measure"])
    plain = (measure.notna() & measure.ne(PERCENT)).to_numpy(dtype=bool)
    frame = frame.assign(**_numbers(columns, plain, findings), status=_statuses(columns, findings))
    frame["comment"] = _comments(columns)
    frame = frame.assign(source_sheet=table.row_sheets, source_row=table.rows)
    titles = {field: columns[name][0] if name in columns else name for name, field in FIELDS.items()}
    return Shaped(frame[OBSERVATION], titles)


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
    again = np.logical_and.reduce([_says(columns[name][1], name) for name in REQUIRED])
    if again.any():
        raise wrong("header-repeated", Place(file=table.file, sheet=table.sheet, row=int(table.rows[again.argmax()])))


def _says(cells: Cells, word: str) -> Mask:
    distinct = Distinct(cells.text)
    found: Mask = distinct.spread([normal(text) == word for text in distinct.texts], bool)
    return found


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
        findings.add("not-a-number", read.unread, title, cells.text)
        findings.add("not-finite", read.infinite, title, cells.text)
        findings.add("percent-not-expected", made.percent & plain, title, cells.text)
        found[NUMBERS[name]] = read.value
    return found


def _comments(columns: dict[str, Column]) -> "pd.Series[str] | None":
    if "kommentar" not in columns:
        return None
    texts = columns["kommentar"][1].text.str.strip().astype(object)
    return texts.where(texts.ne(""), None)


def _without_absent(cells: Cells) -> Cells:
    """`..` and `.` are no numbers that went wrong: they say that there is none."""
    stripped = cells.text.str.strip()
    return replace(cells, text=cells.text.mask(stripped.isin(list(ABSENT)), ""))


def _statuses(columns: dict[str, Column], findings: Findings) -> "pd.Series[str]":
    """The status of each row, from the value's own sign (`..`, `.`) or the status column, which must agree."""
    title, value = columns["värde"]
    signed = value.text.str.strip().map(ABSENT).astype(object)
    if "status" not in columns:
        said = pd.Series(None, index=signed.index, dtype=object)
    else:
        name, cells = columns["status"]
        distinct = Distinct(cells.text)
        said = pd.Series(distinct.spread([STATUSES.get(normal(text)) for text in distinct.texts]), dtype=object)
        findings.add("status-unknown", said.isna().to_numpy() & ~cells.blank, name, cells.text)
    disagree = signed.notna() & said.notna() & signed.ne(said)
    findings.add("status-contradicts", disagree.to_numpy(dtype=bool), title, value.text)
    status = said.where(said.notna(), signed)
    absent = status.notna() & status.ne(ObservationStatus.PRELIMINARY)
    findings.add("value-blank", value.blank & ~absent.to_numpy(dtype=bool), title)
    stated = ~value.blank & signed.isna().to_numpy(dtype=bool)
    findings.add("value-not-absent", stated & absent.to_numpy(dtype=bool), title, value.text)
    return status.where(status.notna(), None)

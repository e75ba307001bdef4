"""A table to outcomes by a format description."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.ingest import numbers
from kpi.ingest.columns import Column, coded, dates, words
from kpi.ingest.distinct import Distinct
from kpi.ingest.findings import Findings
from kpi.ingest.format_periods import commenter, parser
from kpi.ingest.format_rules import BESIDE, column, statuses, trimmed
from kpi.ingest.formats import Description
from kpi.ingest.registers import Registers
from kpi.ingest.shaped import OBSERVATION, Shaped
from kpi.ingest.table import Cells, Table, normal, single_spaced


def shape(table: Table, description: Description, registers: Registers, findings: Findings) -> Shaped:
    """The rows (those to keep) as table `observation` has them, unreadable cells null and told in `findings`."""
    columns = {field: column(table, name) for field, name in description.columns.items()}
    indicator, unit = _codes(columns, description)
    genders = {normal(text): code for text, code in description.genders.items()}
    frame = pd.DataFrame(
        {
            "indicator": coded(indicator, registers.indicator, "row-indicator", findings),
            "unit": coded(unit, registers.unit, "row-unit", findings),
            "gender": words(columns["gender"], genders, "gender-unknown", findings),
        }
    )
    frame = frame.assign(**dates(columns["period"], findings, parser(description.periods)))
    for field in ("value", *BESIDE):
        frame[field] = _numbers(columns.get(field), description.decimals.get(field, ""), len(table), findings)
    frame["status"] = statuses(table, columns["value"][1].blank, description)
    frame["comment"] = _comments(columns, description)
    frame, notes = trimmed(table, frame, description)
    frame = frame.assign(source_sheet=table.sheet or None, source_row=table.rows)
    titles = {field: description.columns.get(field, field) for field in ("indicator", "period", "value", *BESIDE)}
    return Shaped(frame[OBSERVATION], titles, notes=notes)


def _codes(columns: dict[str, Column], description: Description) -> tuple[Column, Column]:
    """The columns of indicator and unit with the file's codes turned into ours."""
    own, prefix = description.indicator_codes, description.indicator_prefix
    units, width = description.unit_codes, description.unit_width
    return (
        _recoded(columns["indicator"], lambda text: own.get(text, prefix + text)),
        _recoded(columns["unit"], lambda text: units.get(text, text.zfill(width))),
    )


def _recoded(held: Column, code: Callable[[str], str]) -> Column:
    name, cells = held
    distinct = cells.distinct
    return name, Cells(Distinct.coded(distinct.codes, [code(single_spaced(text)) for text in distinct.texts]))


def _numbers(held: Column | None, sign: str, rows: int, findings: Findings) -> NDArray[np.float64]:
    if held is None:
        return np.full(rows, np.nan)
    name, cells = held
    made = numbers.written(cells)
    read = numbers.values(cells, made, sign)
    other = made.uses(numbers.COMMA if sign == numbers.POINT else numbers.POINT)
    findings.add("not-a-number", read.unread | other, name, cells)
    findings.add("not-finite", read.infinite, name, cells)
    return read.value


def _comments(columns: dict[str, Column], description: Description) -> "pd.Series[str]":
    """The file's comment, in our spelling where the description gives one, and what is said of such periods."""
    said, comment = columns["period"][1].distinct, commenter(description.periods)
    about = pd.Series(said.spread([comment(text) for text in said.texts]), dtype="str")
    if "comment" in columns:
        texts = columns["comment"][1].distinct
        ours = {single_spaced(theirs): text for theirs, text in description.comments.items()}
        spelled = [ours.get(single_spaced(text), text.strip()) for text in texts.texts]
        own = pd.Series(texts.spread(spelled), dtype="str")
        about = own.str.cat(about, sep=". ").str.removeprefix(". ").str.removesuffix(". ")
    return about.astype(object).where(about.ne(""), None)

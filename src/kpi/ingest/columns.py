"""One column of text to one column of values; what cannot be read becomes a finding. Work is done per distinct text."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.ingest import numbers, periods
from kpi.ingest.findings import Findings
from kpi.ingest.registers import Register
from kpi.ingest.table import Cells, normal
from kpi.model import Period
from kpi.words import listing

Mask = NDArray[np.bool_]
Column = tuple[str, Cells]  # the header as written, and what stands below it


class Distinct:
    """The distinct texts of a column: a question is asked once for each of them, and answered for every row."""

    def __init__(self, text: "pd.Series[str]") -> None:
        self.codes, texts = pd.factorize(text)
        self.texts = [str(each) for each in texts]

    def spread(self, answers: list[Any], dtype: Any = object) -> NDArray[Any]:
        """One answer per distinct text to one per row."""
        held = np.empty(len(answers), dtype=dtype)
        held[:] = answers
        return held[self.codes]


def words(column: Column, known: dict[str, str], key: str, findings: Findings) -> NDArray[np.object_]:
    """Codes for words; a blank or unknown word is the finding `key`."""
    name, cells = column
    distinct = Distinct(cells.text)
    found = distinct.spread([known.get(normal(text)) for text in distinct.texts])
    findings.add(key, pd.isna(found), name, cells.text)
    return found


def coded(column: Column, register: Register, subject: str, findings: Findings) -> NDArray[np.object_]:
    """Codes of a register. Findings: `<subject>-unknown`, `<subject>-ambiguous`, `<subject>-blank`."""
    name, cells = column
    distinct = Distinct(cells.text)
    meant = [sorted(register.find(text)) for text in distinct.texts]
    count = distinct.spread([len(each) for each in meant], dtype=int)
    blank, text = cells.blank, cells.text
    findings.add(f"{subject}-blank", blank, name)
    findings.add(
        f"{subject}-unknown" if register.codes else f"{subject}-none", (count == 0) & ~blank, name, text,
        lambda i: {"closest": listing(f"”{each}”" for each in register.closest(str(text.iloc[i])))},
    )  # fmt: skip
    findings.add(
        f"{subject}-ambiguous", count > 1, name, text,
        lambda i: {"codes": listing(meant[int(distinct.codes[i])])},
    )  # fmt: skip
    return distinct.spread([each[0] if len(each) == 1 else None for each in meant])


def dates(column: Column, findings: Findings, parse: Callable[[str], Period | None] = periods.parse) -> pd.DataFrame:
    """Columns `period_kind`, `period_start`, null where unreadable.

    A cell stored as a date on the first of a month may mean the day or the month (Excel makes "aug 2025" a date),
    so it is a finding, not a guess.
    """
    name, cells = column
    distinct = Distinct(cells.text)
    meant = [parse(text) for text in distinct.texts]
    sane = [p is None or periods.FIRST_YEAR <= p.start.year <= periods.LAST_YEAR for p in meant]
    findings.add("period-unreadable", distinct.spread([p is None for p in meant], bool), name, cells.text)
    findings.add("period-nonsense", ~distinct.spread(sane, bool), name, cells.text)
    if cells.dated is not None:
        first = distinct.spread([p is not None and p.start.day == 1 for p in meant], bool)
        findings.add("period-date-cell", cells.dated & first, name, cells.text)
    kept = [p if ok else None for p, ok in zip(meant, sane, strict=True)]
    starts = pd.to_datetime(pd.Series([p and p.start for p in kept], dtype=object)).to_numpy("datetime64[s]")
    return pd.DataFrame(
        {
            "period_kind": distinct.spread([p and p.kind.value for p in kept]),
            "period_start": starts[distinct.codes] if len(starts) else starts,
        }
    )


def sign_of(column: Column, made: numbers.Written, comma_elsewhere: bool, findings: Findings) -> str:
    """The column's decimal sign; mixed or unclear signs are one finding, with the rows that show it."""
    name, cells = column
    told = numbers.decimal_sign(made, comma_elsewhere)
    if told.fault:
        rows = listing(str(findings.rows[i]) for i in told.where)
        findings.add_one(told.fault, name, rows=rows, examples=listing(f"”{cells.text.iloc[i]}”" for i in told.where))
    return told.sign

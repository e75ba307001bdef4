"""One column of text to one column of values; what cannot be read becomes a finding. Work is done per distinct text."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from kpi.ingest import numbers, periods
from kpi.ingest.findings import Findings
from kpi.ingest.registers import Register
from kpi.ingest.table import Cells, normal
from kpi.model import Period
from kpi.words import listing

Column = tuple[str, Cells]  # the header as written, and what stands below it


def words(column: Column, known: dict[str, str], key: str, findings: Findings) -> pd.Categorical:
    """Codes for words; a blank or unknown word is the finding `key`."""
    name, cells = column
    meant = [known.get(normal(text)) for text in cells.distinct.texts]
    findings.add(key, cells.distinct.where([each is None for each in meant]), name, cells)
    return cells.distinct.words(meant)


def coded(column: Column, register: Register, subject: str, findings: Findings) -> pd.Categorical:
    """Codes of a register. Findings: `<subject>-unknown`, `<subject>-ambiguous`, `<subject>-blank`."""
    name, cells = column
    distinct, blank = cells.distinct, cells.blank
    meant = [sorted(register.find(text)) for text in distinct.texts]
    findings.add(f"{subject}-blank", blank, name)
    findings.add(
        f"{subject}-unknown" if register.codes else f"{subject}-none",
        distinct.where([not each for each in meant]) & ~blank, name, cells,
        lambda i: {"closest": listing(f"”{each}”" for each in register.closest(cells.at(i)))},
    )  # fmt: skip
    findings.add(
        f"{subject}-ambiguous", distinct.where([len(each) > 1 for each in meant]), name, cells,
        lambda i: {"codes": listing(meant[int(distinct.codes[i])])},
    )  # fmt: skip
    return distinct.words([each[0] if len(each) == 1 else None for each in meant])


def dates(
    column: Column, findings: Findings, parse: Callable[[str], Period | None] = periods.parse
) -> dict[str, Any]:  # fmt: skip
    """Columns `period_kind`, `period_start`, null where unreadable.

    A cell stored as a date on the first of a month may mean the day or the month (Excel makes "aug 2025" a date),
    so it is a finding, not a guess.
    """
    name, cells = column
    distinct = cells.distinct
    meant = [parse(text) for text in distinct.texts]
    sane = [p is None or periods.FIRST_YEAR <= p.start.year <= periods.LAST_YEAR for p in meant]
    findings.add("period-unreadable", distinct.where([p is None for p in meant]), name, cells)
    findings.add("period-nonsense", distinct.where([not each for each in sane]), name, cells)
    if cells.dated is not None:
        first = distinct.where([p is not None and p.start.day == 1 for p in meant])
        findings.add("period-date-cell", cells.dated & first, name, cells)
    kept = [p if ok else None for p, ok in zip(meant, sane, strict=True)]
    starts = pd.to_datetime(pd.Series([p and p.start for p in kept], dtype=object)).to_numpy("datetime64[s]")
    return {
        "period_kind": distinct.words([p.kind.value if p else None for p in kept]),
        "period_start": starts.take(distinct.codes) if len(starts) else starts,
    }


def sign_of(column: Column, made: numbers.Written, comma_elsewhere: bool, findings: Findings) -> str:
    """The column's decimal sign; mixed or unclear signs are one finding, with the rows that show it."""
    name, cells = column
    told = numbers.decimal_sign(made, comma_elsewhere)
    if told.fault:
        rows = listing(str(findings.rows[i]) for i in told.where)
        findings.add_one(told.fault, name, rows=rows, examples=listing(f"”{cells.at(i)}”" for i in told.where))
    return told.sign

"""Outcomes edited in a table on a page: what the table says otherwise than before becomes a file in the long layout.

The file goes the way of any other file, so nothing is checked here but what only the table before can tell.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kpi.errors import wrong
from kpi.frames import period_of, records
from kpi.ingest import periods
from kpi.ingest.long_layout import NUMBERS, REQUIRED
from kpi.ingest.table import normal
from kpi.ingest.words_in import GENDERS, STATUSES
from kpi.model import ObservationStatus
from kpi.words import exact, period

STATUS_WORDS = {code: word for word, code in reversed(STATUSES.items())}
COLUMNS = ("period", "kön", *NUMBERS, "status", "kommentar")
_HEADER = ("nyckeltal", "enhet", *COLUMNS)
_KEYS = len(set(COLUMNS) & set(REQUIRED[:-1]))  # period and kön tell a row of the table apart
# Three digits after the comma could be thousands to the reader of a file; in the table they never are.
_THREE_DECIMALS = re.compile(r"([+−-]?\d{1,3},\d{3})(\s*%?)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table: `at` is its label in the frame, `key` its period and gender as far as they can be read."""

    at: Hashable
    key: tuple[Hashable, str]
    cells: tuple[str, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """What the row says of its period and gender."""
        return self.cells[_KEYS:]

    @property
    def protected(self) -> bool:
        return STATUSES.get(normal(self.cells[COLUMNS.index("status")])) == ObservationStatus.SUPPRESSED


def table(observed: pd.DataFrame) -> pd.DataFrame:
    """Outcomes of one nyckeltal and unit as texts in `COLUMNS`, latest first: every digit, a decimal comma.

    observed: rows of table `observation`. What is not there is "".
    """
    ordered = observed.sort_values(["period_start", "gender"], ascending=[False, True])
    return pd.DataFrame([_cells(row) for row in records(ordered)], columns=list(COLUMNS), dtype=object)


def delivery(indicator: str, unit: str, before: pd.DataFrame, after: pd.DataFrame) -> bytes:
    """The file that says what `after` says otherwise than `before`, both as `table` makes them; empty if nothing.

    Rows that are gone have the status borttaget; rows without any text are none. Raises `UserError` for a protected
    row of which something else than its value is changed: its value is not in the table and would be lost.
    """
    was, now = _lines(before), _lines(after)
    known, times = {line.key: line for line in was}, Counter(line.key for line in now)
    # Two rows of the same period and gender are both written: it is the reader of the file that refuses them.
    written = [one for one in now if times[one.key] > 1 or one.key not in known or one.said != known[one.key].said]
    _refuse_protected(written, was, known)
    gone = [(*line.cells[:_KEYS], *_removed()) for line in was if line.key not in times]
    rows = [*(line.cells for line in written), *gone]
    return _file([(indicator, unit, *map(_unmistakable, row)) for row in rows]) if rows else b""


def _cells(row: Any) -> list[str]:
    which = period_of(row.period_start, row.period_kind)
    numbers = [getattr(row, field) for field in NUMBERS.values()]
    return [
        period(which) if which else "", str(row.gender),
        *("" if pd.isna(value) else exact(value) for value in numbers),
        STATUS_WORDS.get(row.status, ""), "" if pd.isna(row.comment) else str(row.comment),
    ]  # fmt: skip


def _lines(frame: pd.DataFrame) -> list[_Line]:
    texts = frame[list(COLUMNS)].astype(object).where(frame[list(COLUMNS)].notna(), "")
    rows = [(at, tuple(str(cell).strip() for cell in cells)) for at, *cells in texts.itertuples(name=None)]
    return [_Line(at, _key(cells), cells) for at, cells in rows if any(cells)]


def _key(cells: tuple[str, ...]) -> tuple[Hashable, str]:
    which, gender = cells[:_KEYS]
    return periods.parse(which) or which, GENDERS.get(normal(gender), gender)


def _refuse_protected(written: list[_Line], was: list[_Line], known: dict[tuple[Hashable, str], _Line]) -> None:
    protected = {line.at for line in was if line.protected}
    for line in written:
        stood = known.get(line.key)
        if line.protected and (line.at in protected or (stood is not None and stood.protected)):
            raise wrong("by-hand-protected", period=line.cells[0], gender=line.cells[1])


def _removed() -> tuple[str, ...]:
    word = STATUS_WORDS[ObservationStatus.REMOVED]
    return tuple(word if name == "status" else "" for name in COLUMNS[_KEYS:])


def _unmistakable(cell: str) -> str:
    return _THREE_DECIMALS.sub(r"\g<1>0\2", cell) if _THREE_DECIMALS.fullmatch(cell) else cell


def _file(rows: list[tuple[str, ...]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows([_HEADER, *rows])
    return out.getvalue().encode()

"""Where a sheet's header is: the row, or the two rows, that name the columns."""

from dataclasses import dataclass

from kpi.ingest import periods
from kpi.ingest.layout.header_rows import at_column, names, reached
from kpi.ingest.layout.spread import said
from kpi.ingest.layout.words import WORDS
from kpi.ingest.registers import Registers
from kpi.ingest.table import Sheet, normal, single_spaced

_NAME, _SPREAD = 3, 2  # a column's usual name says more than one period or gender among several
_FEWEST = 2  # one period alone may be a cell of the table

Cells = list[str]


@dataclass(frozen=True, slots=True)
class Header:
    """`index` is of its last row in `Sheet.head`; `names` are each column's texts from top to bottom."""

    index: int
    names: tuple[tuple[str, ...], ...]
    preamble: tuple[str, ...]


def find(sheet: Sheet, known: Registers) -> Header | None:
    """The header; None for a sheet without two columns."""
    rows = [cells for _, cells in sheet.head]
    scores = [_score(cells, known) for cells in rows]
    if not any(scores):
        scores = [_filled(cells) if _filled(cells) >= _FEWEST else 0 for cells in rows]
    best = max(scores, default=0)
    if not best:
        return None
    at = _words_before(rows, scores.index(best))
    top, last = reached(sheet, *_both(rows, at, known))
    preamble = tuple(" ".join(filter(None, map(single_spaced, cells))) for cells in rows[:top] if _filled(cells))
    return Header(last, names(sheet, top, last), preamble)


def _words_before(rows: list[Cells], at: int) -> int:
    """A row of words, as wide as a row with bare numbers below it, is the header: figures may look like years."""
    if not any(cell.strip().isdigit() for cell in rows[at]):
        return at
    wide = _filled(rows[at])
    return next((i for i in range(at) if _filled(rows[i]) >= wide and not any(map(_digits, rows[i]))), at)


def _digits(cell: str) -> bool:
    return cell.strip()[:1].isdigit()


def _filled(cells: Cells) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _spreads(cells: Cells, known: Registers) -> int:
    """How many cells say a period, a gender or a unit, where several of the same kind stand side by side."""
    kinds = [kind for cell in cells if cell.strip() for kind in _kinds(cell, known)]
    if "unit" in kinds and any(cell.strip().isdigit() for cell in cells):
        return 0  # a unit and its figures, which may look like years
    return sum(kinds.count(kind) for kind in set(kinds) if kinds.count(kind) >= _FEWEST)


def _kinds(cell: str, known: Registers) -> list[str]:
    found = said((cell,), known)
    return [kind for kind in ("period", "gender", "unit") if getattr(found, kind)]


def _score(cells: Cells, known: Registers) -> int:
    if _filled(cells) < _FEWEST:
        return 0
    return _NAME * sum(normal(cell) in WORDS for cell in cells) + _SPREAD * _spreads(cells, known)


def _both(rows: list[Cells], at: int, known: Registers) -> tuple[int, int]:
    """The first and last row of the header: a row above or below that names columns too belongs to it."""
    names = [normal(cell) for cell in rows[at] if cell.strip()]
    above = rows[at - 1] if at else []
    # Repeated names, as K M T below each year, mean that something above tells them apart.
    if above and _filled(above) and (len(set(names)) < len(names) or _spreads(above, known)):
        return at - 1, at
    below = rows[at + 1] if at + 1 < len(rows) else []
    blank = [i for i, cell in enumerate(rows[at]) if not cell.strip()]
    lower = len(set(names)) < len(names) or any(at_column(below, i) for i in blank) or _says_keys_alone(below, known)
    divides = (lower and _spreads(below, known)) or _names_more(rows[at], below)
    return (at, at + 1) if divides and not any(map(_number, below)) else (at, at)


def _names_more(cells: Cells, below: Cells) -> bool:
    """The row below names the first column, which is named by nothing yet; or leaves it, and names all that are not."""
    width = len(below)
    if not at_column(cells, 0):
        return normal(at_column(below, 0)) in WORDS
    blank = [i for i in range(width) if not at_column(cells, i)]
    return bool(blank) and not at_column(below, 0) and all(at_column(below, i) for i in blank)


def _says_keys_alone(cells: Cells, known: Registers) -> bool:
    """Nothing first, and then periods and genders only."""
    return not at_column(cells, 0) and all(_kinds(cell, known) for cell in cells if cell.strip())


def _number(cell: str) -> bool:
    """A number that is not a year."""
    plain = cell.strip().replace(",", "", 1).replace(".", "", 1)
    return plain.isdigit() and periods.parse(cell) is None

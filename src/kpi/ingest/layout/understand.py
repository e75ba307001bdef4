"""What a file seems to be, and what has to be asked about it."""

from dataclasses import dataclass, replace
from pathlib import Path

from kpi.errors import Place, wrong
from kpi.ingest import limits, periods
from kpi.ingest.layout import names
from kpi.ingest.layout.grid import Headed, headed
from kpi.ingest.layout.layout import NUMBERS, Doubt, Kind, Layout, Role
from kpi.ingest.layout.recall import recalled, undated
from kpi.ingest.layout.roles import KEYS, guess
from kpi.ingest.layout.seen import is_day
from kpi.ingest.layout.words import MUNICIPALITIES, REGION
from kpi.ingest.registers import Registers
from kpi.ingest.shaped import LeftOut
from kpi.ingest.table import Sheet, normal
from kpi.ingest.words_in import GENDERS


@dataclass(frozen=True)
class Understood:
    """A guess at the layout, the tables that it is about, and what is in doubt; without doubts it can be read.

    `foreign` are codes of nyckeltal that came with files that said something else around their tables: a name alone
    does not mean them. `left_out` and `notes` tell of sheets that are not read and of rows that are hidden.
    """

    file: str
    layout: Layout
    tables: list[Headed]
    doubts: tuple[Doubt, ...]
    foreign: frozenset[str] = frozenset()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[LeftOut, ...] = ()

    def of(self, kind: Kind) -> list[Doubt]:
        """The doubts of one kind."""
        return [doubt for doubt in self.doubts if doubt.kind is kind]


def understand(sheets: list[Sheet], file: str, known: Registers, saved: dict[str, Layout]) -> Understood:
    """Guess; what was answered for an earlier file with the same headers is not asked again.

    Raises `UserError` for a file without a table.
    """
    _refuse(sheets, Place(file=file))
    found = headed(sheets, known)
    if not found.tables:
        raise wrong("table-not-found", Place(file=file))
    tables, first = found.tables, found.tables[0]
    around = undated(" ".join(first.around))
    new = Layout(
        first.code, Path(file).stem, {}, about=undated(f"{Path(file).stem} {first.sheet} {around}"), around=around
    )
    foreign = {one.code: one.around for layout in saved.values() for one in layout.new}
    told = (frozenset(code for code, said in foreign.items() if said != around), found.left_out, found.notes)
    sheet, sheets_in_doubt = _sheets(tables, known)
    if earlier := saved.get(first.code):
        kept = earlier.sheet if len(tables) > 1 and earlier.sheet is not Role.IGNORED else None
        layout = replace(recalled(earlier, new), sheet=kept or sheet)
        return _with_doubts(Understood(file, layout, tables, () if kept else tuple(sheets_in_doubt), *told), known)
    roles, in_doubt = guess(first.columns)
    if not in_doubt and not _has_values(first, roles):
        raise wrong("no-values-column", Place(file=file))
    layout = replace(new, columns=roles, sheet=Role.IGNORED if sheet in roles.values() else sheet)
    return _with_doubts(Understood(file, layout, tables, (*in_doubt, *sheets_in_doubt), *told), known)


def reconsidered(understood: Understood, known: Registers) -> Understood:
    """With the doubts that its layout still leaves, once the columns have been answered for."""
    return _with_doubts(replace(understood, doubts=()), known)


def _with_doubts(one: Understood, known: Registers) -> Understood:
    more = [*_constants(one.tables[0], one.layout), *_dates(one.tables, one.layout)]
    return replace(one, doubts=(*one.doubts, *more, *_unknown(one, known)))


def _refuse(sheets: list[Sheet], place: Place) -> None:
    if not any(cell.strip() for sheet in sheets for _, cells in sheet.head for cell in cells):
        raise wrong("sheet-empty", place)
    if any(len(cells) > limits.COLUMNS for sheet in sheets for _, cells in sheet.head):
        raise wrong("too-many-columns", place, most=limits.COLUMNS)


def _has_values(one: Headed, roles: dict[str, Role]) -> bool:
    return any(column.spread for column in one.columns) or bool(set(NUMBERS) & {*roles.values()})


def _sheets(tables: list[Headed], known: Registers) -> tuple[Role, list[Doubt]]:
    """What the sheets' names say."""
    texts = [one.sheet for one in tables]
    if len(tables) == 1:
        return Role.IGNORED, []
    if all(normal(text) in GENDERS for text in texts):
        return Role.GENDER, []
    if all(periods.parse(text) for text in texts):
        return Role.PERIOD, []
    if all(len(known.unit.find(text)) == 1 for text in texts):
        return Role.UNIT, []
    if all(len(known.indicator.find(text)) == 1 for text in texts):
        return Role.SERIES, []
    return Role.SERIES, [Doubt(Kind.SHEET, ", ".join(texts))]


def _constants(one: Headed, layout: Layout) -> list[Doubt]:
    """The keys that neither a column, a header, the sheet's name nor an answer gives."""
    told = told_by(one, layout) | {*layout.constants}
    return [Doubt(Kind.CONSTANT, role.value) for role in reversed(KEYS) if role not in told]


def told_by(one: Headed, layout: Layout) -> set[Role]:
    """The keys that the file itself gives for every value: by a column, every header of values, or the sheets."""
    roles = {*layout.columns.values(), layout.sheet}
    values = [c for c in one.columns if c.spread or layout.columns.get(c.header) in (Role.VALUE, Role.MEASURE)]
    headers = {
        Role.UNIT: all(column.said.unit for column in values),
        Role.PERIOD: all(column.said.period for column in values),
        Role.GENDER: all(column.said.gender for column in values),
    }
    found = {role for role in KEYS if role in roles or (values and headers.get(role))}
    named = bool(roles & {Role.SERIES, Role.MEASURE}) or any(names.measured_by(one, layout))
    return found | ({Role.INDICATOR} if named else set())


def _dates(tables: list[Headed], layout: Layout) -> list[Doubt]:
    """A date may stand for its day, its month or its year."""
    dated = any(
        column.dated for one in tables for column in one.columns if layout.columns.get(column.header) is Role.PERIOD
    )
    days = [
        column.said.period for one in tables for column in one.columns if column.spread and is_day(column.said.period)
    ]
    about = layout.having(Role.PERIOD)[:1] if dated else days[:1]
    return [Doubt(Kind.DATES, about[0])] if about and not layout.dates else []


def _unknown(read: Understood, known: Registers) -> list[Doubt]:
    tables, layout = read.tables, read.layout
    towns = {*layout.having(Role.UNIT)} & MUNICIPALITIES
    regions = frozenset(code for code in known.unit.codes.values() if towns and code.startswith(REGION))
    units, series = names.of_units(tables, layout), names.of_series(tables, layout)
    return [
        *names.doubts(units, Kind.UNIT, layout.units, known.unit, regions),
        *names.doubts(series, Kind.INDICATOR, layout.indicators, known.indicator, read.foreign),
    ]

"""What a file seems to be, and what has to be asked about it."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from kpi.errors import Place, wrong
from kpi.ingest import limits, periods
from kpi.ingest.layout import names
from kpi.ingest.layout.grid import Headed, headed
from kpi.ingest.layout.layout import NUMBERS, Doubt, Kind, Layout, Role
from kpi.ingest.layout.roles import guess
from kpi.ingest.registers import Registers
from kpi.ingest.table import Sheet, normal
from kpi.ingest.words_in import GENDERS


@dataclass(frozen=True)
class Understood:
    """A guess at the layout, the tables that it is about, and what is in doubt; without doubts it can be read."""

    file: str
    layout: Layout
    tables: list[Headed]
    doubts: tuple[Doubt, ...]

    def of(self, kind: Kind) -> list[Doubt]:
        """The doubts of one kind."""
        return [doubt for doubt in self.doubts if doubt.kind is kind]


def understand(sheets: list[Sheet], file: str, known: Registers, saved: dict[str, Layout]) -> Understood:
    """Guess; what was answered for an earlier file with the same headers is not asked again.

    Raises `UserError` for a file without a table.
    """
    _refuse(sheets, Place(file=file))
    tables = headed(sheets, known)
    if not tables:
        raise wrong("table-not-found", Place(file=file))
    about = _about(file, tables[0])
    if earlier := saved.get(tables[0].code):
        return reconsidered(Understood(file, _recalled(earlier, about), tables, ()), known)
    roles, in_doubt = guess(tables[0].columns)
    if not in_doubt and not _has_values(tables[0], roles):
        raise wrong("no-values-column", Place(file=file))
    sheet, sheets_in_doubt = _sheets(tables, known)
    layout = Layout(tables[0].code, Path(file).stem, roles, sheet, about=about)
    return _with_doubts(Understood(file, layout, tables, (*in_doubt, *sheets_in_doubt)), known)


def reconsidered(understood: Understood, known: Registers) -> Understood:
    """With the doubts that its layout still leaves, once the columns have been answered for."""
    return _with_doubts(replace(understood, doubts=()), known)


def _with_doubts(one: Understood, known: Registers) -> Understood:
    more = [*_constants(one.tables[0], one.layout), *_dates(one.tables, one.layout)]
    return replace(one, doubts=(*one.doubts, *more, *_unknown(one.tables, one.layout, known)))


def _refuse(sheets: list[Sheet], place: Place) -> None:
    if not any(cell.strip() for sheet in sheets for _, cells in sheet.head for cell in cells):
        raise wrong("sheet-empty", place)
    if any(len(cells) > limits.COLUMNS for sheet in sheets for _, cells in sheet.head):
        raise wrong("too-many-columns", place, most=limits.COLUMNS)


def _has_values(one: Headed, roles: dict[str, Role]) -> bool:
    return any(column.spread for column in one.columns) or bool(set(NUMBERS) & {*roles.values()})


def _about(file: str, one: Headed) -> str:
    """What the file's name and the texts above its table say, but for numbers: those change from one to the next."""
    return re.sub(r"[\W\d_]+", " ", " ".join([Path(file).stem, one.sheet, *one.around])).strip().casefold()


def _recalled(earlier: Layout, about: str) -> Layout:
    """What held for the whole of an earlier file holds for this one only if it is about the same; a period never is."""
    same = earlier.about == about
    constants: dict[Role, str] = {
        role: text for role, text in earlier.constants.items() if same and role is not Role.PERIOD
    }
    return replace(earlier, constants=constants, about=about)


def _sheets(tables: list[Headed], known: Registers) -> tuple[Role, list[Doubt]]:
    """What the sheets' names say."""
    texts = [one.sheet for one in tables]
    if all(normal(text) in GENDERS for text in texts):
        return Role.GENDER, []
    if len(tables) == 1:
        return Role.IGNORED, []
    if all(periods.parse(text) for text in texts):
        return Role.PERIOD, []
    if all(len(known.unit.find(text)) == 1 for text in texts):
        return Role.UNIT, []
    if all(len(known.indicator.find(text)) == 1 for text in texts):
        return Role.SERIES, []
    return Role.SERIES, [Doubt(Kind.SHEET, ", ".join(texts))]


def _constants(one: Headed, layout: Layout) -> list[Doubt]:
    """The keys that neither a column, a header, the sheet's name nor an answer gives."""
    roles = {*layout.columns.values(), layout.sheet, *layout.constants}
    told = {
        Role.INDICATOR: bool(roles & {Role.INDICATOR, Role.SERIES, Role.MEASURE})
        or any(names.measured_by(one, layout)),
        Role.UNIT: Role.UNIT in roles or any(column.said.unit for column in one.columns if column.spread),
        Role.PERIOD: Role.PERIOD in roles or any(column.said.period for column in one.columns if column.spread),
        Role.GENDER: Role.GENDER in roles or any(column.said.gender for column in one.columns if column.spread),
    }
    return [Doubt(Kind.CONSTANT, role.value) for role, is_told in told.items() if not is_told]


def _dates(tables: list[Headed], layout: Layout) -> list[Doubt]:
    """A date may stand for its day, its month or its year."""
    dated = any(
        column.dated for one in tables for column in one.columns if layout.columns.get(column.header) is Role.PERIOD
    )
    return [Doubt(Kind.DATES, layout.having(Role.PERIOD)[0])] if dated and not layout.dates else []


def _unknown(tables: list[Headed], layout: Layout, known: Registers) -> list[Doubt]:
    units = np.concatenate([names.unit_texts(one, layout) for one in tables])
    if layout.sheet is Role.UNIT:
        units = np.concatenate([units, np.array([one.sheet for one in tables], dtype=object)])
    found = names.doubts(units, Kind.UNIT, layout.units, known.unit)
    series = [names.series(one, layout, header) for one in tables for header in names.measured_by(one, layout)]
    return found + names.doubts(np.concatenate(series), Kind.INDICATOR, layout.indicators, known.indicator)

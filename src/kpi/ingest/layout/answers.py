"""Answers to what was asked about a file, put into its layout."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kpi.errors import wrong
from kpi.ingest.layout import names
from kpi.ingest.layout.layout import PARTS, Doubt, Kind, Layout, Role
from kpi.ingest.layout.new import added, measure_of
from kpi.ingest.layout.understand import Understood, told_by
from kpi.ingest.registers import Register, Registers
from kpi.ingest.table import normal
from kpi.model import Direction, YearRule
from kpi.words import listing, say

ASKABLE = tuple(role for role in Role)


@dataclass(frozen=True, slots=True)
class New:
    """What is said of all the nyckeltal that the file brings along. measure: None takes what the file itself says."""

    measure: str | None = None
    direction: str = Direction.NEUTRAL.value
    year_rule: str = YearRule.MEAN.value


@dataclass(frozen=True, slots=True)
class Answers:
    """`columns` by header; `constants` by role; `names` of nyckeltal and units to codes, "" to leave them out.

    `new`: make new nyckeltal of the names that mean nothing yet; None asks about them.
    """

    columns: Mapping[str, Role] = field(default_factory=dict)
    constants: Mapping[Role, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    sheet: Role | None = None
    dates: str = ""
    new: New | None = None


def role(word: str) -> Role:
    """The role by its Swedish word. Raises `UserError` for a word that is none."""
    known = {normal(say(f"role-{role}")): role for role in ASKABLE}
    if normal(word) not in known:
        raise wrong("role-unknown", known=listing(known))
    return known[normal(word)]


def unanswered(understood: Understood, answers: Answers) -> tuple[Doubt, ...]:
    """The doubts that there is no answer to: what a column is, or what the sheets' names say; all, if any is left."""
    columns = {normal(name) for name in answers.columns}
    left = [doubt for doubt in understood.of(Kind.COLUMN) if doubt.about not in columns]
    left += understood.of(Kind.SHEET) if answers.sheet is None else []
    return understood.doubts if left else ()


def with_columns(understood: Understood, answers: Answers) -> Layout:
    """The layout with the columns, the constants and what dates mean. Raises `UserError` for an unknown column."""
    layout = understood.layout
    columns = {normal(name): role for name, role in answers.columns.items()}
    if unknown := [name for name in columns if name not in layout.columns]:
        raise wrong("column-not-there", columns=listing(f"”{name}”" for name in unknown))
    constants = {its: text for its, text in answers.constants.items() if text}
    layout = layout.answered(
        columns=layout.columns | columns,
        constants=layout.constants | constants,
        sheet=answers.sheet or layout.sheet,
        dates=answers.dates or layout.dates,
    )
    _refuse_several(layout)
    if told := told_by(understood.tables[0], layout) & {*constants} - {Role.INDICATOR}:
        raise wrong("answer-told", keys=listing(say(f"role-{role}") for role in sorted(told)))
    return layout


def _refuse_several(layout: Layout) -> None:
    """One column at most says the unit, the period and so on."""
    for role in (Role.UNIT, Role.GENDER, Role.PERIOD, *PARTS, Role.STATUS, Role.COMMENT):
        if len(columns := layout.having(role)) > 1:
            raise wrong("roles-repeated", role=say(f"role-{role}"), columns=listing(f"”{name}”" for name in columns))


def with_names(understood: Understood, answers: Answers, known: Registers) -> Layout:
    """The layout with what the names mean, and new nyckeltal for those that are to be so.

    Raises `UserError` where an answer is no code or name of the register.
    """
    layout = understood.layout
    registers = {Kind.INDICATOR: known.indicator, Kind.UNIT: known.unit}
    given = {normal(name): meant for name, meant in answers.names.items()}
    stated = {
        Kind.UNIT: {normal(text) for text in names.of_units(understood.tables, layout)},
        Kind.INDICATOR: {normal(text) for text in names.of_series(understood.tables, layout)},
    }
    codes = {
        kind: {name: _code(meant, registers[kind]) for name, meant in given.items() if name in texts}
        for kind, texts in stated.items()
    }
    there = {*stated[Kind.UNIT], *stated[Kind.INDICATOR], *layout.units, *layout.indicators}
    if lost := [name for name in answers.names if normal(name) not in there]:
        raise wrong("name-not-there", names=listing(f"”{name}”" for name in lost))
    layout = layout.answered(
        indicators=layout.indicators | codes[Kind.INDICATOR], units=layout.units | codes[Kind.UNIT]
    )
    if answers.new is None:
        return layout
    rest = [doubt.about for doubt in understood.of(Kind.INDICATOR) if normal(doubt.about) not in given]
    new = answers.new
    measure = measure_of(understood.tables[0].columns) if new.measure is None else new.measure
    return added(layout, rest, known.indicator.codes, measure=measure, direction=new.direction, year_rule=new.year_rule)


def _code(meant: str, register: Register) -> str:
    if not meant.strip():
        return ""
    found = register.find(meant)
    if len(found) != 1:
        raise wrong("name-means-nothing", value=meant)
    return next(iter(found))

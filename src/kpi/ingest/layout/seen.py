"""A column as it is looked at: its header, its distinct texts, and what they could be."""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kpi.ingest import numbers, periods
from kpi.ingest.distinct import Distinct
from kpi.ingest.layout.layout import JOINT, NUMBERS, Role
from kpi.ingest.layout.spread import Said, said
from kpi.ingest.layout.words import OWN_NUMBERS, called
from kpi.ingest.registers import Register, Registers
from kpi.ingest.table import Cells, normal
from kpi.ingest.words_in import ABSENT, GENDERS
from kpi.model import Gender, PeriodKind

SAMPLE = 20_000  # rows looked at; the names in the rest are asked about all the same
_NEARLY_ALL, _MOST, _HALF = 0.95, 0.8, 0.5
_SERIAL = (29_221, 55_153)  # Excel's days 1980–2050; 20241 is the first tertial of a year
_UNIT_CODE = re.compile(r"\d{1,4}|SE\d{3}|V\d{2}E\d+")
MARKS = {*ABSENT, "-", "–", "—"}


@dataclass(frozen=True)
class Seen:
    """One column of a table below its header. plain: its header says nothing, whatever it looks like."""

    texts: tuple[str, ...]
    cells: Cells
    known: Registers
    plain: bool = False

    @cached_property
    def header(self) -> str:
        """As headers are compared."""
        return normal(JOINT.join(self.texts))

    @cached_property
    def said(self) -> Said:
        """What the header says."""
        if self.plain:
            return Said(series=JOINT.join(self.texts))
        return said(self.texts, self.known)

    @cached_property
    def sample(self) -> Cells:
        """The first rows."""
        keep = np.arange(len(self.cells)) < SAMPLE
        return self.cells if len(keep) <= SAMPLE else self.cells.take(keep)

    @cached_property
    def distinct(self) -> Distinct:
        """The sample's texts, each once."""
        return Distinct(self.sample.text.str.strip())

    @cached_property
    def filled(self) -> list[str]:
        """The distinct texts but for blank ones."""
        return [text for text in self.distinct.texts if text]

    @cached_property
    def numbers(self) -> tuple[float, float]:
        """Of the cells that say something, the share that are numbers, and that say that there is none."""
        text = self.sample.text.str.strip().str.removesuffix("(p)").str.rstrip()
        made = numbers.written(Cells(text, self.sample.number))
        stored = np.zeros(len(text), bool) if self.sample.number is None else ~np.isnan(self.sample.number)
        number, some = made.number | stored, text.ne("").to_numpy()
        marks = text.isin(MARKS).to_numpy()
        return (float(number[some].mean()), float((marks & ~number)[some].mean())) if some.any() else (0.0, 0.0)

    @property
    def numeric(self) -> bool:
        """Nearly every cell that says something is a number, or says that there is none."""
        are, lack = self.numbers
        named = called(self.header) in NUMBERS or bool(self.known.indicator.find(self.header))
        return (are > 0 or named) and are + lack >= _NEARLY_ALL

    @property
    def spread(self) -> bool:
        """The column holds values of the period, gender or unit that its header says; a word among them is a fault."""
        return self.said.spread and (not self.filled or sum(self.numbers) >= _HALF)

    @cached_property
    def dated(self) -> bool:
        """Cells are stored as dates, or as the numbers that spreadsheets keep dates as, or say a day."""
        if any(is_day(text) for text in self.filled):
            return True
        if self.sample.dated is not None and bool(self.sample.dated.any()):
            return True
        held = self.sample.number
        return held is not None and called(self.header) is Role.PERIOD and bool(serial(held).any())

    @property
    def coarseness(self) -> int:
        """The months of the longest of its periods; several years are no coarser than one."""
        found = [] if self.dated else [period.kind.months for text in self.filled if (period := periods.parse(text))]
        return min(max(found, default=0), PeriodKind.YEAR.months)

    @property
    def coded(self) -> bool:
        """Every text is a unit's code, known or not: 23, 0023, SE322."""
        return bool(self.filled) and all(_UNIT_CODE.fullmatch(text) for text in self.filled)

    @property
    def whole(self) -> bool:
        """Every text is digits alone, as numbers that name something are."""
        return bool(self.filled) and all(text.isdigit() for text in self.filled)

    def could_be(self, role: Role) -> float:
        """How sure: 0 for not at all, above 1 where the header's name says so too."""
        said_so = called(self.header) is role
        share = self._share(role)
        if role is Role.PERIOD:
            # When something was done, on which day, is seldom the period.
            sure = share >= _NEARLY_ALL and (said_so or not (self.numeric or self.dated))
        elif role is Role.GENDER:
            # One word all through, as "K" or "totalt", may be about anything.
            both = {GENDERS.get(normal(text)) for text in self.filled} >= {Gender.WOMEN, Gender.MEN}
            sure = share == 1 and (said_so or both)
        elif role is Role.UNIT:
            coded = self.coded and self.header not in OWN_NUMBERS
            sure = (share >= _MOST and not self.numeric) or (said_so and (coded or not self.numeric))
        else:
            sure = (not self.numeric and (share >= _HALF or said_so)) or (said_so and self.whole)
        return (share + said_so) if sure and self.filled else 0.0

    def _share(self, role: Role) -> float:
        """The share of the distinct texts that mean something as `role`."""
        if not self.filled:
            return 0.0
        if role is Role.PERIOD and self.dated:
            return 1.0
        return sum(self._means(role, text) for text in self.filled) / len(self.filled)

    def _means(self, role: Role, text: str) -> bool:
        match role:
            case Role.PERIOD:
                return periods.parse(text) is not None
            case Role.GENDER:
                return normal(text) in GENDERS
            case Role.UNIT:
                return _found(self.known.unit, text)
            case _:
                return _found(self.known.indicator, text)

    @cached_property
    def units(self) -> list[frozenset[str]]:
        """The units that each of the distinct texts may mean."""
        return [self.known.unit.find(text) for text in self.distinct.texts]

    def units_beside(self, other: "Seen") -> set[tuple[frozenset[str], frozenset[str]]]:
        """What the two columns mean on one and the same row."""
        pairs = set(zip(self.distinct.codes.tolist(), other.distinct.codes.tolist(), strict=True))
        return {(self.units[a], other.units[b]) for a, b in pairs}

    def texts_beside(self, other: "Seen") -> set[tuple[str, str]]:
        """What the two columns say on one and the same row."""
        pairs = set(zip(self.distinct.codes.tolist(), other.distinct.codes.tolist(), strict=True))
        return {(self.distinct.texts[a], other.distinct.texts[b]) for a, b in pairs}

    def decides(self, other: "Seen") -> bool:
        """Every text of this column goes with one text of the other."""
        pairs = {(int(a), int(b)) for a, b in zip(self.distinct.codes, other.distinct.codes, strict=True)}
        return len(pairs) == len({a for a, _ in pairs})


def serial(held: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The numbers that are days of a spreadsheet's calendar."""
    found: NDArray[np.bool_] = (held == np.floor(held)) & (held >= _SERIAL[0]) & (held <= _SERIAL[1])
    return found


def is_day(text: str) -> bool:
    """The text is a period of one day."""
    found = periods.parse(text)
    return found is not None and found.kind is PeriodKind.DAY


def _found(register: Register, text: str) -> bool:
    return bool(register.find(text))

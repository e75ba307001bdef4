"""A column as it is looked at: its header, its distinct texts, and what they could be."""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kpi.ingest import numbers, periods
from kpi.ingest.distinct import Distinct
from kpi.ingest.layout.layout import JOINT, Role
from kpi.ingest.layout.spread import Said, said
from kpi.ingest.layout.words import called
from kpi.ingest.registers import Register, Registers
from kpi.ingest.table import Cells, normal
from kpi.ingest.words_in import ABSENT, GENDERS

SAMPLE = 20_000  # rows looked at; the names in the rest are asked about all the same
_NEARLY_ALL, _MOST, _HALF = 0.95, 0.8, 0.5
_SERIAL = (20_000, 80_000)  # Excel's days 1954–2119
_UNIT_CODE = re.compile(r"\d{1,4}|SE\d{3}|V\d{2}E\d+")
MARKS = {*ABSENT, "-", "–", "—"}


@dataclass(frozen=True)
class Seen:
    """One column of a table below its header."""

    texts: tuple[str, ...]
    cells: Cells
    known: Registers

    @cached_property
    def header(self) -> str:
        """As headers are compared."""
        return normal(JOINT.join(self.texts))

    @cached_property
    def said(self) -> Said:
        """What the header says."""
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
    def numeric(self) -> bool:
        """Nearly every cell that says something is a number, or says that there is none."""
        text = self.sample.text.str.strip().str.removesuffix("(p)").str.rstrip()
        made = numbers.written(Cells(text, self.sample.number))
        stored = np.zeros(len(text), bool) if self.sample.number is None else ~np.isnan(self.sample.number)
        number, some = made.number | stored, text.ne("").to_numpy()
        marks = text.isin(MARKS).to_numpy()
        return bool(number.any()) and bool((number | marks)[some].mean() >= _NEARLY_ALL)

    @property
    def spread(self) -> bool:
        """The column holds values of the period, gender or unit that its header says."""
        return self.said.spread and (self.numeric or not self.filled)

    @property
    def dated(self) -> bool:
        """Cells are stored as dates, or as the numbers that spreadsheets keep dates as."""
        if self.sample.dated is not None and bool(self.sample.dated.any()):
            return True
        held = self.sample.number
        return held is not None and called(self.header) is Role.PERIOD and bool(serial(held).any())

    @property
    def coded(self) -> bool:
        """Every text is a unit's code, known or not: 23, 0023, SE322."""
        return bool(self.filled) and all(_UNIT_CODE.fullmatch(text) for text in self.filled)

    def could_be(self, role: Role) -> float:
        """How sure: 0 for not at all, above 1 where the header's name says so too."""
        said_so = called(self.header) is role
        share = self._share(role)
        if role is Role.PERIOD:
            sure = share >= _NEARLY_ALL and (said_so or not self.numeric)
        elif role is Role.GENDER:
            sure = share == 1
        elif role is Role.UNIT:
            sure = (share >= _MOST and not self.numeric) or (said_so and (self.coded or not self.numeric))
        else:
            sure = (share >= _HALF and not self.numeric) or said_so
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

    def decides(self, other: "Seen") -> bool:
        """Every text of this column goes with one text of the other."""
        pairs = {(int(a), int(b)) for a, b in zip(self.distinct.codes, other.distinct.codes, strict=True)}
        return len(pairs) == len({a for a, _ in pairs})


def serial(held: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The numbers that are days of a spreadsheet's calendar."""
    found: NDArray[np.bool_] = (held == np.floor(held)) & (held >= _SERIAL[0]) & (held <= _SERIAL[1])
    return found


def _found(register: Register, text: str) -> bool:
    return bool(register.find(text))

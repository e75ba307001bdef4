"""What is known of a file's layout: the roles of its columns, and which names mean what. Kept as JSON."""

import json
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from kpi.model import Direction, YearRule


class Role(StrEnum):
    """What a column is. `series` columns together tell the nyckeltal apart; so does the header of a `measure`."""

    INDICATOR = "indicator"
    UNIT = "unit"
    GENDER = "gender"
    PERIOD = "period"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    STATUS = "status"
    COMMENT = "comment"
    SERIES = "series"
    VALUE = "value"
    MEASURE = "measure"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    LOWER = "lower"
    UPPER = "upper"
    IGNORED = "ignored"


PARTS = (Role.MONTH, Role.QUARTER, Role.TERTIAL)
NUMBERS: dict[Role, str] = {
    Role.VALUE: "värde", Role.MEASURE: "värde", Role.NUMERATOR: "täljare", Role.DENOMINATOR: "nämnare",
    Role.LOWER: "nedre", Role.UPPER: "övre",
}  # fmt: skip
"""The roles whose cells are numbers, and what the long layout calls them."""
LEFT_OUT = ""
"""In place of a code: rows of that name are not read."""
JOINT = " · "
"""Between the texts that together name a nyckeltal."""


class Kind(StrEnum):
    """What a doubt is about."""

    COLUMN = "column"
    CONSTANT = "constant"
    SHEET = "sheet"
    DATES = "dates"
    INDICATOR = "indicator-name"
    UNIT = "unit-name"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question: about a column (by its header), a key that no column holds, or a name that is not known."""

    kind: Kind
    about: str
    closest: tuple[str, ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True)
class NewIndicator:
    """A nyckeltal that the file brings along: its definition as far as the deliverer could tell.

    `around` is what the file says around its table: the same name in another file may be about something else.
    """

    code: str
    name: str
    measure: str = ""
    direction: str = Direction.NEUTRAL.value
    year_rule: str = YearRule.MEAN.value
    around: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """`columns` by header as it is compared (`table.normal`); headers that say a period, a gender or a unit are not
    in it, whatever they say: the next file has one year more. `constants` are keys that hold for the whole file.
    `dates` says what a date means in the period column: day, month or year. `about` is what the file says of itself
    around its table, in its name and on its sheet: the constants hold for the next file that says the same.
    `around` is the part of it that stands around the table: what names mean holds where that is the same.
    """

    code: str
    title: str
    columns: dict[str, Role]
    sheet: Role = Role.IGNORED
    constants: dict[Role, str] = field(default_factory=dict)
    indicators: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    dates: str = ""
    about: str = ""
    around: str = ""
    new: tuple[NewIndicator, ...] = ()

    def having(self, role: Role) -> list[str]:
        """The headers of the columns with that role."""
        return [name for name, its in self.columns.items() if its is role]

    def answered(self, **answers: Any) -> "Layout":
        """With some of it otherwise."""
        return replace(self, **answers)

    def as_json(self) -> str:
        """To be kept."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Layout":
        """What `as_json` wrote. Raises `ValueError` or `KeyError` for anything else."""
        held = json.loads(text)
        return cls(
            code=held["code"],
            title=held["title"],
            columns={name: Role(role) for name, role in held["columns"].items()},
            sheet=Role(held["sheet"]),
            constants={Role(role): text for role, text in held["constants"].items()},
            indicators=held["indicators"],
            units=held["units"],
            dates=held["dates"],
            about=held["about"],
            around=held["around"],
            new=tuple(NewIndicator(**one) for one in held["new"]),
        )

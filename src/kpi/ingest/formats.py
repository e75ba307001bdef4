"""Format descriptions: how a recurring file is laid out, as a small TOML file and the definitions that it brings.

`data/formats/en_god_vard.toml` shows every key in use. A broken description is told with the file's name and the key.
"""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from kpi.errors import Place, wrong
from kpi.ingest.definitions import definitions
from kpi.ingest.format_keys import Keys
from kpi.ingest.table import Sheet, Wanted, normal, single_spaced
from kpi.model import ObservationStatus, PeriodKind
from kpi.settings import settings
from kpi.words import listing

FIELDS = ("indicator", "unit", "period", "gender", "value", "numerator", "denominator", "lower", "upper", "comment")
NEEDED = ("indicator", "unit", "period", "gender", "value")
_GENDERS = ("K", "M", "T")
_SIGNS = (",", ".")
_ABSENT = tuple(s.value for s in ObservationStatus if s is not ObservationStatus.PRELIMINARY)
POOLED = "pooled"
_KINDS = (POOLED, *(kind.value for kind in PeriodKind if not kind.pooled))


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows where a column has one of the values, or matches the pattern whole; and what follows from it."""

    column: str
    values: frozenset[str]
    pattern: re.Pattern[str] | None
    reason: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """A way of writing periods. Groups `first`, `last`, `month`, `day` and `part` of the pattern, or fixed years."""

    pattern: re.Pattern[str]
    kind: str
    first: int | None = None
    last: int | None = None
    part: int | None = None
    comment: str = ""


@dataclass(frozen=True)
class Description:
    """How one recurring file is laid out."""

    name: str
    title: str
    source: str
    encoding: str
    separator: str
    columns: dict[str, str]
    decimals: dict[str, str]
    genders: dict[str, str]
    unit_codes: dict[str, str]
    unit_width: int
    indicator_codes: dict[str, str]
    indicator_prefix: str
    periods: tuple[PeriodRule, ...]
    leave_out: tuple[Rule, ...]
    no_interval: tuple[Rule, ...]
    absent: tuple[Rule, ...]
    only_for: dict[str, Rule]
    comments: dict[str, str]
    definitions: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def wanted(self) -> Wanted:
        """The header to look for."""
        rules = (*self.leave_out, *self.no_interval, *self.absent)
        names = {normal(name) for name in [*self.columns.values(), *(rule.column for rule in rules)]}
        return Wanted(frozenset(names), enough=len(names) // 2 + 1, separator=self.separator, encoding=self.encoding)


def names() -> list[str]:
    """The formats that are described."""
    return sorted(path.stem for path in _folder().glob("*.toml"))


def load(name: str) -> Description:
    """The description `name`. Raises `UserError` when there is none, or naming file and key when it is broken."""
    if name not in names():
        raise wrong("format-unknown", Place(value=name), known=listing(names()))
    return read(_folder() / f"{name}.toml")


def matching(sheets: list[Sheet]) -> Description | None:
    """The format whose every column stands in a header of the sheets, if there is one."""
    rows = [{normal(cell) for cell in cells} for sheet in sheets for _, cells in sheet.head]
    described = (load(name) for name in names())
    return next((one for one in described if any(row >= one.wanted.names for row in rows)), None)


def read(path: Path) -> Description:
    """The description in a file, with the definitions in `<name>.indicators.csv` beside it, if there."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise wrong("format-not-toml", Place(file=path.name), said=str(error)) from error
    keys = Keys(path.name, content)
    found = _describe(path, keys)
    keys.finish()
    return found


def _folder() -> Path:
    return settings().data / "formats"


def _describe(path: Path, keys: Keys) -> Description:
    columns = keys.texts("columns", allowed=FIELDS, needed=NEEDED)
    numbers = [name for name in ("value", "numerator", "denominator", "lower", "upper") if name in columns]
    unit, indicator = keys.part("unit"), keys.part("indicator")
    found = Description(
        name=path.stem, title=keys.text("title"), source=keys.text("source"), encoding=keys.encoding("encoding"),
        separator=keys.text("separator"), columns=columns,
        decimals=keys.texts("decimals", allowed=numbers, needed=numbers, words=_SIGNS),
        genders=keys.texts("gender", words=_GENDERS),
        unit_codes=unit.texts("codes", default={}), unit_width=unit.number("width", default=0),
        indicator_codes=indicator.texts("codes", default={}), indicator_prefix=indicator.text("prefix", default=""),
        periods=tuple(_period(each) for each in keys.parts("period")),
        leave_out=tuple(_rule(each) for each in keys.parts("leave_out", default=())),
        no_interval=tuple(_rule(each) for each in keys.parts("no_interval", default=())),
        absent=tuple(_rule(each, status=True) for each in keys.parts("absent", default=())),
        only_for={each.word("field", tuple(numbers)): _rule(each) for each in keys.parts("only_for", default=())},
        comments=keys.texts("comments", default={}),
        definitions=definitions(path.with_name(f"{path.stem}.indicators.csv")),
    )  # fmt: skip
    unit.finish()
    indicator.finish()
    return found


def _rule(keys: Keys, status: bool = False) -> Rule:
    values = frozenset(single_spaced(each) for each in keys.several("values", default=()))
    pattern = keys.pattern("pattern", default=None)
    if bool(values) == bool(pattern):
        raise keys.fault("format-rule-empty", "values")
    reason, absent = ("", keys.word("status", _ABSENT)) if status else (keys.text("reason"), "")
    found = Rule(keys.text("column"), values, pattern, reason, absent)
    keys.finish()
    return found


def _period(keys: Keys) -> PeriodRule:
    pattern, kind = keys.pattern("pattern"), keys.word("kind", _KINDS)
    assert pattern is not None  # noqa: S101 - `pattern` without a default raises
    found = PeriodRule(
        pattern, kind, keys.number("first", default=None), keys.number("last", default=None),
        keys.number("part", default=None), keys.text("comment", default=""),
    )  # fmt: skip
    keys.finish()
    return found

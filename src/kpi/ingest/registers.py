"""Which nyckeltal and which unit a text means: by code, name, short name or alias, and never by resemblance."""

import difflib
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import pandas as pd

from kpi.ingest.table import normal
from kpi.store import Store
from kpi.store import plans as registers

_CODE_DIGITS = 4  # Kolada's: region 0023, municipality 2380
_LONGEST_NAME = 100


@dataclass(frozen=True)
class Register:
    """Codes by every name that they go under."""

    codes: dict[str, str]
    names: dict[str, frozenset[str]]
    labels: dict[str, str] = field(default_factory=dict)

    def find(self, text: str) -> frozenset[str]:
        """The codes that the text may mean: none, one, or several. A code itself beats a name."""
        plain = normal(text)
        if plain.isdigit() and len(plain) < _CODE_DIGITS:
            plain = plain.zfill(_CODE_DIGITS) if plain not in self.codes else plain
        return frozenset([self.codes[plain]]) if plain in self.codes else self.names.get(plain, frozenset())

    def closest(self, text: str) -> list[str]:
        """The three names most like the text."""
        return list(_closest(self, normal(text)[:_LONGEST_NAME]))

    @cached_property
    def known(self) -> dict[str, str]:
        """Everything that can be written, by how it is compared: what a suggestion is chosen from."""
        return {plain: self.labels.get(plain, plain) for plain in [*self.codes, *self.names]}

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=256)
def _closest(register: Register, plain: str) -> tuple[str, ...]:
    found = difflib.get_close_matches(plain, list(register.known), n=3, cutoff=0.0)
    return tuple(register.known[each] for each in found)


def unknown(store: Store, definitions: pd.DataFrame) -> pd.DataFrame:
    """Those of the definitions that the store lacks or has otherwise."""
    if definitions.empty:
        return definitions
    known = registers.indicators(store).astype(object)
    same = definitions.astype(object).merge(known, how="left", indicator=True, on=list(definitions.columns))
    return definitions[same["_merge"].eq("left_only").to_numpy()].reset_index(drop=True)


def _register(frame: pd.DataFrame, columns: list[str]) -> Register:
    codes = {normal(code): code for code in frame["code"].tolist()}
    names: dict[str, set[str]] = {}
    labels = {normal(code): code for code in codes.values()}
    for row in frame[["code", *columns, "aliases"]].itertuples(index=False):
        code, *called, aliases = (str(value) for value in row)
        for name in [*called, *aliases.split("|")]:
            if plain := normal(name):
                names.setdefault(plain, set()).add(code)
                labels.setdefault(plain, name.strip())
    return Register(codes, {name: frozenset(found) for name, found in names.items()}, labels)


@dataclass(frozen=True, slots=True)
class Registers:
    """What may be spoken of: `indicators` is the frame of definitions, with the two registers of names beside it."""

    indicators: pd.DataFrame
    indicator: Register
    unit: Register


def load(store: Store, more: pd.DataFrame) -> Registers:
    """The store's nyckeltal and units, with `more`: definitions that come along with the file."""
    indicators = registers.indicators(store).drop(columns=["delivery_id"])
    if len(more):
        indicators = pd.concat([indicators[~indicators["code"].isin(more["code"])], more])
    return Registers(
        indicators.set_index("code", drop=False),
        _register(indicators, ["name", "short_name"]),
        _register(registers.units(store), ["name"]),
    )

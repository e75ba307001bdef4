"""Definitions of nyckeltal that a format brings along: a semicolon CSV with the columns of table `indicator`."""

from pathlib import Path
from typing import Any

import pandas as pd

from kpi.errors import Place, wrong
from kpi.ingest.numbers import POINT, values, written
from kpi.ingest.read import read
from kpi.ingest.table import Table, Wanted
from kpi.model import Direction, YearRule
from kpi.words import listing

TEXTS = ["code", "name", "short_name", "measure", "direction", "year_rule", "no_split_reason", "source", "aliases"]
NUMBERS = ["decimals", "lowest", "highest"]
COLUMNS = [*TEXTS, *NUMBERS, "split_by_gender"]
_FILLED = ("code", "name", "short_name", "measure", "direction", "year_rule", "source")
_WORDS: dict[str, list[str]] = {
    "direction": list(Direction),
    "year_rule": list(YearRule),
    "split_by_gender": ["ja", "nej"],
}


def definitions(path: Path) -> pd.DataFrame:
    """The definitions, empty without a file. Raises `UserError` naming file, row and column of a fault."""
    if not path.exists():
        return pd.DataFrame(columns=COLUMNS)
    wanted = Wanted(frozenset(COLUMNS), separator=";", encoding="utf-8")
    table = read(path.read_bytes(), path.name, wanted).without_blank_rows()
    if set(table.names) != set(COLUMNS):
        raise wrong("definition-columns", Place(file=path.name), columns=listing(COLUMNS))
    texts = {name: cells.text.str.strip() for name, cells in zip(table.names, table.columns, strict=True)}
    _refuse(table, "code", texts["code"].duplicated(), texts, "definition-repeated")
    for name in _FILLED:
        _refuse(table, name, texts[name].eq(""), texts, "definition-blank")
    for name, known in _WORDS.items():
        _refuse(table, name, ~texts[name].isin(known), texts, "definition-word", known=listing(known))
    columns: dict[str, Any] = {name: texts[name] for name in TEXTS}
    return pd.DataFrame(columns | _numbers(table, texts) | {"split_by_gender": texts["split_by_gender"].eq("ja")})


def _numbers(table: Table, texts: dict[str, "pd.Series[str]"]) -> dict[str, Any]:
    found = {}
    for name in NUMBERS:
        cells = table.columns[table.names.index(name)]
        read_as = values(cells, written(cells), POINT)
        _refuse(table, name, pd.Series(read_as.unread | read_as.infinite), texts, "not-a-number")
        found[name] = read_as.value
    _refuse(table, "decimals", pd.Series(found["decimals"] % 1 != 0), texts, "definition-blank")
    return found | {"decimals": found["decimals"].astype(int)}


def _refuse(
    table: Table, name: str, where: "pd.Series[bool]", texts: dict[str, "pd.Series[str]"], key: str, **said: Any
) -> None:
    if where.any():
        at = int(where.to_numpy().argmax())
        raise wrong(
            key, Place(file=table.file, row=int(table.rows[at]), column=name, value=texts[name].iloc[at]), **said
        )

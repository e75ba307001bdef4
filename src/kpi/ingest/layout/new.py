"""Nyckeltal that a file brings along: what its names become where nobody else has defined them."""

import re
import unicodedata
from collections.abc import Iterable

import numpy as np
import pandas as pd

from kpi.ingest.definitions import COLUMNS
from kpi.ingest.layout.layout import Layout, NewIndicator
from kpi.ingest.layout.melt import Molten
from kpi.ingest.layout.seen import Seen
from kpi.ingest.layout.words import MEASURES
from kpi.ingest.table import normal, single_spaced
from kpi.model import Gender
from kpi.words import say

_LONGEST_CODE, _MOST_DECIMALS = 60, 3


def added(
    layout: Layout, texts: Iterable[str], taken: Iterable[str], *, measure: str, direction: str, year_rule: str
) -> Layout:  # fmt: skip
    """The layout with the names as new nyckeltal, each with a code of its own."""
    codes, new = {*taken, *(one.code for one in layout.new)}, list(layout.new)
    indicators = dict(layout.indicators)
    for text in texts:
        code = _code(text, codes)
        codes.add(code)
        indicators[normal(text)] = code
        new.append(NewIndicator(code, single_spaced(text), measure.strip(), direction, year_rule, layout.around))
    return layout.answered(indicators=indicators, new=tuple(new))


def measure_of(columns: list[Seen]) -> str:
    """What the file itself says that it is measured in, where a column says it once for all rows."""
    told = [column.filled[0] for column in columns if column.header in MEASURES and len(column.filled) == 1]
    return told[0] if told else ""


def _code(text: str, taken: set[str]) -> str:
    """Letters, digits and _ of the name, with a number where another has the same."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST_CODE] or "nyckeltal"
    code, number = slug, 2
    while code in taken:
        code, number = f"{slug}_{number}", number + 1
    return code


def definitions(layout: Layout, molten: Molten) -> pd.DataFrame:
    """Rows of table `indicator` for those of the layout's new nyckeltal that the file has values of."""
    held = dict(zip(molten.table.names, molten.table.columns, strict=True))
    frame = pd.DataFrame(
        {"code": held["nyckeltal"].text, "gender": held["kön"].text.map(normal), "text": held["värde"].text}
    )
    by_code = dict(iter(frame.groupby("code")))
    rows = [_row(one, by_code[one.code], molten.table.file) for one in layout.new if one.code in by_code]
    return pd.DataFrame(rows, columns=COLUMNS)


def _row(one: NewIndicator, rows: pd.DataFrame, file: str) -> dict[str, object]:
    genders = rows["gender"].str[:1].str.upper()
    split = bool(genders.isin([Gender.WOMEN, Gender.MEN]).any())
    source = say("new-indicator-source", file=file)
    fractions = rows["text"].str.extract(r"[.,](\d+)$")[0].str.len()
    return {
        "code": one.code, "name": one.name, "short_name": one.name, "measure": one.measure,
        "direction": one.direction, "year_rule": one.year_rule, "split_by_gender": split,
        "no_split_reason": "" if split else say("new-indicator-no-split"), "source": source,
        "aliases": "", "decimals": int(np.nan_to_num(min(fractions.max(), _MOST_DECIMALS))),
        "lowest": np.nan, "highest": np.nan,
    }  # fmt: skip

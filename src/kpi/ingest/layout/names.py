"""What tells the nyckeltal of each row apart, as one text; and what the names in a file mean."""

from collections import Counter

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.ingest.distinct import Distinct
from kpi.ingest.layout.grid import Headed
from kpi.ingest.layout.layout import JOINT, Doubt, Kind, Layout, Role
from kpi.ingest.registers import Register
from kpi.ingest.table import normal, single_spaced

Texts = NDArray[np.object_]


def series(one: Headed, layout: Layout, header: str) -> Texts:
    """The text of every row: its indicator and series columns, its sheet and its column's header, together."""
    rows = len(one.table)
    wanted = (Role.INDICATOR, Role.SERIES)
    parts = [column.cells.text for column in one.columns if layout.columns.get(column.header) in wanted]
    constant = layout.constants.get(Role.INDICATOR, "")
    fixed = [constant, one.sheet if layout.sheet in wanted else "", header]
    held = pd.DataFrame(dict(enumerate(parts)), index=range(rows)).astype("str")
    codes = held.groupby(list(held.columns), sort=False, dropna=False).ngroup() if parts else pd.Series(0, held.index)
    first = held.groupby(codes.to_numpy(), sort=True).first() if parts else pd.DataFrame(index=[0])
    joined = [_joined([*row, *fixed]) for row in first.itertuples(index=False, name=None)]
    return np.array(joined, dtype=object)[codes.to_numpy()]


def _joined(parts: list[str]) -> str:
    return JOINT.join(text for part in parts if (text := single_spaced(part)))


def code(
    text: str, answered: dict[str, str], register: Register, unsure: frozenset[str] = frozenset()
) -> str | None:  # fmt: skip
    """The code that a name means: as answered, else as the register knows it; None where neither does.

    `unsure` are codes that a name alone does not mean, but the code itself does.
    """
    if normal(text) in answered:
        return answered[normal(text)]
    found = register.find(text)
    sure = len(found) == 1 and (not found & unsure or normal(text) in register.codes or text.strip().isdigit())
    return next(iter(found)) if sure else None


def doubts(
    texts: Texts, kind: Kind, answered: dict[str, str], register: Register, unsure: frozenset[str]
) -> list[Doubt]:  # fmt: skip
    """The names that mean nothing known, or several things, the most common first."""
    distinct = Distinct(pd.Series(texts, dtype="str"))
    count = Counter(distinct.codes.tolist())
    unknown = [
        (count[i], text)
        for i, text in enumerate(distinct.texts)
        if normal(text) and code(text, answered, register, unsure) is None
    ]
    return [
        Doubt(kind, single_spaced(text), tuple(register.closest(text)) if register.codes else (), rows)
        for rows, text in sorted(unknown, key=lambda one: -one[0])
    ]


def of_units(tables: list[Headed], layout: Layout) -> Texts:
    """What the file calls the units, on every row and sheet; empty where only headers do."""
    texts = [
        column.cells.text.to_numpy(object)
        for one in tables
        for column in one.columns
        if layout.columns.get(column.header) is Role.UNIT
    ]
    sheets = [one.sheet for one in tables] if layout.sheet is Role.UNIT else []
    return np.concatenate([*texts, np.array(sheets, dtype=object)])


def of_series(tables: list[Headed], layout: Layout) -> Texts:
    """What the file calls the nyckeltal, for every row and column of values."""
    return np.concatenate([series(one, layout, header) for one in tables for header in measured_by(one, layout)])


def measured_by(one: Headed, layout: Layout) -> list[str]:
    """The headers of the columns of values, each a nyckeltal's own where its role is measure; [""] for none such."""
    texts = [c.said.series for c in one.columns if _is_value(c.header, c.spread, layout)]
    return list(dict.fromkeys(texts)) or [""]


def _is_value(header: str, spread: bool, layout: Layout) -> bool:
    return spread or layout.columns.get(header) is Role.MEASURE

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


def code(text: str, answered: dict[str, str], register: Register) -> str | None:
    """The code that a name means: as answered, else as the register knows it; None where neither does."""
    if normal(text) in answered:
        return answered[normal(text)]
    found = register.find(text)
    return next(iter(found)) if len(found) == 1 else None


def doubts(texts: Texts, kind: Kind, answered: dict[str, str], register: Register) -> list[Doubt]:
    """The names that mean nothing known, or several things, the most common first."""
    distinct = Distinct(pd.Series(texts, dtype="str"))
    count = Counter(distinct.codes.tolist())
    unknown = [
        (count[i], text)
        for i, text in enumerate(distinct.texts)
        if normal(text) and code(text, answered, register) is None
    ]
    return [
        Doubt(kind, single_spaced(text), tuple(register.closest(text)) if register.codes else (), rows)
        for rows, text in sorted(unknown, key=lambda one: -one[0])
    ]


def unit_texts(one: Headed, layout: Layout) -> Texts:
    """The unit's text on every row, and of every column whose header says one; empty where there is no such column."""
    return np.concatenate(
        [c.cells.text.to_numpy(object) for c in one.columns if layout.columns.get(c.header) is Role.UNIT]
        or [np.array([], dtype=object)]
    )


def measured_by(one: Headed, layout: Layout) -> list[str]:
    """The headers of the columns of values, each a nyckeltal's own where its role is measure; [""] for none such."""
    texts = [c.said.series for c in one.columns if _is_value(c.header, c.spread, layout)]
    return list(dict.fromkeys(texts)) or [""]


def _is_value(header: str, spread: bool, layout: Layout) -> bool:
    return spread or layout.columns.get(header) is Role.MEASURE

"""What a format description leaves out: whole rows, intervals that are none, numbers that would mislead."""

import numpy as np
import pandas as pd

from kpi.errors import Place, wrong
from kpi.ingest.columns import Column
from kpi.ingest.distinct import Mask
from kpi.ingest.formats import Description, Rule
from kpi.ingest.shaped import LeftOut
from kpi.ingest.table import Table, normal, single_spaced
from kpi.words import say

BESIDE = ("numerator", "denominator", "lower", "upper")


def column(table: Table, name: str) -> Column:
    """The column with that header. Raises `UserError` when there is none, or two."""
    found = [i for i, each in enumerate(table.names) if normal(each) == normal(name)]
    if len(found) != 1:
        key = "columns-repeated" if found else "columns-missing"
        raise wrong(key, Place(file=table.file, sheet=table.sheet), columns=f"”{name}”", count=1)
    return table.names[found[0]].strip(), table.columns[found[0]]


def where(table: Table, rule: Rule) -> Mask:
    """The rows that a rule speaks of, by the cell's text with single spaces."""
    distinct = column(table, rule.column)[1].distinct
    texts = [single_spaced(text) for text in distinct.texts]
    if rule.pattern is None:
        return distinct.where([text in rule.values for text in texts])
    return distinct.where([bool(rule.pattern.fullmatch(text)) for text in texts])


def kept(table: Table, description: Description) -> tuple[Table, tuple[LeftOut, ...]]:
    """The rows to store, and an account of the others: what the rules leave out, and values absent without a reason."""
    told: list[LeftOut] = []
    for rule in description.leave_out:
        table = _without(table, where(table, rule), rule.reason, told)
    silent = column(table, description.columns["value"])[1].blank
    for rule in description.absent:
        silent = silent & ~where(table, rule)
    return _without(table, silent, say("left-out-no-value"), told), tuple(told)


def _without(table: Table, out: Mask, reason: str, told: list[LeftOut]) -> Table:
    if not out.any():
        return table
    told.append(LeftOut(int(out.sum()), reason))
    return table.take(~out)


def statuses(table: Table, absent: Mask, description: Description) -> "pd.Series[str]":
    """The status that a rule gives a row whose value is absent; null for the others."""
    status = pd.Series(None, index=range(len(table)), dtype=object)
    for rule in reversed(description.absent):  # the first rule that matches wins
        status[absent & where(table, rule)] = rule.status
    return status


def trimmed(table: Table, frame: pd.DataFrame, description: Description) -> tuple[pd.DataFrame, tuple[LeftOut, ...]]:
    """The frame without the numbers that are not what their column says, and an account of them."""
    told: list[LeftOut] = []
    frame = frame.copy()
    for field, rule in description.only_for.items():
        _empty(frame, [field], ~where(table, rule), rule.reason, told)
    for rule in description.no_interval:
        _empty(frame, ["lower", "upper"], where(table, rule), rule.reason, told)
    _empty(frame, list(BESIDE), frame["value"].isna().to_numpy(), say("left-out-beside-absent"), told)
    return frame, tuple(told)


def _empty(frame: pd.DataFrame, fields: list[str], out: Mask, reason: str, told: list[LeftOut]) -> None:
    held = out & frame[fields].notna().any(axis=1).to_numpy()
    if held.any():
        frame.loc[held, fields] = np.nan
        told.append(LeftOut(int(held.sum()), reason))

"""Utveckling: is a series moving, and in the wanted direction? Which method is used follows from what the series is.

`trends` is the door; each row of its answer names the method. docs/methods.md has the table.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from kpi.analysis import periods
from kpi.analysis.arrays import FloatArray, IntArray, ObjectArray, either, filled
from kpi.analysis.blocks import Block, by_length, on_all_cores
from kpi.analysis.fingertips import YEARS
from kpi.analysis.mann_kendall import mann_kendall
from kpi.analysis.spc import control_charts
from kpi.analysis.spc_rules import Rule
from kpi.analysis.theil_sen import theil_sen
from kpi.analysis.trend_choice import FEWEST, Points, choose
from kpi.analysis.trend_words import TrendMethod, TrendReason, Verdict, signs, verdicts

__all__ = ["FEWEST", "Points", "TrendMethod", "TrendReason", "Verdict", "trends"]

ALPHA = 0.05
_SLOPE = ["p", "slope", "slope_lower", "slope_upper"]
_RULES = np.array([None, *(rule.name.lower() for rule in Rule if rule)], object)


def trends(
    points: Points, first: IntArray, sizes: IntArray, *, kinds: ObjectArray, directions: ObjectArray,
    target: ArrayLike = np.nan, by_order: ArrayLike = False,
) -> pd.DataFrame:  # fmt: skip
    """The trend of many series, one row each in their order.

    first, sizes: where among the points a series begins, and how many values it has. kinds: `PeriodKind` values.
    directions: `Direction` values. target: what a control chart's limits are held against, one or one per series.
    by_order: True for series that only Mann–Kendall may test, which asks for no shape of the noise.

    - Pooled years overlap, so that no test holds; fewer than five values are too few: a `TrendReason`, and no method.
    - Months, quarters and tertials with twelve values: XmR, whose latest point tells.
    - Years whose last five are consecutive and have intervals, or events and sizes: Fingertips, α = 0.002; not where
      only the latter are known and a year has none or all (reason all_or_none).
    - Other: Mann–Kendall, α = 0.05, with Theil–Sen's slope per year and its 95 % interval.

    Columns: n, the number of values that the method used, reason, method, verdict; p, slope, slope_lower, slope_upper
    (Mann–Kendall); chi2 (Fingertips); rule that marks the latest point, since (first day of the period where its signal
    begins), assurance (XmR). Raises `ValueError` on an unknown direction.
    """
    chosen, out = choose(points, first, sizes, kinds, by_order), _empty(sizes)
    moves = np.zeros(len(sizes), np.int64)
    targets = np.broadcast_to(np.asarray(target, np.float64), len(sizes))

    def test(block: Block) -> None:
        moves[block.rows] = _tested(points, block, out)

    def chart(block: Block) -> None:
        moves[block.rows] = _charted(points, block, directions[block.rows], targets[block.rows], out)

    on_all_cores(test, _blocks(chosen.method == TrendMethod.MANN_KENDALL, first, sizes))
    on_all_cores(chart, _blocks(chosen.method == TrendMethod.XMR, first, sizes))
    recent = chosen.method[chosen.yearly] == TrendMethod.FINGERTIPS
    rows = chosen.yearly[recent]
    moves[rows], out["chi2"][rows], out["n"][rows] = chosen.recent.sign[recent], chosen.recent.chi2[recent], YEARS
    out["method"], out["reason"] = chosen.method, chosen.reason
    out["verdict"] = either(chosen.method != None, verdicts(moves, signs(directions)))  # noqa: E711
    return pd.DataFrame({name: pd.Series(column, dtype=column.dtype) for name, column in out.items()})


def _empty(sizes: IntArray) -> dict[str, NDArray[Any]]:
    count = len(sizes)
    texts = {name: filled(count) for name in ("reason", "method", "verdict", "rule", "assurance")}
    numbers = {name: np.full(count, np.nan) for name in (*_SLOPE, "chi2")}
    return {"n": sizes.copy(), **texts, **numbers, "since": np.full(count, "NaT", "datetime64[s]")}


def _blocks(where: Any, first: IntArray, sizes: IntArray) -> Iterator[Block]:
    its = np.flatnonzero(where)
    for block in by_length(first[its], sizes[its]):
        yield block._replace(rows=its[block.rows])


def _tested(points: Points, block: Block, out: dict[str, NDArray[Any]]) -> IntArray:
    """Writes Mann–Kendall's and Theil–Sen's answers; returns the way of those that certainly move."""
    value = block.of(points.value)
    time = periods.in_years(block.of(points.start).reshape(-1)).reshape(value.shape)
    p, score = mann_kendall(value)
    for name, column in zip(_SLOPE, (p, *theil_sen(time, value)), strict=True):
        out[name][block.rows] = column
    return np.where(p < ALPHA, np.sign(score), 0)


def _charted(
    points: Points, block: Block, directions: ObjectArray, target: FloatArray, out: dict[str, NDArray[Any]]
) -> IntArray:
    """Writes what the control charts say of their latest points; returns the way that those go."""
    charts = control_charts(block.of(points.value), direction=directions, target=target)
    out["rule"][block.rows], out["assurance"][block.rows] = _RULES[charts.rule[:, -1]], charts.assurance
    since = charts.since[:, -1]
    marked = since >= 0
    out["since"][block.rows[marked]] = points.start[block.first[marked] + since[marked]]
    return charts.side[:, -1].astype(np.int64)

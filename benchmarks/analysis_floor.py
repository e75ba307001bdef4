"""What the analysis is timed against: its arithmetic alone in NumPy, and the plain loops that one would write first."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import pymannkendall
from numpy.typing import NDArray
from scipy import stats

STEP = 4096
Block = NDArray[np.float64]


def in_steps(block: Block, use: Callable[[Block], None]) -> None:
    """The arithmetic over blocks that stay in a core's cache, on every core."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(use, (block[start : start + STEP] for start in range(0, len(block), STEP))))


def in_loops(block: Block, loops: Sequence[Callable[[Block], None]]) -> None:
    """The plain loops, one after another."""
    for loop in loops:
        loop(block)


def charts(block: Block) -> None:
    """Limits and the four rules' flags: no names, no beginnings, no direction."""
    x = np.ascontiguousarray(block.T)
    mean, moves = x.mean(axis=0), abs(np.diff(x, axis=0))
    average = moves.mean(axis=0)
    kept = moves < 3.267 * average
    reach = 2.66 * (moves * kept).sum(axis=0) / kept.sum(axis=0)
    away = x - mean
    outside, near = abs(away) > reach, abs(away) > reach * 2 / 3
    up, down, rise, fall = away > 0, away < 0, np.diff(x, axis=0) > 0, np.diff(x, axis=0) < 0
    for flags, run in ((up, 7), (down, 7), (rise, 6), (fall, 6)):
        ends = flags[run - 1 :].copy()
        for back in range(1, run):
            ends &= flags[run - 1 - back : len(flags) - back]
        inside = np.zeros_like(flags)
        for back in range(run):
            inside[run - 1 - back : len(flags) - back] |= ends
    two = near[2:].view(np.int8) + near[1:-1].view(np.int8) + near[:-2].view(np.int8)
    _ = outside, (two > 1) & ((up[2:] & up[1:-1] & up[:-2]) | (down[2:] & down[1:-1] & down[:-2]))


def mann_kendall(block: Block) -> None:
    """The score and the ties."""
    x = np.ascontiguousarray(block.T)
    risen = np.zeros(x.shape, np.uint8)
    for lag in range(1, len(x)):
        risen[: len(x) - lag] += x[lag:] > x[: len(x) - lag]
    ranked = np.sort(block, axis=1)
    _ = risen.sum(axis=0, dtype=np.int64), (ranked[:, 1:] == ranked[:, :-1]).sum(axis=1)


def theil_sen(block: Block) -> None:
    """All pairs' slopes, sorted."""
    early, late = np.triu_indices(block.shape[1], 1)
    for start in range(0, len(block), 128):
        some = block[start : start + 128]
        np.sort((some[:, late] - some[:, early]) / (late - early), axis=1)


def whole(block: Block) -> None:
    """Control charts, the year's mean against a target, and the gap."""
    charts(block)
    year = block[:, -12:].mean(axis=1)
    _ = year <= 50, year[: len(year) // 3 * 3 : 3] - year[1 : len(year) // 3 * 3 : 3]


def chart_loop(block: Block) -> None:
    """One group after another in pandas."""
    long = pd.DataFrame({"series": np.repeat(np.arange(len(block)), block.shape[1]), "value": block.reshape(-1)})
    for _, group in long.groupby("series"):
        x = group["value"]
        moves = x.diff().abs()
        reach = 2.66 * moves[moves < 3.267 * moves.mean()].mean()
        away = x - x.mean()
        near = away.abs().gt(reach * 2 / 3) & away.abs().le(reach)
        for sign in (1, -1):
            for holds, run in ((sign * away > 0, 7), (sign * x.diff() > 0, 6)):
                ends = holds.astype(float).rolling(run).sum() == run
                ends[::-1].astype(float).rolling(run, min_periods=1).max()
            (near & (sign * away > 0)).astype(float).rolling(3).sum() >= 2  # noqa: B015


def mann_kendall_loop(block: Block) -> None:
    """`pymannkendall.original_test` per series."""
    for series in block:
        pymannkendall.original_test(series)


def theil_sen_loop(block: Block) -> None:
    """`scipy.stats.theilslopes` per series."""
    for series in block:
        stats.theilslopes(series)

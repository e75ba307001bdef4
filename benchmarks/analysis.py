"""`python -m benchmarks.analysis [sizes]`: series per second of the assessment and its parts, at 60 months each.

Each stands beside its floor, the arithmetic alone in NumPy in the same run (with the DuckDB scan, where the table is
read), and the plain loops, timed on a few series.
"""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from benchmarks import analysis_floor as floor
from benchmarks.analysis_series import LAST_YEAR, PERIODS, frames, read, table, values
from kpi.analysis import assess
from kpi.analysis.arrays import filled
from kpi.analysis.mann_kendall import mann_kendall
from kpi.analysis.spc import control_charts
from kpi.analysis.theil_sen import theil_sen
from kpi.analysis.trend import Points, trends
from kpi.model import Period

SIZES = (1_000, 10_000, 100_000)
IN_LOOPS = 60
REPETITIONS = 3


@dataclass(frozen=True, slots=True)
class Rate:
    """Series per second, ours, of the floor and of the loops."""

    name: str
    count: int
    ours: float
    floor: float
    loops: float

    def line(self) -> str:
        """A row of the printed table: with how much slower than the floor, and faster than the loops."""
        rates = f"{self.ours:>12,.0f}{self.floor:>12,.0f}{self.loops:>10,.0f}".replace(",", " ")
        return f"{self.name:<34}{self.count:>8}{rates}{self.floor / self.ours:8.2f}{self.ours / self.loops:8.0f}"


def rate(count: int, use: Callable[[], object]) -> float:
    """Series per second in the fastest of a few repetitions: what else the machine does only slows."""
    seconds = []
    for _ in range(REPETITIONS):
        begun = time.perf_counter()
        use()
        seconds.append(time.perf_counter() - begun)
    return count / min(seconds)


def measure(count: int) -> list[Rate]:
    """Every part at one size, and the whole from a DuckDB table to the assessed rows."""
    block, few, time_axis = values(count), values(IN_LOOPS), np.arange(float(PERIODS))
    subjects, targets, observed = frames(block)
    store = table(observed)
    last = Period.year(LAST_YEAR)

    def assessed() -> None:
        assess(subjects, targets, read(store), last)

    def everything() -> None:
        found = read(store)
        assess(subjects, targets, found, last)
        by_order(found)

    def scan(*parts: Callable[[floor.Block], None]) -> None:
        found = read(store)["value"].to_numpy().reshape(-1, PERIODS)
        for part in parts:
            floor.in_steps(found, part)

    slow = (floor.chart_loop, floor.mann_kendall_loop, floor.theil_sen_loop)
    parts: list[tuple[str, Callable[[], object], Callable[[], object], Sequence[Callable[[floor.Block], None]]]] = [
        ("styrdiagram med regler", partial(control_charts, block), partial(floor.in_steps, block, floor.charts),
         slow[:1]),
        ("Mann–Kendall", partial(mann_kendall, block), partial(floor.in_steps, block, floor.mann_kendall), slow[1:2]),
        ("Theil–Sen med intervall", partial(theil_sen, time_axis, block),
         partial(floor.in_steps, block, floor.theil_sen), slow[2:]),
        ("tabell till bedömda rader", assessed, partial(scan, floor.whole), slow[:1]),
        ("med Mann–Kendall och Theil–Sen", everything, partial(scan, floor.whole, floor.mann_kendall, floor.theil_sen),
         slow),
    ]  # fmt: skip
    return [
        Rate(name, count, rate(count, use), rate(count, bare), rate(IN_LOOPS, partial(floor.in_loops, few, loops)))
        for name, use, bare, loops in parts
    ]


def by_order(observed: pd.DataFrame) -> None:
    """Mann–Kendall and Theil–Sen of every series, as `trends` has them."""
    count = len(observed) // PERIODS
    points = Points(observed["period_start"].to_numpy("datetime64[D]"), observed["value"].to_numpy())
    trends(
        points, np.arange(count) * PERIODS, np.full(count, PERIODS), kinds=filled(count, "month"),
        directions=filled(count, "lower"), by_order=True,
    )  # fmt: skip


def main(sizes: list[str]) -> None:
    """Measure and print."""
    print(f"{'serier per sekund':<34}{'serier':>8}{'vårt':>12}{'golv':>12}{'slingor':>10}{'golv/vi':>8}{'vi/sl.':>8}")
    for count in map(int, sizes or SIZES):
        for one in measure(count):
            print(one.line(), flush=True)
    print(f"mest minne: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB")


if __name__ == "__main__":
    main(sys.argv[1:])

"""`python -m benchmarks.analysis [sizes]`: series per second of the assessment and its parts, at 60 months each.

Each stands beside its floor, the arithmetic alone in NumPy in the same run, and the plain loops, timed on a few series.
"""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from benchmarks import analysis_floor as floor
from benchmarks.analysis_series import LAST_YEAR, PERIODS, frames, values
from kpi.analysis import assess
from kpi.analysis.mann_kendall import mann_kendall
from kpi.analysis.spc import control_charts
from kpi.analysis.theil_sen import theil_sen
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
    """Every part at one size."""
    block, few, time_axis = values(count), values(IN_LOOPS), np.arange(float(PERIODS))
    made = frames(block)
    ours: dict[str, tuple[Callable[[], object], Callable[[floor.Block], None], Callable[[floor.Block], None]]] = {
        "styrdiagram med regler": (partial(control_charts, block), floor.charts, floor.chart_loop),
        "Mann–Kendall": (partial(mann_kendall, block), floor.mann_kendall, floor.mann_kendall_loop),
        "Theil–Sen med intervall": (partial(theil_sen, time_axis, block), floor.theil_sen, floor.theil_sen_loop),
        "assess: status, gap, styrdiagram": (
            partial(assess, *made, Period.year(LAST_YEAR)), floor.whole, floor.chart_loop,
        ),
    }  # fmt: skip
    return [
        Rate(
            name, count, rate(count, use), rate(count, partial(floor.in_steps, block, bare)),
            rate(IN_LOOPS, partial(loop, few)),
        )
        for name, (use, bare, loop) in ours.items()
    ]  # fmt: skip


def main(sizes: list[str]) -> None:
    """Measure and print."""
    print(f"{'serier per sekund':<34}{'serier':>8}{'vårt':>12}{'golv':>12}{'slingor':>10}{'golv/vi':>8}{'vi/sl.':>8}")
    for count in map(int, sizes or SIZES):
        for one in measure(count):
            print(one.line(), flush=True)
    print(f"mest minne: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB")


if __name__ == "__main__":
    main(sys.argv[1:])

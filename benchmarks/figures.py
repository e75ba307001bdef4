"""Medians of interleaved repetitions, set against a limit."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

REPETITIONS = 15


@dataclass(frozen=True, slots=True)
class Compared:
    """Ours against the floor: milliseconds of every repetition, taken in turns, and the greatest ratio allowed."""

    name: str
    ours: Sequence[float]
    floor: Sequence[float]
    limit: float

    @property
    def ratio(self) -> float:
        """Between the medians."""
        return statistics.median(self.ours) / statistics.median(self.floor)

    @property
    def passes(self) -> bool:
        """True when the ratio is within the limit."""
        return self.ratio <= self.limit

    def line(self) -> str:
        """A row of the printed table."""
        verdict = "pass" if self.passes else "FAIL"
        times = f"{spread(self.ours):>22}{spread(self.floor):>22}"
        return f"{self.name:<34}{times}{self.ratio:8.2f}{self.limit:7.2f}  {verdict}"


def in_turns(name: str, ours: Callable[[], float], floor: Callable[[], float], limit: float) -> Compared:
    """Measure both in turns, first one first and then the other, so that what else the machine does falls on both.

    The first turn is not counted.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(REPETITIONS + 1):
        for which in (0, 1) if turn % 2 else (1, 0):
            times[which].append((ours, floor)[which]())
    return Compared(name, times[0][1:], times[1][1:], limit)


def spread(values: Sequence[float]) -> str:
    """The median, and the quartiles around it."""
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return f"{middle:.0f} ({low:.0f}–{high:.0f})"

"""The value axis of a chart: where it begins and ends, and at which values it has a line."""

import math
from dataclasses import dataclass

from kpi.report.briefing.content import LineChart

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
MOST_LINES = 6
# An axis begins at zero unless that would press the lines into its upper part.
FROM_ZERO = 0.6


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis's ends and the distance between its lines, in the chart's measure; `decimals` writes each exactly."""

    low: float
    high: float
    step: float
    decimals: int

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values that have a line, lowest first."""
        count = round((self.high - self.low) / self.step)
        return tuple(round(self.low + self.step * n, 10) for n in range(count + 1))


def values(chart: LineChart) -> list[float]:
    """All that the chart must have room for: its values and its target."""
    drawn = [value for line in chart.lines for value in line.values if value is not None]
    return [*drawn, *(level.value for level in chart.levels)]


def scale(chart: LineChart) -> Scale:
    """The axis for the chart's values; 0 to 1 where it has none."""
    drawn = values(chart) or [0.0, 1.0]
    low, high = min(drawn), max(drawn)
    if 0 <= low <= FROM_ZERO * high:
        low = 0.0
    if high <= 0 and high >= FROM_ZERO * low:
        high = 0.0
    if low == high:
        low, high = low - (abs(low) / 10 or 1.0), high + (abs(high) / 10 or 1.0)
    step = _step(high - low)
    first, last = math.floor(round(low / step, 9)), math.ceil(round(high / step, 9))
    return Scale(round(first * step, 10), round(last * step, 10), step, _decimals(step))


def _step(span: float) -> float:
    rough = span / (MOST_LINES - 1)
    magnitude = 10.0 ** math.floor(math.log10(rough))
    return next(step * magnitude for step in STEPS if step * magnitude >= rough * (1 - 1e-9))


def _decimals(step: float) -> int:
    return max(0, next(n for n in range(12) if math.isclose(round(step, n), step, rel_tol=1e-9)))

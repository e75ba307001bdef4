"""What both writers say of a chart: its caption, its axis's labels, and which of its values stand beside the lines."""

import math
from dataclasses import dataclass

from kpi.report.briefing.content import Level, LineChart
from kpi.report.document.columns import measured
from kpi.report.document.scale import Scale
from kpi.words import PERCENT, quantity

# Two last values closer than this share of the axis are written above and below instead of beside.
CLOSE = 0.07
BETWEEN = 6.0  # points between the names of two periods


@dataclass(frozen=True, slots=True)
class Beside:
    """A line's last value, and where its text stands: "above", "right" or "below". `at` counts periods from 0."""

    line: int
    at: int
    value: float
    text: str
    place: str


def has_values(chart: LineChart) -> bool:
    """Whether there is anything to draw."""
    return any(value is not None for line in chart.lines for value in line.values)


def caption(chart: LineChart) -> str:
    """The title, and the measure where the title does not have it and it is no percentage."""
    said = chart.measure in ("", PERCENT) or chart.measure in chart.title
    return chart.title if said else f"{chart.title}, {chart.measure}"


def ticks(chart: LineChart, axis: Scale) -> tuple[str, ...]:
    """The axis's labels, as numbers are written."""
    return tuple(quantity(value, axis.decimals, chart.measure) for value in axis.ticks)


def beside(chart: LineChart, axis: Scale) -> tuple[Beside, ...]:
    """The last value of each line that has one, highest first."""
    found = []
    for n, line in enumerate(chart.lines):
        known = [(at, value) for at, value in enumerate(line.values) if value is not None]
        if known:
            found.append((*known[-1], n))
    found.sort(key=lambda one: -one[1])
    texts = [quantity(value, chart.decimals, chart.measure) for _, value, _ in found]
    spots = _places([value for _, value, _ in found], chart.levels, axis.high - axis.low)
    return tuple(
        Beside(line, at, value, text, place) for (at, value, line), text, place in zip(found, texts, spots, strict=True)
    )


def every_nth(periods: tuple[str, ...], width: float, size: float) -> int:
    """How many periods there are to each name that has room beneath an axis `width` points wide: 1 for all of them."""
    longest = max((measured(name) for name in periods), default=0.0) * size + BETWEEN
    return max(1, math.ceil(len(periods) * longest / width))


def _places(values: list[float], levels: tuple[Level, ...], span: float) -> list[str]:
    """Close to another value or the target beneath, a value stands above; close to one above, below."""
    places = []
    for n, value in enumerate(values):
        lower = values[n + 1 :] + [level.value for level in levels if level.value <= value]
        higher = values[:n] + [level.value for level in levels if level.value > value]
        under = any(value - other < CLOSE * span for other in lower)
        over = any(other - value < CLOSE * span for other in higher)
        # Above, a text would reach the one beside the next higher value; there it is better beside its own.
        crowded = n > 0 and values[n - 1] - value < 2 * CLOSE * span
        places.append("right" if under == over or (under and crowded) else "above" if under else "below")
    return places

"""The small line of an overview, as SVG: twelve cost 3 ms on the server, twelve Plotly figures 57 ms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from kpi.appearance import palette
from kpi.model import Gender

WIDTH, HEIGHT, MARGIN = 132, 34, 4
_DASH = {"solid": "", "dash": ' stroke-dasharray="4 2.4"'}
_END = {
    "circle": '<circle cx="{x}" cy="{y}" r="2.6" fill="{c}"/>',
    "square": '<rect x="{left}" y="{top}" width="5" height="5" fill="{c}"/>',
    "diamond": '<path d="M{x} {top}l3 3-3 3-3-3z" fill="{c}"/>',
}


@dataclass(frozen=True, slots=True)
class SparkSeries:
    """One gender's values, in order of time; None where the value is missing, and the line is broken there."""

    gender: Gender
    days: Sequence[date]
    values: Sequence[float | None]


def sparkline(series: Sequence[SparkSeries], target: float | None = None, *, dark: bool = False) -> str:
    """An SVG document; an empty string when no series has a value. Axes are shared by the genders."""
    values = [value for line in series for value in line.values if value is not None]
    if not values:
        return ""
    days = [day.toordinal() for line in series for day in line.days]
    x = Scale(min(days), max(days), MARGIN, WIDTH - MARGIN)
    shown = values if target is None else [*values, target]
    y = Scale(min(shown), max(shown), HEIGHT - MARGIN, MARGIN)
    colours = palette(dark)
    parts = [line_of(line, x, y, dark) for line in series]
    if target is not None:
        level = f"{y(target):.1f}"
        parts.insert(
            0,
            f'<path d="M{MARGIN} {level}H{WIDTH - MARGIN}" stroke="{colours.quiet}" stroke-dasharray="2 2.4"/>',
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'fill="none">{"".join(parts)}</svg>'
    )


def sheet(sparklines: Sequence[str]) -> str:
    """Sparklines below each other in one SVG document.

    A browser makes a document of every SVG image: fifty of them cost a third of the overview's drawing.
    """
    placed = [svg.replace("<svg ", f'<svg y="{HEIGHT * place}" ', 1) for place, svg in enumerate(sparklines)]
    height = HEIGHT * max(1, len(placed))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">'
        f"{''.join(placed)}</svg>"
    )


def data_address(svg: str) -> str:
    """The SVG as an address for `<img src>`: Streamlit drops inline `<svg>`."""
    return "data:image/svg+xml," + quote(svg, safe="/:=' ")


class Scale:
    """From a value to a place: `low` is drawn at `start` and `high` at `stop`; all in the middle where they are one."""

    def __init__(self, low: float, high: float, start: float, stop: float) -> None:
        self.low, self.start = low, start
        self.slope = (stop - start) / (high - low) if high > low else 0.0
        self.middle = (start + stop) / 2 if high <= low else None

    def __call__(self, value: float) -> float:
        """Where the value is drawn."""
        return self.middle if self.middle is not None else self.start + (value - self.low) * self.slope


def line_of(line: SparkSeries, x: Scale, y: Scale, dark: bool) -> str:
    """One gender's path with a mark at its last value, on those scales."""
    style = palette(dark).lines[line.gender]
    path, pen_down, last = [], False, None
    for day, value in zip(line.days, line.values, strict=True):
        if value is None:
            pen_down = False
            continue
        last = (x(day.toordinal()), y(value))
        path.append(f"{'L' if pen_down else 'M'}{last[0]:.1f} {last[1]:.1f}")
        pen_down = True
    if last is None:
        return ""
    end = _END[style.marker].format(
        x=f"{last[0]:.1f}", y=f"{last[1]:.1f}", c=style.colour, left=f"{last[0] - 2.5:.1f}", top=f"{last[1] - 3:.1f}"
    )
    width = max(style.width - 0.6, 1)
    return f'<path d="{"".join(path)}" stroke="{style.colour}" stroke-width="{width}"{_DASH[style.dash]}/>{end}'

"""Small charts beside each other on one scale, as SVG: they flow with the page's width, which subplots do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kpi.appearance import palette
from kpi.charts.series import Measure, round_ticks
from kpi.charts.sparkline import Scale, SparkSeries, line_of
from kpi.charts.theme import FONT
from kpi.words import quantity, say

WIDTH, HEIGHT = 320, 150
_TOP, _BOTTOM, _EDGE, _LETTER, _APART = 18, 22, 8, 7.6, 14  # pixels; a letter's width, and between two labels
_FONT_SIZE = 12


@dataclass(frozen=True, slots=True)
class Panel:
    """One unit's series by gender, and its target's level where it has one."""

    series: Sequence[SparkSeries]
    target: float | None = None


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all panels share: the scales, the ticks with their texts, and what stands under the axis."""

    x: Scale
    y: Scale
    ticks: Sequence[tuple[float, str]]
    years: tuple[str, str]
    left: float
    right: float
    named: bool


def multiples(
    panels: Sequence[Panel], measure: Measure, *, example: bool = False, dark: bool = False
) -> list[str]:  # fmt: skip
    """One SVG document per panel, all with the same axes; a panel without values is an empty text.

    `example` writes the word in each, so that a copied picture says so as well.
    """
    values = [value for panel in panels for value in _values(panel)]
    if not values:
        return ["" for _ in panels]
    frame = _frame(panels, [*values, *(panel.target for panel in panels if panel.target is not None)], measure)
    word = _text(frame.left, 11, say("example-word"), palette(dark).quiet, "start") if example else ""
    return [_panel(panel, frame, measure, dark, word) if _values(panel) else "" for panel in panels]


def _values(panel: Panel) -> list[float]:
    return [value for line in panel.series for value in line.values if value is not None]


def _frame(panels: Sequence[Panel], levels: Sequence[float], measure: Measure) -> _Frame:
    days = [day for panel in panels for line in panel.series for day in line.days]
    low, high = min(levels), max(levels)
    room = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    low, high = (0.0 if low == 0 else low - room), high + room
    found, decimals = round_ticks(low, high)
    ticks = [(tick, quantity(tick, decimals, measure.unit)) for tick in found]
    left = 10 + _LETTER * max(len(text) for _, text in ticks)
    named = len({line.gender for panel in panels for line in panel.series}) > 1
    labels = [text for panel in panels for _, text, _ in _labels(panel, measure, dark=False, named=named)]
    right = WIDTH - _EDGE - _LETTER * max(map(len, labels)) - 4
    return _Frame(
        Scale(min(days).toordinal(), max(days).toordinal(), left + 6, right),
        Scale(low, high, HEIGHT - _BOTTOM, _TOP), ticks, (str(min(days).year), str(max(days).year)), left, right,
        named,
    )  # fmt: skip


def _labels(panel: Panel, measure: Measure, *, dark: bool, named: bool) -> list[tuple[float, str, str]]:
    """Value, text and colour of what is written at the right end, the gender's name before it where it is `named`."""
    colours = palette(dark)
    labels = []
    for line in panel.series:
        last = next((value for value in reversed(line.values) if value is not None), None)
        if last is None:
            continue
        name = f"{say(f'gender-{line.gender}')} " if named else ""
        text = name + quantity(last, measure.decimals, measure.unit)
        labels.append((last, text, colours.lines[line.gender].colour))
    return labels if panel.target is None else [*labels, (panel.target, say("units-target-label"), colours.ink)]


def _panel(panel: Panel, frame: _Frame, measure: Measure, dark: bool, word: str) -> str:
    colours = palette(dark)
    parts = [
        f'<path d="M{frame.left:.0f} {frame.y(tick):.1f}H{frame.right:.0f}" stroke="{colours.rule}"/>'
        f"{_text(frame.left - 4, frame.y(tick) + 4, text, colours.quiet, 'end')}"
        for tick, text in frame.ticks
    ]
    first, last = frame.years
    parts.append(_text(frame.left + 6, HEIGHT - 5, first, colours.quiet, "start"))
    if last != first:
        parts.append(_text(frame.right, HEIGHT - 5, last, colours.quiet, "end"))
    if panel.target is not None:
        level = f"{frame.y(panel.target):.1f}"
        parts.append(
            f'<path d="M{frame.left:.0f} {level}H{frame.right:.0f}" stroke="{colours.ink}" stroke-dasharray="5 3"/>'
        )
    parts += [line_of(line, frame.x, frame.y, dark) for line in panel.series]
    parts += _placed(_labels(panel, measure, dark=dark, named=frame.named), frame)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'fill="none" font-family="{FONT}" font-size="{_FONT_SIZE}">{word}{"".join(parts)}</svg>'
    )


def _placed(labels: list[tuple[float, str, str]], frame: _Frame) -> list[str]:
    """The labels from the bottom up, moved apart where they would cover each other."""
    placed: list[tuple[float, str, str]] = []
    for value, text, colour in sorted(labels):
        at = frame.y(value) + 4
        placed.append((min(at, placed[-1][0] - _APART) if placed else at, text, colour))
    down = max(0.0, _TOP + 4 - placed[-1][0]) if placed else 0.0
    return [_text(frame.right + _EDGE, at + down, text, colour, "start") for at, text, colour in placed]


def _text(x: float, y: float, text: str, colour: str, anchor: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}">{escape(text)}</text>'

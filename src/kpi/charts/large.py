"""A nyckeltal over time, large enough for a room: one SVG document, with words at the ends of its lines.

Widths are foreseen from the number of letters: an SVG picture has no typeface of ours to measure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kpi.appearance import Palette, palette
from kpi.charts.series import Level, Measure, round_ticks, value_range
from kpi.charts.sparkline import Scale
from kpi.model import Gender
from kpi.words import quantity, say

FONT = "Arial, Liberation Sans, Helvetica, sans-serif"  # a picture has no typeface of the page's own
LABEL, AXIS = 19, 16  # of the picture's own units
_LETTER = 0.58  # of the size: a letter's width, on average; bold ones are a little wider
_BOLD = 0.62
_TOP, _BOTTOM, _EDGE, _APART, _WORD = 12, 28, 12, 24, 24
_WIDEST_LABEL = 0.3  # of the picture; longer words about a target stand on its line
_MOST_MARKS = 30  # periods; with more of them only the last value is marked
_DASH = {"solid": "", "dash": ' stroke-dasharray="11 7"'}
_MARK = {
    "circle": '<circle cx="{x:.1f}" cy="{y:.1f}" r="5.5" fill="{c}"/>',
    "square": '<rect x="{left:.1f}" y="{top:.1f}" width="10" height="10" fill="{c}"/>',
    "diamond": '<path d="M{x:.1f} {top:.1f}l5.5 5-5.5 5-5.5-5z" fill="{c}"/>',
}
_HATCH = (
    '<pattern id="e" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M0 0V16" stroke="{c}" stroke-width="2"/></pattern>'
)


@dataclass(frozen=True, slots=True)
class GenderLine:
    """One gender's value for each period; None where there is none, and the line is broken there."""

    gender: Gender
    name: str
    values: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where things stand: the scales, and the plot's left and right edge and its foot."""

    x: Scale
    y: Scale
    left: float
    right: float
    foot: float
    colours: Palette


def large_lines(
    periods: Sequence[str], lines: Sequence[GenderLine], levels: Sequence[Level], measure: Measure, *,
    width: float, height: float, example: bool = False, dark: bool = False,
) -> str:  # fmt: skip
    """An SVG document of that size; an empty string when no line has a value.

    levels: the target, with its words at its end; `example`: a hatched ground and the word, as in every chart.
    """
    values = [value for line in lines for value in line.values if value is not None]
    if not values:
        return ""
    low, high = value_range([*values, *(level.value for level in levels)])
    ticks, decimals = round_ticks(low, high)
    texts = [quantity(tick, decimals, measure.unit) for tick in ticks]
    colours = palette(dark)
    ends = _ends(periods, lines, levels, measure, colours, width=width)
    left = 12 + _LETTER * AXIS * max(map(len, texts))
    right = max(left + 40, width - _EDGE - 6 - max((_wide(end.text) for end in ends), default=0))
    foot = height - _BOTTOM
    plot = _Plot(Scale(0, len(periods) - 1, left + 10, right - 6),
                 Scale(low, high, foot, _TOP + _WORD * example), left, right, foot, colours)  # fmt: skip
    parts = [
        _ground(plot, example),
        *(_tick(plot, tick, text) for tick, text in zip(ticks, texts, strict=True)),
        *_periods(plot, periods),
        *(_level(plot, level, named=_wide(level.label) > _WIDEST_LABEL * width) for level in levels),
        *(_line(plot, line) for line in reversed(lines)),
        *_placed(plot, ends),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" fill="none" font-family="{FONT}" font-size="{AXIS}">{"".join(parts)}</svg>'
    )


@dataclass(frozen=True, slots=True, order=True)
class _End:
    """Words right of the plot, level with a value."""

    value: float
    text: str
    colour: str
    bold: bool


def _wide(text: str) -> float:
    return len(text) * LABEL * _BOLD


def _ends(
    periods: Sequence[str], lines: Sequence[GenderLine], levels: Sequence[Level], measure: Measure, colours: Palette,
    *, width: float,
) -> list[_End]:  # fmt: skip
    """What stands right of the plot: each gender's last value, and the target."""
    found = []
    for line in lines:
        last = _last(line)
        if last is not None:
            value = line.values[last] or 0.0
            when = "" if last == len(periods) - 1 else f" ({periods[last]})"
            words = f"{line.name} {quantity(value, measure.decimals, measure.unit)}{when}"
            found.append(_End(value, words, colours.lines[line.gender].colour, True))
    named = (level for level in levels if level.label and _wide(level.label) <= _WIDEST_LABEL * width)
    return [*found, *(_End(level.value, level.label, colours.target.colour, False) for level in named)]


def _last(line: GenderLine) -> int | None:
    return next((at for at in range(len(line.values) - 1, -1, -1) if line.values[at] is not None), None)


def _ground(plot: _Plot, example: bool) -> str:
    if not example:
        return ""
    return (
        _HATCH.format(c=plot.colours.surface)
        + f'<rect x="{plot.left:.0f}" y="{_TOP + _WORD}" width="{plot.right - plot.left:.0f}" '
        f'height="{plot.foot - _TOP - _WORD:.0f}" fill="url(#e)"/>'
        + _text(plot.left, _TOP + 8, say("example-word"), plot.colours.quiet, "start")
    )


def _tick(plot: _Plot, tick: float, text: str) -> str:
    level = plot.y(tick)
    return (
        f'<path d="M{plot.left:.0f} {level:.1f}H{plot.right:.0f}" stroke="{plot.colours.rule}"/>'
        f"{_text(plot.left - 6, level + 5, text, plot.colours.quiet, 'end')}"
    )


def _periods(plot: _Plot, periods: Sequence[str]) -> list[str]:
    """As many of the periods' names as there is room for, the last always."""
    room = (plot.right - plot.left) / max(1, len(periods))
    every = max(1, -int(-max(_LETTER * AXIS * (len(name) + 2) for name in periods) // room))
    shown = range(len(periods) - 1, -1, -every)
    return [_text(plot.x(at), plot.foot + 21, periods[at], plot.colours.quiet, _anchor(plot, at, periods[at]))
            for at in shown]  # fmt: skip


def _anchor(plot: _Plot, at: int, name: str) -> str:
    """A long name at the left edge begins there instead of being cut by it."""
    return "start" if plot.x(at) < _LETTER * AXIS * len(name) / 2 else "middle"


def _level(plot: _Plot, level: Level, *, named: bool) -> str:
    """The target's dashed line; where its words are too long for the margin they stand on it."""
    at, stroke = plot.y(level.value), plot.colours.target
    words = _text(plot.left + 8, at - 7, level.label, stroke.colour, "start", LABEL, halo=plot.colours) if named else ""
    return (
        f'<path d="M{plot.left:.0f} {at:.1f}H{plot.right:.0f}" stroke="{stroke.colour}" stroke-width="2" '
        f'stroke-dasharray="7 5"/>{words}'
    )


def _line(plot: _Plot, line: GenderLine) -> str:
    style, path, marks, pen_down = plot.colours.lines[line.gender], [], [], False
    for at, value in enumerate(line.values):
        if value is None:
            pen_down = False
            continue
        x, y = plot.x(at), plot.y(value)
        path.append(f"{'L' if pen_down else 'M'}{x:.1f} {y:.1f}")
        marks.append(_MARK[style.marker].format(x=x, y=y, c=style.colour, left=x - 5, top=y - 5))
        pen_down = True
    kept = marks if len(line.values) <= _MOST_MARKS else marks[-1:]
    return (
        f'<path d="{"".join(path)}" stroke="{style.colour}" stroke-width="{style.width * 1.7:.1f}" '
        f'stroke-linejoin="round"{_DASH[style.dash]}/>{"".join(kept)}'
    )


def _placed(plot: _Plot, ends: list[_End]) -> list[str]:
    """The words at the lines' ends from the bottom up, moved apart where they would cover each other."""
    places: list[float] = []
    for end in sorted(ends):
        at = min(plot.y(end.value) + 6, plot.foot)
        places.append(min(at, places[-1] - _APART) if places else at)
    down = max(0.0, LABEL - places[-1]) if places else 0.0
    return [
        _text(plot.right + _EDGE, at + down, end.text, end.colour, "start", LABEL, bold=end.bold)
        for at, end in zip(places, sorted(ends), strict=True)
    ]


def _text(  # noqa: PLR0917 - a place, what stands there, and how
    x: float, y: float, text: str, colour: str, anchor: str, size: int = AXIS, *, bold: bool = False,
    halo: Palette | None = None,
) -> str:  # fmt: skip
    weight = ' font-weight="700"' if bold else ""
    around = f' stroke="{halo.background}" stroke-width="5" paint-order="stroke"' if halo else ""
    return (
        f'<text x="{x:.0f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}" font-size="{size}"{weight}{around}>'
        f"{escape(text)}</text>"
    )

"""Days that a chart points out, breaks and events: a line down through it, and words above that cover nothing."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from kpi.appearance import Palette
from kpi.charts.series import plain

WIDTH, MOST_LINES = 30, 3  # characters and lines: what a telephone has room for
_LINE, _BETWEEN, _WORD = 16, 4, 22  # pixels: a line of text, the room between two, the word for example values


@dataclass(frozen=True, slots=True)
class Flag:
    """A day and its words, which are cut to what a chart has room for: they must stand in full on the page."""

    start: date
    text: str
    is_break: bool = False


def wrapped(text: str) -> list[str]:
    """The text in lines, the last with "…" where something is left out."""
    return textwrap.wrap(text, WIDTH, max_lines=MOST_LINES, placeholder=" …")


def room_above(flags: Sequence[Flag], *, example: bool) -> int:
    """Pixels above the plot: each flag has lines of its own, so that near ones do not cover each other."""
    return sum(len(wrapped(flag.text)) * _LINE + _BETWEEN for flag in flags) + (_WORD if example else 8)


def draw_flags(
    figure: go.Figure, flags: Sequence[Flag], plot: int, colours: Palette, *, example: bool
) -> None:  # fmt: skip
    """Draw them over a plot of that height in pixels; the first flag stands highest."""
    first, last = figure.layout.xaxis.range
    up = _WORD if example else 0
    for flag in reversed(flags):
        lines = wrapped(flag.text)
        left = (flag.start - first) < (last - first) / 2
        figure.add_shape(
            type="line", x0=flag.start, x1=flag.start, y0=0, y1=1 + (up + len(lines) * _LINE) / plot, yref="paper",
            line={"color": colours.quiet, "dash": "dot" if flag.is_break else "solid", "width": 1.2},
        )  # fmt: skip
        figure.add_annotation(
            x=flag.start, y=1, yref="paper", text="<br>".join(plain(line) for line in lines), showarrow=False,
            align="left" if left else "right", xanchor="left" if left else "right", yanchor="bottom", yshift=up,
            xshift=4 if left else -4, font={"size": 12, "color": colours.ink},
            bgcolor=colours.background,
        )  # fmt: skip
        up += len(lines) * _LINE + _BETWEEN
    figure.update_layout(margin_t=room_above(flags, example=example))

"""Colour, shape and line of everything that stands for something: the one table that charts, tables, slides and
reports take theirs from. Never colour alone: each status has its shape and its word, each gender its marker and line.

Contrast: text ≥ 4.5:1 and marks ≥ 3:1 on the background, in both themes; a test computes it.
"""

from dataclasses import dataclass
from functools import cache

from kpi.model import Gender, Status


@dataclass(frozen=True, slots=True)
class Line:
    """How a series is drawn. `marker` and `dash` are Plotly's names; `width` is in pixels."""

    colour: str
    marker: str
    dash: str
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """How a marked value of a control chart is drawn: `marker` is Plotly's name, `sign` the same shape in a text."""

    colour: str
    marker: str
    sign: str


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours."""

    dark: bool
    background: str
    surface: str
    ink: str
    quiet: str
    rule: str
    accent: str
    accent_surface: str
    on_status: str
    status: dict[Status, str]
    lines: dict[Gender, Line]
    target: Line
    variation: dict[str, Mark]


def _lines(women: str, men: str, total: str) -> dict[Gender, Line]:
    return {
        Gender.WOMEN: Line(women, "circle", "solid", 2.4),
        Gender.MEN: Line(men, "square", "dash", 2.4),
        Gender.TOTAL: Line(total, "diamond", "solid", 1.4),
    }


def _variation(better: str, worse: str, either: str) -> dict[str, Mark]:
    """By the words of `kpi.analysis.spc.Variation`. Not the colours of statuses: development is another question."""
    return {
        "improvement": Mark(better, "star", "★"),
        "concern": Mark(worse, "x", "✕"),
        "high": Mark(either, "triangle-up", "▲"),
        "low": Mark(either, "triangle-down", "▼"),
    }


LIGHT = Palette(
    dark=False,
    background="#ffffff",
    surface="#f3f5f4",
    ink="#1d2733",
    quiet="#55606e",
    rule="#d5dadd",
    accent="#0b5d3b",
    accent_surface="#dfe8e4",
    on_status="#ffffff",
    status={Status.MET: "#1b7f4b", Status.NEAR: "#9a5b00", Status.NOT_MET: "#b3261e", Status.UNJUDGED: "#5f6b7a"},
    lines=_lines("#6a3d9a", "#0f7c8c", "#1d2733"),
    target=Line("#1d2733", "none", "dash", 1.2),
    variation=_variation("#1a5fb4", "#b0410e", "#1d2733"),
)
DARK = Palette(
    dark=True,
    background="#12181f",
    surface="#1a222b",
    ink="#eef2f5",
    quiet="#a9b4c0",
    rule="#36424f",
    accent="#7fd3a8",
    accent_surface="#22362d",
    on_status="#12181f",
    status={Status.MET: "#5fc48d", Status.NEAR: "#e0a341", Status.NOT_MET: "#f2877f", Status.UNJUDGED: "#a5b0bd"},
    lines=_lines("#c3a1ea", "#55c6d6", "#eef2f5"),
    target=Line("#eef2f5", "none", "dash", 1.2),
    variation=_variation("#8cb9f5", "#f0a07a", "#eef2f5"),
)

# Drawn in a box of 16 × 16: a filled circle with a tick, a triangle, a square with a cross, a dashed ring.
_SHAPES: dict[Status, str] = {
    Status.MET: '<circle cx="8" cy="8" r="7" fill="{c}"/>'
    '<path d="M4.6 8.3l2.3 2.4 4.5-5" fill="none" stroke="{on}" stroke-width="1.8"/>',
    Status.NEAR: '<path d="M8 1.6 15.2 14.4H.8z" fill="{c}"/>',
    Status.NOT_MET: '<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="1.6" fill="{c}"/>'
    '<path d="M5 5l6 6M11 5l-6 6" stroke="{on}" stroke-width="1.8"/>',
    Status.UNJUDGED: '<circle cx="8" cy="8" r="6.2" fill="none" stroke="{c}" stroke-width="1.6" '
    'stroke-dasharray="2.6 1.8"/>',
}


def palette(dark: bool = False) -> Palette:
    """The colours of the light or the dark theme."""
    return DARK if dark else LIGHT


@cache
def status_mark(status: Status, dark: bool = False, inverted: bool = False) -> str:
    """The status's shape as an SVG document, 16 × 16; inverted for use on the status's own colour."""
    colours = palette(dark)
    mark, on = colours.status[status], colours.on_status
    colour, inner = (on, mark) if inverted else (mark, on)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16">'
        + _SHAPES[status].format(c=colour, on=inner)
        + "</svg>"
    )

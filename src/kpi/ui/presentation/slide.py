"""What a slide on the screen is made of, and how much room it has.

Everything is measured in points of a canvas of 960 × 540, which the style sheet scales to the screen (`--pt`), so
that what fits here fits on every screen of 16:9; one of 4:3 has more height. The measures are Arial's, and the page's
own typeface is narrower.
"""

from dataclasses import dataclass
from typing import ClassVar

from kpi.appearance import LIGHT, Palette
from kpi.model import Gender, Status
from kpi.report.briefing.content import Cell, Distribution, LineChart, Value
from kpi.report.pptx.measure import LEADING, Face

WIDTH, HEIGHT = 888.0, 540.0
TALLER = 170.0  # what a screen of 4:3 has besides
TITLES = (36.0, 32.0, 28.0, 26.0, 24.0)
FIRST_TITLES = (44.0, 40.0, 36.0, 32.0, 28.0)
KICKER, SMALLEST = 18.0, 18.0
FACE = Face()
GAP = 14.0
_ABOVE, _FOOT, _EXAMPLE = 22.0, 50.0, 36.0
_MOST_OF_TITLE, _MOST_OF_KICKER = 96.0, 2


@dataclass(frozen=True, slots=True)
class Screen:
    """What tables are measured with."""

    colours: Palette = LIGHT
    face: Face = FACE


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. kind: "point" (with a bullet), "text", "heading", "quote", "signed" or "quiet"."""

    text: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs of one size; some kinds are smaller or bolder."""

    kind: ClassVar[str] = "words"
    lines: tuple[Line, ...]
    size: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of a table under its headings; `widths` are shares of 100."""

    kind: ClassVar[str] = "grid"
    caption: str
    widths: tuple[float, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    size: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One gender's targets by status, in the order of `Status`."""

    gender: Gender
    counts: tuple[tuple[Status, int], ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """How many targets have each status."""

    kind: ClassVar[str] = "bars"
    alt: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Values:
    """Women, men and total beside each other."""

    kind: ClassVar[str] = "values"
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A nyckeltal's chart, so high on a screen of 16:9; what it belongs to is explored from it."""

    kind: ClassVar[str] = "picture"
    chart: LineChart
    height: float
    indicator: str
    unit: str


Piece = Words | Grid | Bars | Values | Picture


@dataclass(frozen=True, slots=True)
class Slide:
    """One thought: its title, what it is about in smaller type above it, and the pieces under it.

    beside: the pieces stand beside each other, with these shares of the width; none where they stand under each other.
    """

    title: str
    size: float
    kicker: str
    pieces: tuple[Piece, ...]
    beside: tuple[float, ...] = ()
    first: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A slide's title and kicker as they are set, and the height that is left under them."""

    title: str
    size: float
    kicker: str
    room: float

    def slide(self, *pieces: Piece, beside: tuple[float, ...] = ()) -> Slide:
        """The slide with these pieces."""
        return Slide(self.title, self.size, self.kicker, pieces, beside)


def head(title: str, kicker: str, *, example: bool) -> Head:
    """Title and kicker at the size at which they fit, and what room they leave."""
    size, title = FACE.fit(title, WIDTH, _MOST_OF_TITLE, TITLES, bold=True)
    kicker = FACE.cut(kicker, KICKER, WIDTH, _MOST_OF_KICKER)
    above = FACE.height(kicker, KICKER, WIDTH) if kicker else 0.0
    used = _ABOVE + above + FACE.height(title, size, WIDTH, bold=True) + GAP + _FOOT + (_EXAMPLE if example else 0)
    return Head(title, size, kicker, HEIGHT - used)


def bars(content: Distribution) -> Bars:
    """A distribution's counts with their statuses."""
    return Bars(content.alt, tuple(Bar(gender, tuple(zip(Status, counts, strict=True)))
                                   for gender, counts in content.counts))  # fmt: skip


def bars_height(content: Bars) -> float:
    """A bar for each gender, and the statuses' words under them."""
    return len(content.bars) * 56 + 2 * SMALLEST * LEADING + GAP

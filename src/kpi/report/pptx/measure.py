"""How much room a text takes, and how large or how much of it may stand in a box. Points throughout."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kpi.report.document.widths import BOLD, REGULAR, UNKNOWN

LEADING = 1.2  # of the size, from line to line; Arial's own is 1.15
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface, measured: `factor` is how much wider than Arial it may be."""

    factor: float = 1.0

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """The width of a line in points."""
        table = BOLD if bold else REGULAR
        return sum(table.get(character, UNKNOWN) for character in text) * size * self.factor / 1000

    def lines(self, text: str, size: float, width: float, bold: bool = False) -> int:
        """How many lines the text takes: broken at spaces, and within a word that is wider than the line."""
        count, used = 1, 0.0
        space = self.width(" ", size, bold)
        for word in text.split(" "):
            needed = self.width(word, size, bold)
            if used and used + space + needed > width:
                count, used = count + 1, 0.0
            if needed > width:
                extra, needed = self._broken(word, size, width, bold)
                count += extra
            used = used + space + needed if used else needed
        return count

    def _broken(self, word: str, size: float, width: float, bold: bool) -> tuple[int, float]:
        """How many more lines a word needs that is wider than the line, and how much of the last it takes."""
        extra, used = 0, 0.0
        for character in word:
            needed = self.width(character, size, bold)
            if used and used + needed > width:
                extra, used = extra + 1, 0.0
            used += needed
        return extra, used

    def height(self, text: str, size: float, width: float, bold: bool = False) -> float:
        """The height of a paragraph, without space around it."""
        return self.lines(text, size, width, bold) * size * LEADING

    def cut(self, text: str, size: float, width: float, most: int, bold: bool = False) -> str:
        """As much of the text, in whole words where it can be, as stands on `most` lines; an ellipsis says the rest."""
        if self.lines(text, size, width, bold) <= most:
            return text
        kept, low, high = "", 0, len(text)
        while low < high:  # the longest beginning that fits
            middle = (low + high + 1) // 2
            tried = text[:middle].rstrip(" ,.;:–-") + ELLIPSIS
            if self.lines(tried, size, width, bold) <= most:
                kept, low = tried, middle
            else:
                high = middle - 1
        whole = kept[: kept.rfind(" ")].rstrip(" ,.;:–-") if " " in kept[len(kept) // 2 :] else kept[:-1]
        return whole + ELLIPSIS

    def fit(
        self, text: str, width: float, height: float, sizes: Sequence[float], bold: bool = False
    ) -> tuple[float, str]:
        """The largest of the sizes (falling) at which the text fits; at the smallest the text is cut if it must be."""
        for size in sizes:
            if self.height(text, size, width, bold) <= height:
                return size, text
        smallest = sizes[-1]
        return smallest, self.cut(text, smallest, width, max(1, int(height / (smallest * LEADING))), bold)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in points from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends downwards."""
        return self.y + self.height

    def top(self, height: float) -> "Box":
        """Its upper part."""
        return Box(self.x, self.y, self.width, height)

    def below(self, height: float) -> "Box":
        """What is left of it under its upper part."""
        return Box(self.x, self.y + height, self.width, max(0.0, self.height - height))

    def columns(self, *shares: float, gap: float = 28) -> Iterator["Box"]:
        """It beside itself: as many boxes as shares, with room between them."""
        left, room = self.x, self.width - gap * (len(shares) - 1)
        for share in shares:
            width = room * share / sum(shares)
            yield Box(left, self.y, width, self.height)
            left += width + gap

"""Paragraphs on slides: as large as they fit, and over more slides where they do not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kpi.report.pptx.measure import LEADING
from kpi.ui.presentation.slide import FACE, SMALLEST, Line, Words

SIZES = (28.0, 26.0, 24.0, 22.0)
CLOSER = (*SIZES, 20.0, 18.0)  # for what is said of a nyckeltal, which should stand together
INDENT = 24.0  # of a bullet
BETWEEN = 0.5  # of the size, over each paragraph
_SMALLER = {"signed", "quiet"}
_BEFORE_OTHERS = {"heading", "quote"}  # never last on a slide: what follows belongs to it
_SIGNED = 3  # lines that are kept free under a quotation, for who said it


def size_of(line: Line, size: float) -> float:
    """Who has said it, and what is said quietly, is smaller."""
    return max(SMALLEST, size * 0.8) if line.kind in _SMALLER else size


def height(line: Line, size: float, width: float) -> float:
    """With the room above it, in points."""
    own = size_of(line, size)
    inner = width - (INDENT if line.kind == "point" else 0)
    above = 0.1 if line.kind == "signed" else BETWEEN
    return FACE.height(line.text, own, inner, line.kind == "heading") + size * above


def total(lines: Sequence[Line], size: float, width: float) -> float:
    """Of paragraphs under each other."""
    return sum(height(line, size, width) for line in lines)


def fitted(lines: Sequence[Line], width: float, room: float, sizes: Sequence[float] = SIZES) -> Words | None:
    """All of them at the largest size at which they fit; None when they do not."""
    size = next((each for each in sizes if total(lines, each, width) <= room), None)
    return None if size is None else Words(tuple(lines), size)


def pages(lines: Sequence[Line], width: float, room: float, sizes: Sequence[float] = SIZES) -> list[Words]:
    """On one slide if they fit, else on as many as it takes, in a size that is easy to read."""
    whole = fitted(lines, width, room, sizes)
    if whole is not None:
        return [whole]
    size = SIZES[-1]
    found: list[list[Line]] = [[]]
    for line in _whole(lines, size, width, room):
        if found[-1] and total([*found[-1], line], size, width) > room:
            found.append(_carried(found[-1]))
        found[-1].append(line)
    return [Words(tuple(page), size) for page in found if page]


def _carried(page: list[Line]) -> list[Line]:
    """What must not stand last on a page, taken from it; nothing where the page is nothing else."""
    first = len(page)
    while first and page[first - 1].kind in _BEFORE_OTHERS:
        first -= 1
    carried = page[first:] if first else []
    del page[len(page) - len(carried) :]
    return carried


def _whole(lines: Sequence[Line], size: float, width: float, room: float) -> Iterator[Line]:
    """The paragraphs, those that are higher than a slide in pieces."""
    for line in lines:
        rest, most = line, room - _SIGNED * size * LEADING
        while height(rest, size, width) > most and " " in rest.text:
            first, rest = _broken(rest, size, width, most)
            yield first
        if rest.text:
            yield rest


def _broken(line: Line, size: float, width: float, room: float) -> tuple[Line, Line]:
    """As many of its words as a slide holds, and the others, each with a sign that it goes on."""
    words = line.text.removeprefix("… ").split(" ")
    before = "… " if line.text.startswith("… ") else ""
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        tried = replace(line, text=f"{before}{' '.join(words[:middle])} …")
        low, high = (middle, high) if height(tried, size, width) <= room else (low, middle - 1)
    first = replace(line, text=f"{before}{' '.join(words[:low])} …")
    return first, replace(line, text=" ".join(["…", *words[low:]]) if low < len(words) else "")

"""A nyckeltal's slides: values and chart, and then what is said of it; those without outcomes are named together."""

from collections.abc import Iterator, Sequence

from kpi.report.briefing.content import Block, Bullets, Indicator, LineChart, Part, Quote, Table, Text, Value
from kpi.report.document.signs import status_text
from kpi.report.pptx.measure import LEADING
from kpi.ui.presentation.flow import CLOSER, pages, total
from kpi.ui.presentation.questions import head_of_page
from kpi.ui.presentation.slide import FACE, GAP, WIDTH, Line, Picture, Piece, Slide, Values, Words, head
from kpi.words import count_word, listing, say

NAME, VALUE, STATUS, NOTE = 18.0, 34.0, 20.0, 16.0
_EXPLANATION, _FORECAST, _ACTIONS = 3, 6, 7
_LEAST_CHART = 120.0
_MOST_OF_NOTE = 3  # lines
_COLUMN_GAP = 24.0


def indicator_slides(indicator: Indicator, *, example: bool) -> Iterator[Slide]:
    """One slide, and one more when something is said in words."""
    parts = {part.number: part for part in indicator.parts if part.applies}
    said = [(number, lines) for number in (_EXPLANATION, _FORECAST, _ACTIONS)
            if number in parts and (lines := _said(parts[number]))]  # fmt: skip
    forecast_alone = [number for number, _ in said] == [_FORECAST]
    beneath = [line for _, lines in said for line in lines] if forecast_alone else []
    yield _first(indicator, parts, beneath, example=example)
    if said and not forecast_alone:
        yield from _words(indicator, parts, said, example=example)


def chart_of(indicator: Indicator) -> LineChart | None:
    """Its series, if it has any value."""
    found = (block for part in indicator.parts for block in part.blocks if isinstance(block, LineChart))
    return next((one for one in found if any(v is not None for line in one.lines for v in line.values)), None)


def has_outcome(indicator: Indicator) -> bool:
    """True when there is a value to show, now or earlier."""
    return chart_of(indicator) is not None or any(value.period for value in indicator.values)


def without_outcome(indicators: Sequence[Indicator], *, example: bool) -> Iterator[Slide]:
    """Those that have nothing to show, by name."""
    if not indicators:
        return
    count = count_word(len(indicators)).capitalize()
    at = head(say("present-without-outcome", n=len(indicators), count=count), say("page-indicator"), example=example)
    shown = pages([Line(one.name, "point") for one in indicators], WIDTH, at.room)
    for number, words in enumerate(shown, start=1):
        yield head_of_page(at, number, len(shown)).slide(words)


def _first(indicator: Indicator, parts: dict[int, Part], beneath: Sequence[Line], *, example: bool) -> Slide:
    at = head(indicator.headline, indicator.name, example=example)
    chart = chart_of(indicator)
    pieces: list[Piece] = [Values(indicator.values)]
    if chart is None:
        return at.slide(*pieces)
    left = at.room - _values_height(indicator.values) - GAP
    unit = [Line(chart.measure, "quiet")] if chart.measure not in ("", "%") else []
    notes = [*beneath, *(Line(note, "quiet") for note in chart.notes)]
    while notes and left - total([*unit, *notes], NAME, WIDTH) < _LEAST_CHART:
        notes.pop()
    height = left - total([*unit, *notes], NAME, WIDTH)
    pieces += [Words(tuple(unit), NAME)] if unit else []
    pieces.append(Picture(chart, height, indicator.code, indicator.unit))
    pieces += [Words(tuple(notes), NAME)] if notes else []
    return at.slide(*pieces)


def _values_height(values: Sequence[Value]) -> float:
    """Of the row of values, with as much as the one that says most."""
    width = (WIDTH - _COLUMN_GAP * (len(values) - 1)) / max(1, len(values))
    return max((_value_height(value, width) for value in values), default=0.0)


def _value_height(value: Value, width: float) -> float:
    used = (NAME + VALUE) * LEADING
    if value.status is not None:
        across = FACE.width(value.text, VALUE, bold=True) + 12 + FACE.width(status_text(value.status), STATUS)
        used += STATUS * LEADING if across > width else 0.0
    return used + (min(_MOST_OF_NOTE, FACE.lines(value.note, NOTE, width)) * NOTE * LEADING if value.note else 0.0)


def _said(part: Part) -> list[Line]:
    """What a part has to say in words on a screen: nothing of what is missing, and no tables."""
    if part.number == _FORECAST:
        at = next((at for at, block in enumerate(part.blocks) if isinstance(block, Table)), None)
        if at is None:
            return []
        before = [Line(block.text) for block in part.blocks[:at] if isinstance(block, Text)]
        return before or [Line(block.text) for block in part.blocks[at:] if isinstance(block, Text)]
    lines = [line for block in part.blocks for line in _lines(block)]
    return lines if any(line.kind != "text" for line in lines) else []


def _lines(block: Block) -> list[Line]:
    match block:
        case Text(text):
            return [Line(text)]
        case Bullets(items):
            return [Line(" · ".join(items), "signed")]
        case Quote(text, signed):
            return [Line(f"”{text}”", "quote"), Line(signed, "signed")]
    return []


def _words(
    indicator: Indicator, parts: dict[int, Part], said: Sequence[tuple[int, list[Line]]], *, example: bool
) -> Iterator[Slide]:  # fmt: skip
    words = listing(say(f"slides-part-{number}") for number, _ in said)
    title = words[:1].upper() + words[1:]
    at = head(title, indicator.name, example=example)
    lines = [line for number, told in said for line in (Line(parts[number].heading, "heading"), *told)]
    shown = pages(lines if len(said) > 1 else lines[1:], WIDTH, at.room, CLOSER)
    for number, page in enumerate(shown, start=1):
        yield head_of_page(at, number, len(shown)).slide(page)

"""A nyckeltal's first slide: its values with their statuses, how they have gone in a chart, and the trend in words."""

from collections.abc import Iterable, Sequence

from kpi.report.briefing.content import Distribution, Indicator, LineChart, Part, Table, Value
from kpi.report.document.signs import status_text
from kpi.report.pptx.clean import clean
from kpi.report.pptx.deck import Deck, Page
from kpi.report.pptx.line_chart import draw_line_chart, has_values
from kpi.report.pptx.look import Look
from kpi.report.pptx.measure import Box
from kpi.report.pptx.parts import add_parts
from kpi.report.pptx.pieces import flowing
from kpi.report.pptx.runs import Para, Run, cut_to, heights, para
from kpi.report.pptx.spoken import from_where, spoken
from kpi.words import PERCENT, say

_FIRST_PARTS = 2  # tidsserie and utvecklingstrend stand on the first slide
_VALUE, _WORDS, _SMALL = 26.0, 16.0, 12.0
_CHART = 0.66  # of the width, where there is something to say beside it
_GAP = 14.0


def add_indicator(deck: Deck, indicator: Indicator) -> None:
    """One slide with parts 1 and 2 and the values, and parts 3–7 beside the chart or, when long, on the next."""
    shown = [part for part in indicator.parts if part.applies]
    later = [part for part in shown if part.number > _FIRST_PARTS]
    room = deck.furniture.room(deck.look.body)
    values = _values(deck.look, indicator, room)
    used = max((heights(deck.look.face, lines, box.width) for box, lines in values), default=-_GAP) + _GAP
    under = room.below(used)
    beside = list(under.columns(_CHART, 1 - _CHART))[1] if _chart_of(shown) else under
    if _fits(deck.look, shown, beside):
        later, first = [], shown
    else:
        first = [part for part in shown if part.number <= _FIRST_PARTS]
    _first(deck, indicator, first, values, used)
    add_parts(deck, indicator, later)


def _chart_of(parts: Sequence[Part]) -> LineChart | None:
    """The chart of the series, if it has anything to draw."""
    charts = (block for part in parts[:1] for block in part.blocks if isinstance(block, LineChart))
    return next((chart for chart in charts if has_values(chart)), None)


def _fits(look: Look, parts: Sequence[Part], box: Box) -> bool:
    """True when parts 2–7 are words alone, and stand whole in the box."""
    words = flowing(look, parts)
    return heights(look.face, words, box.width) <= box.height and not any(
        isinstance(block, Table | Distribution | LineChart)
        for part in parts
        for block in part.blocks
        if part.number > 1
    )


def _first(
    deck: Deck, indicator: Indicator, parts: list[Part], values: list[tuple[Box, list[Para]]], used: float
) -> None:
    notes = [indicator.name, indicator.headline, indicator.described, indicator.target, *_said(indicator.values)]
    notes += [line for part in parts for line in (part.heading, *spoken(part.blocks))]
    notes += from_where(deck.briefing)
    with deck.page(indicator.headline or indicator.name, notes, kicker=indicator.name) as page:
        for box, lines in values:
            page.text(box, lines)
        room = page.body.below(used)
        chart, words = _chart_of(parts), flowing(page.look, parts)
        if chart is None:
            none = para(say("slides-no-values"), _WORDS, colour=page.look.colours.quiet)
            _words(page, room, words or [none])
            return
        chart_room, words_room = room.columns(_CHART, 1 - _CHART) if words else (room, room)
        _chart(page, chart_room, chart)
        if words:
            _words(page, words_room, words)


def _values(look: Look, indicator: Indicator, room: Box) -> list[tuple[Box, list[Para]]]:
    """The latest outcomes beside each other, each with its status."""
    boxes = room.columns(*(1 for _ in indicator.values)) if indicator.values else ()
    return [(box, _value(look, value, box)) for value, box in zip(indicator.values, boxes, strict=True)]


def _value(look: Look, value: Value, box: Box) -> list[Para]:
    colours, face = look.colours, look.face
    stroke = colours.lines[value.gender].colour
    name = ", ".join(clean(part) for part in (value.name, value.period) if clean(part))
    lines = [para(name, _WORDS - 2, colour=stroke, bold=True)]
    if not clean(value.text):
        return [*lines, para(value.note or "–", _WORDS, colour=colours.quiet)]
    lines.append(para(value.text, _VALUE, bold=True))
    if value.status is not None:
        status = para(status_text(value.status), _WORDS, colour=colours.status[value.status])
        together = Para((Run(clean(value.text), _VALUE, bold=True), Run("  ", _WORDS), *status.runs))
        fits = face.width(together.text, _VALUE, bold=True) <= box.width
        lines[1:] = [together] if fits else [lines[1], status]
    if clean(value.note):
        lines.append(cut_to(face, para(value.note, _SMALL, colour=colours.quiet), box.width, 2))
    return lines


def _said(values: Iterable[Value]) -> list[str]:
    return [
        say("slides-value", name=value.name, period=value.period, value=" ".join(
            part for part in (clean(value.text), status_text(value.status) if value.status else "", clean(value.note))
            if part))
        for value in values
    ]  # fmt: skip


def _chart(page: Page, box: Box, chart: LineChart) -> None:
    colours, face = page.look.colours, page.look.face
    measure = para(chart.measure, _SMALL, colour=colours.quiet)
    notes = [cut_to(face, para(note, _SMALL, colour=colours.quiet), box.width, 2) for note in chart.notes[:2]]
    below = heights(face, notes, box.width) + 4 if notes else 0
    above = page.text(box, [measure]) if clean(chart.measure) not in ("", PERCENT) else 0
    draw_line_chart(page, box.below(above).top(box.height - above - below), chart)
    if notes:
        page.text(box.below(box.height - below + 4), notes)


def _words(page: Page, box: Box, words: list[Para]) -> None:
    """What is said of the trend, as much of it as there is room for; the notes have it all."""
    kept = [cut_to(page.look.face, line, box.width, 6) for line in words]
    while len(kept) > 1 and heights(page.look.face, kept, box.width) > box.height:
        kept.pop()
    page.text(box, kept)

"""Charts as data: every place as a share of the chart's width or height, counted from its lower left."""

from itertools import pairwise
from typing import Any

from kpi.appearance import LIGHT
from kpi.appearance import Line as Look
from kpi.model import Status
from kpi.report.briefing.content import Distribution, Line, LineChart
from kpi.report.document.figures import beside, caption, every_nth, ticks
from kpi.report.document.scale import Scale, scale
from kpi.words import say

Data = dict[str, Any]
WIDTH, SIZE = 357.5, 8.5  # points: how wide the lines are in the template, and the size of the periods' names


def lines(chart: LineChart) -> Data:
    """Lines with a marker at each value; a line is broken where a value is missing."""
    axis = scale(chart)
    return {
        "kind": "lines",
        "caption": caption(chart),
        "alt": chart.alt,
        "ticks": [[_up(value, axis), text] for value, text in zip(axis.ticks, ticks(chart, axis), strict=True)],
        "periods": _periods(chart.periods),
        "lines": [_line(line, axis) for line in chart.lines],
        "levels": [[_up(level.value, axis), level.words] for level in chart.levels],
        "beside": [
            {
                "x": _across(one.at, len(chart.periods)),
                "y": _up(one.value, axis),
                "text": one.text,
                "place": one.place,
                "colour": LIGHT.lines[chart.lines[one.line].gender].colour,
            }
            for one in beside(chart, axis)
        ],
        "notes": list(chart.notes),
    }


def bars(chart: Distribution) -> Data:
    """A bar for each gender, divided by status; parts without a nyckeltal are left out."""
    return {
        "kind": "bars",
        "caption": chart.title,
        "alt": chart.alt,
        "bars": [
            {
                "name": say(f"gender-{gender}"),
                "parts": [_part(*one) for one in zip(Status, counts, strict=True) if one[1]],
            }
            for gender, counts in chart.counts
        ],
        "legend": [{"status": status.value, "word": say(f"status-{status}")} for status in Status],
    }


def _part(status: Status, count: int) -> Data:
    return {"status": status.value, "count": count, "colour": LIGHT.status[status]}


def _up(value: float, axis: Scale) -> float:
    return (value - axis.low) / (axis.high - axis.low)


def _across(at: int, periods: int) -> float:
    return (at + 0.5) / periods


def _periods(names: tuple[str, ...]) -> list[list[Any]]:
    """Where each period stands, and its name where there is room: the last, and every nth before it."""
    every = every_nth(names, WIDTH, SIZE)
    last = len(names) - 1
    return [[_across(at, len(names)), name] for at, name in enumerate(names) if (last - at) % every == 0]


def _line(line: Line, axis: Scale) -> Data:
    look: Look = LIGHT.lines[line.gender]
    points = [
        None if value is None else [_across(at, len(line.values)), _up(value, axis)]
        for at, value in enumerate(line.values)
    ]
    return {
        "name": line.name,
        "colour": look.colour,
        "marker": look.marker,
        "dash": look.dash,
        "width": look.width * 0.75,
        "points": [point for point in points if point],
        "strokes": [[one, other] for one, other in pairwise(points) if one and other],
    }

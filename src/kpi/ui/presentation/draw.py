"""Slides as one HTML element, with every chart in it: what is loaded goes on working when the network does not."""

from typing import Any

from kpi.charts.large import GenderLine, large_lines
from kpi.charts.series import Level, Measure
from kpi.charts.sparkline import data_address
from kpi.report.briefing.content import Briefing, LineChart
from kpi.ui.html import render
from kpi.ui.presentation.compose import footer, slides
from kpi.ui.presentation.follow import Follow
from kpi.ui.presentation.slide import TALLER, WIDTH, Picture
from kpi.ui.view import View
from kpi.words import say

BILD, EXPLORED, UNIT = "bild", "utforska", "enhet"
"""The address's words: which slide, and which nyckeltal at which unit is explored."""
_NARROW = (440.0, 330.0)  # a telephone's chart


def deck(
    briefing: Briefing, view: View, *, page: str, asked: dict[str, str], leave: str, follow: Follow, dark: bool
) -> str:  # fmt: skip
    """The whole presentation, the first slide shown. leave: the address that it came from."""
    found = slides(briefing)

    def charts(picture: Picture) -> list[dict[str, str]]:
        return _charts(picture, example=bool(briefing.example), dark=dark)

    def explore(picture: Picture, number: int) -> str:
        more = {EXPLORED: picture.indicator, UNIT: picture.unit, BILD: str(number)}
        return view.link(page, **asked, **more)

    return render(
        "deck", heading=say("present-title", subject=briefing.subject), slides=found, footer=footer(briefing),
        example=briefing.example, follow=follow, charts=charts, explore=explore, leave=leave,
    )  # fmt: skip


def _charts(picture: Picture, *, example: bool, dark: bool) -> list[dict[str, str]]:
    """The chart for screens of 16:9, of 4:3, and for telephones; the style sheet shows one of them."""
    sizes = {"wide": (WIDTH, picture.height), "tall": (WIDTH, picture.height + TALLER), "narrow": _NARROW}
    return [
        {"look": look, "address": data_address(_svg(picture.chart, width, height, example=example, dark=dark))}
        for look, (width, height) in sizes.items()
    ]


def _svg(chart: LineChart, width: float, height: float, **look: Any) -> str:
    lines = [GenderLine(line.gender, line.name, line.values) for line in chart.lines]
    levels = [Level(level.value, level.words) for level in chart.levels]
    measure = Measure(chart.measure, chart.decimals)
    return large_lines(chart.periods, lines, levels, measure, width=width, height=height, **look)

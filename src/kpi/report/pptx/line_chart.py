"""A nyckeltal over time as a chart that PowerPoint edits: a line per gender, the target dashed, words at their ends."""

from math import ceil
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from kpi.appearance import Line as Stroke
from kpi.report.briefing.content import LineChart
from kpi.report.pptx.chart_text import plot_layout, text_properties
from kpi.report.pptx.clean import inert
from kpi.report.pptx.colours import rgb
from kpi.report.pptx.deck import Page
from kpi.report.pptx.graphics import add_chart, chart_data
from kpi.report.pptx.line_ends import apart, axis_range
from kpi.report.pptx.measure import Box, Face
from kpi.report.pptx.number_formats import axis_decimals, number_format
from kpi.report.pptx.series_style import draw_level, draw_line, label_end
from kpi.words import number, say

LABEL, AXIS = 14.0, 12.0
_WIDEST_LABEL = 0.36  # of the chart; wider names stand in a legend
_MARGIN, _BOTTOM, _LEGEND = 12.0, 24.0, 26.0
_SLANTED = 0.75  # of the longest name, downwards: LibreOffice sets names aslant where PowerPoint leaves some out
_AXIS_AIR = "\u2002"  # between an axis's numbers and its first period
_MOST_NAMES = 0.35  # of the height
_APART = 20.0  # between the middles of two words at line ends


def has_values(chart: LineChart) -> bool:
    """True when there is anything to draw besides the target."""
    return any(value is not None for line in chart.lines for value in line.values)


def draw_line_chart(page: Page, box: Box, chart: LineChart) -> Any:
    """Draw it in the box; returns the chart. Exact values; a gap where there is none."""
    return _Drawing(page, box, chart).draw()


class _Drawing:
    """One line chart being drawn."""

    def __init__(self, page: Page, box: Box, content: LineChart) -> None:
        self.page, self.box, self.content = page, box, content
        self.face: Face = page.look.face
        self.format = number_format(content.decimals, content.measure)
        self.names = _names(content)
        self.values = [*(line.values for line in content.lines), *_levels(content)]
        known = [value for row in self.values for value in row if value is not None]
        self.low, self.high = axis_range(known, box.height - _BOTTOM - _MARGIN)
        self.labels = self._label_width()
        self.named = self.labels <= _WIDEST_LABEL * box.width

    def _label_width(self) -> float:
        """Of the widest name with its value."""
        widest = number(max(abs(self.low), abs(self.high)), self.content.decimals) + "− %"
        genders = [f"{name} {widest}" for name in self.names[: len(self.content.lines)]]
        levels = [level.words for level in self.content.levels]
        return max(self.face.width(text, LABEL, bold=True) for text in [*genders, *levels])

    def draw(self) -> Any:
        data = chart_data(self.content.periods, zip(self.names, self.values, strict=True), self.format)
        chart = add_chart(self.page, self.box, XL_CHART_TYPE.LINE_MARKERS, data, self.content.alt)
        self._axes(chart)
        self._series(list(chart.plots[0].series))
        if not self.named:
            _legend(chart, self.page.look.colours.ink)
        return chart

    def _axes(self, chart: Any) -> None:
        colours = self.page.look.colours
        decimals = axis_decimals(self.low, self.high, self.content.decimals)
        values, periods = chart.value_axis, chart.category_axis
        values.major_gridlines.format.line.color.rgb = rgb(colours.rule)
        values.format.line.fill.background()
        values.major_tick_mark = periods.major_tick_mark = XL_TICK_MARK.NONE
        periods.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        periods.format.line.color.rgb = rgb(colours.rule)
        values.tick_labels.number_format = number_format(decimals, self.content.measure, after=_AXIS_AIR)
        values.tick_labels.number_format_is_linked = False
        for axis in (values, periods):
            _set_text(axis._element, colours.quiet)
        ends = "between" if len(self.content.periods) == 1 else "midCat"
        _cross(values._element, ends)
        self._spread(chart, decimals)

    def _spread(self, chart: Any, decimals: int) -> None:
        """The plot's place, with room for the words beside it, and as many periods named as there is room for."""
        box, face = self.box, self.face
        widest = max(len(number(end, decimals)) for end in (self.low, self.high))
        left = face.width("0" * (widest + 1) + " %", AXIS) + _MARGIN
        names = [face.width(period, AXIS) for period in self.content.periods]
        right = self.labels + _MARGIN if self.named else face.width(" 00000 %", LABEL, bold=True)
        width = max(box.width - left - max(right, names[-1] / 2), 40)
        every = ceil(max(len(names) - 1, 1) * (max(names) + 3) / width) if len(names) > 1 else 1
        bottom = (_BOTTOM if every == 1 else min(max(names) * _SLANTED + _BOTTOM, box.height * _MOST_NAMES)) + (
            0 if self.named else _LEGEND
        )
        self.plot_height = max(box.height - bottom - _MARGIN, 20)
        area = chart._chartSpace.chart.plotArea
        for old in area.findall(qn("c:layout")):
            area.remove(old)
        area.insert(0, plot_layout(left / box.width, _MARGIN / box.height, width / box.width,
                                   self.plot_height / box.height))  # fmt: skip
        self._skip(chart.category_axis._element, every)

    def _skip(self, axis: Any, every: int) -> None:
        for name in ("tickLblSkip", "tickMarkSkip"):
            skip = parse_xml(f'<c:{name} {nsdecls("c")} val="{every}"/>')
            axis.insert(list(axis).index(axis.find(qn("c:noMultiLvlLbl"))), skip)

    def _series(self, series: list[Any]) -> None:
        colours, count = self.page.look.colours, len(self.content.periods)
        lines = self.content.lines
        strokes = [colours.lines[line.gender] for line in lines] + [colours.target] * len(self.content.levels)
        for each, stroke, level in zip(series, strokes, [False] * len(lines) + [True] * len(strokes), strict=False):
            (draw_level if level else draw_line)(each, stroke, count)
        self._ends(series, strokes)

    def _ends(self, series: list[Any], strokes: list[Stroke]) -> None:
        last = [max((at for at, value in enumerate(row) if value is not None), default=-1) for row in self.values]
        words = [*(True for _ in self.content.lines), *(bool(level.words) for level in self.content.levels)]
        shown = [at for at, end in enumerate(last) if end >= 0 and words[at]]
        ends = [at for at in shown if last[at] == len(self.content.periods) - 1]
        natural = [self._from_top(self.values[at][last[at]] or 0.0) for at in ends]
        moves = dict(zip(ends, self._moves(natural), strict=True))
        for at in shown:
            gender = at < len(self.content.lines)
            if gender or self.named:
                label_end(series[at], last[at], moves.get(at, 0.0), colour=strokes[at].colour, size=LABEL,
                          value=self.format if gender else "", named=self.named)  # fmt: skip

    def _from_top(self, value: float) -> float:
        return (self.high - value) / (self.high - self.low or 1.0) * self.plot_height

    def _moves(self, natural: list[float]) -> list[float]:
        least = min(_APART, self.plot_height / max(1, len(natural)))
        moved = apart(natural, least, self.plot_height)
        return [(new - old) / self.box.height for old, new in zip(natural, moved, strict=True)]


def _names(content: LineChart) -> list[str]:
    """The series' names, as the workbook has them, each unlike the others."""
    names = [line.name for line in content.lines]
    names += [level.words or say("slides-level", n=str(at + 1)) for at, level in enumerate(content.levels)]
    return [inert(name) for name in names]


def _levels(content: LineChart) -> list[tuple[float, ...]]:
    return [(level.value,) * len(content.periods) for level in content.levels]


def _cross(axis: Any, where: str) -> None:
    """Whether the first period stands at the axis or half a step from it."""
    for old in axis.findall(qn("c:crossBetween")):
        axis.remove(old)
    after = list(axis).index(axis.find(qn("c:crosses"))) + 1
    axis.insert(after, parse_xml(f'<c:crossBetween {nsdecls("c")} val="{where}"/>'))


def _set_text(axis: Any, colour: str) -> None:
    properties = text_properties(AXIS, colour)
    properties.find(qn("a:bodyPr")).set("rot", "-60000000")  # as Office itself says "automatic"
    properties.find(qn("a:bodyPr")).attrib.pop("wrap")
    for old in axis.findall(qn("c:txPr")):
        axis.remove(old)
    axis.insert(list(axis).index(axis.find(qn("c:crossAx"))), properties)


def _legend(chart: Any, colour: str) -> None:
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    legend = chart.legend._element
    for old in legend.findall(qn("c:txPr")):
        legend.remove(old)
    legend.append(text_properties(AXIS, colour))

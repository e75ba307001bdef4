"""Charts as Word and PowerPoint have them, with their data: lines per gender, and the distribution of statuses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element
from pptx.chart.chart import Chart as Drawn
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.chart import ChartPart
from pptx.util import Pt

from kpi.appearance import LIGHT
from kpi.model import Status
from kpi.report.briefing.content import Distribution, LineChart
from kpi.report.document.figures import beside, every_nth
from kpi.report.document.scale import Scale, scale
from kpi.report.document.signs import SIGNS, status_text
from kpi.report.docx.chart_looks import ALONE, INNER, MARKERS, borderless, dashed, name_every, plot_area, unlisted
from kpi.report.docx.looks import FONT
from kpi.report.pptx.colours import rgb
from kpi.report.pptx.graphics import chart_data
from kpi.report.pptx.number_formats import number_format
from kpi.words import NO_BREAK_SPACE, say

PLACES = {
    "above": XL_LABEL_POSITION.ABOVE,
    "right": XL_LABEL_POSITION.RIGHT,
    "below": XL_LABEL_POSITION.BELOW,
}
Values = Sequence[float | None]
WIDTH, SIZE = 453.5, 9.0  # points: about how wide the chart is, and the size of its text


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart's drawing and the workbook with its values."""

    element: _Element
    workbook: bytes


def line_chart(told: LineChart) -> Chart:
    """A line for each gender and one for each level of the target, each last value written beside its line."""
    rows: list[tuple[str, Values]] = [(line.name, line.values) for line in told.lines]
    rows += [(level.words, (level.value,) * len(told.periods)) for level in told.levels]
    data = chart_data(told.periods, rows, number_format(told.decimals, told.measure))
    drawn = _drawn(XL_CHART_TYPE.LINE_MARKERS, data)
    axis = scale(told)
    _axes(drawn, axis, told)
    _lines(drawn, told)
    _values(drawn, told, axis)
    unlisted(drawn._chartSpace, [len(told.lines) + at for at, level in enumerate(told.levels) if not level.words])
    plot_area(drawn._chartSpace)
    name_every(drawn._chartSpace, every_nth(told.periods, INNER["w"] * WIDTH, SIZE))
    return Chart(drawn._chartSpace, data.xlsx_blob)


def distribution(told: Distribution) -> Chart:
    """A bar for each gender, a part for each status with its shape and its count."""
    bars = [say(f"gender-{gender}") for gender, _ in told.counts]
    parts = [(status_text(status), [counts[at] for _, counts in told.counts]) for at, status in enumerate(Status)]
    data = chart_data(bars, parts, "0")
    drawn = _drawn(XL_CHART_TYPE.BAR_STACKED_100, data)
    drawn.plots[0].gap_width, drawn.plots[0].overlap = 45, 100
    for status, series in zip(Status, drawn.plots[0].series, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(LIGHT.status[status])
        _counts(series, status)
    drawn.category_axis.reverse_order = True
    drawn.category_axis.format.line.fill.background()
    drawn.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    drawn.value_axis.visible = False
    drawn.value_axis.has_major_gridlines = False
    return Chart(drawn._chartSpace, data.xlsx_blob)


def _drawn(kind: XL_CHART_TYPE, data: Any) -> Drawn:
    part = ChartPart.load(PackURI("/chart.xml"), CONTENT_TYPE.DML_CHART, None, data.xml_bytes(kind))  # type: ignore[arg-type]
    drawn: Drawn = part.chart
    drawn.has_title = False
    drawn.has_legend = True
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    drawn.font.size, drawn.font.color.rgb = Pt(SIZE), rgb(LIGHT.ink)
    drawn.font.name = FONT
    borderless(drawn._chartSpace)
    return drawn


def _axes(drawn: Drawn, axis: Scale, told: LineChart) -> None:
    values, periods = drawn.value_axis, drawn.category_axis
    values.minimum_scale, values.maximum_scale, values.major_unit = axis.low, axis.high, axis.step
    values.tick_labels.number_format = number_format(axis.decimals, told.measure)
    values.tick_labels.number_format_is_linked = False
    values.major_gridlines.format.line.color.rgb = rgb(LIGHT.rule)
    values.major_gridlines.format.line.width = Pt(0.5)
    values.format.line.fill.background()
    values.major_tick_mark = periods.major_tick_mark = XL_TICK_MARK.NONE
    periods.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    periods.format.line.color.rgb = rgb(LIGHT.quiet)
    periods.format.line.width = Pt(0.75)


def _lines(drawn: Drawn, told: LineChart) -> None:
    """Colour, dash and marker per gender; the target is a dashed line without markers."""
    looks = [LIGHT.lines[line.gender] for line in told.lines] + [LIGHT.target] * len(told.levels)
    for look, series in zip(looks, drawn.plots[0].series, strict=True):
        series.smooth = False
        series.format.line.color.rgb = rgb(look.colour)
        series.format.line.width = Pt(look.width * 0.75)
        series.format.line.dash_style = dashed(look)
        # A level over a single period is no line: it is marked instead.
        alone = look.marker == "none" and len(told.periods) == 1
        series.marker.style = ALONE if alone else MARKERS[look.marker]
        if alone or look.marker != "none":
            series.marker.size = 12 if alone else 6
            series.marker.format.fill.solid()
            series.marker.format.fill.fore_color.rgb = rgb(look.colour)
            series.marker.format.line.fill.background()


def _values(drawn: Drawn, told: LineChart, axis: Scale) -> None:
    series = list(drawn.plots[0].series)
    for one in beside(told, axis):
        label = series[one.line].points[one.at].data_label
        label.position = PLACES[one.place]
        frame = label.text_frame
        frame.text = one.text
        font = frame.paragraphs[0].runs[0].font
        font.bold, font.size = True, Pt(SIZE)
        font.color.rgb = rgb(LIGHT.lines[told.lines[one.line].gender].colour)


def _counts(series: Any, status: Status) -> None:
    """The count on its part of the bar, with the status's shape before it; none where the count is zero."""
    labels = series.data_labels
    labels.show_value = True
    labels.number_format = f'"{SIGNS[status]}{NO_BREAK_SPACE}"0;;'
    labels.number_format_is_linked = False
    labels.font.size, labels.font.bold = Pt(SIZE), True
    labels.font.color.rgb = rgb(LIGHT.on_status)

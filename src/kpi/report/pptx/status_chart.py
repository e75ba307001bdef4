"""How many targets have each status, as stacked bars that PowerPoint edits: sign and number in each piece."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from kpi.model import Gender, Status
from kpi.report.briefing.content import Distribution
from kpi.report.document.signs import SIGNS, status_text
from kpi.report.pptx.chart_text import text_properties
from kpi.report.pptx.colours import rgb
from kpi.report.pptx.deck import Page
from kpi.report.pptx.graphics import add_chart, chart_data
from kpi.report.pptx.measure import Box
from kpi.words import number, say

SIZE = 18.0
_GAP_PERCENT, _WHOLE_OVERLAP = 60, 100
_BARS = 0.72  # of the chart's width, about what the bars have


def draw_distribution(page: Page, box: Box, content: Distribution) -> Any:
    """Draw it in the box; returns the chart. A bar for each gender, women first, in pieces in the order of `Status`."""
    narrow = _narrow(page, content, box.width * _BARS)
    bars = [_bar_name(gender, counts, narrow[gender]) for gender, counts in content.counts]
    pieces = [(status_text(status), [counts[at] for _, counts in content.counts]) for at, status in enumerate(Status)]
    data = chart_data(bars, pieces, "0")
    chart = add_chart(page, box, XL_CHART_TYPE.BAR_STACKED_100, data, content.alt)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = _GAP_PERCENT, _WHOLE_OVERLAP
    for status, series in zip(Status, plot.series, strict=True):
        _piece(page, series, status)
        for at, (gender, _) in enumerate(content.counts):
            if status in narrow[gender]:
                _without_label(series, at)
    _axes(page, chart)
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.legend._element.append(text_properties(SIZE, page.look.colours.ink))
    return chart


def _narrow(page: Page, content: Distribution, width: float) -> dict[Gender, list[Status]]:
    """The pieces of each bar that have no room for their sign and number."""
    found: dict[Gender, list[Status]] = {}
    for gender, counts in content.counts:
        point = width / (sum(counts) or 1)
        found[gender] = [
            status
            for status, count in zip(Status, counts, strict=True)
            if count and page.look.face.width(_label(status, count), SIZE, bold=True) > point * count
        ]
    return found


def _label(status: Status, count: int) -> str:
    return f"{SIGNS[status]} {number(count)}"


def _bar_name(gender: Gender, counts: Sequence[int], narrow: Sequence[Status]) -> str:
    """ "Totalt", and in brackets the pieces that are too narrow for words: "Totalt (✕ 1)"."""
    left_out = [_label(status, count) for status, count in zip(Status, counts, strict=True) if status in narrow]
    return say(f"gender-{gender}") + (f" ({', '.join(left_out)})" if left_out else "")


def _without_label(series: Any, at: int) -> None:
    label = parse_xml(f'<c:dLbl {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>')
    labels = series.data_labels._element
    labels.insert(len(labels.findall(qn("c:dLbl"))), label)


def _piece(page: Page, series: Any, status: Status) -> None:
    """Filled in the status's colour; what cannot be judged is hollow with a dashed edge."""
    colours = page.look.colours
    colour, hollow = colours.status[status], status is Status.UNJUDGED
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(colours.background if hollow else colour)
    series.format.line.color.rgb = rgb(colour if hollow else colours.background)
    series.format.line.width = Pt(1.5)
    if hollow:
        series.format.line.dash_style = MSO_LINE.DASH
    labels = series.data_labels
    labels.show_value = True
    labels.number_format = f'"{SIGNS[status]} "0;;'  # none is not written
    labels.number_format_is_linked = False
    labels.position = XL_LABEL_POSITION.CENTER
    element = labels._element
    position = list(element).index(element.find(qn("c:dLblPos")))
    element.insert(position, text_properties(SIZE, colour if hollow else colours.on_status, bold=True))


def _axes(page: Page, chart: Any) -> None:
    genders, counts = chart.category_axis, chart.value_axis
    genders.reverse_order = True
    genders.major_tick_mark = XL_TICK_MARK.NONE
    genders.format.line.fill.background()
    counts.has_major_gridlines = False
    counts.visible = False
    counts.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    element = genders._element
    element.insert(list(element).index(element.find(qn("c:crossAx"))), text_properties(SIZE, page.look.colours.ink))

"""How a chart's series are drawn: colour, dash and marker of each gender and of the target, and words at their ends."""

from typing import Any

from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from kpi.appearance import Line
from kpi.report.pptx.chart_text import text_properties
from kpi.report.pptx.colours import rgb

_MARKERS = {"circle": XL_MARKER_STYLE.CIRCLE, "square": XL_MARKER_STYLE.SQUARE, "diamond": XL_MARKER_STYLE.DIAMOND}
_DASHES = {"solid": MSO_LINE.SOLID, "dash": MSO_LINE.DASH}
_MARKER_POINTS = 8
_FEWER_POINTS = 5
MANY = 24  # periods from which markers would run into each other
_WIDEST_MARKER = 30
_UNMOVED = 0.001  # of the chart's height


def draw_line(series: Any, line: Line, periods: int) -> None:
    """A gender's line, in the colour, dash and marker of `appearance`."""
    _stroke(series, line, _DASHES[line.dash])
    series.marker.style = _MARKERS[line.marker]
    series.marker.size = _MARKER_POINTS if periods < MANY else _FEWER_POINTS
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = rgb(line.colour)
    series.marker.format.line.color.rgb = rgb(line.colour)


def draw_level(series: Any, line: Line, periods: int) -> None:
    """The target: thin short dashes that no gender's line has; where there is one period alone, a bar at its height."""
    _stroke(series, line, MSO_LINE.SQUARE_DOT)
    series.marker.style = XL_MARKER_STYLE.DASH if periods == 1 else XL_MARKER_STYLE.NONE
    if periods == 1:
        series.marker.size = _WIDEST_MARKER
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = rgb(line.colour)


def _stroke(series: Any, line: Line, dash: MSO_LINE) -> None:
    series.smooth = False
    series.format.line.color.rgb = rgb(line.colour)
    series.format.line.width = Pt(line.width)
    series.format.line.dash_style = dash


def label_end(series: Any, index: int, shift: float, *, colour: str, size: float, value: str, named: bool) -> None:
    """Words at one point: the series' name and, with a number format, its value.

    shift: downwards, in shares of the chart's height.
    """
    moved = f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{shift:.4f}"/></c:manualLayout></c:layout>'
    number = f'<c:numFmt formatCode="{_escaped(value)}" sourceLinked="0"/>' if value else ""
    label = parse_xml(
        f'<c:dLbl {nsdecls("c", "a")}><c:idx val="{index}"/>{moved if abs(shift) > _UNMOVED else ""}{number}'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="r"/>'
        f'<c:showLegendKey val="0"/><c:showVal val="{int(bool(value))}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(named)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        "<c:separator> </c:separator></c:dLbl>"
    )
    label.insert(list(label).index(label.find("{*}dLblPos")), text_properties(size, colour, bold=bool(value)))
    labels = series._element.get_or_add_dLbls()
    for old in list(labels):
        labels.remove(old)
    labels.append(label)
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        labels.append(parse_xml(f'<c:{name} {nsdecls("c")} val="0"/>'))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")

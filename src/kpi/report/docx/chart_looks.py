"""The colours, dashes and markers of `kpi.appearance` by the names that Office has for them."""

from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE

from kpi.appearance import Line

MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "none": XL_MARKER_STYLE.NONE,
}
ALONE = XL_MARKER_STYLE.DASH
DASHES = {"solid": MSO_LINE_DASH_STYLE.SOLID, "dash": MSO_LINE_DASH_STYLE.DASH}
# Where the lines are drawn, in shares of the chart: room to the right for the last values, beneath for the legend.
INNER = {"x": 0.08, "y": 0.04, "w": 0.81, "h": 0.64}


def dashed(line: Line) -> MSO_LINE_DASH_STYLE:
    """How the line is broken."""
    return DASHES[line.dash]


def plot_area(chart: _Element) -> None:
    """Fix where the lines are drawn, so that no last value is cut at the chart's edge."""
    area = chart.find(f".//{qn('c:plotArea')}")
    if area is None:
        raise ValueError("a chart without a plot area")
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    etree.SubElement(manual, qn("c:layoutTarget")).set("val", "inner")
    for side in ("x", "y"):
        etree.SubElement(manual, qn(f"c:{side}Mode")).set("val", "edge")
    for side, share in INNER.items():
        etree.SubElement(manual, qn(f"c:{side}")).set("val", str(share))
    area.insert(0, layout)


def borderless(chart: _Element) -> None:
    """No frame around the chart; without this, one is drawn."""
    looks = etree.Element(qn("c:spPr"))
    etree.SubElement(looks, qn("a:noFill"))
    etree.SubElement(etree.SubElement(looks, qn("a:ln")), qn("a:noFill"))
    after = chart.find(qn("c:chart"))
    if after is None:
        raise ValueError("a chart space without a chart")
    after.addnext(looks)


def name_every(chart: _Element, nth: int) -> None:
    """Write the name of every nth period alone."""
    axis = chart.find(f".//{qn('c:catAx')}")
    before = axis.find(qn("c:noMultiLvlLbl"))
    for name in ("c:tickLblSkip", "c:tickMarkSkip"):
        skip = etree.Element(qn(name))
        skip.set("val", str(nth))
        before.addprevious(skip)


def unlisted(chart: _Element, series: list[int]) -> None:
    """Leave the series with these numbers out of the legend: they have no name of their own."""
    legend = chart.find(f".//{qn('c:legend')}")
    for at, number in enumerate(series):
        entry = etree.Element(qn("c:legendEntry"))
        etree.SubElement(entry, qn("c:idx")).set("val", str(number))
        etree.SubElement(entry, qn("c:delete")).set("val", "1")
        legend.insert(1 + at, entry)

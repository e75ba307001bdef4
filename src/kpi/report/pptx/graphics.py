"""Charts and tables as shapes: named, described for who does not see them, and in their place."""

from collections.abc import Iterable, Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from kpi.report.pptx.clean import clean, inert
from kpi.report.pptx.deck import Page, emu
from kpi.report.pptx.measure import Box
from kpi.report.pptx.runs import LANGUAGE

_DATA: Any = CategoryChartData  # its methods have no types


def chart_data(categories: Iterable[str], rows: Iterable[tuple[str, Sequence[float | None]]], form: str) -> Any:
    """What a chart shows: a name and values for each series; names that a workbook would run are made inert."""
    data = _DATA(number_format=form)
    data.categories = [inert(category) for category in categories]
    for name, values in rows:
        data.add_series(inert(name), values)
    return data


def describe(frame: Any, alt: str) -> None:
    """Alternative text of a chart, picture or table."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(alt))


def add_chart(page: Page, box: Box, kind: XL_CHART_TYPE, data: CategoryChartData, alt: str) -> Any:
    """A native chart with its workbook, without title, legend or gaps filled in; returns the chart."""
    frame = page.slide.shapes.add_chart(kind, *emu(box), data)
    describe(frame, alt)
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = False
    space = chart._chartSpace
    if space.find(qn("c:lang")) is None:
        before = space.find(qn("c:date1904"))
        language = parse_xml(f'<c:lang {nsdecls("c")} val="{LANGUAGE}"/>')
        space.insert(0 if before is None else list(space).index(before) + 1, language)
    return chart

"""Slides: forty with a chart each, against python-pptx's bare writing of the same shapes in the same run.

The floor puts as many charts of the same size and data, tables, text boxes with the same texts, and notes on as many
slides of an empty presentation, without measuring, styling or describing anything.
"""

import io
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import pptx
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from benchmarks.figures import Compared, in_turns
from kpi.model import Gender, Status
from kpi.report.briefing.content import (
    Briefing,
    Indicator,
    Level,
    Line,
    LineChart,
    Part,
    Question,
    Quote,
    Table,
    Text,
    Value,
)
from kpi.report.pptx import slides as write_slides

CHARTS, LIMIT = 40, 2.0
_YEARS = tuple(str(year) for year in range(2010, 2025))


def slides() -> Compared:
    """Milliseconds for the file, ours and the floor."""
    content = made_briefing()
    ready = write_slides(content)
    return in_turns(f"bilder, {CHARTS} diagram", _timed(lambda: write_slides(content)), _timed(_bare(ready)), LIMIT)


def _timed(use: Callable[[], object]) -> Callable[[], float]:
    def once() -> float:
        start = time.perf_counter()
        use()
        return (time.perf_counter() - start) * 1000

    return once


def made_briefing() -> Briefing:
    """A follow-up of forty nyckeltal, whose words stand beside their charts, so that each is a slide."""
    asked = [Question(f"Fråga {at}?", f"Svar {at}.", ("En punkt.", "En till."), None, ()) for at in range(3)]
    return Briefing(
        subject="Mätning", organisation="Region Mätning", plan="Plan 2025", period="2025", as_of="som det var i dag",
        made_on=date(2025, 1, 1), example="", occasion=None, questions=(asked[0], asked[1], asked[2]),
        status_table=Table("", (), ()), indicators=tuple(_indicator(at) for at in range(CHARTS)), sections=(),
        proposal=(), missing=(), sources=("En källa.",),
    )  # fmt: skip


def _indicator(at: int) -> Indicator:
    genders = ((Gender.WOMEN, "Kvinnor", 6.0), (Gender.MEN, "Män", 3.0), (Gender.TOTAL, "Totalt", 5.0))
    lines = tuple(
        Line(gender, name, tuple(start + (at * 7 + year * 3) % 11 / 10 for year in range(len(_YEARS))))
        for gender, name, start in genders
    )
    chart = LineChart("Tidsserie", "Linjer", _YEARS, lines, (Level(5.0, "Målvärde högst 5,0 %"),), "%", 1, ())
    values = tuple(Value(gender, name, "6,1 %", "2024", Status.NEAR, "nära målvärdet") for gender, name, _ in genders)
    parts = (
        Part(1, "Tidsserie", (chart,)),
        Part(2, "Utvecklingstrend", (Text("Ingen säker förändring för kvinnor eller män."),)),
        Part(3, "Förklaring till utvecklingen", (Quote("Ingen stor ändring.", "Chef, 1 maj 2025"),)),
    )
    return Indicator(f"m-{at}", "Region Mätning", f"Nyckeltal {at}", "", "", "Målet nås nästan.", values, parts)


def _bare(ready: bytes) -> Callable[[], object]:
    """Writes the shapes of a ready file once more, with nothing but python-pptx."""
    wanted = [_shapes(slide) for slide in pptx.Presentation(io.BytesIO(ready)).slides]

    def write() -> bytes:
        deck = pptx.Presentation()
        for title, shapes, notes in wanted:
            slide = deck.slides.add_slide(deck.slide_layouts[5])
            slide.shapes.title.text = title
            for add in shapes:
                add(slide)
            slide.notes_slide.notes_text_frame.text = notes
        written = io.BytesIO()
        deck.save(written)
        return written.getvalue()

    return write


def _shapes(slide: Any) -> tuple[str, list[Callable[[Any], object]], str]:
    adders = [_adder(shape) for shape in slide.shapes if shape != slide.shapes.title]
    return slide.shapes.title.text_frame.text, adders, slide.notes_slide.notes_text_frame.text


def _adder(shape: Any) -> Callable[[Any], object]:
    place = (shape.left or Pt(0), shape.top or Pt(0), shape.width or Pt(100), shape.height or Pt(20))
    if shape.has_chart:
        plot = shape.chart.plots[0]
        rows = [(series.name, tuple(series.values)) for series in plot.series]
        return lambda slide: slide.shapes.add_chart(
            XL_CHART_TYPE.LINE_MARKERS, *place, _data(list(plot.categories), rows)
        )
    text = shape.text_frame.text
    return lambda slide: setattr(slide.shapes.add_textbox(*place).text_frame, "text", text)


def _data(categories: list[str], rows: list[tuple[str, tuple[float | None, ...]]]) -> CategoryChartData:
    data = CategoryChartData()
    data.categories = categories
    for name, values in rows:
        data.add_series(name, values)
    return data

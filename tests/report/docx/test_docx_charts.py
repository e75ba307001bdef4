"""The charts in a Word file: Office's own, with the exact values in the drawing and in the workbook."""

import io
import zipfile

import pytest
from docx import Document
from lxml import etree
from python_calamine import CalamineWorkbook

from kpi.appearance import LIGHT
from kpi.model import Status
from kpi.report.briefing.content import Distribution, LineChart
from kpi.report.docx import report
from kpi.report.docx.charts import distribution, line_chart
from report.document_sample import NO_DATA, ONE_VALUE, SAMPLE, SICK, SICK_LEAVE, SOLIDITY
from report.document_texts import charts

C = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
LINES = {"percent": SICK_LEAVE, "negative": SOLIDITY, "one": ONE_VALUE, "none": NO_DATA}


def drawn(element) -> dict[str, list[float | None]]:
    """Each series' name and its values as the drawing keeps them."""
    found = {}
    for series in element.iterfind(".//c:ser", C):
        count = int(series.find("c:val//c:ptCount", C).get("val"))
        values = [None] * count
        for point in series.iterfind("c:val//c:pt", C):
            values[int(point.get("idx"))] = float(point.findtext("c:v", namespaces=C))
        found[series.findtext("c:tx//c:v", namespaces=C)] = values
    return found


def expected(told: LineChart) -> dict[str, list[float | None]]:
    found = {line.name: list(line.values) for line in told.lines}
    return found | {level.words: [level.value] * len(told.periods) for level in told.levels}


@pytest.mark.parametrize("name", LINES)
def test_the_drawing_has_the_exact_values(name):
    assert drawn(line_chart(LINES[name]).element) == expected(LINES[name])


@pytest.mark.parametrize("name", LINES)
def test_the_workbook_has_the_same_values(name):
    told = LINES[name]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(line_chart(told).workbook)).get_sheet_by_index(0).to_python()
    names, *values = rows
    assert names[1:] == list(expected(told))
    assert [str(row[0]).removesuffix(".0") for row in values] == list(told.periods)
    columns = [[None if value == "" else value for value in column] for column in zip(*values, strict=True)][1:]
    assert columns == list(expected(told).values())


def test_lines_have_the_colour_dash_and_marker_of_their_gender():
    series = line_chart(SICK_LEAVE).element.findall(".//c:ser", C)
    for line, one in zip(SICK_LEAVE.lines, series[:3], strict=True):
        look = LIGHT.lines[line.gender]
        assert one.find("c:spPr/a:ln//a:srgbClr", C).get("val").lower() == look.colour.lstrip("#")
        assert one.find("c:spPr/a:ln/a:prstDash", C).get("val") == look.dash
        assert one.find("c:marker/c:symbol", C).get("val") == look.marker
    assert series[3].find("c:marker/c:symbol", C).get("val") == "none"


def test_a_target_over_one_period_is_marked():
    series = line_chart(ONE_VALUE).element.findall(".//c:ser", C)
    assert series[-1].find("c:marker/c:symbol", C).get("val") == "dash"


def test_the_last_values_stand_beside_the_lines_as_they_are_written():
    labels = [
        "".join(label.itertext()).strip() for label in line_chart(SICK_LEAVE).element.iterfind(".//c:dLbl//a:t", C)
    ]
    assert labels == [value.text for value in SICK.values]


def test_the_distribution_counts_each_status_with_its_shape():
    told = next(block for block in SAMPLE.questions[1].blocks if isinstance(block, Distribution))
    found = drawn(distribution(told).element)
    assert list(found) == ["✓\xa0Uppnått", "▲\xa0Nära", "✕\xa0Ej uppnått", "○\xa0Kan ej bedömas"]
    assert list(found.values()) == [[float(counts[n]) for _, counts in told.counts] for n in range(len(Status))]


def test_each_chart_is_a_part_with_its_own_workbook():
    with zipfile.ZipFile(io.BytesIO(report(SAMPLE))) as file:
        names = file.namelist()
        count = len(charts(SAMPLE))
        assert [f"word/charts/chart{n + 1}.xml" in names for n in range(count)] == [True] * count
        for n in range(1, count + 1):
            related = etree.fromstring(file.read(f"word/charts/_rels/chart{n}.xml.rels"))
            assert [one.get("Target") for one in related] == [f"../embeddings/Microsoft_Excel_Sheet{n}.xlsx"]
            external = etree.fromstring(file.read(f"word/charts/chart{n}.xml")).find("c:externalData", C)
            assert external.get(f"{{{R}}}id") == related[0].get("Id")


R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_a_chart_without_values_is_not_drawn_but_told():
    word = Document(io.BytesIO(report(SAMPLE)))
    assert NO_DATA.alt in [paragraph.text for paragraph in word.paragraphs]
    assert NO_DATA not in charts(SAMPLE)


def test_names_that_begin_as_formulas_are_texts_in_the_workbook():
    line = SICK_LEAVE.lines[0]
    told = LineChart("t", "a", ("=1+1",), (type(line)(line.gender, '=HYPERLINK("x")', (1.0,)),), (), "%", 0, ())
    with zipfile.ZipFile(io.BytesIO(line_chart(told).workbook)) as file:
        assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")

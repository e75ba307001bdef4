"""Charts in a Word file: each a part of its own with the workbook that holds its data, so that it can be edited."""

from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from kpi.report.docx.charts import Chart
from kpi.report.docx.xml import bare, el

EMU = 12700  # to the point
HEIGHT, BAR, LEGEND = 184.0, 30.0, 42.0  # points
LONGEST_NAME = 250  # characters that Word takes in a title
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


class Charts:
    """Adds charts to the file and counts them."""

    def __init__(self, word: Word, width: float) -> None:
        self._part, self._width, self._count = word.part, width, 0

    def drawn(self, chart: Chart, title: str, alt: str, lines: int = 0) -> _Element:
        """The run that shows the chart, as wide as the text; `lines`: how many bars it has, 0 for a line chart."""
        self._count += 1
        height = LEGEND + BAR * lines if lines else HEIGHT
        extent = {"cx": round(self._width * EMU), "cy": round(height * EMU)}
        frame = bare("c:chart")
        frame.set(qn("r:id"), self._added(chart))
        named = {"name": f"Diagram {self._count}", "descr": alt, "title": title[:LONGEST_NAME]}
        inline = bare(
            "wp:inline",
            bare("wp:extent", **extent),
            bare("wp:docPr", id=1000 + self._count, **named),
            bare("wp:cNvGraphicFramePr"),
            bare("a:graphic", bare("a:graphicData", frame, uri=CHART)),
            distT=0,
            distB=0,
            distL=0,
            distR=0,
        )
        return el("w:r", el("w:drawing", inline))

    def _added(self, chart: Chart) -> str:
        """The relation's id. The chart names its workbook by a relation of its own."""
        package = self._part.package
        sheet = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{self._count}.xlsx")
        workbook = Part(sheet, CONTENT_TYPE.SML_SHEET, chart.workbook, package)
        part = Part(PackURI(f"/word/charts/chart{self._count}.xml"), CONTENT_TYPE.DML_CHART, None, package)
        data = etree.SubElement(chart.element, qn("c:externalData"))
        data.set(qn("r:id"), part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE))
        etree.SubElement(data, qn("c:autoUpdate")).set("val", "0")
        part._blob = etree.tostring(chart.element, xml_declaration=True, encoding="UTF-8", standalone=True)
        return self._part.relate_to(part, RELATIONSHIP_TYPE.CHART)

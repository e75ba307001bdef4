"""Small pieces of chart XML that python-pptx has no words for."""

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from kpi.report.pptx.runs import LANGUAGE


def text_properties(size: float, colour: str, *, bold: bool = False) -> Any:
    """A `c:txPr`: how a chart's text is set."""
    return parse_xml(
        f'<c:txPr {nsdecls("c", "a")}><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="{LANGUAGE}" '
        f'sz="{round(size * 100)}" b="{int(bold)}"><a:solidFill><a:srgbClr val="{colour.lstrip("#").upper()}"/>'
        f'</a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
    )


def plot_layout(x: float, y: float, width: float, height: float) -> Any:
    """A `c:layout` of the plot inside its axes' texts, in shares of the chart."""
    return parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{width:.4f}"/>'
        f'<c:h val="{height:.4f}"/></c:manualLayout></c:layout>'
    )

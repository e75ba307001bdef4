"""The file as a package: parts, relations and the order of elements that Office insists on."""

import posixpath
from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx.oxml.ns import qn

from kpi.report.pptx import slides
from report.briefing_sample import briefing
from report.pptx.reading import parts, xml

# Children in the order of ECMA-376, of every element that this writer puts together or adds to.
ORDER = {
    "c:chartSpace": "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart "
    "spPr txPr externalData printSettings userShapes extLst",
    "c:chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly "
    "dispBlanksAs showDLblsOverMax",
    "c:plotArea": "layout lineChart barChart catAx valAx dateAx dTable spPr",
    "c:lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
    "c:barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "c:ser": "idx order tx spPr invertIfNegative marker pictureOptions dPt dLbls trendline errBars cat val smooth "
    "shape",
    "c:dLbls": "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent "
    "showBubbleSize separator showLeaderLines leaderLines",
    "c:dLbl": "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName "
    "showPercent showBubbleSize separator",
    "c:catAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark "
    "tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip "
    "noMultiLvlLbl",
    "c:valAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark "
    "tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits",
    "c:legend": "legendPos legendEntry layout overlay spPr txPr",
    "c:manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
    "a:p": "pPr r fld br endParaRPr",
    "a:pPr": "lnSpc spcBef spcAft buClr buSzPct buFont buNone buAutoNum buChar tabLst defRPr",
    "a:rPr": "ln noFill solidFill effectLst latin ea cs sym hlinkClick",
    "a:tcPr": "lnL lnR lnT lnB noFill solidFill",
    "a:tc": "txBody tcPr",
    "p:sp": "nvSpPr spPr style txBody",
    "p:txBody": "bodyPr lstStyle p",
    "p:presentation": "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz embeddedFontLst "
    "custShowLst defaultTextStyle extLst",
}  # fmt: skip


@pytest.fixture(scope="module")
def content() -> bytes:
    return slides(briefing())


@pytest.fixture(scope="module")
def trees(content):
    return xml(content)


def disordered(root: etree._Element) -> list[str]:
    found = []
    for name, order in ORDER.items():
        ranks = {child: rank for rank, child in enumerate(order.split())}
        for element in root.iter(qn(name)):
            children = [etree.QName(child).localname for child in element]
            unknown = [child for child in children if child not in ranks]
            places = [ranks[child] for child in children if child in ranks]
            if name in ("a:p", "c:plotArea"):  # runs and fields, lines and axes, may come in turns
                places = [places[0], places[-1]] if places else []
            if unknown or places != sorted(places):
                found.append(f"{name}: {children}")
    return found


def test_a_wrong_order_would_be_found():
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    assert disordered(etree.fromstring(f"<a:tc {names}><a:tcPr/><a:txBody/></a:tc>"))
    assert disordered(etree.fromstring(f"<a:tc {names}><a:stray/></a:tc>"))


def test_elements_stand_in_the_schemas_order(trees):
    assert [(name, wrong) for name, root in trees.items() if (wrong := disordered(root))] == []


def test_no_part_stands_twice_and_nothing_of_others_is_left(content):
    with ZipFile(BytesIO(content)) as archive:
        assert [name for name, count in Counter(archive.namelist()).items() if count > 1] == []
        assert archive.testzip() is None
        assert not [name for name in archive.namelist() if "thumbnail" in name or "printerSettings" in name]


def test_every_relation_leads_to_a_part_and_every_part_is_led_to(content, trees):
    names = set(parts(content))
    reached = set()
    for name, root in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = [relation.get("Id") for relation in root]
        assert len(set(ids)) == len(ids)
        for relation in root:
            assert relation.get("TargetMode") != "External"
            target = relation.get("Target")
            reached.add(posixpath.normpath(target.lstrip("/") if target[0] == "/" else posixpath.join(folder, target)))
    assert reached - names == set()
    assert {name for name in names if not name.endswith(".rels")} - reached - {"[Content_Types].xml"} == set()


def test_every_part_has_a_content_type(content, trees):
    types = trees["[Content_Types].xml"]
    named = {each.get("PartName") for each in types if each.get("PartName")}
    kinds = {each.get("Extension") for each in types if each.get("Extension")}
    for name in parts(content):
        assert f"/{name}" in named or name.rsplit(".", 1)[-1] in kinds
    assert all(name.lstrip("/") in parts(content) for name in named)


def test_ids_within_a_slide_are_unlike(trees):
    for name, root in trees.items():
        if name.startswith("ppt/slides/slide"):
            ids = [each.get("id") for each in root.iter(qn("p:cNvPr"))]
            assert len(set(ids)) == len(ids), name


def test_relations_named_in_a_part_exist(trees):
    key = qn("r:id")
    for name, root in trees.items():
        if name.endswith(".rels"):
            continue
        used = {element.get(key) for element in root.iter() if element.get(key)}
        folder, file = posixpath.split(name)
        related = trees.get(f"{folder}/_rels/{file}.rels")
        assert used <= ({each.get("Id") for each in related} if related is not None else set()), name

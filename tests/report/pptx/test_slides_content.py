"""What a PowerPoint file says: read back with python-pptx and set against the follow-up that it was made of."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pptx.chart.data import CategoryChartData
from pptx.oxml.ns import qn

from kpi.model import Status
from kpi.report.briefing.content import Distribution
from kpi.report.document.signs import status_text
from kpi.report.pptx import slides
from report.briefing_sample import EXAMPLE, SICK_MEN, SICK_TOTAL, SICK_WOMEN, YEARS, briefing, many, sick_leave
from report.pptx.reading import charts, opened, said, series, texts, titles


@pytest.fixture(scope="module")
def content() -> bytes:
    return slides(briefing())


@pytest.fixture
def deck(content):
    return opened(content)


def test_a_title_and_a_slide_per_question_come_first(deck):
    asked = briefing().questions
    assert titles(deck)[:4] == [briefing().subject, *(question.headline for question in asked)]
    for slide, question in zip(list(deck.slides)[1:4], asked, strict=True):
        assert question.question in texts(slide)
        assert set(question.points) <= set(texts(slide))


def test_without_appendix_there_are_four_slides():
    assert len(opened(slides(briefing(), appendix=False)).slides) == 4


def test_every_title_stands_in_a_title_placeholder_and_is_unlike_the_others(deck):
    assert all(slide.shapes.title is not None for slide in deck.slides)
    assert len(set(titles(deck))) == len(titles(deck)) > 10


def test_titles_are_unlike_each_other_even_when_findings_and_names_are_not():
    same = (sick_leave(), sick_leave(), sick_leave())
    found = titles(opened(slides(briefing(indicators=same))))
    assert len(set(found)) == len(found)


def test_each_nyckeltal_has_its_finding_values_and_parts(deck):
    first = next(slide for slide in deck.slides if "Målet nås för män men inte för kvinnor." in texts(slide))
    told = "\n".join(texts(first))
    for value in sick_leave().values:
        assert value.text in told
        assert status_text(value.status) in told
        assert value.note in told
    whole = "\n".join(line for slide in deck.slides for line in texts(slide))
    for part in sick_leave().parts[1:]:
        assert part.heading in whole


def test_what_is_missing_makes_no_noise(deck):
    whole = "\n".join(line for slide in deck.slides for line in [*texts(slide), said(slide)])
    assert "Förklaring av ansvarig" not in whole
    assert briefing().missing[0] not in whole


def test_values_of_a_chart_are_the_exact_ones_and_gaps_stay_gaps(deck):
    lines = [shape.chart for shape in charts(deck)]
    drawn = next(series(chart) for chart in lines if series(chart).get("Kvinnor") == SICK_WOMEN)
    assert drawn == {"Kvinnor": SICK_WOMEN, "Män": SICK_MEN, "Totalt": SICK_TOTAL, "Målvärde högst 5,0 %": (5.0,) * 11}
    assert list(charts(deck)[1].chart.plots[0].categories) == list(YEARS)
    assert any(series(chart).get("Kvinnor") == (287.7, None, 260.1, 251.0) for chart in lines)
    assert all(chart._chartSpace.chart.find(qn("c:dispBlanksAs")).get("val") == "gap" for chart in lines)


def test_bars_hold_the_counts_of_each_status(deck):
    counts = dict(briefing().questions[1].picture.counts)
    drawn = series(charts(deck)[0].chart)
    for at, status in enumerate(Status):
        assert drawn[status_text(status)] == tuple(row[at] for row in counts.values())


def test_pieces_without_room_for_words_are_told_beside_their_bar():
    asked = list(briefing().questions)
    asked[1] = replace(
        asked[1], picture=Distribution("", "", ((next(iter(dict(asked[1].picture.counts))), (90, 1, 0, 0)),))
    )
    drawn = charts(opened(slides(briefing(questions=tuple(asked)))))[0].chart
    assert list(drawn.plots[0].categories) == ["Kvinnor (▲ 1)"]


def test_charts_carry_their_workbook_and_can_be_edited_and_saved(deck):
    shapes = charts(deck)
    assert len(shapes) == 6
    for shape in shapes:
        assert shape.chart.part.chart_workbook.xlsx_part.blob.startswith(b"PK")
    data = CategoryChartData()
    data.categories = ["2024", "2025"]
    data.add_series("Kvinnor", (1.5, None))
    data.add_series("Män", (2.5, 3.5))
    shapes[1].chart.replace_data(data)
    saved = BytesIO()
    deck.save(saved)
    assert series(charts(opened(saved.getvalue()))[1].chart) == {"Kvinnor": (1.5, None), "Män": (2.5, 3.5)}


def test_alternative_text_stands_on_every_chart_and_table(deck):
    framed = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart or shape.has_table]
    described = [shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in framed]
    assert len(framed) > 6
    assert all(described)
    assert sick_leave().parts[0].blocks[0].alt in described


def test_tables_flag_their_header_row(deck):
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert len(tables) >= 3
    assert all(table.first_row and not table.horz_banding for table in tables)


def test_notes_hold_explanations_with_who_and_when_and_sources(deck):
    for slide in deck.slides:
        assert all(source in said(slide) for source in briefing().sources)
        assert briefing().as_of in said(slide)
    whole = "\n".join(said(slide) for slide in deck.slides)
    assert "korttidsfrånvaron" in whole
    assert "HR-direktör, 18 september 2025" in whole
    assert "Regiondirektör, 2 maj 2025" in said(deck.slides[3])


def test_example_values_are_labelled_on_every_slide(deck):
    assert all(EXAMPLE in texts(slide) for slide in deck.slides)
    real = opened(slides(briefing(example="")))
    assert not any("Exempel" in line for slide in real.slides for line in texts(slide))


def test_every_slide_says_whose_and_which_figures_and_its_number(deck):
    for number, slide in enumerate(deck.slides, start=1):
        line = next(line for line in texts(slide) if line.startswith("Region Jämtland Härjedalen · "))
        assert "2025" in line
        assert briefing().as_of in line
        assert texts(slide)[-1] == str(number)


def test_every_text_says_that_it_is_swedish(deck):
    for slide in deck.slides:
        for root in (slide.element, slide.notes_slide.element):
            marked = [each for tag in ("a:r", "a:fld") for each in root.iter(qn(tag))]
            assert all(each.find(qn("a:rPr")).get("lang") == "sv-SE" for each in marked)
    for shape in charts(deck):
        for properties in shape.chart._chartSpace.iter(qn("a:defRPr")):
            assert properties.get("lang") in ("sv-SE", None)
        assert shape.chart._chartSpace.find(qn("c:lang")).get("val") == "sv-SE"


def test_the_file_says_what_it_is(deck):
    properties = deck.core_properties
    assert properties.title == briefing().subject
    assert properties.author == "Region Jämtland Härjedalen"
    assert properties.language == "sv-SE"
    assert properties.created.date() == date(2025, 5, 31)


def test_reading_order_is_title_question_points_picture_furniture(deck):
    order = [shape.name for shape in deck.slides[2].shapes]
    kinds = [shape.has_chart for shape in deck.slides[2].shapes]
    assert order[0].startswith("Title")
    assert kinds.index(True) == 3
    assert texts(deck.slides[2])[1] == briefing().questions[1].question
    assert order[-1].startswith("Slide Number")


def test_sixty_nyckeltal_all_have_their_slide():
    deck = opened(slides(many(60)))
    found = titles(deck)
    assert sum(title.startswith("Nyckeltal 60,") for title in found) == 2
    rows = [cell.text for slide in deck.slides for shape in slide.shapes if shape.has_table
            for cell in list(shape.table.iter_cells())[:: len(shape.table.columns)]]  # fmt: skip
    assert sum(row.startswith("Nyckeltal ") for row in rows) >= 60


def test_points_beyond_the_room_are_counted():
    asked = list(briefing().questions)
    asked[2] = replace(asked[2], points=tuple(f"Åtgärd {number} som behöver två hela rader för att sägas, med allt som "
                                              "hör till den och lite till." for number in range(20)))  # fmt: skip
    shown = texts(opened(slides(briefing(questions=tuple(asked)))).slides[3])
    points = [line for line in shown if line.startswith("Åtgärd")]
    more = next(line for line in shown if line.startswith("och "))
    assert 2 < len(points) < 20
    assert more.endswith(" till i bilagan")
    without = texts(opened(slides(briefing(questions=tuple(asked)), appendix=False)).slides[3])
    assert any(line.startswith("och ") and line.endswith(" till") for line in without)

"""Slides for the screen, laid out without one: what stands on them, in which order, and that it fits."""

from dataclasses import replace

import pytest

from kpi.model import Gender, Status
from kpi.report.briefing.content import Cell, Table
from kpi.ui.presentation.compose import footer, slides
from kpi.ui.presentation.flow import SIZES, fitted, pages, total
from kpi.ui.presentation.follow import follow, origin_of
from kpi.ui.presentation.slide import WIDTH, Grid, Line, Picture, Values, Words, head
from kpi.ui.presentation.tables import grids
from report import briefing_sample as sample

ROOM = 300.0
LONG = " ".join(f"ord{number}" for number in range(600))


def whole():
    return sample.briefing()


def test_the_order_is_title_questions_statuses_and_nyckeltal():
    made = slides(whole())
    assert made[0].first
    assert made[0].title == whole().subject
    titles = [slide.title for slide in made]
    questions = [titles.index(question.headline) for question in whole().questions]
    statuses = [at for at, slide in enumerate(made) if slide.title.startswith(whole().status_table.caption)]
    pictures = [at for at, slide in enumerate(made) if any(isinstance(piece, Picture) for piece in slide.pieces)]
    assert questions == sorted(questions)
    assert questions[-1] < statuses[0] < statuses[-1] < pictures[0]
    assert [made[at].kicker for at in questions] == [question.question for question in whole().questions]


def test_a_nyckeltal_has_its_finding_as_title_and_every_value():
    for one in whole().indicators:
        found = [slide for slide in slides(whole()) if slide.kicker == one.name and slide.title == one.headline]
        if found:
            [values] = [piece for piece in found[0].pieces if isinstance(piece, Values)]
            assert values.values == one.values


def test_gaps_to_fill_in_are_on_no_slide():
    said = " ".join(line.text for slide in slides(whole()) for piece in slide.pieces if isinstance(piece, Words)
                    for line in piece.lines)  # fmt: skip
    assert not any(blank in said for blank in whole().missing)


def test_what_fits_is_on_one_slide_in_the_largest_type():
    [words] = pages([Line("Kort.", "point")], WIDTH, ROOM)
    assert words.size == SIZES[0]


@pytest.mark.parametrize("kind", ["point", "text", "quote"])
def test_long_texts_go_on_and_no_slide_holds_more_than_its_room(kind):
    made = pages([Line(LONG, kind), Line("Sist.", kind)], WIDTH, ROOM)
    assert len(made) > 1
    assert all(total(page.lines, page.size, WIDTH) <= ROOM for page in made)
    said = " ".join(line.text.strip("… ") for page in made for line in page.lines)
    assert said == f"{LONG} Sist."


def test_a_heading_and_who_said_it_stay_with_what_they_belong_to():
    said = Line("”Så är det.” " * 6, "quote"), Line("Anna, 1 maj 2025", "signed")
    lines = [line for number in range(12) for line in (Line(f"Rubrik {number}", "heading"), *said)]
    made = pages(lines, WIDTH, ROOM)
    assert len(made) > 1
    assert all(page.lines[0].kind == "heading" and page.lines[-1].kind == "signed" for page in made)
    assert [line for page in made for line in page.lines] == lines


def test_a_word_longer_than_a_slide_ends():
    assert pages([Line("x" * 20_000)], WIDTH, ROOM)


def test_nothing_to_say_takes_no_slide():
    assert pages([], WIDTH, ROOM) == [Words((), SIZES[0])]
    assert fitted([Line(LONG)], WIDTH, ROOM) is None


def table(rows, name="Nyckeltal"):
    row = (Cell("6,4 %", Status.NOT_MET), Cell("", Status.UNJUDGED, note="skyddat"), Cell("≥ 5"))
    return Table(
        "Alla", ("Nyckeltal", "Kvinnor", "Män", "Mål"), tuple((Cell(f"{name} {at}"), *row) for at in range(rows))
    )


@pytest.mark.parametrize("rows", [1, 5, 60])
def test_a_table_is_paged_and_every_row_is_there_once(rows):
    made = list(grids(table(rows), ROOM))
    assert [row for grid in made for row in grid.rows] == list(table(rows).rows)
    assert all(abs(sum(grid.widths) - 100) < 0.01 for grid in made)
    assert (len(made) == 1) == (rows < 6)


def test_long_names_make_rows_higher_and_slides_more():
    assert len(list(grids(table(20, sample.LONG_NAME), ROOM))) > len(list(grids(table(20), ROOM)))


def test_a_table_without_rows_is_none():
    assert list(grids(table(0), ROOM)) == []


def test_a_title_shrinks_and_leaves_its_room():
    short, long = head("Målet nås", "Fråga", example=True), head(sample.LONG_NAME, "Fråga", example=True)
    assert short.size > long.size
    assert short.room > long.room > 150
    assert head("Målet nås", "", example=False).room > short.room


def test_no_chart_is_lower_than_can_be_read():
    briefing = whole()
    one = replace(briefing.indicators[0], name=sample.LONG_NAME, headline=sample.LONG_NAME)
    made = slides(replace(briefing, indicators=(one,)))
    [picture] = [piece for slide in made for piece in slide.pieces if isinstance(piece, Picture)]
    assert picture.height >= 90


def test_those_without_outcomes_share_a_slide():
    briefing = whole()
    values = tuple(replace(value, text="–", period="") for value in briefing.indicators[0].values)
    empty = [replace(briefing.indicators[0], name=f"Tomt {at}", values=values, parts=()) for at in range(3)]
    *_, last = slides(replace(briefing, indicators=tuple(empty)))
    assert last.title == "Tre nyckeltal saknar utfall"
    assert [line.text for line in last.pieces[0].lines] == ["Tomt 0", "Tomt 1", "Tomt 2"]


def test_sixty_nyckeltal_have_their_slides():
    briefing = whole()
    many = tuple(replace(briefing.indicators[0], code=f"n{at}", name=f"Nyckeltal {at}") for at in range(60))
    made = slides(replace(briefing, indicators=many, status_table=table(60)))
    assert sum(any(isinstance(piece, Picture) for piece in slide.pieces) for slide in made) == 60
    assert sum(len(piece.rows) for slide in made for piece in slide.pieces
               if isinstance(piece, Grid) and piece.caption == "Alla") == 60  # fmt: skip


def test_the_footer_says_whose_and_when_however_long_the_names():
    briefing = replace(whole(), plan=sample.LONG_NAME * 2, organisation=sample.LONG_NAME)
    assert footer(briefing).endswith(f"{briefing.period} · {briefing.as_of}")
    assert len(footer(briefing)) < 220


@pytest.mark.parametrize(
    ("seen", "public", "origin"),
    [
        ("http://127.0.0.1:8501/visa", "", ""),
        ("http://localhost:8501/visa", "https://mal.example", "https://mal.example"),
        ("http://[::1]:8501/visa", "", ""),
        ("https://mal.example:8443/visa", "", "https://mal.example:8443"),
        ("", "", ""),
    ],
)
def test_others_follow_at_an_address_that_they_reach(seen, public, origin):
    assert origin_of(seen, public) == origin


def test_the_code_is_a_picture_of_the_address():
    made = follow("https://mal.example/visa?mal=kultur")
    assert made.short == "mal.example/visa?mal=kultur"
    assert made.code.startswith("data:image/svg+xml")
    assert follow("").code == ""


def test_women_and_men_stand_beside_each_other():
    [values] = [piece for slide in slides(whole()) if slide.title == whole().indicators[0].headline
                for piece in slide.pieces if isinstance(piece, Values)]  # fmt: skip
    assert [value.gender for value in values.values][:2] == [Gender.WOMEN, Gender.MEN]

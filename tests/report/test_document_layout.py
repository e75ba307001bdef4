"""The layout that both writers share: columns that hold their words, axes, and values beside lines."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.model import Gender
from kpi.report.briefing.content import Cell, Level, Line, LineChart, Table
from kpi.report.document.columns import PADDING, SIZES, layout, measured
from kpi.report.document.figures import beside, caption, every_nth, ticks
from kpi.report.document.memo import memo_document
from kpi.report.document.parts import Heading
from kpi.report.document.report import report_document
from kpi.report.document.scale import scale
from report.document_sample import CASES, ONE_VALUE, SAMPLE, SICK_LEAVE, SOLIDITY, STATUS_TABLE

WIDTH = 453.5
words = st.text(st.sampled_from("abiåmMW1 -–"), max_size=60)


@given(st.lists(st.lists(words, min_size=4, max_size=4), min_size=1, max_size=6))
def test_columns_fill_the_width_and_hold_their_longest_words(rows):
    table = Table("", tuple(rows[0]), tuple(tuple(Cell(text) for text in row) for row in rows))
    made = layout(table, WIDTH)
    assert sum(made.shares) == pytest.approx(1)
    assert all(share > 0 for share in made.shares)
    if made.whole:
        for at, share in enumerate(made.shares):
            for row in rows:
                longest = max(measured(word) for word in row[at].replace("-", "- ").replace("–", "– ").split(" "))
                assert longest * made.size + PADDING <= share * WIDTH + 1e-6


def test_a_table_with_room_has_the_usual_size_and_one_without_a_smaller():
    assert layout(STATUS_TABLE, WIDTH).size == SIZES[0]
    assert layout(STATUS_TABLE, WIDTH / 1.45).size < SIZES[0]


def test_an_endless_word_does_not_squeeze_the_other_columns():
    table = Table("", ("A", "Uppnått", "Värde"), ((Cell("x" * 900), Cell("Uppnått"), Cell("12,5")),))
    made = layout(table, WIDTH)
    assert not made.whole
    assert made.shares[1] * WIDTH >= measured("Uppnått") * made.size
    assert made.shares[0] > 0.5


values = st.floats(-1e7, 1e7, allow_nan=False).map(lambda value: round(value, 3))


@given(st.lists(values, min_size=1, max_size=20), st.one_of(st.none(), values))
def test_an_axis_has_room_for_all_values_and_even_lines(drawn, level):
    line = Line(Gender.TOTAL, "Totalt", tuple(drawn))
    told = LineChart("", "", ("p",) * len(drawn), (line,), (Level(level, "m"),) if level is not None else (), "", 1, ())
    axis = scale(told)
    shown = [*drawn, *([] if level is None else [level])]
    slack = axis.step * 1e-6
    assert axis.low - slack <= min(shown) <= max(shown) <= axis.high + slack
    assert 2 <= len(axis.ticks) <= 9
    assert len(ticks(told, axis)) == len(set(ticks(told, axis)))


def test_axes_begin_at_zero_where_that_leaves_room():
    assert scale(SICK_LEAVE).ticks == (0, 2, 4, 6, 8, 10)
    assert scale(SOLIDITY).high < 0
    assert ticks(SOLIDITY, scale(SOLIDITY))[0] == "−55\u00a0%"


def test_values_that_are_close_stand_above_and_below():
    placed = {one.text: one.place for one in beside(SICK_LEAVE, scale(SICK_LEAVE))}
    assert placed == {"6,1\u00a0%": "above", "5,5\u00a0%": "right", "3,3\u00a0%": "right"}


def test_equal_last_values_do_not_stand_on_each_other():
    lines = tuple(Line(gender, gender, (1.0, 5.0)) for gender in (Gender.WOMEN, Gender.MEN))
    told = LineChart("", "", ("1", "2"), lines, (), "%", 1, ())
    assert [one.place for one in beside(told, scale(told))] == ["above", "below"]


def test_a_value_close_to_the_target_does_not_move_into_the_next_one():
    lines = (Line(Gender.WOMEN, "K", (20.0, 34.5)), Line(Gender.TOTAL, "T", (20.0, 30.4)))
    told = LineChart("", "", ("1", "2"), lines, (Level(30.0, "Mål"),), "%", 1, ())
    assert [one.place for one in beside(told, scale(told))] == ["right", "right"]


def test_names_of_periods_are_left_out_where_they_have_no_room():
    years = tuple(str(year) for year in range(2014, 2026))
    assert every_nth(years, 357.5, 8.5) == 1
    assert every_nth(tuple(f"kvartal 2 {year}" for year in years), 357.5, 8.5) > 1
    assert every_nth((), 357.5, 8.5) == 1


def test_a_caption_says_the_measure_once():
    assert caption(SICK_LEAVE) == SICK_LEAVE.title
    assert caption(ONE_VALUE) == ONE_VALUE.title
    assert caption(replace(ONE_VALUE, title="Recept")) == "Recept, recept per 1 000 invånare".replace("1 0", "1\u00a00")


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("made", [report_document, memo_document])
def test_heading_levels_are_never_skipped(made, name):
    levels = [item.level for item in made(CASES[name]).body if isinstance(item, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_status_table_stands_once():
    within = replace(SAMPLE.questions[1], blocks=(*SAMPLE.questions[1].blocks, STATUS_TABLE))
    told = replace(SAMPLE, questions=(SAMPLE.questions[0], within, SAMPLE.questions[2]))
    assert report_document(told).body.count(STATUS_TABLE) == report_document(SAMPLE).body.count(STATUS_TABLE) == 1


def test_the_line_at_the_head_of_pages_is_short():
    told = replace(SAMPLE, organisation="Region " * 100)
    assert len(report_document(told).running) <= 200
    assert report_document(SAMPLE).running.replace("\xa0", " ").endswith(SAMPLE.as_of)

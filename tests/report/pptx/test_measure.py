"""Text is measured as it is set: against the font's own widths, and never cut in the middle without saying so."""

import subprocess
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from kpi.report.document.widths import BOLD, REGULAR
from kpi.report.pptx.line_ends import apart, axis_range
from kpi.report.pptx.measure import ELLIPSIS, Box, Face
from kpi.report.pptx.number_formats import axis_decimals, number_format

FACE = Face()
SENTENCES = st.text(alphabet="abcdefghij åäö ÅÄÖ,.-–%0123456789", max_size=300)


@pytest.mark.slow
@pytest.mark.parametrize(("style", "table"), [("Regular", REGULAR), ("Bold", BOLD)])
def test_widths_are_those_of_the_font(style, table):
    found = subprocess.run(["fc-match", "-f", "%{family}|%{file}", f"Liberation Sans:style={style}"],
                           capture_output=True, text=True, check=True).stdout  # fmt: skip
    family, file = found.split("|")
    assert family == "Liberation Sans"
    font = ImageFont.truetype(file, 2048)
    for character, width in table.items():
        if not character.isspace() and character not in "\xad\u200b\u2060":
            real = font.getlength(character) / 2.048
            assert real - 12 <= width <= real + 45, character


@given(SENTENCES, st.sampled_from([12, 18, 28]), st.integers(30, 600), st.integers(1, 5))
def test_a_cut_text_fits_and_says_that_it_is_cut(text, size, width, most):
    cut = FACE.cut(text, size, width, most)
    assert FACE.lines(cut, size, width) <= most
    assert cut == text or cut.endswith(ELLIPSIS)


@given(SENTENCES, st.integers(60, 600))
def test_a_wider_line_never_needs_more_lines(text, width):
    assert FACE.lines(text, 14, width + 50) <= FACE.lines(text, 14, width)


def test_a_word_wider_than_the_line_is_broken():
    assert FACE.lines("a" * 100, 10, 100) == 6
    assert FACE.lines("kort " + "a" * 100, 10, 100) == 7


def test_the_largest_size_that_fits_is_taken():
    assert FACE.fit("Kort", 200, 40, (28, 20)) == (28, "Kort")
    assert FACE.fit("Mycket lång " * 3, 100, 100, (28, 12))[0] == 12


@given(st.lists(st.floats(0, 200), min_size=1, max_size=6))
def test_words_at_line_ends_are_apart_in_order_and_inside(places):
    moved = apart(places, 20, 200)
    ranked = sorted(range(len(places)), key=lambda at: places[at])
    placed = [moved[at] for at in ranked]
    assert all(later - earlier >= 20 - 1e-6 for earlier, later in pairwise(placed))
    assert placed[0] >= -1e-6
    assert placed[-1] <= 200 + 1e-6


def test_words_that_have_room_stay_where_they_are():
    assert apart([10, 60, 120], 20, 200) == [10, 60, 120]


def test_an_axis_starts_at_zero_when_values_are_far_from_each_other():
    assert axis_range([3, 10], 200)[0] == 0
    assert 80 < axis_range([92, 96], 200)[0] <= 90
    assert axis_range([-31, 0], 200)[1] == 0


def test_numbers_have_a_true_minus_and_their_own_decimals():
    assert number_format(1, "%") == '[$-41D]#,##0.0"\u00a0%";[$-41D]"−"#,##0.0"\u00a0%"'
    assert number_format(0, "dagar") == '[$-41D]#,##0;[$-41D]"−"#,##0'


def test_an_axis_writes_no_two_steps_alike():
    assert axis_decimals(0, 100, 1) == 0
    assert axis_decimals(4.7, 5.1, 0) >= 2


def test_boxes_beside_each_other_fill_the_width():
    left, right = Box(10, 0, 110, 50).columns(1, 1, gap=10)
    assert (left.x, left.width, right.x, right.x + right.width) == (10, 50, 70, 120)

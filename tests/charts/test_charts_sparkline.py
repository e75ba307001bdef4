"""The small line of an overview: read as XML, and measured."""

import re
from datetime import date
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.appearance import palette
from kpi.charts.sparkline import HEIGHT, WIDTH, SparkSeries, data_address, sparkline
from kpi.model import Gender

SVG = "{http://www.w3.org/2000/svg}"


def series(*values, gender=Gender.TOTAL, first=2016):
    return SparkSeries(gender, [date(first + at, 1, 1) for at in range(len(values))], list(values))


def paths(svg):
    return [path.get("d") for path in ET.fromstring(svg).iter(f"{SVG}path")]  # noqa: S314 - our own


def line(svg):
    """The series' own path: the one with points."""
    return next(path for path in paths(svg) if re.match(r"M[\d.]+ [\d.]+(L|M|$)", path))


def points(path):
    return [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", path)]


def test_the_line_runs_from_left_to_right_and_up_is_more():
    made = points(line(sparkline([series(1, 2, 4)])))
    assert [round(x) for x, _ in made] == [4, 66, 128]
    assert [y for _, y in made] == [30, 21.3, 4]


def test_a_missing_value_breaks_the_line():
    path = line(sparkline([series(1, 2, None, 4, 5)]))
    assert re.sub(r"[\d. ]", "", path) == "MLML"
    assert len(points(path)) == 4


def test_a_gap_at_either_end_draws_nothing_there():
    path = line(sparkline([series(None, 2, 3, None)]))
    assert re.sub(r"[\d. ]", "", path) == "ML"


def test_a_value_alone_is_a_mark():
    svg = sparkline([series(5)])
    assert points(line(svg)) == [(WIDTH / 2, HEIGHT / 2)]
    assert len(paths(svg)) == 2, "the point itself, and its mark"


def test_a_constant_series_is_level():
    assert {y for _, y in points(line(sparkline([series(7, 7, 7)])))} == {HEIGHT / 2}


def test_negative_values_keep_their_order():
    ys = [y for _, y in points(line(sparkline([series(-30, -10, -20)])))]
    assert ys[0] > ys[2] > ys[1]


@pytest.mark.parametrize("given_", [[], [series()], [series(None, None)]])
def test_nothing_to_draw_is_nothing(given_):
    assert sparkline(given_, target=5) == ""


def test_the_target_shares_the_scale_and_is_drawn_beneath():
    svg = sparkline([series(10, 20)], target=40)
    first, *_ = paths(svg)
    assert first == "M4 4.0H128"
    assert min(y for _, y in points(line(svg))) > 4


def test_genders_share_the_scale_and_differ_in_dash_mark_and_colour():
    svg = sparkline([series(10, 20, gender=Gender.WOMEN), series(0, 5, gender=Gender.MEN)])
    women, men = [path for path in paths(svg) if "L" in path]
    assert points(women)[0][1] < points(men)[1][1]
    assert svg.count("stroke-dasharray") == 1
    assert "<circle" in svg
    assert "<rect" in svg
    for gender in (Gender.WOMEN, Gender.MEN):
        assert palette().lines[gender].colour in svg


def test_a_line_without_values_beside_one_with_does_no_harm():
    svg = sparkline([series(None, None, gender=Gender.WOMEN), series(1, 2, gender=Gender.MEN)])
    assert len([path for path in paths(svg) if "L" in path]) == 1


def test_dark_has_the_dark_colours():
    assert palette(True).lines[Gender.TOTAL].colour in sparkline([series(1, 2)], dark=True)


VALUES = st.one_of(st.none(), st.floats(-1e12, 1e12, allow_nan=False))


@given(st.lists(VALUES, min_size=1, max_size=30), st.one_of(st.none(), st.floats(-1e12, 1e12)))
def test_everything_stays_inside_the_picture(values, target):
    svg = sparkline([series(*values)], target)
    known = [value for value in values if value is not None]
    assert bool(svg) == bool(known)
    if svg:
        drawn = points(line(svg))
        assert len(drawn) == len(known)
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in drawn)


def test_the_address_is_the_picture_and_stays_inside_an_attribute():
    svg = sparkline([series(1, 2)], 3)
    address = data_address(svg)
    assert address.startswith("data:image/svg+xml,")
    assert unquote(address.split(",", 1)[1]) == svg
    assert not set('"<>#') & set(address)

"""The large chart of presentation mode: read as XML, and measured."""

import itertools
import re
from xml.etree import ElementTree as ET

import pytest

from kpi.appearance import palette
from kpi.charts.large import LABEL, GenderLine, large_lines
from kpi.charts.series import Level, Measure
from kpi.model import Gender
from kpi.words import say

SVG = "{http://www.w3.org/2000/svg}"
PERCENT = Measure("%", 1)
W, M, T = Gender.WOMEN, Gender.MEN, Gender.TOTAL
SIZE = {"width": 888, "height": 260}


def line(*values, gender=W):
    return GenderLine(gender, say(f"gender-{gender}"), values)


def made(*lines, levels=(), measure=PERCENT, periods=None, **more):
    names = periods or [str(2015 + at) for at in range(len(lines[0].values))]
    return ET.fromstring(large_lines(names, lines, levels, measure, **{**SIZE, **more}))  # noqa: S314 - our own


def words(tree):
    return [element.text.replace("\u00a0", " ") for element in tree.iter(f"{SVG}text")]


def paths(tree):
    return [one for one in tree.iter(f"{SVG}path") if re.match(r"M[\d.]+ [\d.]+(L|M|$)", one.get("d"))]


def points(path):
    return [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", path.get("d"))]


def test_women_are_solid_with_circles_and_men_dashed_with_squares():
    tree = made(line(1, 2, 3), line(3, 2, 1, gender=M), line(2, 2, 2, gender=T))
    drawn = {one.get("stroke"): one for one in paths(tree)}
    styles = palette().lines
    assert drawn[styles[W].colour].get("stroke-dasharray") is None
    assert drawn[styles[M].colour].get("stroke-dasharray")
    assert {one.get("fill") for one in tree.iter(f"{SVG}circle")} == {styles[W].colour}
    assert [one.get("fill") for one in tree.iter(f"{SVG}rect")] == [styles[M].colour] * 3
    assert float(drawn[styles[T].colour].get("stroke-width")) < float(drawn[styles[W].colour].get("stroke-width"))


def test_each_line_ends_in_its_name_and_value_with_a_decimal_comma():
    said = words(made(line(1, 2.5), line(3, -4.25, gender=M)))
    assert "Kvinnor 2,5 %" in said
    assert "Män −4,3 %" in said


def test_a_missing_value_breaks_the_line_and_nothing_is_drawn_in_its_place():
    tree = made(line(1, None, 3, 4))
    [path] = paths(tree)
    assert re.sub(r"[\d. ]", "", path.get("d")) == "MML"
    assert len(list(tree.iter(f"{SVG}circle"))) == 3


def test_a_last_value_that_is_older_says_when_it_was():
    said = words(made(line(1, 2, 3), line(3, 2, None, gender=M)))
    assert "Kvinnor 3,0 %" in said
    assert "Män 2,0 % (2016)" in said


def test_more_is_higher_and_the_target_is_dashed_on_the_same_scale():
    tree = made(line(10, 20), levels=[Level(20, "Mål minst 20 %")])
    [(_, low), (_, high)] = points(paths(tree)[0])
    assert high < low
    [target] = [one for one in tree.iter(f"{SVG}path") if one.get("stroke-dasharray") == "7 5"]
    assert float(re.match(r"M\d+ ([\d.]+)H", target.get("d"))[1]) == high
    assert "Mål minst 20 %" in words(tree)


def test_a_long_target_stands_on_its_line_instead_of_squeezing_the_chart():
    long = "Målvärde: en minskning med minst 42 % jämfört med 2019 års utsläpp"
    tree = made(line(10, 20), levels=[Level(15, long)])
    [placed] = [one for one in tree.iter(f"{SVG}text") if one.text == long]
    assert float(placed.get("x")) < 100
    assert points(paths(tree)[0])[-1][0] > SIZE["width"] / 2


def test_words_at_the_ends_never_cover_each_other():
    tree = made(line(5, 5), line(5, 5, gender=M), line(5, 5, gender=T), levels=[Level(5, "Mål 5 %")])
    places = sorted(float(one.get("y")) for one in tree.iter(f"{SVG}text") if one.get("font-size") == str(LABEL))
    assert len(places) == 4
    assert all(below - above >= LABEL for above, below in itertools.pairwise(places))
    assert 0 < places[0] < places[-1] < SIZE["height"]


def test_everything_stands_within_the_picture():
    values = [value / 3 for value in range(48)]
    tree = made(line(*values), periods=[f"kvartal {at % 4 + 1} {2010 + at // 4}" for at in range(48)])
    assert all(0 <= x <= SIZE["width"] and 0 <= y <= SIZE["height"] for x, y in points(paths(tree)[0]))
    under = sorted(float(one.get("x")) for one in tree.iter(f"{SVG}text") if one.text.startswith("kvartal"))
    assert "kvartal 4 2021" in words(tree)
    assert all(right - left > 100 for left, right in itertools.pairwise(under))
    assert len(list(tree.iter(f"{SVG}circle"))) == 1, "among so many only the last is marked"


@pytest.mark.parametrize("values", [(7,), (0, 0, 0), (-3, -3), (1e9, 2e9)])
def test_one_value_constant_and_negative_ones_are_drawn(values):
    tree = made(line(*values))
    assert len(points(paths(tree)[0])) == len(values)
    assert "nan" not in ET.tostring(tree, encoding="unicode")


def test_examples_are_hatched_and_say_so():
    real, example = made(line(1, 2)), made(line(1, 2), example=True)
    assert say("example-word") in words(example)
    assert example.find(f".//{SVG}pattern") is not None
    assert say("example-word") not in words(real)
    assert real.find(f".//{SVG}pattern") is None


def test_no_value_is_no_chart():
    assert large_lines(["2020"], [line(None)], [Level(1, "Mål")], PERCENT, **SIZE) == ""


def test_names_are_text_and_never_markup():
    tree = made(GenderLine(W, "<b>&", (1, 2)))
    assert "<b>& 2,0 %" in words(tree)

"""Small charts on one scale: read as XML, and measured."""

import itertools
import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from kpi.charts.multiples import HEIGHT, WIDTH, Panel, multiples
from kpi.charts.series import Measure
from kpi.charts.sparkline import SparkSeries
from kpi.model import Gender
from kpi.words import say

SVG = "{http://www.w3.org/2000/svg}"
PERCENT = Measure("%", 1)


def series(*values, gender=Gender.TOTAL, first=2020):
    return SparkSeries(gender, [date(first + at, 1, 1) for at in range(len(values))], list(values))


def made(*panels, measure=PERCENT, **more):
    return [ET.fromstring(svg) if svg else None for svg in multiples(panels, measure, **more)]  # noqa: S314 - our own


def words(tree):
    return [element.text.replace("\u00a0", " ") for element in tree.iter(f"{SVG}text")]


def ticks(tree):
    return [
        (element.text, element.get("y")) for element in tree.iter(f"{SVG}text") if element.get("text-anchor") == "end"
    ]


def lines(tree):
    return [path.get("d") for path in tree.iter(f"{SVG}path") if re.match(r"M[\d.]+ [\d.]+[LM]", path.get("d"))]


def points(path):
    return [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", path)]


def test_all_panels_have_the_same_axes():
    one, other = made(Panel([series(10, 20)]), Panel([series(30, 40, 50, first=2018)]))
    assert ticks(one) == ticks(other)
    assert len(ticks(one)) >= 3
    (low, high), (start, *_, end) = points(lines(one)[0]), points(lines(other)[0])
    assert low[1] > high[1] > start[1] > end[1], "more is higher, in both panels on one scale"
    assert start[0] < low[0], "an earlier year is further left, in both panels on one scale"


def test_equal_values_stand_equally_high():
    one, other = made(Panel([series(10, 50)]), Panel([series(50, 10)]))
    (a, b), (c, d) = points(lines(one)[0]), points(lines(other)[0])
    assert (a[1], b[1]) == (d[1], c[1])


def test_a_targets_level_counts_in_the_scale_and_is_named():
    with_target, without = made(Panel([series(10, 20)], target=80.0), Panel([series(10, 20)]))
    assert ticks(with_target) == ticks(without)
    assert say("units-target-label") in words(with_target)
    assert say("units-target-label") not in words(without)
    dashed = [path for path in with_target.iter(f"{SVG}path") if path.get("stroke-dasharray") == "5 3"]
    [level] = [float(re.search(r" ([\d.]+)H", path.get("d"))[1]) for path in dashed]
    assert level < min(y for _, y in points(lines(with_target)[0]))


def test_a_missing_value_breaks_the_line_and_a_panel_without_values_is_nothing():
    one, nothing = made(Panel([series(1, None, 3, 4)]), Panel([series(None, None)]))
    assert re.sub(r"[\d. ]", "", lines(one)[0]) == "MML"
    assert nothing is None
    assert multiples([Panel([series(None)])], PERCENT) == [""]
    assert multiples([], PERCENT) == []


def test_labels_name_the_gender_where_there_are_several_and_lie_apart():
    panel = Panel([series(10, 50.0 + at / 10, gender=gender) for at, gender in enumerate(Gender)])
    [tree] = made(panel)
    assert {"Kvinnor 50,0 %", "Män 50,1 %", "Totalt 50,2 %"} <= set(words(tree))
    ends = sorted(float(element.get("y")) for element in tree.iter(f"{SVG}text") if " %" in element.text.replace(
        "\u00a0", " ") and element.get("text-anchor") == "start")  # fmt: skip
    assert all(b - a >= 13.9 for a, b in itertools.pairwise(ends))
    [alone] = made(Panel([series(10, 50)]))
    assert "50,0 %" in words(alone)


@pytest.mark.parametrize("values", [(5.0,), (0.0, 0.0), (-3.0, -1.0), (1e12, 2e12), (1e-9, 2e-9)])
def test_everything_stays_inside_the_picture(values):
    [tree] = made(Panel([series(*values)], target=values[0]), measure=Measure("kr", 2))
    for element in tree.iter(f"{SVG}text"):
        x, width = float(element.get("x")), 7.0 * len(element.text)
        left = x - width if element.get("text-anchor") == "end" else x
        assert left >= -4
        assert left + width <= WIDTH + 4
        assert 0 <= float(element.get("y")) <= HEIGHT
    for path in lines(tree):
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points(path))


def test_a_copied_picture_says_that_its_values_are_examples():
    [tree] = made(Panel([series(1, 2)]), example=True)
    assert say("example-word") in words(tree)
    [tree] = made(Panel([series(1, 2)]))
    assert say("example-word") not in words(tree)

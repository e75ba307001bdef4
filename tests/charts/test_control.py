"""The control chart as Plotly gets it: its data are the analysis', and what is marked is what the labels say."""

import itertools
from datetime import date

import numpy as np
import pytest

from kpi.analysis.spc import Variation, control_charts
from kpi.appearance import palette
from kpi.charts.control import ControlPoint, control_figure, extent
from kpi.charts.flags import Flag, room_above
from kpi.charts.series import Level, Measure
from kpi.model import Gender, Period, PeriodKind
from kpi.words import say

PERCENT = Measure("%", 1)
MEANINGS = [word.value for word in Variation if word is not Variation.COMMON_CAUSE]


def month(at, first=2022):
    return Period(date(first + at // 12, at % 12 + 1, 1), PeriodKind.MONTH)


def analysed(values, breaks=(), direction="higher"):
    """The points of a monthly series, as the analysis has them."""
    starts = np.array([month(at).start for at in range(len(values))], "datetime64[D]")
    charts = control_charts(values, starts=starts, breaks=[at in breaks for at in range(len(values))],
                            direction=direction)  # fmt: skip
    columns = (charts.phase, charts.mean, charts.lower, charts.upper, charts.labels)
    return [
        ControlPoint(month(at), value, int(phase), *(None if np.isnan(edge) else edge for edge in edges),
                     label if label in MEANINGS else "", f"{at}")
        for at, (value, phase, *edges, label) in enumerate(zip(values, *(column[0] for column in columns), strict=True))
    ]  # fmt: skip


def series(seed=3, size=40):
    values = np.random.default_rng(seed).normal(80, 2, size).round(1)
    values[20:] += 6
    return values.tolist()


def drawn(points, gender=Gender.TOTAL, **more):
    """The figure as it is sent to the browser."""
    return control_figure(points, gender, PERCENT, **more).to_dict()


def trace(made, name):
    return [one for one in made["data"] if one.get("name") == name]


def texts(made):
    return [note["text"].replace("\u00a0", " ") for note in made["layout"].get("annotations", [])]


@pytest.mark.parametrize("breaks", [(), (20,), (14, 30)])
def test_the_values_are_all_there_and_in_order(breaks):
    points = analysed(series(), breaks)
    [line] = trace(drawn(points), "Totalt")
    known = [(day, value) for day, value in zip(line["x"], line["y"], strict=True) if value is not None]
    assert known == [(point.period.start, point.value) for point in points]
    assert line["connectgaps"] is False


@pytest.mark.parametrize("breaks", [(), (20,), (14, 30)])
def test_each_phase_has_the_limits_of_the_analysis_over_its_own_days(breaks):
    points = analysed(series(), breaks)
    made = drawn(points)
    begins = [0, *breaks, len(points)]
    phases = [points[a:b] for a, b in itertools.pairwise(begins) if b - a >= 12]
    assert phases
    for name in ("lower", "mean", "upper"):
        found = [(one["x"][0], one["x"][-1], set(one["y"])) for one in trace(made, name)]
        assert found == [(of[0].period.start, of[-1].period.start, {getattr(of[0], name)}) for of in phases]


def test_a_phase_too_short_for_limits_has_none():
    points = analysed(series()[:30], breaks=(20,))
    assert len(trace(drawn(points), "mean")) == 1
    assert {point.mean for point in points[20:]} == {None}
    assert not any(text.startswith(("övre", "medel", "undre")) for text in texts(drawn(points)))


@pytest.mark.parametrize("direction", ["higher", "lower", "neutral"])
@pytest.mark.parametrize("dark", [False, True])
def test_marked_points_are_those_that_the_labels_name(direction, dark):
    points = analysed(series(), direction=direction)
    [line] = trace(drawn(points, dark=dark), "Totalt")
    colours = palette(dark)
    shapes = {mark.marker: meaning for meaning, mark in colours.variation.items()}
    found = [shapes.get(symbol, "") for symbol in line["marker"]["symbol"]]
    assert found == [point.meaning for point in points]
    assert any(found)
    for meaning, colour, size in zip(found, line["marker"]["color"], line["marker"]["size"], strict=True):
        expected = colours.variation[meaning].colour if meaning else colours.lines[Gender.TOTAL].colour
        assert colour == expected
        assert (size > 8) is bool(meaning)


def test_a_break_parts_the_line_and_the_marks_stay_with_their_points():
    points = analysed(series(), breaks=(20,))
    [line] = trace(drawn(points), "Totalt")
    at = line["y"].index(None)
    assert (line["x"][at + 1], line["text"][at + 1]) == (points[20].period.start, "20")
    assert len(line["marker"]["symbol"]) == len(line["x"]) == len(points) + 1


def test_a_period_that_is_missing_is_not_drawn_across():
    points = analysed(series(size=30))
    without = [*points[:10], *points[11:]]
    [line] = trace(drawn(without), "Totalt")
    assert [at for at, value in enumerate(line["y"]) if value is None] == [10]


def test_the_pointer_shows_what_the_page_was_given_to_say():
    points = analysed(series())
    [line] = trace(drawn(points), "Totalt")
    assert list(line["text"]) == [point.said for point in points]
    others = [one for one in drawn(points)["data"] if one is not line and one["type"] == "scatter"]
    assert {one.get("hoverinfo") for one in others if one.get("name") != "Totalt"} == {"skip"}


def test_labels_say_the_last_limits_and_the_target():
    points = analysed(series(), breaks=(20,))
    made = drawn(points, level=Level(95.0, "mål ≥ 95 %"))
    last = points[-1]
    expected = [say(f"control-{name}", value=f"{getattr(last, name):.2f} %".replace(".", ","))
                for name in ("lower", "mean", "upper")]  # fmt: skip
    assert set(texts(made)) == {*expected, "mål ≥ 95 %"}
    [target] = trace(made, "target")
    assert set(target["y"]) == {95.0}
    assert target["line"]["dash"] == "dash"
    low, high = made["layout"]["yaxis"]["range"]
    assert low < min(extent(points))
    assert high > 95


def test_charts_beside_each_other_can_share_their_axis():
    women, men = analysed(series(1)), analysed([value - 20 for value in series(2)])
    span = [*extent(women), *extent(men)]
    ranges = {tuple(drawn(points, gender, span=span)["layout"]["yaxis"]["range"])
              for points, gender in ((women, Gender.WOMEN), (men, Gender.MEN))}  # fmt: skip
    assert len(ranges) == 1


def test_breaks_and_events_are_lines_with_words_that_do_not_cover_each_other():
    points = analysed(series(), breaks=(20,))
    flags = [Flag(points[20].period.start, "Brott sep 2023: <b>ny</b> definition", is_break=True),
             Flag(points[21].period.start, "okt 2023: " + "ett mycket långt namn på en händelse " * 6)]  # fmt: skip
    made = drawn(points, flags=flags)
    shapes = made["layout"]["shapes"]
    assert sorted((shape["x0"], shape["line"]["dash"]) for shape in shapes) == [
        (points[20].period.start, "dot"), (points[21].period.start, "solid"),
    ]  # fmt: skip
    notes = [note for note in made["layout"]["annotations"] if note.get("yref") == "paper"]
    long, short = sorted(notes, key=lambda note: note["yshift"])
    assert "&lt;b&gt;ny&lt;/b&gt;" in short["text"]
    assert long["text"].endswith("…")
    assert short["yshift"] >= long["yshift"] + 16 * (long["text"].count("<br>") + 1)
    assert made["layout"]["margin"]["t"] == room_above(flags, example=False) >= short["yshift"] + 16


@pytest.mark.parametrize("example", [True, False])
def test_example_values_are_hatched_and_say_so(example):
    made = drawn(analysed(series()), example=example, flags=[Flag(month(5).start, "x")])
    assert any(one["type"] == "bar" for one in made["data"]) is example
    assert (say("example-word") in texts(made)) is example


@pytest.mark.parametrize("values", [[5.0] * 14, [0.0] * 12, [-3.0, -2.0] * 8, [1e12, 2e12] * 7])
def test_odd_series_still_have_an_axis(values):
    low, high = drawn(analysed(values))["layout"]["yaxis"]["range"]
    assert low <= min(values) <= max(values) <= high
    assert low < high

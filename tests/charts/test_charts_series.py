"""The time series as Plotly gets it: what is drawn, what is not, and what it says."""

import itertools
from datetime import date

import pandas as pd
import pytest

from kpi.appearance import palette
from kpi.charts.series import Break, Level, Measure, series_figure
from kpi.model import Gender, PeriodKind
from kpi.words import say

PERCENT = Measure("%", 1)


def observations(values, gender="T", kind="year", starts=None):
    starts = starts or [pd.Timestamp(2016 + at, 1, 1) for at in range(len(values))]
    return pd.DataFrame(
        {"gender": gender, "period_kind": kind, "period_start": starts, "value": values, "status": None}
    ).astype({"value": float})


def as_dict(frame, measure=PERCENT, **more):
    """The figure as it is sent to the browser."""
    return series_figure(frame, measure, **more).to_dict()


def traces(made, name):
    return [trace for trace in made["data"] if trace.get("name") == name]


def texts(made):
    return [note["text"] for note in made["layout"].get("annotations", [])]


def test_every_gender_with_a_value_has_its_line_marker_and_label():
    frame = pd.concat([observations([1, 2], gender) for gender in "KMT"])
    made = as_dict(frame)
    for gender in Gender:
        [trace] = traces(made, say(f"gender-{gender}"))
        style = palette().lines[gender]
        assert (trace["line"]["dash"], trace["marker"]["symbol"]) == (style.dash, style.marker)
        assert trace["line"]["color"] == style.colour
    assert {text.replace("\u00a0", " ") for text in texts(made)} == {"Kvinnor 2,0 %", "Män 2,0 %", "Totalt 2,0 %"}


def test_a_gender_without_values_is_not_there():
    made = as_dict(pd.concat([observations([1, 2], "K"), observations([None, None], "M")]))
    assert [trace["name"] for trace in made["data"]] == ["Kvinnor"]


def test_a_value_that_is_missing_is_not_drawn_across():
    [trace] = as_dict(observations([1, None, 3]))["data"]
    assert list(trace["y"]) == [1.0, None, 3.0]
    assert trace["connectgaps"] is False


def test_a_period_that_is_missing_is_not_drawn_across():
    frame = observations([1, 2, 3], starts=[pd.Timestamp(year, 1, 1) for year in (2016, 2017, 2020)])
    [trace] = as_dict(frame)["data"]
    assert list(trace["y"]) == [1.0, 2.0, None, 3.0]
    assert trace["connectgaps"] is False


def test_months_that_follow_each_other_have_no_gap():
    frame = observations([1, 2, 3], kind="month", starts=[pd.Timestamp(2025, month, 1) for month in (1, 2, 3)])
    [trace] = as_dict(frame)["data"]
    assert list(trace["y"]) == [1.0, 2.0, 3.0]


def test_periods_of_several_years_overlap_and_have_no_gap():
    frame = observations([1, 2], kind=PeriodKind.YEARS_3.value)
    [trace] = as_dict(frame)["data"]
    assert list(trace["y"]) == [1.0, 2.0]


def test_the_order_of_rows_does_not_matter():
    frame = observations([1, 2, 3])
    assert as_dict(frame.iloc[::-1])["data"] == as_dict(frame)["data"]


def test_hover_says_gender_value_and_period_in_swedish():
    [trace] = as_dict(observations([-1234.5]))["data"]
    [said] = trace["customdata"]
    assert [text.replace("\u00a0", " ") for text in said] == ["2016", "−1 234,5 %"]


def test_the_target_is_a_level_line_with_its_words():
    made = as_dict(observations([1, 2]), levels=[Level(30.0, "Mål minst 30 %")])
    [trace] = traces(made, "Mål minst 30 %")
    assert list(trace["y"]) == [30.0, 30.0]
    assert trace["line"]["dash"] == "dash"
    assert "Mål minst 30 %" in texts(made)
    low, high = made["layout"]["yaxis"]["range"]
    assert low <= 1
    assert high > 30


def test_a_break_is_a_dotted_line_with_a_word():
    made = as_dict(observations([1, 2, 3]), breaks=[Break(date(2017, 1, 1))])
    [shape] = made["layout"]["shapes"]
    assert shape["x0"] == shape["x1"] == date(2017, 1, 1)
    assert shape["line"]["dash"] == "dot"
    assert say("chart-break") in texts(made)


@pytest.mark.parametrize("example", [True, False])
def test_example_values_are_hatched_and_say_so(example):
    made = as_dict(observations([1, 2]), example=example)
    hatched = [trace for trace in made["data"] if trace["type"] == "bar"]
    assert bool(hatched) is example
    assert (say("example-word") in texts(made)) is example
    if example:
        assert hatched[0]["marker"]["pattern"]["shape"] == "/"


def test_words_of_users_come_out_as_they_stand():
    """Plotly renders a subset of HTML in its texts."""
    made = as_dict(observations([1, 2]), levels=[Level(3.0, "<b>Mål</b> & <a href='x'>mer</a>")])
    assert "&lt;b&gt;Mål&lt;/b&gt; &amp; &lt;a href='x'&gt;mer&lt;/a&gt;" in texts(made)
    assert not any("<" in text for text in texts(made))


def test_labels_do_not_cover_each_other():
    frame = pd.concat([observations([1, 50.0 + at / 100], gender) for at, gender in enumerate("KMT")])
    made = as_dict(frame, height=380)
    low, high = made["layout"]["yaxis"]["range"]
    heights = sorted((note["y"] - low) / (high - low) * (380 - 50) for note in made["layout"]["annotations"])
    assert min(b - a for a, b in itertools.pairwise(heights)) >= 16


def test_the_axis_starts_at_zero_where_that_costs_little_and_never_hides_a_value():
    assert as_dict(observations([10, 30]))["layout"]["yaxis"]["range"][0] == 0
    low, high = as_dict(observations([92, 95]))["layout"]["yaxis"]["range"]
    assert 80 < low < 92
    assert high > 95
    low, high = as_dict(observations([-35, -20]))["layout"]["yaxis"]["range"]
    assert low < -35
    assert high > -20


@pytest.mark.parametrize("values", [[5.0], [0.0, 0.0], [7.0, 7.0, 7.0], [-3.0], [1e-9, 2e-9], [1e12, 2e12]])
def test_odd_series_still_have_an_axis(values):
    axis = as_dict(observations(values), Measure("kr", 2))["layout"]["yaxis"]
    low, high = axis["range"]
    assert low <= min(values) <= max(values) <= high
    assert low < high
    assert len(axis["tickvals"]) == len(set(axis["ticktext"])) >= 2


def test_ticks_are_written_in_swedish():
    axis = as_dict(observations([0, 2500]), Measure("kr", 0))["layout"]["yaxis"]
    assert "2\u00a0000" in axis["ticktext"]
    axis = as_dict(observations([0, 1]), PERCENT)["layout"]["yaxis"]
    assert "0,5\u00a0%" in axis["ticktext"]


def test_dark_has_the_dark_colours():
    [trace] = as_dict(observations([1, 2]), dark=True)["data"]
    assert trace["line"]["color"] == palette(True).lines[Gender.TOTAL].colour

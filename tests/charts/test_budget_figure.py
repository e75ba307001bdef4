"""The year's money drawn: the same amounts, the frame across, labels that are words, and examples hatched."""

from kpi.charts.budget import Line, Point, budget_figure

OUTCOME = Line([Point(1, -10.0, "<b>jan</b>"), Point(2, -22.5, "jan–feb")], "Utfall")
FORECAST = Line([Point(2, -130.0, "feb")], "Prognos")


def traces(figure):
    return {trace.name: trace for trace in figure.data}


def test_outcome_forecast_and_frame_are_drawn_as_given():
    figure = budget_figure(OUTCOME, FORECAST, (-120.0, "Ram"), "Mkr")
    drawn = traces(figure)
    assert (list(drawn["Utfall"].x), list(drawn["Utfall"].y)) == ([1, 2], [-10.0, -22.5])
    assert list(drawn["Prognos"].y) == [-130.0]
    assert set(drawn["Ram"].y) == {-120.0}
    assert drawn["Utfall"].text[0] == "&lt;b&gt;jan&lt;/b&gt;"
    low, high = figure.layout.yaxis.range
    assert low < -130 < 0 <= high
    assert {note.text for note in figure.layout.annotations} == {"Utfall", "Prognos", "Ram"}
    assert drawn["Utfall"].line.dash != drawn["Prognos"].line.dash
    assert drawn["Utfall"].marker.symbol != drawn["Prognos"].marker.symbol


def test_a_line_without_points_is_left_out_and_examples_are_hatched():
    figure = budget_figure(OUTCOME, Line([], "Prognos"), (-120.0, "Ram"), "Mkr", example=True, dark=True)
    assert "Prognos" not in traces(figure)
    assert "Exempelvärden" in {note.text for note in figure.layout.annotations}

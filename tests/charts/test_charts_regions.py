"""The regions as points and as series: what is drawn is what there is."""

import pandas as pd
import pytest

from kpi.charts.regions import RegionSeries, regions_figure
from kpi.charts.series import Measure
from kpi.charts.strip import Strip, strip_figure
from kpi.model import Gender

PERCENT = Measure("%", 1)
REGIONS = [(f"Region {at}", 50.0 + at) for at in range(5)]


def strip(gender=Gender.TOTAL, **parts):
    return Strip(
        **{"gender": gender, "regions": REGIONS, "own": 52.0, "country": 51.5, "quartiles": (51, 52, 53), **parts}
    )


def points(name, values):
    starts = [pd.Timestamp(2020 + at, 1, 1) for at in range(len(values))]
    frame = pd.DataFrame({"period_kind": "year", "period_start": starts, "value": values})
    return {"name": name, "points": frame}


def test_every_region_is_a_point_and_the_hover_says_which():
    made = strip_figure([strip(Gender.WOMEN), strip()], PERCENT).to_dict()
    rings = [trace for trace in made["data"] if trace.get("marker", {}).get("symbol") == "circle-open"]
    assert [list(trace["x"]) for trace in rings] == [[value for _, value in REGIONS]] * 2
    assert rings[0]["text"][0].replace("\u00a0", " ") == "Region 0 50,0 %"


@pytest.mark.parametrize(("parts", "gone"), [({"country": None}, "Riket"), ({"quartiles": None}, "band")])
def test_what_there_is_none_of_is_not_drawn(parts, gone):
    whole = strip_figure([strip()], PERCENT).to_dict()["data"]
    made = strip_figure([strip(**parts)], PERCENT).to_dict()["data"]
    assert len(made) == len(whole) - 1
    assert ("Riket" in str(made)) == (gone != "Riket")


def test_examples_say_so_in_the_picture():
    assert "Exempelvärden" in str(strip_figure([strip()], PERCENT, example=True).to_dict())
    assert "Exempelvärden" in str(regions_figure([], Gender.TOTAL, PERCENT, example=True).to_dict())


def test_own_and_chosen_are_named_and_told_apart_without_colour():
    series = [
        RegionSeries(**points("Vi", [1.0, 2.0]), own=True),
        RegionSeries(**points("Riket", [2.0, 3.0]), chosen=True),
        RegionSeries(**points("<b>Grannen</b>", [3.0, 4.0]), chosen=True),
        RegionSeries(**points("En annan", [4.0, 5.0])),
    ]
    made = regions_figure(series, Gender.TOTAL, PERCENT).to_dict()
    assert [note["text"] for note in made["layout"]["annotations"]] == ["Vi", "Riket", "&lt;b&gt;Grannen&lt;/b&gt;"]
    named = [trace for trace in made["data"] if trace["mode"] == "lines+markers"]
    assert len({(trace["line"].get("dash"), trace["marker"]["symbol"]) for trace in named}) == 3
    assert sorted(list(trace["y"]) for trace in made["data"]) == [[1, 2], [2, 3], [3, 4], [4, 5]]

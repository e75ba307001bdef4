"""All 60 series of the reference implementation: limits, every point's label, both icons."""

import csv
from functools import cache
from itertools import groupby

import numpy as np
import pytest

from kpi.analysis.spc import control_charts
from shared import SHARED, needs_shared

FOLDER = SHARED / "oracles" / "spc"
DIRECTIONS = {"increase": "higher", "decrease": "lower", "neutral": "neutral"}
TYPES = {
    "common_cause": "common_cause", "special_cause_improvement": "improvement", "special_cause_concern": "concern",
    "special_cause_neutral_high": "high", "special_cause_neutral_low": "low",
}  # fmt: skip
RULES = {
    (0, 0): "Common Cause", (1, 1): "Above UCL", (1, -1): "Below LCL", (2, 1): "7 Point Trend (Increasing)",
    (2, -1): "7 Point Trend (Decreasing)", (3, 1): "2 in 3 Above CL", (3, -1): "2 in 3 Below CL",
    (4, 1): "7 Points Above CL", (4, -1): "7 Points Below CL",
}  # fmt: skip


@cache
def cases():
    with (FOLDER / "spc_cases.csv").open(encoding="utf-8") as file:
        about = list(csv.DictReader(file))
    with (FOLDER / "spc_points.csv").open(encoding="utf-8") as file:
        points = {case: list(rows) for case, rows in groupby(csv.DictReader(file), lambda row: row["case"])}
    return [(case, points[case["case"]]) for case in about]


def options(case):
    fix = case["fix_after_n_points"]
    return {"screen": case["screen_outliers"] == "TRUE", "fix_after": int(fix) if fix else None}


def charted(group):
    """The charts of cases that share length and options, as one block."""
    phases = np.array([[int(point["phase"]) for point in points] for _, points in group])
    return control_charts(
        [[float(point["value"]) for point in points] for _, points in group],
        starts=[[np.datetime64(point["period"]) for point in points] for _, points in group],
        breaks=np.diff(phases, axis=1, prepend=0) != 0,
        target=[float(case["target"] or "nan") for case, _ in group],
        direction=[DIRECTIONS[case["improvement_direction"]] for case, _ in group],
        **options(group[0][0]),
    )


def check(charts, row, case, points):
    for name in ("mean", "lower", "upper"):
        wanted = [float(point[name if name == "mean" else f"{name}_limit"]) for point in points]
        assert abs(getattr(charts, name)[row] - wanted).max() <= 1e-9, case
    said = [RULES[pair] for pair in zip(charts.rule[row].tolist(), charts.side[row].tolist(), strict=True)]
    assert said == [point["special_cause"] for point in points], case
    assert charts.labels[row].tolist() == [TYPES[point["point_type"]] for point in points], case
    assert charts.variation[row] == TYPES[case["variation_icon"]], case
    assert (charts.assurance[row] or "") == case["assurance_icon"], case


@needs_shared
def test_the_oracle_is_all_there():
    assert len(cases()) == 60
    assert {len(points) for _, points in cases()} >= {13, 84}
    assert {case["assurance_icon"] for case, _ in cases()} >= {"consistent_pass", "consistent_fail", "inconsistent"}


@needs_shared
@pytest.mark.parametrize("number", range(60))
def test_each_series_alone(number):
    case, points = cases()[number]
    check(charted([cases()[number]]), 0, case, points)


@needs_shared
def test_all_series_in_blocks():
    def key(pair):
        return len(pair[1]), str(options(pair[0]))

    seen = 0
    for _, found in groupby(sorted(cases(), key=key), key):
        group = list(found)
        charts = charted(group)
        for row, (case, points) in enumerate(group):
            check(charts, row, case, points)
            seen += 1
    assert seen == 60

"""The small line of a nyckeltal, by gender."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from kpi.charts.sparkline import SparkSeries, sparkline
from kpi.model import Gender
from kpi.ui.html import dark


def spark(points: Sequence[Any], level: float | None = None) -> str:
    """An SVG document of points as `report.series.shown_points` gives them; "" where none has a value.

    Women and men; totalt where only one of them has values. level: where the target is drawn.
    """
    by_gender = {gender: [point for point in points if point.gender == gender] for gender in Gender}
    lines = [_series(gender, mine) for gender, mine in by_gender.items() if mine]
    if len(lines) == len(Gender):
        lines = [line for line in lines if line.gender is not Gender.TOTAL]
    return sparkline(lines, level, dark=dark())


def _series(gender: Gender, points: list[Any]) -> SparkSeries:
    values = [None if pd.isna(point.value) else float(point.value) for point in points]
    return SparkSeries(gender, [point.period_start.date() for point in points], values)

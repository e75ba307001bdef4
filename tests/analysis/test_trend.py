"""The trend of many series at once: which method, its answer against scipy and pymannkendall, and what it refuses."""

import numpy as np
import pymannkendall
import pytest
from scipy import stats

from kpi.analysis import Points, TrendReason, Verdict, trends
from kpi.analysis.periods import in_years


def days(months):
    """First days, from numbers of months since January 2000."""
    return (np.datetime64("2000-01", "M") + np.asarray(months, np.int64)).astype("datetime64[D]")


def many(months, values, directions, kind="year"):
    sizes = np.array([len(value) for value in values], np.int64)
    first = np.cumsum(sizes) - sizes
    points = Points(days(np.concatenate([[], *months])), np.concatenate([[], *values]))
    return trends(
        points, first, sizes, kinds=np.full(len(sizes), kind, object), directions=np.array(directions, object)
    )


def one(values, direction="higher", kind="year", months=None):
    months = np.arange(len(values)) * 12 if months is None else months
    return many([months], [np.asarray(values, float)], [direction], kind).iloc[0]


def random_series(count=600):
    """Lengths 5–60, with ties (coarse values), gaps in time, and constants: months since 2000, and values."""
    rng = np.random.default_rng(7)
    for number in range(count):
        n = int(rng.choice([5, 6, 7, 8, 9, 10, 11, 12, 25, 60]))
        months = np.sort(rng.choice(np.arange(3 * n), n, replace=False)) * rng.choice([1, 12])
        values = rng.normal(size=n) + rng.choice([0.0, 0.1, -0.4]) * np.arange(n)
        if number % 3 == 1:
            values = np.round(values)
        if number % 20 == 0:
            values = np.full(n, 3.7)
        yield months, values


def oracle_p(values):
    if len(set(values)) == 1:
        return 1.0
    if len(values) <= 10 and len(set(values)) == len(values):
        return stats.kendalltau(np.arange(len(values)), values, method="exact").pvalue
    return pymannkendall.original_test(values).p


def test_many_series_at_once_agree_with_scipy_and_pymannkendall():
    months, values = zip(*random_series(), strict=True)
    found = many(months, values, ["higher"] * len(months))
    assert found["method"].eq("mann_kendall").all()
    for row, month, value in zip(found.itertuples(), months, values, strict=True):
        slope = stats.theilslopes(value, in_years(days(month)), 0.95)
        assert row.n == len(value)
        assert row.p == pytest.approx(oracle_p(value), abs=1e-9)
        assert (row.slope, row.slope_lower, row.slope_upper) == pytest.approx(
            (slope.slope, slope.low_slope, slope.high_slope), abs=1e-9
        )
        rising = np.sign(stats.kendalltau(np.arange(len(value)), value).statistic if len(set(value)) > 1 else 0)
        expected = {1: "improving", -1: "worsening"}[rising] if oracle_p(value) < 0.05 else "no_certain_change"
        assert row.verdict == expected
    assert found["verdict"].value_counts().min() > 20


def test_a_block_gives_what_each_series_gives_alone():
    series = list(random_series(60))
    for kind in ("year", "month"):
        together = many(*zip(*series, strict=True), ["lower"] * 60, kind)
        for number, (months, values) in enumerate(series):
            alone = one(values, "lower", kind, months)
            assert alone.equals(together.loc[number].rename(0)), number


@pytest.mark.parametrize(
    ("direction", "rising", "falling"),
    [
        ("higher", Verdict.IMPROVING, Verdict.WORSENING),
        ("lower", Verdict.WORSENING, Verdict.IMPROVING),
        ("neutral", Verdict.INCREASING, Verdict.DECREASING),
    ],
)
def test_the_verdict_follows_the_direction(direction, rising, falling):
    assert one([1, 2, 3, 4, 5], direction)["verdict"] == rising
    assert one([5, 4, 3, 2, 1], direction=direction)["verdict"] == falling
    assert one([1, 5, 2, 4, 3], direction=direction)["verdict"] == Verdict.NO_CERTAIN_CHANGE


def test_a_constant_series_has_p_1_and_no_slope():
    row = one([4.2] * 8)
    assert (row["p"], row["slope"], row["verdict"]) == (1.0, 0.0, Verdict.NO_CERTAIN_CHANGE)


def test_four_values_are_too_few_and_pooled_years_overlap():
    few, pooled = one([1, 2, 3, 4]), one([1, 2, 3, 4, 5, 6], kind="years_3")
    assert (few["n"], few["reason"], few["verdict"], few["method"]) == (4, TrendReason.TOO_FEW, None, None)
    assert (pooled["n"], pooled["reason"], pooled["verdict"]) == (6, TrendReason.OVERLAPPING, None)
    assert np.isnan([few["p"], few["slope"], pooled["p"], pooled["slope"]]).all()


def test_no_series_gives_no_rows():
    assert many([], [], []).empty

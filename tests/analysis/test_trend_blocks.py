"""Mann–Kendall and Theil–Sen over blocks: scipy's and pymannkendall's answers on 2,000 series, and by property."""

import naive_trends
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from kpi.analysis import blocks
from kpi.analysis.mann_kendall import mann_kendall
from kpi.analysis.theil_sen import theil_sen

SERIES = st.lists(st.integers(-20, 20), min_size=5, max_size=30).map(lambda whole: np.array(whole) / 10)


def random_series(count=2000):
    """Blocks of times and values: n from 5 to 120, ties, gaps in time, constants."""
    rng = np.random.default_rng(20)
    sizes = [*range(5, 15), 20, 33, 60, 119, 120, 24]
    for n in sizes:
        many = count // len(sizes)
        times = np.sort(rng.permuted(np.tile(np.arange(2.0 * n), (many, 1)), axis=1)[:, :n], axis=1) / 12
        values = rng.normal(size=(many, n)) + rng.choice([0.0, 0.05, -0.3], (many, 1)) * np.arange(n)
        values[1::3] = values[1::3].round(1)
        values[2::9] = values[2::9].round()
        values[::25] = 3.7
        yield times, values


def test_2000_series_agree_with_scipy_and_pymannkendall():
    seen = 0
    for times, values in random_series():
        p, score = mann_kendall(values)
        slope, lower, upper = theil_sen(times, values)
        for row in range(len(values)):
            wanted_p, way = naive_trends.mann_kendall(values[row])
            wanted = stats.theilslopes(values[row], times[row], 0.95)
            assert p[row] == pytest.approx(wanted_p, abs=1e-9)
            assert np.sign(score[row]) == way
            assert (slope[row], lower[row], upper[row]) == pytest.approx(
                (wanted.slope, wanted.low_slope, wanted.high_slope), abs=1e-9
            )
            seen += 1
    assert seen == 2000


@pytest.mark.parametrize("step", [1, 50, 5000])
def test_the_steps_that_bound_memory_change_nothing(monkeypatch, step):
    times, values = next((t, v) for t, v in random_series(320) if v.shape[1] == 20)
    whole = *mann_kendall(values), *theil_sen(times, values)
    monkeypatch.setattr(blocks, "STEP", step)
    for one, other in zip(whole, (*mann_kendall(values), *theil_sen(times, values)), strict=True):
        assert np.array_equal(one, other)


def test_more_distances_than_a_byte_counts():
    values = np.arange(600.0)
    assert mann_kendall(values).score.tolist() == [600 * 599 // 2]
    assert mann_kendall(-values).score.tolist() == [-600 * 599 // 2]


def test_series_of_many_lengths_come_back_in_blocks_of_one(monkeypatch):
    monkeypatch.setattr(blocks, "STEP", 6)
    sizes = np.array([3, 0, 2, 3, 2, 3])
    first = np.cumsum(sizes) - sizes
    found = list(blocks.by_length(first, sizes))
    assert [block.rows.tolist() for block in found] == [[2, 4], [0, 3], [5]]
    flat, written = np.arange(13), np.full(13, -1)
    assert [block.of(flat).tolist() for block in found] == [[[3, 4], [8, 9]], [[0, 1, 2], [5, 6, 7]], [[10, 11, 12]]]
    for block in found:
        block.put(written, block.of(flat))
    assert written.tolist() == flat.tolist()
    assert list(blocks.by_length(np.array([], int), np.array([], int))) == []


@pytest.mark.parametrize(
    ("values", "times", "said"),
    [
        ([1.0], [1.0], "at least 2 values"),
        ([1.0, np.nan, 2.0], [1.0, 2.0, 3.0], "a value is missing"),
        ([1.0, 2.0, 3.0], [1.0, 1.0, 3.0], "times must rise"),
        ([1.0, 2.0, 3.0], [3.0, 2.0, 1.0], "times must rise"),
        ([1.0, 2.0, 3.0], [1.0, 2.0, np.nan], "times must rise"),
    ],
)
def test_what_they_refuse(values, times, said):
    with pytest.raises(ValueError, match=said):
        theil_sen(np.array(times), np.array(values))
    if "times" not in said:
        with pytest.raises(ValueError, match=said):
            mann_kendall(np.array(values))


@settings(deadline=None)
@given(SERIES, st.sampled_from([0.25, 3.0, 1000.0]), st.sampled_from([-40.0, 0.0, 1e3]))
def test_scaling_and_shifting_scales_the_slope_and_keeps_p(values, scale, shift):
    times = np.arange(float(len(values)))
    moved = values * scale + shift
    assert mann_kendall(moved).p == pytest.approx(mann_kendall(values).p, abs=1e-12)
    for one, other in zip(theil_sen(times, moved), theil_sen(times, values), strict=True):
        assert one == pytest.approx(other * scale, rel=1e-9, abs=1e-9)


@settings(deadline=None)
@given(SERIES)
def test_mirroring_turns_the_trend_and_nothing_is_nan(values):
    times = np.arange(float(len(values)))
    plain, mirrored = mann_kendall(values), mann_kendall(-values)
    assert (mirrored.p.tolist(), mirrored.score.tolist()) == (plain.p.tolist(), (-plain.score).tolist())
    assert 0 <= plain.p[0] <= 1
    slope, turned = theil_sen(times, values), theil_sen(times, -values)
    assert turned.slope == pytest.approx(-slope.slope)
    assert slope.lower[0] <= slope.slope[0] <= slope.upper[0]
    if len(set(values)) == 1:
        assert (plain.p[0], slope.slope[0]) == (1.0, 0.0)

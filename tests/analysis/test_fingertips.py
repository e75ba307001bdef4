"""The recent trend against a naive one with `numpy.polyfit`, by hand, by property, and what it refuses."""

import naive_trends
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from kpi.analysis.fingertips import CRITICAL, FingertipsReason, by_intervals, by_shares

FIVE = st.lists(st.integers(-100, 100), min_size=5, max_size=5).map(lambda whole: np.array(whole) / 10)
WIDTHS = st.lists(st.integers(1, 40), min_size=5, max_size=5).map(lambda whole: np.array(whole) / 10)


def random_shares(count=2000):
    rng = np.random.default_rng(5)
    size = rng.integers(20, 3000, (count, 5)).astype(float)
    share = np.clip(rng.uniform(0.02, 0.98, (count, 1)) + rng.normal(0, 0.05, (count, 1)) * np.arange(5), 0, 1)
    return rng.binomial(size.astype(int), share).astype(float), size


def test_the_critical_value_is_that_of_alpha_0_002():
    assert pytest.approx(stats.chi2.isf(0.002, 1), abs=1e-9) == CRITICAL


def test_shares_agree_with_the_naive_trend():
    events, size = random_shares()
    found = by_shares(events, size)
    met = []
    for row in range(len(events)):
        wanted = naive_trends.by_shares(events[row].tolist(), size[row].tolist())
        if wanted == "all_or_none":
            assert (found.reason[row], found.sign[row]) == (FingertipsReason.ALL_OR_NONE, 0)
            assert np.isnan(found.chi2[row])
            continue
        chi2, way = wanted
        assert found.reason[row] is None
        assert found.chi2[row] == pytest.approx(chi2, rel=1e-9, abs=1e-9)
        assert found.sign[row] == (way if chi2 > CRITICAL else 0)
        met.append((int(found.sign[row]), chi2 > CRITICAL))
    assert {(1, True), (-1, True), (0, True), (0, False)} <= set(met)
    assert (found.reason != None).sum() > 20  # noqa: E711


def test_intervals_agree_with_the_naive_trend():
    rng = np.random.default_rng(6)
    values = (rng.normal(50, 1, (2000, 5)) + rng.choice([0, 0.6, 1, -2], (2000, 1)) * np.arange(5)).round(1)
    low, high = values - rng.uniform(0.2, 3, (2000, 5)).round(1), values + rng.uniform(0.2, 3, (2000, 5)).round(1)
    found = by_intervals(values, low, high)
    for row in range(len(values)):
        chi2, way = naive_trends.by_intervals(values[row].tolist(), low[row].tolist(), high[row].tolist())
        assert found.chi2[row] == pytest.approx(chi2, rel=1e-9, abs=1e-9)
        assert found.sign[row] == (way if chi2 > CRITICAL else 0)
    significant = found.chi2 > CRITICAL
    assert (significant & (found.sign == 0)).sum() > 20  # a year carries it
    assert min((found.sign == 1).sum(), (found.sign == -1).sum()) > 200


def test_by_hand():
    """Equal widths of 3.92: se = 1, β = 2, D/Σw = 10, χ² = 40."""
    values = np.array([1.0, 3.0, 5.0, 7.0, 9.0])
    found = by_intervals(values, values - 1.96, values + 1.96)
    assert found.chi2 == pytest.approx([40.0])
    assert found.sign.tolist() == [1]


def test_one_year_that_carries_the_trend_is_not_enough():
    values = np.array([5.0, 5.0, 5.0, 5.0, 50.0])
    found = by_intervals(values, values - 1, values + 1)
    assert found.chi2[0] > CRITICAL
    assert found.sign.tolist() == [0]


def test_what_it_refuses_and_why():
    y, nan = np.arange(5.0), np.nan
    assert by_intervals([0, 1, nan, 3, 4], y - 1, y + 1).reason.tolist() == ["missing"]
    assert by_intervals(y, [nan] * 5, y + 1).reason.tolist() == ["missing"]
    assert by_intervals(y, y, y).reason.tolist() == ["no_width"]
    assert by_intervals(y, y + 1, y - 1).reason.tolist() == ["no_width"]
    assert by_shares([1, 2, 3, 4, 11], [10] * 5).reason.tolist() == ["no_share"]
    assert by_shares([1, 2, 3, 4, -1], [10] * 5).reason.tolist() == ["no_share"]
    assert by_shares([0, 0, 0, 0, 0], [10, 10, 10, 10, 0]).reason.tolist() == ["no_share"]
    assert by_shares([1, 2, 3, 4, 0], [10] * 5).reason.tolist() == ["all_or_none"]
    assert by_shares([1, 2, 3, 4, 10], [10] * 5).reason.tolist() == ["all_or_none"]
    assert by_shares([1, 2, 3, 4, nan], [10] * 5).reason.tolist() == ["missing"]
    for few in ([1.0] * 4, [1.0] * 6):
        with pytest.raises(ValueError, match="5 consecutive years"):
            by_shares(few, few)


@settings(deadline=None)
@given(FIVE, WIDTHS, st.sampled_from([0.01, 3.0, 1000.0]), st.sampled_from([-50.0, 0.0, 1e4]))
def test_scaling_and_shifting_change_nothing_and_mirroring_turns_the_sign(values, widths, scale, shift):
    plain = by_intervals(values, values - widths, values + widths)
    moved = values * scale + shift
    same = by_intervals(moved, moved - widths * scale, moved + widths * scale)
    mirrored = by_intervals(-values, -values - widths, -values + widths)
    assert same.chi2 == pytest.approx(plain.chi2, rel=1e-6, abs=1e-9)
    assert same.sign.tolist() == plain.sign.tolist()
    assert mirrored.sign.tolist() == (-plain.sign).tolist()
    assert mirrored.chi2 == pytest.approx(plain.chi2, rel=1e-9, abs=1e-12)


@settings(deadline=None)
@given(st.lists(st.integers(1, 99), min_size=5, max_size=5))
def test_counting_the_complement_turns_the_sign(events):
    size = np.full(5, 100.0)
    one, other = by_shares(events, size), by_shares(size - events, size)
    assert one.chi2 == pytest.approx(other.chi2)
    assert one.sign.tolist() == (-other.sign).tolist()


@settings(deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from([0.0, 1.0, 3.0, 10.0, np.nan, np.inf])] * 2), min_size=5, max_size=5))
def test_no_nan_without_a_reason(pairs):
    events, size = np.array(pairs).T
    for found in (by_shares(events, size), by_intervals(events, size - 2, size)):
        assert np.isfinite(found.chi2[0]) == (found.reason[0] is None)

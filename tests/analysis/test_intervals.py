"""What must hold of any confidence interval, whatever its numbers, and what the functions refuse."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kpi.analysis.intervals import byars, exact, rates, wilson

COUNTS = st.integers(0, 10_000)


def one(*numbers):
    return [np.array([number], float) for number in numbers]


@given(COUNTS, st.integers(1, 10_000), st.sampled_from([0.8, 0.95, 0.998]))
def test_wilson_holds_the_share_and_mirrors(events, more, confidence):
    size = events + more
    low, high = wilson(*one(events, size), confidence)
    assert 0 <= low[0] <= events / size <= high[0] <= 1
    other_low, other_high = wilson(*one(more, size), confidence)
    assert (low[0], high[0]) == pytest.approx((1 - other_high[0], 1 - other_low[0]), abs=1e-12)


@given(st.integers(0, 100), st.integers(1, 200))
def test_wilson_limits_are_where_the_score_test_says_so(events, more):
    """The definition itself: at a limit p, |x − np| = z·√(np(1 − p))."""
    size, z = events + more, stats.norm.ppf(0.975)
    for limit in wilson(*one(events, size)):
        assert abs(events - size * limit[0]) == pytest.approx(z * np.sqrt(size * limit[0] * (1 - limit[0])), abs=1e-7)


@given(COUNTS, st.sampled_from([0.8, 0.95, 0.998]))
def test_exact_limits_are_where_the_tails_of_poisson_say_so(events, confidence):
    low, high = exact(*one(events), confidence)
    tail = (1 - confidence) / 2
    assert stats.poisson.cdf(events, high[0]) == pytest.approx(tail, rel=1e-6)
    if events == 0:
        assert low[0] == 0
    else:
        assert stats.poisson.sf(events - 1, low[0]) == pytest.approx(tail, rel=1e-6)


@given(st.integers(10, 100_000))
def test_byars_comes_close_to_the_exact_limits_from_ten_events_on(events):
    near, true = byars(*one(events)), exact(*one(events))
    assert near[0][0] == pytest.approx(true[0][0], rel=3e-3)
    assert near[1][0] == pytest.approx(true[1][0], rel=3e-3)


def test_rates_change_method_at_ten_events():
    few, many = rates(*one(9, 100)), rates(*one(10, 100))
    assert (few[0] * 100, few[1] * 100) == exact(*one(9))
    assert (many[0][0] * 100, many[1][0] * 100) == pytest.approx([limit[0] for limit in byars(*one(10))], rel=1e-12)


def test_a_share_that_everyone_or_no_one_has():
    low, high = wilson(np.array([0.0, 50.0]), np.array([50.0, 50.0]))
    assert low[0] == 0
    assert high[1] == 1
    assert high[0] == pytest.approx(3.841458820694124 / (50 + 3.841458820694124), abs=1e-12)


@pytest.mark.parametrize(("events", "size"), [(-1, 10), (11, 10), (0, 0), (np.nan, 10), (1, np.nan), (1, -5)])
def test_what_is_no_share_has_no_interval(events, size):
    assert np.isnan(wilson(*one(events, size))).all()


@pytest.mark.parametrize(("events", "size"), [(-1, 10), (3, 0), (np.nan, 10), (12, np.nan), (12, -5)])
def test_what_is_no_rate_has_no_interval(events, size):
    assert np.isnan(rates(*one(events, size))).all()


def test_more_events_than_persons_is_a_rate():
    low, high = rates(*one(250, 220))
    assert low[0] < 250 / 220 < high[0]


def test_byars_has_no_lower_limit_without_events_but_an_upper_one():
    low, high = byars(*one(0))
    assert np.isnan(low[0])
    assert high[0] > 0


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_a_confidence_is_a_share(confidence):
    with pytest.raises(ValueError, match="confidence"):
        wilson(*one(1, 2), confidence)

"""Are the intervals honest, and the forecasts nearer than the plainest? On series whose future is known."""

from statistics import fmean

import pytest
from benchmarks.forecast_quality import measured
from benchmarks.forecast_series import KINDS

# How many series of each kind and size: enough that chance moves a figure by less than what is asked of it.
ENOUGH = {1: 1500, 4: 150, 12: 150}


@pytest.mark.slow
@pytest.mark.parametrize("period", KINDS)
def test_intervals_cover_and_errors_are_small(period):
    found = [measured(period, kind, ENOUGH[period], seed=77) for kind in KINDS[period]]
    assert 92 <= fmean(one.cover95 for one in found) <= 98
    assert 76 <= fmean(one.cover80 for one in found) <= 84
    for one in found:
        assert 91 <= one.cover95 <= 99, one  # 150 series of each size: their own chance is about one unit
        moves = "säsong" in one.kind or "trend" in one.kind
        assert one.against_naive <= (0.9 if moves else 1.02), one

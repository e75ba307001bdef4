"""What is worked on in blocks, on several cores, and by tables of days answers as one series or one day at a time."""

from datetime import date, timedelta

import numpy as np
import pytest

from kpi.analysis import blocks, periods
from kpi.analysis.mann_kendall import mann_kendall
from kpi.analysis.spc import control_charts
from kpi.analysis.theil_sen import theil_sen

RNG = np.random.default_rng(11)
SERIES = np.round(
    50 + 2 * RNG.normal(size=(300, 24)) + np.where(np.arange(300) % 3 == 0, 0.3, 0)[:, None] * np.arange(24), 1
)


@pytest.fixture
def small_blocks(monkeypatch):
    """A few series at a time, so that there are a hundred blocks to share out."""
    monkeypatch.setattr(blocks, "STEP", 80)


@pytest.mark.usefixtures("small_blocks")
def test_a_hundred_blocks_answer_as_one_series_at_a_time():
    time = np.arange(24.0)
    charts, tested, slopes = control_charts(SERIES), mann_kendall(SERIES), theil_sen(time, SERIES)
    for number, series in enumerate(SERIES):
        alone = control_charts(series)
        assert (charts.rule[number] == alone.rule[0]).all()
        assert (charts.since[number] == alone.since[0]).all()
        # numpy adds up one column in another order than several: the last digit, which the rules allow for.
        assert charts.upper[number, -1] == pytest.approx(alone.upper[0, -1], rel=1e-14)
        assert (tested.p[number], tested.score[number]) == (mann_kendall(series).p[0], mann_kendall(series).score[0])
        assert [one[number] for one in slopes] == [one[0] for one in theil_sen(time, series)]


def test_an_error_in_one_block_is_not_lost():
    def fail(one):
        if one == 7:
            raise ValueError("seven")

    with pytest.raises(ValueError, match="seven"):
        blocks.on_all_cores(fail, range(20))


@pytest.mark.parametrize("many", [1, 500])
@pytest.mark.parametrize("months", [1, 3, 4, 6, 12, 36])
def test_the_last_day_and_the_year_are_those_of_the_calendar(months, many):
    """Few values go the plain way, many that share their days by way of a table."""
    first = [date(1899, 7, 1), date(1968, 2, 1), date(1999, 12, 1), date(2000, 2, 1), date(2024, 2, 1)]
    days = np.repeat(np.array(first, "datetime64[D]"), many * 120)
    ends = periods.ends_of(np.full(len(days), months), days)
    after = [day.year * 12 + day.month - 1 + months for day in first]
    expected = [date(month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in after]
    assert ends[:: many * 120].tolist() == expected
    assert (ends == np.repeat(np.array(expected, "datetime64[D]"), many * 120)).all()
    assert periods.years(ends)[:: many * 120].tolist() == [day.year for day in expected]


def test_periods_of_different_lengths_side_by_side():
    days = np.array(["2025-01-01", "2025-03-17", "2025-04-01"], "datetime64[D]")
    assert periods.ends_of(np.array([12, 0, 3]), days).tolist() == [
        date(2025, 12, 31),
        date(2025, 3, 17),
        date(2025, 6, 30),
    ]
